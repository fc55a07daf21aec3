/** Draws arrivals, coloured by their day, and thin lines from the nearest earlier one. */

import {date, DAY, floorDay} from '../time/minutes.js';
import {PALETTE, withAlpha} from './palette.js';
import {forerunners, moment} from './spread.js';

const R = 11;

/**
 * @param {CanvasRenderingContext2D} context
 * @param {import('./spread.js').Arrival[]} arrivals in canvas pixels
 * @param {{from: number, to: number}} limits
 * @param {import('./palette.js').Theme} theme
 */
export function drawSpread(context, arrivals, limits, theme) {
    const colours = PALETTE[theme];
    const span = Math.max(1, limits.to - DAY - limits.from);
    const colour = (/** @type {number} */ first) => moment((floorDay(first) - limits.from) / span, theme);
    const before = forerunners(arrivals);
    arrivals.forEach((here, i) => {
        if (before[i] < 0) return;
        arrow(context, arrivals[before[i]], here, colour(here.first));
    });
    const short = limits.to - limits.from <= 31 * DAY;
    context.textAlign = 'center';
    context.textBaseline = 'middle';
    for (const here of [...arrivals].sort((a, b) => b.first - a.first)) {
        const r = short ? R : 6;
        context.beginPath();
        context.arc(here.x, here.y, r, 0, 2 * Math.PI);
        context.fillStyle = colour(here.first);
        context.fill();
        context.lineWidth = 2;
        context.strokeStyle = colours.paper;
        context.stroke();
        if (!short) continue;
        context.font = '600 12px system-ui, sans-serif';
        context.fillStyle = colours.paper;
        context.fillText(String(date(here.first).getUTCDate()), here.x, here.y + 0.5);
    }
    context.textAlign = 'start';
}

/** @param {CanvasRenderingContext2D} context @param {{x: number, y: number}} from @param {{x: number, y: number}} to @param {string} colour */
function arrow(context, from, to, colour) {
    const [dx, dy] = [to.x - from.x, to.y - from.y];
    const length = Math.hypot(dx, dy);
    if (length < 3 * R) return;
    const bend = Math.min(40, length * 0.16);
    const control = {x: (from.x + to.x) / 2 + (dy / length) * bend, y: (from.y + to.y) / 2 - (dx / length) * bend};
    const angle = Math.atan2(to.y - control.y, to.x - control.x);
    const tip = {x: to.x - Math.cos(angle) * (R + 4), y: to.y - Math.sin(angle) * (R + 4)};
    context.beginPath();
    context.moveTo(from.x, from.y);
    context.quadraticCurveTo(control.x, control.y, tip.x, tip.y);
    context.lineWidth = 1.5;
    context.strokeStyle = withAlpha(colour, 0.6);
    context.stroke();
    context.beginPath();
    context.moveTo(tip.x + Math.cos(angle) * 3, tip.y + Math.sin(angle) * 3);
    for (const side of [2.6, -2.6]) context.lineTo(tip.x + Math.cos(angle + side) * 7, tip.y + Math.sin(angle + side) * 7);
    context.closePath();
    context.fillStyle = withAlpha(colour, 0.85);
    context.fill();
}
