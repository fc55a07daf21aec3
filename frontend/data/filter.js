/** Which incidents the reader wants to see, whatever the time. */

import {dayNumber} from './columns.js';
import {STATUSES, TYPES} from './types.js';

/** @typedef {import('./columns.js').Columns} Columns */

/**
 * @typedef {object} Filter
 * @property {string[]} hidden types that are not wanted
 * @property {string} q words that must all occur
 * @property {string} place key of the one place wanted, or ''
 * @property {string[]} statuses statuses wanted; empty: all
 * @property {number} confidence the least wanted
 * @property {string} source name of the one report wanted, or ''
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

/** Whether only the service knows what passes: what is written in the reports is not in the columns. @param {Filter} filter */
export function asksService(filter) {
    return Boolean(filter.q || filter.source);
}

/**
 * One byte an incident: 1 where it passes.
 *
 * @param {Columns} columns
 * @param {Filter} filter
 * @param {Uint8Array|null} [found] what the service has found for its words and its report
 */
export function mask(columns, filter, found = null) {
    const passes = new Uint8Array(columns.n);
    const types = Uint8Array.from(TYPES, (type) => +!filter.hidden.includes(type));
    const statuses = Uint8Array.from(STATUSES, (s) => +(!filter.statuses.length || filter.statuses.includes(s)));
    const place = filter.place ? columns.places.findIndex((p) => p.key === filter.place) : -1;
    const asOf = filter.asOf ? dayNumber(filter.asOf) : Infinity;
    const {type, status, confidence, place: at, published} = columns;
    // A little less: the service's confidence is a float, and so is ours.
    const least = filter.confidence - 1e-6;
    for (let i = 0; i < columns.n; i++) {
        passes[i] = +(types[type[i]] && statuses[status[i]] && confidence[i] >= least && (place < 0 || at[i] === place)
            && (asOf === Infinity || published[i] <= asOf) && (!found || found[i]));
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
    if (filter.hidden.length) query.set('type', TYPES.filter((t) => !filter.hidden.includes(t)).join(','));
    if (filter.q) query.set('q', filter.q);
    if (filter.place) query.set('place', filter.place);
    if (filter.statuses.length) query.set('status', filter.statuses.join(','));
    if (filter.confidence) query.set('min_confidence', String(filter.confidence));
    if (filter.asOf) query.set('as_of', filter.asOf);
    if (filter.source) query.set('report', filter.source);
    return query;
}
