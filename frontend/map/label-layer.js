import {CanvasLayer} from './canvas-layer.js';
import {seat} from './labels.js';
import {PALETTE, withAlpha} from './palette.js';
import {countryName, placeName} from '../words/where.js';

const SANS = 'system-ui, -apple-system, "Segoe UI", Roboto, "Noto Sans", "DejaVu Sans", sans-serif';

/** @typedef {{text: string, font: string, colour: string, dot: number, spacing: string}} Style */

/** Writes the names of countries, regions and cities, as many as have room. */
export class LabelLayer extends CanvasLayer {
    /** @param {import('./ground.js').Ground} ground */
    constructor(ground) {
        super('labels', 0.2);
        this.ground = ground;
        /** @type {import('./palette.js').Theme} */
        this.theme = 'light';
        /** @type {import('../words/words.js').Words|null} */
        this.words = null;
        this.focus = '';
        /** Where marks stand: names there come first, and stand as far off as the marks are wide. @type {{x: number, y: number, r: number, place: import('../data/columns.js').Place}[]} */
        this.busy = [];
        /** How many incidents an area as a whole has, by its key. @type {Map<string, number>} */
        this.counts = new Map();
    }

    /** @param {CanvasRenderingContext2D} context */
    draw(context) {
        const colours = PALETTE[this.theme];
        /** @type {import('./labels.js').Wish[]} */
        const wishes = [];
        /** @type {Style[]} */
        const styles = [];
        const wish = (/** @type {{x: number, y: number}} */ at, /** @type {Style} */ style, /** @type {number} */ gap, size = 12) => {
            const x = at.x * this.scale + this.originX;
            const y = at.y * this.scale + this.originY;
            if (x < -80 || y < -20 || x > this.width + 80 || y > this.height + 20) return;
            context.font = style.font;
            context.letterSpacing = style.spacing;
            wishes.push({x, y, width: context.measureText(style.text).width, height: size, gap});
            styles.push(style);
        };
        this.#countries(wish, colours);
        this.#regions(wish, colours, true);
        this.#cities(wish, colours);
        this.#regions(wish, colours, false);
        context.textBaseline = 'middle';
        context.lineJoin = 'round';
        const marks = this.busy.map((b) => ({x: b.x * this.scale + this.originX, y: b.y * this.scale + this.originY, r: b.r}));
        const view = {left: this.offset.x, right: this.width - this.offset.x};
        for (const {wish: i, x, y} of seat(wishes, this.width, this.height, marks, view)) {
            const style = styles[i];
            context.font = style.font;
            context.letterSpacing = style.spacing;
            context.strokeStyle = withAlpha(colours.land, 0.9);
            context.lineWidth = 3;
            context.strokeText(style.text, x, y);
            context.fillStyle = style.colour;
            context.fillText(style.text, x, y);
            if (style.dot) {
                context.beginPath();
                context.arc(wishes[i].x, wishes[i].y, style.dot, 0, 2 * Math.PI);
                context.fillStyle = colours.land;
                context.fill();
                context.lineWidth = 1.2;
                context.strokeStyle = colours.label;
                context.stroke();
            }
        }
        context.letterSpacing = '0px';
    }

    /** @param {(at: any, style: Style, gap: number, size?: number) => void} wish @param {Record<string, string>} colours */
    #countries(wish, colours) {
        for (const [iso, shape] of this.ground.countries) {
            const room = shape.width * this.scale;
            const count = this.counts.get(iso);
            const text = this.#country(iso, shape).toLocaleUpperCase(this.words?.language) + (count ? ` · ${count}` : '');
            if (room < text.length * 8 || room > 9000) continue;
            const size = iso === this.focus ? 15 : 11;
            wish(shape, {
                text, font: `500 ${size}px ${SANS}`, spacing: iso === this.focus ? '6px' : '2.5px', dot: 0,
                colour: count ? colours.label : withAlpha(colours.label, iso === this.focus ? 0.6 : 0.75),
            }, 0, size);
        }
    }

    /** @param {(at: any, style: Style, gap: number, size?: number) => void} wish @param {Record<string, string>} colours */
    #cities(wish, colours) {
        const zoom = Math.log2(this.scale);
        const least = zoom < 4 ? 1e6 : zoom < 5 ? 2.5e5 : zoom < 6 ? 8e4 : zoom < 7 ? 2.5e4 : 0;
        const near = 7 / this.scale;
        const named = new Set();
        for (const mark of this.busy) {
            const {place} = mark;
            const around = this.ground.cities.filter((c) => Math.abs(mark.x - c.x) < near && Math.abs(mark.y - c.y) < near && !named.has(c));
            const city = around.find((c) => c.name.en === place.name) ?? around.find((c) => c.population >= least);
            if (city) named.add(city);
            wish(mark, {text: city ? this.#name(city.name) : this.words ? placeName(place, this.words) : place.name, font: `600 12px ${SANS}`, spacing: '0px', dot: 1.2, colour: colours.ink}, mark.r + 6);
        }
        const rest = this.ground.cities.filter((c) => c.population >= least && !named.has(c)
            && !this.busy.some((b) => Math.hypot(b.x - c.x, b.y - c.y) * this.scale < b.r + 2));
        for (const city of rest) {
            wish(city, {text: this.#name(city.name), font: `400 11.5px ${SANS}`, spacing: '0px', dot: 1.8, colour: colours.label}, 6);
        }
    }

    /** @param {(at: any, style: Style, gap: number, size?: number) => void} wish @param {Record<string, string>} colours @param {boolean} counted */
    #regions(wish, colours, counted) {
        for (const shape of this.ground.regions.values()) {
            const count = this.counts.get(shape.key);
            if (Boolean(count) !== counted) continue;
            const text = this.#name(shape.name) + (count ? ` · ${count}` : '');
            if (!count && shape.width * this.scale < text.length * 7) continue;
            const font = `italic ${count ? 600 : 400} 11.5px ${SANS}`;
            wish(shape, {text, font, spacing: '0.4px', dot: 0, colour: count ? colours.ink : withAlpha(colours.label, 0.85)}, 0);
        }
    }

    /** @param {Record<string, string>} name */
    #name(name) {
        return name[this.words?.language ?? 'en'] ?? name.en;
    }

    /** @param {string} iso two letters, or a number where it has none @param {import('./ground.js').Shape} shape */
    #country(iso, shape) {
        const {words} = this;
        return words && words.language !== 'en' && /^[A-Z]{2}$/.test(iso) ? countryName(iso, words) : this.#name(shape.name);
    }
}
