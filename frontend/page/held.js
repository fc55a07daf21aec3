/** The incidents where the browser holds them all; asks the service for what only it knows of them. */

import {toast} from '../bar/bar.js';
import {matching, ServiceError} from '../data/api.js';
import {asksService, asQuery, mask, noFilter} from '../data/filter.js';
import {GROUPS, STATUSES, TYPES} from '../data/types.js';
import {busiest, whole} from '../time/extent.js';
import {histogram, isSilent} from '../time/histogram.js';

/** @typedef {import('../data/columns.js').Columns} Columns */
/** @typedef {import('../data/filter.js').Filter} Filter */
/** @typedef {import('../time/window.js').Stretch} Stretch */
/** @typedef {import('../map/tally.js').Tally} Tally */
/** @typedef {{shown: number, all: number, reports: number, silent: boolean}} Counted */

export class Held extends EventTarget {
    #request = new AbortController();
    #asked = '';
    /** @type {Uint8Array|null} */
    #found = null;
    #words;
    /** Before it there is something to be seen. @type {Promise<unknown>|undefined} */
    begun;

    /** @param {Columns} columns @param {number} reports @param {() => import('../words/words.js').Words} words */
    constructor(columns, reports, words) {
        super();
        this.columns = columns;
        this.all = columns.n;
        this.reports = reports;
        this.#words = words;
    }

    /** Which stretch of time there is. @param {boolean} everything */
    limits(everything) {
        return (everything ? whole : busiest)(this.columns.start, this.columns.end);
    }

    /** How many that pass lie outside of it. @param {Filter} filter @param {Stretch} limits */
    outside(filter, {from, to}) {
        const {start, end} = this.columns;
        return this.mask(filter).reduce((n, passes, i) => n + passes * +(start[i] >= to || end[i] <= from), 0);
    }

    /** How many have come since. @param {{columns: Columns}} before */
    fresh({columns}) {
        return this.columns.ids.filter((id) => columns.row(id) < 0).length;
    }

    end() {
        this.#request.abort();
    }

    /** The view is another. */
    look() {}

    /** Whether the service has answered what the filter wants; if not, it is asked, and `then` called. @param {Filter} filter @param {() => void} then */
    ready(filter, then) {
        const asked = asksService(filter) ? `${filter.q}\n${filter.source}` : '';
        if (asked === this.#asked) return true;
        this.#request.abort();
        this.#request = new AbortController();
        this.#asked = asked;
        if (asked) {
            this.#ask(filter, this.#request.signal, then);
            return false;
        }
        this.#found = null;
        return true;
    }

    /** @param {Filter} filter @param {AbortSignal} signal @param {() => void} then */
    async #ask({q, source}, signal, then) {
        try {
            this.#found = this.columns.among((await matching(asQuery({...noFilter(), q, source}), signal)).ids);
        } catch (e) {
            if (signal.aborted) return;
            if (!(e instanceof ServiceError)) throw e;
            this.#found = new Uint8Array(this.all);
            toast([this.#words().t(`error.${e.kind}`), e.detail].filter(Boolean).join(' '));
        }
        if (!signal.aborted) then();
    }

    /** One byte an incident: 1 where it passes. @param {Filter} filter */
    mask(filter) {
        return mask(this.columns, filter, this.#found);
    }

    /** How many of each group would pass if no type were hidden. @param {Filter} filter */
    groups(filter) {
        return this.#counts(this.columns.group, GROUPS.length, {...filter, hidden: []});
    }

    /** How many of each type would pass within a window. @param {Filter} filter @param {Stretch} window */
    types(filter, window) {
        return this.#counts(this.columns.type, TYPES.length, {...filter, hidden: []}, window);
    }

    /** How many of each status would. @param {Filter} filter @param {Stretch} window */
    statuses(filter, window) {
        return this.#counts(this.columns.status, STATUSES.length, {...filter, statuses: []}, window);
    }

    /** @param {Uint8Array} column @param {number} size @param {Filter} filter @param {Stretch} [window] */
    #counts(column, size, filter, window) {
        const {n, start, end} = this.columns;
        const passes = this.mask(filter);
        const counts = new Uint32Array(size);
        for (let i = 0; i < n; i++) if (!window || (start[i] < window.to && end[i] > window.from)) counts[column[i]] += passes[i];
        return counts;
    }

    /** @param {Filter} filter @param {Stretch} limits @param {number} width */
    bars(filter, limits, width) {
        return histogram(this.columns, this.mask(filter), limits, width);
    }

    /** How many are shown. @param {Filter} _filter @param {Stretch} window @param {Tally} tally @returns {Counted} */
    count(_filter, window, {shown}) {
        return {shown, all: this.all, reports: this.reports, silent: !shown && isSilent(this.columns, window)};
    }

    /** What there is to list of them. @param {Filter} _filter @param {Stretch} _window @param {boolean} _playing @param {Tally} tally */
    listed(_filter, _window, _playing, {rows, shown}) {
        return {columns: this.columns, rows: rows.subarray(0, shown), all: shown};
    }

    /** A window is shown. @param {Stretch} _window @param {boolean} _playing */
    at(_window, _playing) {}

    /** There is no more of it. */
    more() {}

    /** Titles are there. */
    async title() {}
}
