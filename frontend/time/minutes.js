/**
 * Moments are whole minutes since 1970-01-01 on the clock of the place where it happened, so that the viewer's time zone
 * cannot move an incident to the day before.
 */

export const HOUR = 60;
export const DAY = 24 * HOUR;

const MOMENT = /^(\d{4})-(\d\d)-(\d\d)(?:T(\d\d):(\d\d))?/;

/**
 * When a period beginning at the ISO date or date-time begins.
 *
 * @param {string} text
 */
export function beginning(text) {
    const m = MOMENT.exec(text);
    if (!m) throw new Error(`not a date: ${text}`);
    return Date.UTC(+m[1], +m[2] - 1, +m[3], +(m[4] ?? 0), +(m[5] ?? 0)) / 60000;
}

/**
 * The first minute after a period that ends, inclusively, with the ISO date or date-time.
 *
 * @param {string} text
 */
export function ending(text) {
    return beginning(text) + (text.length > 10 ? 1 : DAY);
}

/** @param {number} minutes */
export function floorDay(minutes) {
    return Math.floor(minutes / DAY) * DAY;
}

/** @param {number} minutes */
export function ceilDay(minutes) {
    return Math.ceil(minutes / DAY) * DAY;
}

/** @param {number} minutes */
export function date(minutes) {
    return new Date(minutes * 60000);
}

/** @param {number} minutes */
export function isoDay(minutes) {
    return date(minutes).toISOString().slice(0, 10);
}

/**
 * The shortest ISO text: a day where the minute is midnight, else a date and a time.
 *
 * @param {number} minutes
 */
export function isoShort(minutes) {
    return minutes % DAY === 0 ? isoDay(minutes) : date(minutes).toISOString().slice(0, 16);
}

/**
 * The days that a stretch touches, as an OGC interval: days are those of each place, moments would be of one clock for all.
 *
 * @param {{from: number, to: number}} stretch
 */
export function isoDays({from, to}) {
    return `${isoDay(Math.floor(from))}/${isoDay(Math.max(Math.floor(from), Math.ceil(to) - 1))}`;
}
