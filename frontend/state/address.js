/** The state as a short, readable query, and back. Defaults are left out. */

import {TYPES, STATUSES} from '../data/types.js';
import {beginning, DAY, ending, isoDay, isoShort} from '../time/minutes.js';
import {ofSpan, SPANS} from '../time/window.js';

/** @typedef {import('./state.js').Choice} Choice */
/** @typedef {import('../time/window.js').Stretch} Stretch */

/** The last moment of a window, inclusive, as people write it. @param {number} to */
function last(to) {
    return to % DAY === 0 ? isoDay(to - 1) : isoShort(to - 1);
}

/**
 * @param {Choice} choice
 * @param {Stretch} limits
 * @param {string} [view] zoom/lat/lon of the map
 */
export function write(choice, limits, view) {
    const {window, span, filter} = choice;
    /** @type {[string, string|number|boolean][]} */
    const pairs = [
        ['from', span === 'free' ? isoShort(window.from) : ''],
        ['to', window.to === limits.to ? '' : last(Math.round(window.to))],
        ['span', span === 'all' || span === 'free' ? '' : span],
        ['background', choice.everything ? 1 : ''],
        ['hide', filter.hidden.join(',')],
        ['q', filter.q],
        ['place', filter.place],
        ['status', filter.statuses.join(',')],
        ['confidence', filter.confidence || ''],
        ['source', filter.source],
        ['asof', filter.asOf],
        ['view', choice.view === 'list' ? '' : choice.view],
        ['show', choice.mode === 'marks' ? '' : choice.mode],
        ['tiles', choice.tiles ? 1 : ''],
        ['incident', choice.incident],
        ['report', choice.report],
        ['speed', choice.speed === 1 ? '' : choice.speed],
        ['loop', choice.loop ? 1 : ''],
        ['lang', choice.language === 'en' ? '' : choice.language],
        ['theme', choice.theme],
        ['map', view ?? ''],
    ];
    return pairs.filter(([, value]) => value !== '')
        // Commas, colons and slashes are allowed in a query and read better bare.
        .map(([key, value]) => `${key}=${encodeURIComponent(String(value)).replace(/%2C/g, ',').replace(/%3A/g, ':').replace(/%2F/g, '/')}`)
        .join('&');
}

/**
 * What does not depend on the data; nonsense falls back to the default.
 *
 * @param {string} search
 * @returns {Partial<Choice> & {filter: import('../data/filter.js').Filter}}
 */
export function read(search) {
    const query = new URLSearchParams(search);
    const text = (/** @type {string} */ key) => query.get(key) ?? '';
    const list = (/** @type {string} */ key, /** @type {string[]} */ known) =>
        text(key).split(',').filter((item) => known.includes(item));
    const span = text('from') ? 'free' : text('span') in SPANS ? text('span') : 'all';
    const speed = Number(text('speed'));
    return {
        span,
        everything: text('background') === '1',
        filter: {
            hidden: list('hide', TYPES), q: text('q'), place: text('place'), statuses: list('status', STATUSES),
            confidence: Math.max(0, Math.min(1, Number(text('confidence')) || 0)), source: text('source'),
            asOf: isDay(text('asof')) ? text('asof') : '',
        },
        view: ['table', 'queue'].includes(text('view')) ? text('view') : 'list',
        mode: text('show') === 'spread' ? 'spread' : text('show') === 'regions' ? 'regions' : 'marks',
        tiles: text('tiles') === '1',
        incident: text('incident'),
        report: text('report'),
        speed: speed >= 0.25 && speed <= 8 ? speed : 1,
        loop: text('loop') === '1',
        language: ['en', 'ru', 'kk'].includes(text('lang')) ? text('lang') : '',
        theme: ['light', 'dark'].includes(text('theme')) ? text('theme') : '',
    };
}

/**
 * The window that the query asks for, within the limits of the data.
 *
 * @param {string} search
 * @param {string} span
 * @param {Stretch} limits
 * @returns {Stretch}
 */
export function readWindow(search, span, limits) {
    const query = new URLSearchParams(search);
    const to = moment(query.get('to'), ending) ?? limits.to;
    const end = Math.max(limits.from, Math.min(to, limits.to));
    if (span !== 'free') return ofSpan({from: end, to: end}, span, limits);
    const from = moment(query.get('from'), beginning) ?? limits.from;
    return from < end ? {from: Math.max(from, limits.from), to: end} : {from: limits.from, to: end};
}

/** @param {string|null} text @param {(text: string) => number} parse */
function moment(text, parse) {
    try {
        return text ? parse(text) : null;
    } catch {
        return null;
    }
}

/** @param {string} text */
function isDay(text) {
    return /^\d{4}-\d\d-\d\d$/.test(text) && !Number.isNaN(Date.parse(text));
}

/** @param {string} search @returns {{zoom: number, lat: number, lon: number}|null} */
export function readView(search) {
    const [zoom, lat, lon] = (new URLSearchParams(search).get('map') ?? '').split('/').map(Number);
    return zoom > 0 && Math.abs(lat) <= 85 && Math.abs(lon) <= 360 ? {zoom, lat, lon} : null;
}
