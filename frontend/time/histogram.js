/** Counts of incidents by stretch of time and group. */

import {DAY} from './minutes.js';

/** @typedef {import('./window.js').Stretch} Stretch */
/** @typedef {{from: number, width: number, counts: Uint32Array, size: number, most: number,
 *   silent: Uint8Array}} Histogram `silent` is 1 where nothing at all is told, filter or not */

const WIDTHS = [DAY, 7 * DAY, 30 * DAY, 91 * DAY, 365 * DAY];

/**
 * The narrowest width of bar that leaves each at least `leastPx` wide.
 *
 * @param {Stretch} limits
 * @param {number} px
 */
export function barWidth(limits, px, leastPx = 4) {
    const most = Math.max(1, px / leastPx);
    return WIDTHS.find((w) => (limits.to - limits.from) / w <= most) ?? WIDTHS[WIDTHS.length - 1];
}

/**
 * Counts each incident once, where it begins (or where the limits begin, if it began before and still lasts).
 *
 * @param {{n: number, start: Int32Array, end: Int32Array, group: Uint8Array}} columns
 * @param {Uint8Array} mask
 * @param {Stretch} limits
 * @param {number} width
 * @returns {Histogram}
 */
export function histogram(columns, mask, limits, width) {
    const size = Math.max(1, Math.ceil((limits.to - limits.from) / width));
    const counts = new Uint32Array(size * 4);
    const silent = new Uint8Array(size).fill(1);
    for (let i = 0; i < columns.n; i++) {
        if (columns.start[i] >= limits.to || columns.end[i] <= limits.from) continue;
        const bin = Math.max(0, Math.floor((columns.start[i] - limits.from) / width));
        const last = Math.min(size - 1, Math.floor((columns.end[i] - 1 - limits.from) / width));
        for (let b = bin; b <= last; b++) silent[b] = 0;
        if (mask[i]) counts[bin * 4 + columns.group[i]]++;
    }
    let most = 0;
    for (let b = 0; b < size; b++) {
        most = Math.max(most, counts[b * 4] + counts[b * 4 + 1] + counts[b * 4 + 2] + counts[b * 4 + 3]);
    }
    return {from: limits.from, width, counts, size, most, silent};
}

/**
 * Whether nothing at all is told of a stretch, filter or not: a gap in reporting, which is not the same as calm.
 *
 * @param {import('../data/columns.js').Columns} columns
 * @param {Stretch} window
 */
export function isSilent(columns, {from, to}) {
    const [low, high] = columns.slice(from, to);
    for (let i = low; i < high; i++) if (columns.end[i] > from) return false;
    return true;
}
