import {ask, ServiceError} from '../data/api.js';
import {Columns, noIncidents, WANTED} from '../data/columns.js';
import {TYPES} from '../data/types.js';
import {DAY} from '../time/minutes.js';
import {outside, questionOf, sum, touched, touching} from './asking.js';

/** @typedef {import('../data/filter.js').Filter} Filter */
/** @typedef {import('../time/window.js').Stretch} Stretch */

const REST_MS = 250;
const REST_WHILE_PLAYING_MS = 1000;
const LISTED = 200;
const MOST_LISTED = 6400;

/** The latest incidents of a window, asked for when it stands still and, at leisure, while it moves. */
export class Latest {
    #columns = new Columns(noIncidents());
    /** Which of them lie in the window. */
    #rows = new Uint32Array(0);
    #key = '';
    #due = 0;
    #most = LISTED;
    #at = 0;
    /** How many there are in a window that is not of whole days; counted when it stands still. */
    #exact = -1;
    #request = new AbortController();
    #told;
    #fail;

    /** @param {() => void} told called when others are there @param {(error: ServiceError) => void} fail tells the reader */
    constructor(told, fail) {
        this.#told = told;
        this.#fail = fail;
    }

    end() {
        this.#request.abort();
        clearTimeout(this.#due);
        this.#due = 0;
        this.#key = '';
    }

    /** How many there are in the window, where the service was asked for that. @param {Filter} filter @param {Stretch} window */
    exact(filter, window) {
        return this.#exact >= 0 && this.#key === keyOf(filter, window, false) ? this.#exact : null;
    }

    /** What is known of a window, and is asked for where it is another. @param {Filter} filter @param {Stretch} window @param {boolean} playing */
    of(filter, window, playing) {
        if (this.#key !== keyOf(filter, window, playing)) {
            if (!playing) this.#most = LISTED;
            this.#ask(filter, window, playing);
        }
        return {columns: this.#columns, rows: isNothing(filter, window) ? new Uint32Array(0) : this.#rows};
    }

    /** Lists twice as many. @param {Filter} filter @param {Stretch} window */
    more(filter, window) {
        if (this.#most >= MOST_LISTED || this.#rows.length < this.#most) return;
        this.#most *= 2;
        this.#ask(filter, window, false);
    }

    /** @param {Filter} filter @param {Stretch} window @param {boolean} playing */
    #ask(filter, window, playing) {
        if (playing && (this.#due || performance.now() - this.#at < REST_WHILE_PLAYING_MS)) return;
        this.end();
        this.#key = keyOf(filter, window, playing);
        this.#exact = -1;
        if (isNothing(filter, window)) return;
        const {signal} = this.#request = new AbortController();
        this.#due = setTimeout(() => this.#fetch(signal, filter, window, playing), playing ? 0 : REST_MS);
    }

    /** @param {AbortSignal} signal @param {Filter} filter @param {Stretch} window @param {boolean} playing */
    async #fetch(signal, filter, window, playing) {
        this.#at = performance.now();
        const [query, most] = [questionOf(filter), this.#most];
        try {
            // so many of the same days come after all that lies in the window, or between
            const out = sum(await outside(query, window, signal));
            const asked = `latest=${most + Math.ceil(out)}&${touching(query, window)}`;
            const [answer, all] = await Promise.all([ask(`/api/incidents?f=columns&properties=${WANTED}&${asked}`, signal),
                !playing && (window.from % DAY || window.to % DAY) ? touched(query, window, signal) : null]);
            if (signal.aborted) return;
            this.#columns = Object.assign(new Columns(answer), {asked});
            this.#rows = lastIn(this.#columns, window, most);
            if (all) this.#exact = Math.round(sum(all) - out);
            this.#due = 0;
            this.#told();
        } catch (e) {
            if (signal.aborted) return;
            this.end();
            if (!(e instanceof ServiceError)) throw e;
            this.#fail(e);
        }
    }
}

/** The last rows that lie in a window. @param {Columns} columns @param {Stretch} window @param {number} most */
function lastIn({n, start, end}, {from, to}, most) {
    return Uint32Array.from({length: n}, (_, i) => i).filter((i) => start[i] < to && end[i] > from).slice(-most);
}

/** Whether nothing can lie in it: the service is not asked for no type at all. @param {Filter} filter @param {Stretch} window */
function isNothing({hidden}, {from, to}) {
    return to <= from || TYPES.every((type) => hidden.includes(type));
}

/** What stands still is asked for more exactly. @param {Filter} filter @param {Stretch} window @param {boolean} playing */
function keyOf(filter, {from, to}, playing) {
    return JSON.stringify([Math.round(from), Math.round(to), filter, playing]);
}
