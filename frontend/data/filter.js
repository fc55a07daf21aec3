/** Which incidents the reader wants to see, whatever the time. */

import {GROUP_OF, STATUSES, TYPES} from './types.js';

/** @typedef {import('./columns.js').Columns} Columns */

/**
 * @typedef {object} Filter
 * @property {string[]} hidden types that are not wanted
 * @property {string} q words that must all occur
 * @property {string} place key of the one place wanted, or ''
 * @property {string[]} statuses statuses wanted; empty: all
 * @property {number} confidence the least wanted
 * @property {string} source id of the one report wanted, or ''
 * @property {string} asOf ISO day: only what had been published by then, or ''
 */

/** @returns {Filter} */
export function noFilter() {
    return {hidden: [], q: '', place: '', statuses: [], confidence: 0, source: '', asOf: ''};
}

/** @param {Filter} filter */
export function isFiltering(filter) {
    return JSON.stringify(filter) !== JSON.stringify(noFilter());
}

/** @param {string} text */
function plain(text) {
    return text.normalize('NFD').replace(/\p{M}/gu, '').toLocaleLowerCase();
}

/** @type {WeakMap<Columns, string[]>} */
const searchable = new WeakMap();

/** @param {Columns} columns */
function texts(columns) {
    let all = searchable.get(columns);
    if (!all) {
        all = columns.incidents.map(({properties: p}) => plain([
            p.title, p.place, p.place_local, p.admin1, ...(p.actors ?? []),
            ...(p.sources ?? []).flatMap((s) => [s.quote, s.title, s.attribution]),
        ].filter(Boolean).join('\n')));
        searchable.set(columns, all);
    }
    return all;
}

/**
 * One byte an incident: 1 where it passes.
 *
 * @param {Columns} columns
 * @param {Filter} filter
 */
export function mask(columns, filter) {
    const passes = new Uint8Array(columns.n);
    const types = TYPES.map((type) => !filter.hidden.includes(type));
    const statuses = STATUSES.map((s) => !filter.statuses.length || filter.statuses.includes(s));
    const words = plain(filter.q).split(/\s+/).filter(Boolean);
    const place = filter.place ? columns.places.findIndex((p) => p.key === filter.place) : -1;
    const text = words.length ? texts(columns) : [];
    for (let i = 0; i < columns.n; i++) {
        const p = columns.incidents[i].properties;
        passes[i] = +(types[columns.type[i]]
            && statuses[columns.status[i]]
            && columns.confidence[i] >= filter.confidence
            && (place < 0 || columns.place[i] === place)
            && (!filter.asOf || (p.first_published ?? '') <= filter.asOf)
            && (!filter.source || p.sources.some((s) => s.report === filter.source))
            && words.every((word) => text[i].includes(word)));
    }
    return passes;
}

/**
 * The same filter in the words of the service.
 *
 * @param {Filter} filter
 * @returns {URLSearchParams}
 */
export function asQuery(filter) {
    const query = new URLSearchParams();
    if (filter.hidden.length) query.set('type', Object.keys(GROUP_OF).filter((t) => !filter.hidden.includes(t)).join(','));
    if (filter.q) query.set('q', filter.q);
    if (filter.place) query.set('place', filter.place);
    if (filter.statuses.length) query.set('status', filter.statuses.join(','));
    if (filter.confidence) query.set('min_confidence', String(filter.confidence));
    if (filter.asOf) query.set('as_of', filter.asOf);
    return query;
}
