/** All the incidents of a window that stands still, for where tiles hold but a sample of them and these are few. */

import {ask, ServiceError} from '../data/api.js';
import {Columns, noIncidents, WANTED} from '../data/columns.js';
import {isoDay} from '../time/minutes.js';
import {touching} from './asking.js';

/** @typedef {import('../time/window.js').Stretch} Stretch */
/** @typedef {import('../data/contract.js').ColumnsAnswer} ColumnsAnswer */

const REST_MS = 250;
/** So many are asked for at most. */
export const FEW = 15_000;

export class Whole {
    /** @type {Columns|null} */
    columns = null;
    #key = '';
    #due = 0;
    #request = new AbortController();
    #got;
    #fail;

    /** @param {() => void} got called when they are there, and when they are no more @param {(error: ServiceError) => void} fail tells the reader */
    constructor(got, fail) {
        this.#got = got;
        this.#fail = fail;
    }

    end() {
        this.#request.abort();
        clearTimeout(this.#due);
        this.#key = '';
    }

    /** Nothing but the tiles is to be drawn. */
    none() {
        this.end();
        if (!this.columns) return;
        this.columns = null;
        this.#got();
    }

    /**
     * Those of a window are to be drawn.
     *
     * @param {string} query
     * @param {string} lasting what is in force, in or out of its days; empty where nothing is
     * @param {Stretch} window
     * @param {(answers: ColumnsAnswer[]) => Columns} made
     */
    of(query, lasting, window, made) {
        const key = JSON.stringify([query, lasting, window.from, window.to]);
        if (key === this.#key) return;
        this.none();
        this.#key = key;
        const {signal} = this.#request = new AbortController();
        const few = `/api/incidents?f=columns&properties=${WANTED}&limit=${FEW}&`;
        const before = `&datetime=${encodeURIComponent(`../${isoDay(window.to - 1)}`)}`;
        this.#due = setTimeout(async () => {
            try {
                const answers = await Promise.all([few + touching(query, window), ...(lasting ? [few + lasting + before] : [])].map((path) => ask(path, signal)));
                this.columns = made(answers);
                this.#got();
            } catch (e) {
                if (signal.aborted) return;
                this.#key = '';
                if (!(e instanceof ServiceError)) throw e;
                this.#fail(e);
            }
        }, REST_MS);
    }
}

/**
 * Columns of what some answers hold, each incident once, at the places that the tiles' are at, so that towns stay joined as they are.
 *
 * @param {ColumnsAnswer[]} answers
 * @param {ColumnsAnswer['places']} told
 * @param {import('../data/columns.js').Place[]} places the same places
 * @param {number} all how many there are beside these
 */
export function joinedAt(answers, told, places, all) {
    const at = new Map(places.map(({key}, i) => [key, i]));
    /** @type {Map<string, {answer: any, i: number, place: number}>} */
    const rows = new Map();
    for (const answer of answers) {
        answer.ids.forEach((id, i) => {
            const place = at.get(answer.places.id[answer.place[i]]);
            if (place !== undefined && !rows.has(id)) rows.set(id, {answer, i, place});
        });
    }
    const inOrder = [...rows].sort(([a, x], [b, y]) => x.answer.start[x.i] - y.answer.start[y.i] || (a < b ? -1 : 1));
    /** @type {any} */
    const answer = {...noIncidents(), places: told, ids: inOrder.map(([id]) => id)};
    for (const name of WANTED) answer[name] = inOrder.map(([, row]) => name === 'place' ? row.place : row.answer[name][row.i]);
    return Object.assign(new Columns(answer), {places, all});
}
