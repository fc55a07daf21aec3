/** Draws what is chosen or pointed at: a ring around its mark, and how far off it may be. */

import {PALETTE, withAlpha} from './palette.js';

/** @param {CanvasRenderingContext2D} context @param {number} x @param {number} y @param {number} r how far off it may be @param {import('./palette.js').Theme} theme */
export function drawHalo(context, x, y, r, theme) {
    const {accent} = PALETTE[theme];
    context.beginPath();
    context.arc(x, y, r, 0, 2 * Math.PI);
    context.fillStyle = withAlpha(accent, 0.08);
    context.fill();
    context.setLineDash([4, 4]);
    context.lineWidth = 1.2;
    context.strokeStyle = withAlpha(accent, 0.7);
    context.stroke();
    context.setLineDash([]);
}

/** @param {CanvasRenderingContext2D} context @param {number} x @param {number} y @param {number} r @param {import('./palette.js').Theme} theme */
export function drawRing(context, x, y, r, theme) {
    const {paper, accent} = PALETTE[theme];
    context.beginPath();
    context.arc(x, y, r, 0, 2 * Math.PI);
    context.strokeStyle = paper;
    context.lineWidth = 5;
    context.stroke();
    context.strokeStyle = accent;
    context.lineWidth = 2.5;
    context.stroke();
}
