/** Marks drawn once and kept as pixels, so that a frame only copies them. */

import {GROUPS} from '../data/types.js';
import {PALETTE} from './palette.js';
import {pixel, ringShape, sprite} from './raster.js';
import {trace} from './shapes.js';

/** @typedef {import('./raster.js').Sprite} Sprite */

const SANS = 'system-ui, -apple-system, "Segoe UI", Roboto, "Noto Sans", "DejaVu Sans", sans-serif';
const RIM = 4.5;
const MARGIN = 1.5;
/** In how many steps a ring around what is new grows and fades. */
export const STEPS = 12;

/** The sprites of one theme at one resolution. */
export class Sprites {
    /** @type {Map<number, Sprite>} */
    #marks = new Map();
    /** @type {Map<number, import('./raster.js').Ring>} */
    #rings = new Map();
    /** @type {Map<number, Sprite>} */
    #arrivals = new Map();
    /** @type {Map<number, {glyphs: Sprite[], advance: number}>} */
    #figures = new Map();

    /** @param {import('./palette.js').Theme} theme @param {number} ratio pixels of the canvas to one of the page */
    constructor(theme, ratio) {
        this.theme = theme;
        this.ratio = ratio;
        const colours = PALETTE[theme];
        this.paper = pixel(colours.paper);
        this.groups = Uint32Array.from(GROUPS, (group) => pixel(colours[group]));
    }

    /** The mark of one incident. @param {number} group @param {number} r @param {boolean} hollow what is only claimed, attempted or denied */
    mark(group, r, hollow) {
        const key = (Math.round(r * 2) * 4 + group) * 2 + Number(hollow);
        const {[this.theme]: colours} = PALETTE;
        return kept(this.#marks, key, () => this.#paint(r * 1.6 + 3, (context, half) => {
            context.lineJoin = 'round';
            context.beginPath();
            trace(context, GROUPS[group], half, half, r);
            context.strokeStyle = colours.paper;
            context.lineWidth = 3;
            context.stroke();
            context.fillStyle = hollow ? colours.paper : colours[GROUPS[group]];
            context.fill();
            if (!hollow) return;
            context.clip();
            context.strokeStyle = colours[GROUPS[group]];
            context.lineWidth = 4;
            context.stroke();
        }));
    }

    /** The ring of a town with many incidents. @param {number} r */
    ring(r) {
        const {ratio} = this;
        return kept(this.#rings, Math.round(r * 2), () => ringShape((Math.round(r * 2) / 2) * ratio, RIM * ratio, MARGIN * ratio));
    }

    /** The soft ring around what has just begun. @param {number} group @param {number} r @param {number} step of STEPS */
    arrival(group, r, step) {
        return kept(this.#arrivals, (r * STEPS + step) * 4 + group, () => this.#paint(r + 24, (context, half) => {
            const at = step / STEPS;
            context.beginPath();
            context.arc(half, half, r + 20 * at, 0, 2 * Math.PI);
            context.globalAlpha = 0.5 * (1 - at);
            context.strokeStyle = PALETTE[this.theme][GROUPS[group]];
            context.lineWidth = 2.5;
            context.stroke();
        }));
    }

    /** The ten figures, and a k for thousands. @param {number} size */
    figures(size) {
        return kept(this.#figures, size, () => {
            let advance = 0;
            const glyphs = [...'0123456789k'].map((sign) => this.#paint(size * 0.8, (context, half) => {
                context.font = `600 ${size}px ${SANS}`;
                context.textAlign = 'center';
                context.textBaseline = 'middle';
                context.fillStyle = PALETTE[this.theme].ink;
                context.fillText(sign, half, half + 0.5);
                advance = Math.max(advance, context.measureText(sign).width);
            }));
            return {glyphs, advance: advance * this.ratio};
        });
    }

    /**
     * @param {number} reach
     * @param {(context: CanvasRenderingContext2D, half: number) => void} paint
     * @returns {Sprite}
     */
    #paint(reach, paint) {
        const half = Math.ceil(reach);
        const size = Math.round(half * 2 * this.ratio);
        const canvas = document.createElement('canvas');
        canvas.width = canvas.height = size;
        const context = /** @type {CanvasRenderingContext2D} */ (canvas.getContext('2d', {willReadFrequently: true}));
        context.scale(this.ratio, this.ratio);
        paint(context, half);
        return sprite(new Uint32Array(context.getImageData(0, 0, size, size).data.buffer), size);
    }
}

/**
 * @template T
 * @param {Map<number, T>} map
 * @param {number} key
 * @param {() => T} make
 */
function kept(map, key, make) {
    let value = map.get(key);
    if (value === undefined) {
        value = make();
        map.set(key, value);
    }
    return value;
}
