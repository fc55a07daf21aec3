import {CanvasLayer} from './canvas-layer.js';
import {GROUPS} from '../data/types.js';
import {worldPerKm, worldX, worldY} from './mercator.js';
import {PALETTE, withAlpha} from './palette.js';

/** @typedef {import('./tally.js').Tally} Tally */

const WHILE_PLAYING_MS = 110;
/** How many times longer than a drawing takes it is left alone while time plays. */
const PART = 40;

/** Shades the regions and countries of which something is told, and hatches those under a measure in force. */
export class AreaLayer extends CanvasLayer {
    #drawn = '';
    #due = 0;
    /** @type {Map<string, HTMLCanvasElement>} */
    #hatches = new Map();

    /** @param {import('./ground.js').Ground} ground */
    constructor(ground) {
        super('areas', 0.1);
        this.ground = ground;
        /** @type {import('./palette.js').Theme} */
        this.theme = 'light';
        /** @type {import('../data/columns.js').Columns|null} */
        this.columns = null;
        /** @type {Tally|null} */
        this.tally = null;
        this.chosen = -1;
        this.hovered = -1;
        /** @type {import('./choropleth.js').Choropleth|null} what shades regions by all their incidents, where that is wanted */
        this.choropleth = null;
    }

    /**
     * Draws only when another count, measure or choice has to be seen: most frames of a playback change no area.
     *
     * @param {boolean} [playing] a shade may then come a few frames late
     */
    update(playing = false) {
        const now = performance.now();
        if (playing && now < this.#due) return false;
        this.#due = now + WHILE_PLAYING_MS;
        const key = this.tally ? `${this.theme} ${this.chosen} ${this.hovered} ${this.choropleth ? JSON.stringify([...this.choropleth.counts(this.tally)]) : this.tally.areaKey()}` : '';
        if (key === this.#drawn) return false;
        this.#drawn = key;
        this.paint();
        // where it takes long it is done less often
        this.#due = performance.now() + Math.max(WHILE_PLAYING_MS, PART * (performance.now() - now));
        return true;
    }

    /** @param {CanvasRenderingContext2D} context */
    draw(context) {
        const {tally, columns} = this;
        if (!tally || !columns) return;
        const colours = PALETTE[this.theme];
        const px = 1 / this.scale;
        context.save();
        this.toWorld(context);
        if (this.choropleth) {
            this.choropleth.draw(context, this.ground, this.choropleth.counts(tally), this.theme);
            context.restore();
            return;
        }
        const byVagueness = tally.areas().sort((a, b) => columns.places[b].km - columns.places[a].km);
        /** @type {number[][]} towns under a measure, by its group */
        const towns = GROUPS.map(() => []);
        for (const at of byVagueness) {
            const place = columns.places[at];
            if (!place.area) {
                towns[tally.inForce(at)].push(at);
                continue;
            }
            const {path, edge} = this.outline(at);
            const count = tally.count(at);
            const country = place.level === 'country';
            const hatch = tally.inForce(at);
            const colour = colours[GROUPS[count ? tally.mainGroup(at) : hatch]];
            const lit = at === this.chosen || at === this.hovered;
            const depth = country ? 0.05 : Math.min(0.34, 0.08 + 0.06 * Math.sqrt(count));
            if (count && this.#vague(at)) {
                this.#cloud(context, place, colour, lit ? 0.5 : depth * 1.6);
                continue;
            }
            if (count) {
                context.fillStyle = withAlpha(colour, depth);
                context.fill(path);
            }
            if (hatch) this.#hatch(context, path, colours[GROUPS[hatch]], country);
            if (!count && !hatch) continue;
            // A band inside the outline: the whole of it is meant, no point of it.
            context.save();
            context.clip(path);
            context.lineJoin = 'round';
            context.strokeStyle = withAlpha(lit ? colours.accent : colour, at === this.chosen ? 0.9 : lit ? 0.6 : country ? 0.24 : 0.38);
            context.lineWidth = (lit || country ? 7 : 4) * px;
            context.stroke(edge);
            context.restore();
        }
        towns.forEach((list, g) => list.length && this.#towns(context, list, colours[GROUPS[g]]));
        context.restore();
    }

    /** Towns under a measure, all at once: there may be hundreds. @param {CanvasRenderingContext2D} context @param {number[]} list @param {string} colour */
    #towns(context, list, colour) {
        const {places} = /** @type {import('../data/columns.js').Columns} */ (this.columns);
        const px = 1 / this.scale;
        const [inside, rims] = [new Path2D(), new Path2D()];
        for (const at of list) {
            const {lon, lat, km} = places[at];
            const [x, y] = [worldX(lon), worldY(lat)];
            const r = Math.max(km * worldPerKm(lat), 15 * px);
            inside.moveTo(x + r, y);
            inside.arc(x, y, r, 0, 2 * Math.PI);
            rims.moveTo(x + r - px, y);
            rims.arc(x, y, r - px, 0, 2 * Math.PI);
        }
        this.#hatch(context, inside, colour, true);
        context.strokeStyle = withAlpha(colour, 0.38);
        context.lineWidth = 2 * px;
        context.stroke(rims);
    }

    /** Whether an area has no outline that anybody could draw. @param {number} at */
    #vague(at) {
        const place = /** @type {import('../data/columns.js').Columns} */ (this.columns).places[at];
        return place.area && !this.ground.outline(place);
    }

    /** What has no outline gets none: a shade that thins out. @param {CanvasRenderingContext2D} context @param {import('../data/columns.js').Place} place @param {string} colour @param {number} depth */
    #cloud(context, place, colour, depth) {
        const x = worldX(place.lon);
        const y = worldY(place.lat);
        const r = Math.max(place.km * worldPerKm(place.lat), 24 / this.scale);
        const shade = context.createRadialGradient(x, y, 0, x, y, r);
        shade.addColorStop(0, withAlpha(colour, Math.min(0.5, depth)));
        shade.addColorStop(0.55, withAlpha(colour, Math.min(0.5, depth) * 0.6));
        shade.addColorStop(1, withAlpha(colour, 0));
        context.fillStyle = shade;
        context.fillRect(x - r, y - r, 2 * r, 2 * r);
    }

    /** The outline of a place: its polygon, else a circle as wide as its uncertainty. @param {number} at @returns {{path: Path2D, edge: Path2D}} */
    outline(at) {
        const place = /** @type {import('../data/columns.js').Columns} */ (this.columns).places[at];
        const outline = place.area ? this.ground.outline(place) : undefined;
        if (outline) return outline;
        const path = new Path2D();
        const r = Math.max(place.km * worldPerKm(place.lat), 15 / this.scale);
        path.arc(worldX(place.lon), worldY(place.lat), r, 0, 2 * Math.PI);
        return {path, edge: path};
    }

    /** Which area lies under a point of the canvas, the smallest first. @param {number} x @param {number} y */
    at(x, y) {
        if (!this.tally || !this.columns) return -1;
        const {places} = this.columns;
        const wx = (x - this.originX) / this.scale;
        const wy = (y - this.originY) / this.scale;
        const candidates = this.tally.areas().filter((at) => places[at].area && this.tally?.count(at))
            .sort((a, b) => places[a].km - places[b].km);
        this.context.save();
        this.context.setTransform(1, 0, 0, 1, 0, 0);
        const found = candidates.find((at) => this.context.isPointInPath(this.outline(at).path, wx, wy)) ?? -1;
        this.context.restore();
        return found;
    }

    /** Fills with lines that are tied to the ground, so that they do not swim when the map is dragged. @param {CanvasRenderingContext2D} context in the pixels of zoom 0 @param {Path2D} path @param {string} colour @param {boolean} sparse */
    #hatch(context, path, colour, sparse) {
        const lines = /** @type {CanvasPattern} */ (context.createPattern(this.#lines(colour, sparse), 'repeat'));
        lines.setTransform(new DOMMatrix().scale(1 / this.scale / this.ratio));
        context.fillStyle = lines;
        context.fill(path);
    }

    /** One piece of the hatching, which is put beside itself: drawing the lines over all of the map took most of a frame. @param {string} colour @param {boolean} sparse */
    #lines(colour, sparse) {
        const key = `${colour} ${sparse} ${this.ratio}`;
        const known = this.#hatches.get(key);
        if (known) return known;
        const size = Math.round((sparse ? 12 : 8) * this.ratio);
        const canvas = document.createElement('canvas');
        canvas.width = canvas.height = size;
        const context = /** @type {CanvasRenderingContext2D} */ (canvas.getContext('2d', {willReadFrequently: true}));
        context.strokeStyle = withAlpha(colour, sparse ? 0.2 : 0.34);
        context.lineWidth = this.ratio;
        for (const at of [0, size, 2 * size]) {
            context.moveTo(at + 2, -2);
            context.lineTo(at - size - 2, size + 2);
        }
        context.stroke();
        this.#hatches.set(key, canvas);
        return canvas;
    }
}
