/** Draws the histogram and its axis. */

import {GROUPS} from '../data/types.js';
import {PALETTE, withAlpha} from '../map/palette.js';
import {DAY} from '../time/minutes.js';
import {ticks} from '../time/ticks.js';
import {formatted} from '../words/when.js';

/** @typedef {import('../time/window.js').Stretch} Stretch */

export const AXIS = 20;

/**
 * @param {CanvasRenderingContext2D} context
 * @param {{width: number, height: number}} size
 * @param {import('../time/histogram.js').Histogram} bars
 * @param {Stretch} limits
 * @param {Stretch|null} window what stands out; null: nothing
 * @param {import('../map/palette.js').Theme} theme
 * @param {import('../words/words.js').Words} words
 */
export function draw(context, {width, height}, bars, limits, window, theme, words) {
    const x = (/** @type {number} */ minutes) => ((minutes - limits.from) / (limits.to - limits.from)) * width;
    axis(context, limits, x, width, height, theme, words);
    context.globalAlpha = 0.34;
    stacks(context, bars, limits, x, height, theme, words);
    context.globalAlpha = 1;
    if (!window) return;
    context.save();
    context.beginPath();
    context.rect(x(window.from), 0, x(window.to) - x(window.from), height);
    context.clip();
    stacks(context, bars, limits, x, height, theme, words);
    context.restore();
}

/**
 * @param {CanvasRenderingContext2D} context
 * @param {import('../time/histogram.js').Histogram} bars
 * @param {Stretch} limits
 * @param {(minutes: number) => number} x
 * @param {number} height
 * @param {import('../map/palette.js').Theme} theme
 * @param {import('../words/words.js').Words} words
 */
function stacks(context, bars, limits, x, height, theme, words) {
    const colours = PALETTE[theme];
    const room = height - AXIS - 8;
    const base = height - AXIS;
    for (let b = 0; b < bars.size; b++) {
        const from = bars.from + b * bars.width;
        const left = x(from);
        const full = Math.max(1, x(Math.min(from + bars.width, limits.to)) - left);
        const gap = full > 6 ? Math.min(6, full * 0.12) : 0;
        let y = base;
        for (let g = 0; g < 4; g++) {
            const n = bars.counts[b * 4 + g];
            if (!n) continue;
            const h = Math.max(1, (n / bars.most) * room);
            context.fillStyle = colours[GROUPS[g]];
            context.fillRect(left + gap / 2, y - h, full - gap, Math.max(1, h - (h > 4 ? 1 : 0)));
            y -= h;
        }
    }
    for (let b = 0; b < bars.size; b++) {
        if (!bars.silent[b]) continue;
        const first = b;
        while (b + 1 < bars.size && bars.silent[b + 1]) b++;
        const left = x(bars.from + first * bars.width);
        silence(context, left, x(Math.min(bars.from + (b + 1) * bars.width, limits.to)) - left, base, colours, words);
    }
}

/**
 * A gap in reporting is no calm: it is hatched, and named where there is room.
 *
 * @param {CanvasRenderingContext2D} context
 * @param {number} left
 * @param {number} width
 * @param {number} base
 * @param {Record<string, string>} colours
 * @param {import('../words/words.js').Words} words
 */
function silence(context, left, width, base, colours, words) {
    const top = base - 26;
    context.save();
    context.beginPath();
    context.rect(left, top, width, 26);
    context.clip();
    context.beginPath();
    for (let d = left - 26; d < left + width; d += 6) {
        context.moveTo(d, base);
        context.lineTo(d + 26, top);
    }
    context.strokeStyle = colours.border;
    context.lineWidth = 1;
    context.stroke();
    context.font = '11px system-ui, sans-serif';
    const text = words.t('timeline.noreports');
    const room = context.measureText(text).width + 12;
    if (width > room) {
        context.fillStyle = colours.paper;
        context.fillRect(left + (width - room) / 2, base - 21, room, 16);
        context.fillStyle = colours.label;
        context.textAlign = 'center';
        context.textBaseline = 'middle';
        context.fillText(text, left + width / 2, base - 13);
    }
    context.restore();
}

/**
 * @param {CanvasRenderingContext2D} context
 * @param {Stretch} limits
 * @param {(minutes: number) => number} x
 * @param {number} width
 * @param {number} height
 * @param {import('../map/palette.js').Theme} theme
 * @param {import('../words/words.js').Words} words
 */
function axis(context, limits, x, width, height, theme, words) {
    const colours = PALETTE[theme];
    const base = height - AXIS;
    context.fillStyle = withAlpha(colours.border, 0.6);
    context.fillRect(0, base, width, 1);
    context.font = '11px system-ui, sans-serif';
    context.textBaseline = 'middle';
    const perDay = width / ((limits.to - limits.from) / DAY);
    const {at: marks, options, days: whole} = ticks(limits, perDay);
    let right = -Infinity;
    for (const at of marks) {
        const left = x(at);
        context.fillStyle = withAlpha(colours.border, 0.6);
        context.fillRect(left, base, 1, 5);
        const text = formatted(at, words, options).replace(',', '');
        context.fillStyle = colours.label;
        const w = context.measureText(text).width;
        const middle = whole ? left + perDay / 2 - w / 2 : left + 4;
        if (middle > right + 6 && middle + w <= width) {
            context.textAlign = 'left';
            context.fillText(text, middle, base + 12);
            right = middle + w;
        }
    }
}
