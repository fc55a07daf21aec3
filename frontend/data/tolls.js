/** What the incidents cost, for those who want to see it in a table: fetched when it is wanted. */

import {ask} from './api.js';

const KINDS = ['deaths', 'injured', 'arrested'].flatMap((kind) => [kind, `${kind}_low`, `${kind}_high`]);

/** @typedef {Map<number, Record<string, number|null>>} Tolls by row; only those that have a figure */

/** @type {WeakMap<import('./columns.js').Columns, Promise<Tolls>>} */
const read = new WeakMap();

/** @param {import('./columns.js').Columns} columns @returns {Promise<Tolls>} */
export function tolls(columns) {
    let asked = read.get(columns);
    if (!asked) {
        asked = ask(`/api/incidents?f=columns&properties=${KINDS}&${columns.asked}`).then((answer) => byRow(columns, answer));
        // what has failed is asked for again
        asked.catch(() => read.delete(columns));
        read.set(columns, asked);
    }
    return asked;
}

/** @param {import('./columns.js').Columns} columns @param {any} answer @returns {Tolls} */
function byRow(columns, answer) {
    const found = new Map();
    answer.ids.forEach((/** @type {string} */ id, /** @type {number} */ i) => {
        const figures = Object.fromEntries(KINDS.map((kind) => [kind, answer[kind][i]]));
        if (Object.values(figures).some((n) => n !== null)) found.set(columns.row(id), figures);
    });
    return found;
}
