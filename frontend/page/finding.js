/** Which incidents pass the filter; asks the service for what only it knows. */

import {toast} from '../bar/bar.js';
import {matching, ServiceError} from '../data/api.js';
import {asksService, asQuery, mask, noFilter} from '../data/filter.js';
import {GROUPS} from '../data/types.js';

/** @typedef {import('../data/columns.js').Columns} Columns */
/** @typedef {import('../data/filter.js').Filter} Filter */

export class Finding {
    #request = new AbortController();
    #asked = '';
    /** @type {Uint8Array|null} */
    #found = null;
    #words;

    /** @param {() => import('../words/words.js').Words} words */
    constructor(words) {
        this.#words = words;
    }

    /** Other incidents: what was found among the old ones is worth nothing. */
    forget() {
        this.#request.abort();
        this.#asked = '';
        this.#found = null;
    }

    /** Whether the service has answered what the filter wants; if not, it is asked, and `then` called. @param {Columns} columns @param {Filter} filter @param {() => void} then */
    ready(columns, filter, then) {
        const asked = asksService(filter) ? `${filter.q}\n${filter.source}` : '';
        if (asked === this.#asked) return true;
        this.#request.abort();
        this.#request = new AbortController();
        this.#asked = asked;
        if (asked) {
            this.#ask(columns, filter, this.#request.signal, then);
            return false;
        }
        this.#found = null;
        return true;
    }

    /** @param {Columns} columns @param {Filter} filter @param {AbortSignal} signal @param {() => void} then */
    async #ask(columns, {q, source}, signal, then) {
        try {
            this.#found = columns.among((await matching(asQuery({...noFilter(), q, source}), signal)).ids);
        } catch (e) {
            if (signal.aborted) return;
            if (!(e instanceof ServiceError)) throw e;
            this.#asked = '';
            this.#found = new Uint8Array(columns.n);
            toast([this.#words().t(`error.${e.kind}`), e.detail].filter(Boolean).join(' '));
        }
        if (!signal.aborted) then();
    }

    /** One byte an incident: 1 where it passes. @param {Columns} columns @param {Filter} filter */
    mask(columns, filter) {
        return mask(columns, filter, this.#found);
    }

    /** How many of each group would pass if no type were hidden. @param {Columns} columns @param {Filter} filter */
    groups(columns, filter) {
        const passes = this.mask(columns, {...filter, hidden: []});
        const counts = new Uint32Array(GROUPS.length);
        for (let i = 0; i < columns.n; i++) counts[columns.group[i]] += passes[i];
        return counts;
    }
}
