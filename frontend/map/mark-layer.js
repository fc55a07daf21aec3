import {CanvasLayer} from './canvas-layer.js';
import {cluster} from './clusters.js';
import {GROUPS} from '../data/types.js';
import {worldPerKm, worldX, worldY} from './mercator.js';
import {PALETTE, withAlpha} from './palette.js';
import {MOST_PACKED, packed} from './shapes.js';
import {figure, mark, ring} from './sprites.js';

/** How near places join: closer where marks stay small. */
const REACH = 26;
const REACH_OF_MANY = 46;
const MANY = 3000;
const MOST_NAMED = 150;
const MOST_ARRIVALS = 200;

/** The radius of the mark of `n` incidents. @param {number} n */
function reach(n) {
    return n > MOST_PACKED ? Math.min(26, 9.5 + 1.9 * Math.log2(n)) : [0, 8, 12, 14, 14, 17, 19, 18][n];
}

/** @typedef {{row: number, cluster: number, x: number, y: number, r: number}} Hit `row` is -1 for a whole cluster */

/** Draws the incidents that have a point: single marks, towns fanned out, and counts where there are many. */
export class MarkLayer extends CanvasLayer {
    /** @type {Int32Array} */
    #centres = new Int32Array(0);
    /** @type {{x: number, y: number, weight: number}[]} */
    #spots = [];
    #clusteredAt = NaN;
    /** @type {Hit[]} */
    #drawn = [];

    constructor() {
        super('marks', 0.12);
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
        this.columns = columns;
        this.tally = tally;
        this.#spots = columns.places.map((p) => ({x: worldX(p.lon), y: worldY(p.lat), weight: p.area ? 0 : p.count}));
        this.#clusteredAt = NaN;
        this.placed();
    }

    placed() {
        const zoom = Math.round(Math.log2(this.scale) * 2) / 2;
        if (!this.tally || zoom === this.#clusteredAt) return;
        this.#clusteredAt = zoom;
        const {of, centres} = cluster(this.#spots, zoom, (this.columns?.n ?? 0) > MANY ? REACH_OF_MANY : REACH);
        this.#centres = centres;
        this.tally.use(of, centres.length);
        this.onclustered();
    }

    /** Called when places are joined otherwise, so that they are counted anew. */
    onclustered() {}

    /** @param {CanvasRenderingContext2D} context */
    draw(context) {
        const {tally, columns} = this;
        this.#drawn = [];
        if (!tally || !columns || this.mode === 'regions') return;
        if (this.mode === 'spread') return this.#spread(context);
        /** @type {[number, number, number][]} */
        const many = [];
        for (let c = 0; c < tally.clusters; c++) {
            const n = tally.totals[c];
            if (!n) continue;
            const spot = this.#spots[this.#centres[c]];
            const x = spot.x * this.scale + this.originX;
            const y = spot.y * this.scale + this.originY;
            if (x < -40 || y < -40 || x > this.width + 40 || y > this.height + 40) continue;
            if (this.rings) this.#ring(context, c, x, y, n);
            if (n > MOST_PACKED) many.push([c, x, y]);
            else this.#fan(context, c, x, y, n);
        }
        for (const [c, x, y] of many) this.#donut(context, c, x, y);
        context.globalAlpha = 1;
        this.#choice(context);
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
            this.#drawn.push({row: -1, cluster: c, x: at.x, y: at.y, r: 11});
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

    /** @param {CanvasRenderingContext2D} context @param {number} c @param {number} x @param {number} y @param {number} n */
    #fan(context, c, x, y, n) {
        const columns = /** @type {import('../data/columns.js').Columns} */ (this.columns);
        const tally = /** @type {import('./tally.js').Tally} */ (this.tally);
        const rows = Array.from(tally.members.subarray(c * MOST_PACKED, c * MOST_PACKED + n));
        rows.sort((a, b) => columns.group[a] - columns.group[b] || a - b);
        const r = n === 1 ? Math.min(9, 5 + Math.sqrt(columns.reports[rows[0]])) : 5;
        packed(n).forEach(([dx, dy], k) => {
            const row = rows[k];
            const group = GROUPS[columns.group[row]];
            const size = Math.round(r * 2) / 2;
            const sprite = mark(group, size, columns.assertion[row] > 0, this.theme, this.ratio);
            const mx = x + dx * r;
            const my = y + dy * r;
            context.globalAlpha = this.#presence(columns.start[row], columns.end[row]);
            context.drawImage(sprite.image, mx - sprite.half, my - sprite.half, sprite.half * 2, sprite.half * 2);
            this.#drawn.push({row, cluster: c, x: mx, y: my, r: r * 1.25});
        });
    }

    /** @param {CanvasRenderingContext2D} context @param {number} c @param {number} x @param {number} y */
    #donut(context, c, x, y) {
        const tally = /** @type {import('./tally.js').Tally} */ (this.tally);
        const n = tally.totals[c];
        const r = reach(n);
        context.globalAlpha = this.#presence(tally.oldest[c], tally.lastEnd[c]);
        const whole = ring(tally.byGroup.subarray(c * 4, c * 4 + 4), n, Math.round(r * 2) / 2, this.theme, this.ratio);
        context.drawImage(whole.image, x - whole.half, y - whole.half, whole.half * 2, whole.half * 2);
        const number = figure(n, n > 999 ? 10 : r > 16 ? 13 : 12, this.theme, this.ratio);
        context.drawImage(number.image, x - number.half, y - number.half, number.half * 2, number.half * 2);
        this.#drawn.push({row: -1, cluster: c, x, y, r: r + 1});
    }

    /** One soft ring around what has just begun. @param {CanvasRenderingContext2D} context @param {number} c @param {number} x @param {number} y @param {number} n */
    #ring(context, c, x, y, n) {
        const tally = /** @type {import('./tally.js').Tally} */ (this.tally);
        const age = (this.window.to - tally.newest[c]) / (this.fade || 1);
        if (age < 0 || age > 0.8) return;
        const at = age / 0.8;
        let g = 0;
        for (let k = 1; k < 4; k++) if (tally.byGroup[c * 4 + k] > tally.byGroup[c * 4 + g]) g = k;
        context.globalAlpha = 1;
        context.beginPath();
        context.arc(x, y, (n > MOST_PACKED ? 16 : 7 + n) + 20 * at, 0, 2 * Math.PI);
        context.strokeStyle = withAlpha(PALETTE[this.theme][GROUPS[g]], 0.5 * (1 - at));
        context.lineWidth = 2.5;
        context.stroke();
    }

    /** The chosen incident and the one under the pointer, with how far off they may be. @param {CanvasRenderingContext2D} context */
    #choice(context) {
        const columns = /** @type {import('../data/columns.js').Columns} */ (this.columns);
        const colours = PALETTE[this.theme];
        if (this.spotted) {
            const {lon, lat} = this.spotted;
            this.#circle(context, worldX(lon) * this.scale + this.originX, worldY(lat) * this.scale + this.originY, 14);
        }
        for (const row of new Set([this.hovered, this.chosen])) {
            if (row < 0 || row >= columns.n || columns.places[columns.place[row]].area) continue;
            const place = columns.places[columns.place[row]];
            const px = worldX(place.lon) * this.scale + this.originX;
            const py = worldY(place.lat) * this.scale + this.originY;
            const halo = place.km * worldPerKm(place.lat) * this.scale;
            if (halo > 8) {
                context.beginPath();
                context.arc(px, py, halo, 0, 2 * Math.PI);
                context.fillStyle = withAlpha(colours.accent, 0.08);
                context.fill();
                context.setLineDash([4, 4]);
                context.lineWidth = 1.2;
                context.strokeStyle = withAlpha(colours.accent, 0.7);
                context.stroke();
                context.setLineDash([]);
            }
            const hit = this.#drawn.find((d) => d.row === row) ?? this.#drawn.find((d) => d.cluster === this.tally?.clusterOf[columns.place[row]]);
            this.#circle(context, hit?.x ?? px, hit?.y ?? py, (hit?.r ?? 6) + 4);
        }
    }

    /** @param {CanvasRenderingContext2D} context @param {number} x @param {number} y @param {number} r */
    #circle(context, x, y, r) {
        context.beginPath();
        context.arc(x, y, r, 0, 2 * Math.PI);
        context.strokeStyle = PALETTE[this.theme].paper;
        context.lineWidth = 5;
        context.stroke();
        context.strokeStyle = PALETTE[this.theme].accent;
        context.lineWidth = 2.5;
        context.stroke();
    }

    /** What lies under a point of the canvas, the uppermost first. @param {number} x @param {number} y @param {number} slack */
    at(x, y, slack = 3) {
        let best = null;
        let least = Infinity;
        for (const hit of this.#drawn) {
            const d = Math.hypot(hit.x - x, hit.y - y);
            if (d <= hit.r + slack && d - hit.r < least) {
                best = hit;
                least = d - hit.r;
            }
        }
        return best;
    }

    /** Where the marks of the view can stand and how wide they are in all, for the labels to keep clear of them. */
    stands() {
        const {tally, columns} = this;
        if (!tally || !columns) return [];
        const totals = new Uint32Array(tally.clusters);
        columns.places.forEach((p, i) => {
            if (!p.area) totals[tally.clusterOf[i]] += p.count;
        });
        const found = [];
        for (let c = 0; c < totals.length; c++) {
            if (!totals[c]) continue;
            const {x, y} = this.#spots[this.#centres[c]];
            const px = x * this.scale + this.originX;
            const py = y * this.scale + this.originY;
            if (px < -90 || py < -40 || px > this.width + 90 || py > this.height + 40) continue;
            found.push({x, y, r: reach(totals[c]), n: totals[c]});
        }
        return found.sort((a, b) => b.n - a.n).slice(0, MOST_NAMED);
    }

    /** The place in whose name a cluster stands. @param {number} c */
    placeOf(c) {
        return this.#centres[c];
    }
}
