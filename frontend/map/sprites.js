/** Marks drawn once and kept, so that a frame only copies them. */

import {PALETTE} from './palette.js';
import {GROUPS} from '../data/types.js';
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
    return kept.get(key) ?? keep(key, r * 1.6 + 3, ratio, (context, half) => {
        context.lineJoin = 'round';
        context.beginPath();
        trace(context, group, half, half, r);
        context.strokeStyle = PALETTE[theme].paper;
        context.lineWidth = 3;
        context.stroke();
        context.fillStyle = hollow ? PALETTE[theme].paper : PALETTE[theme][group];
        context.fill();
        if (!hollow) return;
        context.clip();
        context.strokeStyle = PALETTE[theme][group];
        context.lineWidth = 4;
        context.stroke();
    });
}

const PARTS = 24;
const RING = 4.5;
const MOST_KEPT = 4000;

/**
 * The ring of a town with many incidents, in parts of a twenty-fourth.
 *
 * @param {ArrayLike<number>} counts by group
 * @param {number} total
 * @param {number} r
 * @param {import('./palette.js').Theme} theme
 * @param {number} ratio
 * @returns {Sprite}
 */
export function ring(counts, total, r, theme, ratio) {
    const parts = [0, 1, 2, 3].map((g) => counts[g] ? Math.max(1, Math.round((counts[g] / total) * PARTS)) : 0);
    const key = `ring ${parts.join()} ${r} ${theme} ${ratio}`;
    return kept.get(key) ?? keep(key, r + 2, ratio, (context, half) => {
        const colours = PALETTE[theme];
        context.beginPath();
        context.arc(half, half, r + 1.5, 0, 2 * Math.PI);
        context.fillStyle = colours.paper;
        context.fill();
        const sum = parts[0] + parts[1] + parts[2] + parts[3];
        let angle = -Math.PI / 2;
        context.lineWidth = RING;
        for (let g = 0; g < 4; g++) {
            if (!parts[g]) continue;
            const gap = parts[g] < sum ? 0.06 : 0;
            const next = angle + (parts[g] / sum) * 2 * Math.PI;
            context.beginPath();
            context.arc(half, half, r - RING / 2, angle + gap / 2, next - gap / 2);
            context.strokeStyle = colours[GROUPS[g]];
            context.stroke();
            angle = next;
        }
    });
}

/**
 * A number, to be put into a ring.
 *
 * @param {number} n
 * @param {number} size
 * @param {import('./palette.js').Theme} theme
 * @param {number} ratio
 * @returns {Sprite}
 */
export function figure(n, size, theme, ratio) {
    const text = n > 9999 ? `${Math.round(n / 1000)}k` : String(n);
    const key = `figure ${text} ${size} ${theme} ${ratio}`;
    return kept.get(key) ?? keep(key, size * 1.6, ratio, (context, half) => {
        context.font = `600 ${size}px system-ui, -apple-system, "Segoe UI", Roboto, "Noto Sans", "DejaVu Sans", sans-serif`;
        context.textAlign = 'center';
        context.textBaseline = 'middle';
        context.fillStyle = PALETTE[theme].ink;
        context.fillText(text, half, half + 0.5);
    });
}

/**
 * @param {string} key
 * @param {number} reach
 * @param {number} ratio
 * @param {(context: CanvasRenderingContext2D, half: number) => void} paint
 * @returns {Sprite}
 */
function keep(key, reach, ratio, paint) {
    if (kept.size > MOST_KEPT) kept.clear();
    const half = Math.ceil(reach);
    const image = document.createElement('canvas');
    image.width = image.height = half * 2 * ratio;
    const context = /** @type {CanvasRenderingContext2D} */ (image.getContext('2d'));
    context.scale(ratio, ratio);
    paint(context, half);
    const sprite = {image, half};
    kept.set(key, sprite);
    return sprite;
}
