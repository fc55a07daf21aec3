/** When something happened, as people say it. */

import {beginning, date, DAY, ending} from '../time/minutes.js';

/** @typedef {import('./words.js').Words} Words */

/** @typedef {{format(at: Date): string, formatRange(from: Date, to: Date): string}} Format */

/** @type {Map<string, Format>} */
const formats = new Map();

/** @param {Words} words @param {Intl.DateTimeFormatOptions} options @returns {Format} */
function format(words, options) {
    const key = words.locale + JSON.stringify(options);
    let made = formats.get(key);
    if (!made) {
        made = words.kazakh?.kazakh(options) ?? new Intl.DateTimeFormat(words.locale, {...options, timeZone: 'UTC'});
        formats.set(key, made);
    }
    return made;
}

const FULL = /** @type {const} */ ({weekday: 'long', day: 'numeric', month: 'long', year: 'numeric'});
const LONG = /** @type {const} */ ({day: 'numeric', month: 'long', year: 'numeric'});

/** "Wednesday 5 January 2022". @param {number} minutes @param {Words} words */
export function day(minutes, words) {
    return format(words, FULL).format(date(minutes)).replace(/^(\p{L}+), (?=\d)/u, '$1 ');
}

/** "5 January 2022". @param {number} minutes @param {Words} words */
export function plainDay(minutes, words) {
    return format(words, LONG).format(date(minutes));
}

/** "Wed 5 Jan", for lists; with its year where they are of several. @param {number} minutes @param {Words} words @param {number[]} [all] moments */
export function shortDay(minutes, words, all = []) {
    const year = new Set(all.map((each) => date(each).getUTCFullYear())).size > 1 ? 'numeric' : undefined;
    return format(words, {weekday: 'short', day: 'numeric', month: 'short', year}).format(date(minutes)).replace(',', '');
}

/** @param {number} minutes @param {Words} words @param {Intl.DateTimeFormatOptions} options */
export function formatted(minutes, words, options) {
    return format(words, options).format(date(minutes));
}

/** "3–5 January 2022", both days inclusive. @param {number} from @param {number} to exclusive @param {Words} words */
export function days(from, to, words) {
    return format(words, LONG).formatRange(date(from), date(to - 1));
}

/** "16:44". @param {number} minutes @param {Words} words */
export function time(minutes, words) {
    return format(words, {hour: '2-digit', minute: '2-digit', hourCycle: 'h23'}).format(date(minutes));
}

/**
 * The period of an incident in words, no more exact than the report.
 *
 * @param {{start: string, end: string, time_precision: string}} incident
 * @param {Words} words
 */
export function when({start, end, time_precision: precision}, words) {
    const from = beginning(start);
    return period({from, to: Math.max(from + 1, ending(end)), precision}, words);
}

/** @param {{from: number, to: number, precision: string}} period `to` is exclusive @param {Words} words */
export function period({from, to, precision}, words) {
    const length = to - from;
    switch (precision) {
        case 'hour':
            return hours(from, to, words);
        case 'week':
            return words.t('when.week', {range: days(from, to, words)});
        case 'month':
            return words.t('when.month', {month: format(words, {month: 'long', year: 'numeric'}).format(date(from))});
        case 'year':
            return words.t('when.year', {year: format(words, {year: 'numeric'}).format(date(from))});
        default:
            if (length <= DAY) return day(from, words);
            if (length === 2 * DAY && date(from).getUTCDay() === 6) return words.t('when.weekend', {range: days(from, to, words)});
            return words.t('when.between', {range: days(from, to, words)});
    }
}

/** @param {number} from @param {number} to @param {Words} words */
function hours(from, to, words) {
    const on = day(from, words);
    if (to - from <= 60) return words.t('when.hour', {day: on, time: time(from, words)});
    return words.t('when.hours', {day: on, from: time(from, words), to: time(to - 1, words)});
}

/**
 * The date that the timeline shows large, with what it means before it.
 *
 * @param {import('../time/window.js').Stretch} window
 * @param {string} span
 * @param {Words} words
 * @returns {{lead: string, date: string}}
 */
export function headline(window, span, words, asOf = '') {
    const {lead, date} = moment(window, span, words);
    return {lead: asOf ? `${lead}, ${words.t('date.asof', {day: plainDay(beginning(asOf), words)})}` : lead, date};
}

/** @param {import('../time/window.js').Stretch} window @param {string} span @param {Words} words */
function moment(window, span, words) {
    const last = window.to - 1;
    const weekday = format(words, {weekday: 'long'}).format(date(last));
    if (span === 'all') return {lead: words.t('date.upto', {weekday}), date: plainDay(last, words)};
    if (span === 'hour' || span === 'hours6') {
        const lead = `${weekday}, ${time(window.from, words)}–${time(window.to, words)}`;
        return {lead, date: plainDay(last, words)};
    }
    if (span === 'day') return {lead: weekday, date: plainDay(last, words)};
    const from = format(words, {weekday: 'short'}).format(date(window.from));
    const to = format(words, {weekday: 'short'}).format(date(last));
    return {lead: `${from} – ${to}`, date: days(window.from, window.to, words)};
}
