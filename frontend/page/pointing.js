/** What the tip beside the pointer says. */

import {GROUPS} from '../data/types.js';
import {when} from '../words/when.js';
import {where} from '../words/where.js';

/** @typedef {import('../words/words.js').Words} Words */

/**
 * @param {{row: number, place: number}} at
 * @param {import('../map/scene.js').Scene} scene
 * @param {Words} words
 * @returns {string[]}
 */
export function tipLines({row, place}, scene, words) {
    const {columns, tally} = scene;
    if (!columns || !tally) return [];
    if (row >= 0) {
        const p = columns.incidents[row].properties;
        return [p.title, `${when(p, words)}, ${where(p, words)}`, words.t('list.reports', {n: p.reports})];
    }
    if (place < 0) return [];
    const {name, area} = columns.places[place];
    return [area ? words.t('map.whole', {place: name}) : name, ...breakdown(place, columns, tally, words)];
}

/**
 * How many of each group are shown there.
 *
 * @param {number} place
 * @param {import('../data/columns.js').Columns} columns
 * @param {import('../map/tally.js').Tally} tally
 * @param {Words} words
 */
function breakdown(place, columns, tally, words) {
    const {area} = columns.places[place];
    const counts = new Uint32Array(GROUPS.length);
    for (let k = 0; k < tally.shown; k++) {
        const row = tally.rows[k];
        const p = columns.place[row];
        const here = area ? p === place : !columns.places[p].area && tally.clusterOf[p] === tally.clusterOf[place];
        if (here) counts[columns.group[row]]++;
    }
    return GROUPS.flatMap((group, g) => counts[g] ? [`${words.t(`group.${group}`)}: ${words.numbers.format(counts[g])}`] : []);
}
