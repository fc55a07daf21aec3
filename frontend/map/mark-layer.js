import {CanvasLayer} from './canvas-layer.js';
import {cluster, stands} from './clusters.js';
import {drawHalo, drawRing} from './halo.js';
import {Hits} from './hits.js';
import {worldPerKm, worldX, worldY} from './mercator.js';
import {MOST_PACKED, packed, reach} from './shapes.js';
import {divide, Raster, SECTORS} from './raster.js';
import {Sprites, STEPS} from './sprites.js';

/** How near places join: closer where marks stay small. */
const REACH = 26;
const REACH_OF_MANY = 46;
const MANY = 3000;
const MOST_NAMED = 150;
const MOST_ARRIVALS = 200;

/** Draws the incidents that have a point: single marks, towns fanned out, and counts where there are many. */
export class MarkLayer extends CanvasLayer {
    /** @type {Int32Array} */
    #centres = new Int32Array(0);
    /** @type {{x: number, y: number, weight: number}[]} */
    #spots = [];
    #clusteredAt = NaN;
    /** @type {Int32Array} */
    #clusterOf = new Int32Array(0);
    #hits = new Hits();
    #raster = new Raster();
    /** @type {ImageData|null} */
    #image = null;
    #sprites = new Sprites('light', 1);
    #sectors = new Uint32Array(SECTORS);
    #fanned = new Int32Array(MOST_PACKED);

    constructor() {
        super('marks', 0.04, true);
        /** @type {import('./palette.js').Theme} */
        this.theme = 'light';
        /** @type {import('../data/columns.js').Columns|null} */
        this.columns = null;
        /** @type {import('./tally.js').Tally|null} */
        this.tally = null;
        this.window = {from: 0, to: 0};
        /** How long a mark takes to come and to go, in minutes; 0 while nothing moves. */
        this.fade = 0;
        this.rings = false;
        /** @type {'marks'|'spread'|'regions'} */
        this.mode = 'marks';
        this.limits = {from: 0, to: 0};
        this.chosen = -1;
        this.hovered = -1;
        /** A place that a text names, as pointed at there. @type {{lon: number, lat: number}|null} */
        this.spotted = null;
        /** Draws the spread; there once it was wanted. @type {typeof import('./spread-drawing.js').drawSpread|null} */
        this.spread = null;
    }

    /** @param {import('../data/columns.js').Columns} columns @param {import('./tally.js').Tally} tally */
    use(columns, tally) {
        const same = columns.places === this.columns?.places;
        this.columns = columns;
        this.tally = tally;
        if (same) return tally.use(this.#clusterOf, this.#centres.length);
        this.#spots = columns.places.map((p) => ({x: worldX(p.lon), y: worldY(p.lat), weight: p.area ? 0 : p.count}));
        this.#clusteredAt = NaN;
        this.placed();
    }

    /** Drawing is cheap enough to be done while the map is dragged and flies. */
    getEvents() {
        return {...super.getEvents(), move: this.reset};
    }

    placed() {
        const zoom = Math.round(Math.log2(this.scale) * 2) / 2;
        if (!this.tally || zoom === this.#clusteredAt) return;
        this.#clusteredAt = zoom;
        const {of, centres} = cluster(this.#spots, zoom, (this.columns?.all ?? 0) > MANY ? REACH_OF_MANY : REACH);
        this.#centres = centres;
        this.#clusterOf = of;
        this.tally.use(of, centres.length);
        this.onclustered();
    }

    /** Called when places are joined otherwise, so that they are counted anew. */
    onclustered() {}

    /** @param {CanvasRenderingContext2D} context */
    draw(context) {
        const {tally, columns} = this;
        this.#hits.clear();
        if (!tally || !columns || this.mode !== 'marks') {
            super.clear(context);
            if (tally && this.mode === 'spread') this.#spread(context);
            return;
        }
        this.#marks(tally);
        context.putImageData(/** @type {ImageData} */ (this.#image), 0, 0);
        this.#choice(context);
    }

    /** All of the canvas is written anew, nothing has to be wiped first. */
    clear() {}

    /** Writes the marks into the raster: ones and fans first, the counts of many over them. @param {import('./tally.js').Tally} tally */
    #marks(tally) {
        const {ratio, scale, originX, originY, width, height} = this;
        const raster = this.#raster;
        if (raster.resize(this.canvas.width, this.canvas.height) || !this.#image) {
            this.#image = new ImageData(/** @type {any} */ (raster.bytes), raster.width, raster.height);
        } else raster.clear();
        if (this.#sprites.theme !== this.theme || this.#sprites.ratio !== ratio) this.#sprites = new Sprites(this.theme, ratio);
        for (const many of [false, true]) {
            for (let c = 0; c < tally.clusters; c++) {
                const n = tally.totals[c];
                if (!n || (n > MOST_PACKED || n > tally.known[c]) !== many) continue;
                const spot = this.#spots[this.#centres[c]];
                const x = spot.x * scale + originX;
                const y = spot.y * scale + originY;
                if (x < -40 || y < -40 || x > width + 40 || y > height + 40) continue;
                if (this.rings) this.#arrival(c, x, y, n);
                if (many) this.#donut(c, x, y, n);
                else this.#fan(c, x, y, n);
            }
        }
    }

    /** The places by the day of their first incident. @param {CanvasRenderingContext2D} context */
    #spread(context) {
        const tally = /** @type {import('./tally.js').Tally} */ (this.tally);
        const arrivals = [];
        for (let c = 0; c < tally.clusters; c++) {
            if (!tally.totals[c]) continue;
            const {x, y} = this.#spots[this.#centres[c]];
            const at = {x: x * this.scale + this.originX, y: y * this.scale + this.originY, first: tally.firstEnd[c] - 1, n: tally.totals[c]};
            arrivals.push(at);
            this.#hits.add(-1, c, at.x, at.y, 11);
        }
        this.spread?.(context, arrivals.sort((a, b) => b.n - a.n).slice(0, MOST_ARRIVALS), this.limits, this.theme);
        this.#choice(context);
    }

    /** How present an incident is: it comes over its own first part and goes as the window leaves it. @param {number} start @param {number} end */
    #presence(start, end) {
        if (!this.fade) return 1;
        const come = (this.window.to - start) / Math.min(this.fade, Math.max(60, end - start));
        const go = (end - this.window.from) / this.fade;
        return Math.max(0.12, Math.min(1, come, go));
    }

    /** @param {number} c @param {number} x @param {number} y @param {number} n */
    #fan(c, x, y, n) {
        const columns = /** @type {import('../data/columns.js').Columns} */ (this.columns);
        const tally = /** @type {import('./tally.js').Tally} */ (this.tally);
        const {ratio} = this;
        const rows = this.#fanned.subarray(0, n);
        rows.set(tally.members.subarray(c * MOST_PACKED, c * MOST_PACKED + n));
        if (n > 1) rows.sort((a, b) => columns.group[a] - columns.group[b] || a - b);
        const r = n === 1 ? Math.round(2 * Math.min(9, 5 + Math.sqrt(columns.reports[rows[0]]))) / 2 : 5;
        const places = packed(n);
        for (let k = 0; k < n; k++) {
            const row = rows[k];
            const mx = x + places[k][0] * r;
            const my = y + places[k][1] * r;
            const sprite = this.#sprites.mark(columns.group[row], r, columns.assertion[row] > 0);
            this.#raster.add(sprite, mx * ratio, my * ratio, this.#presence(columns.start[row], columns.end[row]));
            this.#hits.add(row, c, mx, my, r * 1.25);
        }
    }

    /** @param {number} c @param {number} x @param {number} y @param {number} n */
    #donut(c, x, y, n) {
        const tally = /** @type {import('./tally.js').Tally} */ (this.tally);
        const {ratio} = this;
        const sprites = this.#sprites;
        const raster = this.#raster;
        const r = reach(n);
        const presence = this.#presence(tally.oldest[c], tally.lastEnd[c]);
        divide(tally.byGroup, c * 4, sprites.groups, sprites.paper, this.#sectors);
        raster.ring(sprites.ring(r), this.#sectors, sprites.paper, x * ratio, y * ratio, presence);
        const {glyphs, advance} = sprites.figures(n > 999 ? 10 : r > 16 ? 13 : 12);
        const thousands = n > 9999;
        let rest = thousands ? Math.round(n / 1000) : n;
        const signs = String(rest).length + Number(thousands);
        let at = x * ratio + ((signs - 1) / 2) * advance;
        if (thousands) {
            raster.add(glyphs[10], at, y * ratio, presence);
            at -= advance;
        }
        do {
            raster.add(glyphs[rest % 10], at, y * ratio, presence);
            at -= advance;
            rest = Math.floor(rest / 10);
        } while (rest);
        this.#hits.add(-1, c, x, y, r + 1);
    }

    /** One soft ring around what has just begun. @param {number} c @param {number} x @param {number} y @param {number} n */
    #arrival(c, x, y, n) {
        const tally = /** @type {import('./tally.js').Tally} */ (this.tally);
        const at = (this.window.to - tally.newest[c]) / (this.fade || 1) / 0.8;
        if (at < 0 || at >= 1) return;
        let g = 0;
        for (let k = 1; k < 4; k++) if (tally.byGroup[c * 4 + k] > tally.byGroup[c * 4 + g]) g = k;
        const sprite = this.#sprites.arrival(g, n > MOST_PACKED ? 16 : 7 + n, Math.floor(at * STEPS));
        this.#raster.add(sprite, x * this.ratio, y * this.ratio);
    }

    /** The chosen incident and the one under the pointer, with how far off they may be. @param {CanvasRenderingContext2D} context */
    #choice(context) {
        const columns = /** @type {import('../data/columns.js').Columns} */ (this.columns);
        if (this.spotted) {
            const {lon, lat} = this.spotted;
            drawRing(context, worldX(lon) * this.scale + this.originX, worldY(lat) * this.scale + this.originY, 14, this.theme);
        }
        for (const row of new Set([this.hovered, this.chosen])) {
            if (row < 0 || row >= columns.n || columns.places[columns.place[row]].area) continue;
            const place = columns.places[columns.place[row]];
            const px = worldX(place.lon) * this.scale + this.originX;
            const py = worldY(place.lat) * this.scale + this.originY;
            const halo = place.km * worldPerKm(place.lat) * this.scale;
            if (halo > 8) drawHalo(context, px, py, halo, this.theme);
            const hit = this.#hits.of(row, this.tally?.clusterOf[columns.place[row]] ?? -1);
            drawRing(context, hit?.x ?? px, hit?.y ?? py, (hit?.r ?? 6) + 4, this.theme);
        }
    }

    /** What lies under a point of the canvas, the nearest first. @param {number} x @param {number} y @param {number} slack */
    at(x, y, slack = 3) {
        return this.#hits.at(x, y, slack);
    }

    /** Where the marks of the view can stand and how wide they are in all, for the labels to keep clear of them. */
    stands() {
        const {tally, columns} = this;
        if (!tally || !columns) return [];
        const found = stands(columns.places, tally.clusterOf, this.#centres, this.#spots);
        return found.filter(({x, y}) => {
            const px = x * this.scale + this.originX;
            const py = y * this.scale + this.originY;
            return px >= -90 && py >= -40 && px <= this.width + 90 && py <= this.height + 40;
        }).slice(0, MOST_NAMED);
    }

    /** The place in whose name a cluster stands. @param {number} c */
    placeOf(c) {
        return this.#centres[c];
    }
}
