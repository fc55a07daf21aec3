/** The stretch of time that is shown: how it moves, grows and snaps. */

import {DAY, HOUR} from './minutes.js';

/** @typedef {{from: number, to: number}} Stretch half-open, in minutes */

/** Lengths to choose from; `all` starts where the data start and only its end moves. @type {Record<string, number>} */
export const SPANS = {hour: HOUR, hours6: 6 * HOUR, day: DAY, days3: 3 * DAY, week: 7 * DAY, all: Infinity};

/**
 * Moves a window, stopping at the edge of the data without getting shorter.
 *
 * @param {Stretch} window
 * @param {number} minutes
 * @param {Stretch} limits
 * @returns {Stretch}
 */
export function shift(window, minutes, limits) {
    const length = Math.min(window.to - window.from, limits.to - limits.from);
    const from = Math.max(limits.from, Math.min(window.from + minutes, limits.to - length));
    return {from, to: from + length};
}

/**
 * Puts the end of the window at `to`: a moving window keeps its length, a cumulative one its beginning.
 *
 * @param {Stretch} window
 * @param {number} to
 * @param {string} span
 * @param {Stretch} limits
 * @returns {Stretch}
 */
export function endAt(window, to, span, limits) {
    if (span === 'all') {
        const end = Math.max(limits.from, Math.min(to, limits.to));
        return {from: limits.from, to: end};
    }
    return shift(window, to - window.to, limits);
}

/**
 * The window of the length `span` that ends where `window` ends, within the limits.
 *
 * @param {Stretch} window
 * @param {string} span
 * @param {Stretch} limits
 * @returns {Stretch}
 */
export function ofSpan(window, span, limits) {
    if (span === 'all') return {from: limits.from, to: window.to};
    const length = SPANS[span];
    const to = Math.ceil(window.to / Math.min(length, DAY)) * Math.min(length, DAY);
    return shift({from: to - length, to}, 0, limits);
}

/**
 * By how much one step, or one beat of the playback, moves.
 *
 * @param {string} span
 * @param {Stretch} limits
 */
export function unit(span, limits) {
    if (span === 'all' || span === 'free') {
        const days = (limits.to - limits.from) / DAY;
        return days <= 2 ? HOUR : days <= 120 ? DAY : days <= 1000 ? 7 * DAY : 30 * DAY;
    }
    return Math.min(SPANS[span], DAY);
}

/**
 * Steps to the next whole unit, forward or back.
 *
 * @param {Stretch} window
 * @param {number} direction 1 or -1
 * @param {string} span
 * @param {Stretch} limits
 * @returns {Stretch}
 */
export function step(window, direction, span, limits) {
    const by = unit(span, limits);
    const to = direction > 0 ? Math.floor(window.to / by) * by + by : Math.ceil(window.to / by) * by - by;
    const least = span === 'all' ? limits.from + by : limits.from;
    return endAt(window, Math.max(to, least), span, limits);
}

/**
 * The window with which a playback begins.
 *
 * @param {Stretch} window
 * @param {string} span
 * @param {Stretch} limits
 * @returns {Stretch}
 */
export function atStart(window, span, limits) {
    if (span === 'all') return {from: limits.from, to: limits.from};
    return shift(window, limits.from - window.from, limits);
}
