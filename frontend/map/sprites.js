/** Marks drawn once and kept, so that a frame only copies them. */

import {PALETTE} from './palette.js';
import {trace} from './shapes.js';

/** @typedef {import('../data/types.js').Group} Group */
/** @typedef {{image: HTMLCanvasElement, half: number}} Sprite */

/** @type {Map<string, Sprite>} */
const kept = new Map();

/**
 * The mark of one incident.
 *
 * @param {Group} group
 * @param {number} r
 * @param {boolean} hollow what is only claimed, attempted or denied
 * @param {import('./palette.js').Theme} theme
 * @param {number} ratio pixels of the canvas to one of the page
 * @returns {Sprite}
 */
export function mark(group, r, hollow, theme, ratio) {
    const key = `${group} ${r} ${hollow} ${theme} ${ratio}`;
    let sprite = kept.get(key);
    if (!sprite) {
        const half = Math.ceil(r * 1.6 + 3);
        const image = document.createElement('canvas');
        image.width = image.height = half * 2 * ratio;
        const context = /** @type {CanvasRenderingContext2D} */ (image.getContext('2d'));
        context.scale(ratio, ratio);
        context.lineJoin = 'round';
        context.beginPath();
        trace(context, group, half, half, r);
        context.strokeStyle = PALETTE[theme].paper;
        context.lineWidth = 3;
        context.stroke();
        context.fillStyle = hollow ? PALETTE[theme].paper : PALETTE[theme][group];
        context.fill();
        if (hollow) {
            context.save();
            context.clip();
            context.strokeStyle = PALETTE[theme][group];
            context.lineWidth = 4;
            context.stroke();
            context.restore();
        }
        sprite = {image, half};
        kept.set(key, sprite);
    }
    return sprite;
}
