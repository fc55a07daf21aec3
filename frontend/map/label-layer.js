import {CanvasLayer} from './canvas-layer.js';
import {seat} from './labels.js';
import {PALETTE, withAlpha} from './palette.js';

const SANS = 'system-ui, -apple-system, "Segoe UI", Roboto, "Noto Sans", "DejaVu Sans", sans-serif';

/** @typedef {{text: string, font: string, colour: string, dot: number, spacing: string}} Style */

/** Writes the names of countries, regions and cities, as many as have room. */
export class LabelLayer extends CanvasLayer {
    /** @param {import('./ground.js').Ground} ground */
    constructor(ground) {
        super('labels', 0.35);
        this.ground = ground;
        /** @type {import('./palette.js').Theme} */
        this.theme = 'light';
        this.language = 'en';
        this.focus = '';
        /** Places that carry marks: their names come first and stand further off. @type {{x: number, y: number}[]} */
        this.busy = [];
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
        this.#cities(wish, colours);
        this.#regions(wish, colours);
        context.textBaseline = 'middle';
        context.lineJoin = 'round';
        for (const {wish: i, x, y} of seat(wishes, this.width, this.height)) {
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
            const text = this.#name(shape.name).toLocaleUpperCase(this.language);
            if (room < text.length * 8 || room > 5000) continue;
            const size = iso === this.focus ? 15 : 11;
            wish(shape, {
                text, font: `500 ${size}px ${SANS}`, spacing: iso === this.focus ? '6px' : '2.5px', dot: 0,
                colour: withAlpha(colours.label, iso === this.focus ? 0.55 : 0.7),
            }, 0, size);
        }
    }

    /** @param {(at: any, style: Style, gap: number, size?: number) => void} wish @param {Record<string, string>} colours */
    #cities(wish, colours) {
        const zoom = Math.log2(this.scale);
        const least = zoom < 4 ? 1e6 : zoom < 5 ? 2.5e5 : zoom < 6 ? 8e4 : zoom < 7 ? 2.5e4 : 0;
        const near = 6 / this.scale;
        const first = [];
        const rest = [];
        for (const city of this.ground.cities) {
            const busy = this.busy.some((b) => Math.abs(b.x - city.x) < near && Math.abs(b.y - city.y) < near);
            if (busy) first.push(city);
            else if (city.population >= least) rest.push(city);
        }
        for (const city of first) {
            wish(city, {text: this.#name(city.name), font: `600 12px ${SANS}`, spacing: '0px', dot: 0, colour: colours.ink}, 16);
        }
        for (const city of rest) {
            wish(city, {text: this.#name(city.name), font: `400 11.5px ${SANS}`, spacing: '0px', dot: 1.8, colour: colours.label}, 6);
        }
    }

    /** @param {(at: any, style: Style, gap: number, size?: number) => void} wish @param {Record<string, string>} colours */
    #regions(wish, colours) {
        for (const shape of this.ground.regions.values()) {
            const text = this.#name(shape.name);
            if (shape.width * this.scale < text.length * 7) continue;
            wish(shape, {text, font: `italic 400 11.5px ${SANS}`, spacing: '0.4px', dot: 0, colour: withAlpha(colours.label, 0.85)}, 0);
        }
    }

    /** @param {Record<string, string>} name */
    #name(name) {
        return name[this.language] ?? name.en;
    }
}
