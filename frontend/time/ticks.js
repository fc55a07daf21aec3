/** Where the axis of the timeline is marked, and how a mark is worded. */

import {DAY} from './minutes.js';

/** @typedef {import('./window.js').Stretch} Stretch */
/** @typedef {{at: number[], options: Intl.DateTimeFormatOptions, days: boolean}} Ticks `days`: each stands for the whole of its day */

/** So much room the name of a month or a year wants, in pixels. */
const ROOM = 56;

/** @param {Stretch} limits @param {number} perDay how wide a day is, in pixels @returns {Ticks} */
export function ticks(limits, perDay) {
    const monthly = (/** @type {number} */ months) => turns(limits, months, ROOM / perDay * DAY);
    if (perDay > 92) return {at: steps(limits, 1), options: {weekday: 'short', day: 'numeric', month: 'short'}, days: true};
    if (perDay > 46) return {at: steps(limits, 1), options: {weekday: 'short', day: 'numeric'}, days: true};
    if (perDay > 24) return {at: steps(limits, 1), options: {day: 'numeric'}, days: true};
    if (perDay > 7) return {at: steps(limits, 7), options: {day: 'numeric', month: 'short'}, days: false};
    const month = {month: /** @type {const} */ ('short'), year: /** @type {const} */ ('numeric')};
    if (perDay > 2) return {at: monthly(1), options: month, days: false};
    if (perDay > 0.7) return {at: monthly(3), options: month, days: false};
    return {at: monthly(12), options: {year: 'numeric'}, days: false};
}

/** @param {Stretch} limits @param {number} days */
function steps({from, to}, days) {
    const at = [];
    for (let minute = from; minute < to; minute += days * DAY) at.push(minute);
    return at;
}

/** The beginning, where there is room before the next, and the first days of months. @param {Stretch} limits @param {number} months @param {number} room in minutes */
function turns({from, to}, months, room) {
    const began = new Date(from * 60000);
    const at = [];
    for (let month = Math.floor(began.getUTCMonth() / months) * months; ; month += months) {
        const minute = Date.UTC(began.getUTCFullYear(), month) / 60000;
        if (minute >= to) break;
        if (minute >= from) at.push(minute);
    }
    return !at.length || at[0] - from > room ? [from, ...at] : at;
}
