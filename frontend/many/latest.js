import {ask, ServiceError} from '../data/api.js';
import {Columns, noIncidents, WANTED} from '../data/columns.js';
import {DAY} from '../time/minutes.js';
import {counts, questionOf, sum, within} from './asking.js';

/** @typedef {import('../data/filter.js').Filter} Filter */
/** @typedef {import('../time/window.js').Stretch} Stretch */

const REST_MS = 250;
const REST_WHILE_PLAYING_MS = 1000;
const LISTED = 200;
const MOST_LISTED = 6400;

/** The latest incidents of a window, asked for when it stands still and, at leisure, while it moves. */
export class Latest {
    #columns = new Columns(noIncidents());
    #key = '';
    #due = 0;
    #most = LISTED;
    #at = 0;
    /** How many there are in a window that is not of whole days; counted when it stands still. */
    #exact = -1;
    #told;

    /** @param {() => void} told called when others are there */
    constructor(told) {
        this.#told = told;
    }

    end() {
        clearTimeout(this.#due);
        this.#key = '';
    }

    /** How many there are in the window, where the service was asked for that. @param {Filter} filter @param {Stretch} window */
    exact(filter, window) {
        return this.#exact >= 0 && this.#key === keyOf(filter, window) ? this.#exact : null;
    }

    /** What is known of a window, and is asked for where it is another. @param {Filter} filter @param {Stretch} window @param {boolean} playing */
    of(filter, window, playing) {
        if (this.#key !== keyOf(filter, window)) {
            if (!playing) this.#most = LISTED;
            this.#ask(filter, window, playing);
        }
        const n = window.to > window.from ? this.#columns.n : 0;
        return {columns: this.#columns, rows: Uint32Array.from({length: n}, (_, i) => i)};
    }

    /** Lists twice as many. @param {Filter} filter @param {Stretch} window */
    more(filter, window) {
        if (this.#most >= MOST_LISTED || this.#columns.n < this.#most) return;
        this.#most *= 2;
        this.#ask(filter, window, false);
    }

    /** @param {Filter} filter @param {Stretch} window @param {boolean} playing */
    #ask(filter, window, playing) {
        if (playing && (this.#due || performance.now() - this.#at < REST_WHILE_PLAYING_MS)) return;
        clearTimeout(this.#due);
        const key = this.#key = keyOf(filter, window);
        this.#exact = -1;
        this.#due = window.to <= window.from ? 0 : setTimeout(() => this.#fetch(key, filter, window, playing), playing ? 0 : REST_MS);
    }

    /** @param {string} key @param {Filter} filter @param {Stretch} window @param {boolean} playing */
    async #fetch(key, filter, window, playing) {
        this.#at = performance.now();
        const most = this.#most;
        const asked = `latest=${most}&${within(questionOf(filter), window)}`;
        try {
            const [answer, by] = await Promise.all([ask(`/api/incidents?f=columns&properties=${WANTED}&${asked}`),
                !playing && (window.from % DAY || window.to % DAY) ? counts(questionOf(filter), window) : null]);
            if (key !== this.#key || most !== this.#most) return;
            this.#columns = Object.assign(new Columns(answer), {asked});
            if (by) this.#exact = sum(by);
            this.#told();
        } catch (e) {
            if (!(e instanceof ServiceError)) throw e;
            this.end();
        } finally {
            if (key === this.#key) this.#due = 0;
        }
    }
}

/** @param {Filter} filter @param {Stretch} window */
function keyOf(filter, {from, to}) {
    return JSON.stringify([Math.round(from), Math.round(to), filter]);
}
