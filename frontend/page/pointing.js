/** What lies under the pointer, in words and in the panel. */

import {GROUPS, TYPES} from '../data/types.js';
import {period} from '../words/when.js';
import {titleAt} from '../words/title.js';
import {placeName, where} from '../words/where.js';

/** @typedef {import('../words/words.js').Words} Words */
/** @typedef {import('../data/columns.js').Columns} Columns */
/** @typedef {import('../map/tally.js').Tally} Tally */
/** @typedef {{row: number, place: number}} Pointed one incident, or the place of many; -1 for none */

/** Whether an incident is among what is pointed at. @param {number} row @param {Pointed} at @param {Columns} columns @param {Tally} tally */
export function lies(row, at, columns, tally) {
    if (row < 0 || (at.row < 0 && at.place < 0)) return false;
    if (at.row >= 0) return at.row === row;
    const {place, places} = columns;
    const here = place[row];
    if (places[at.place].area) return here === at.place;
    return !places[here].area && tally.clusterOf[here] === tally.clusterOf[at.place];
}

/**
 * @param {Pointed} at
 * @param {import('../map/scene.js').Scene} scene
 * @param {Words} words
 * @returns {string[]}
 */
export function tipLines(at, {columns, tally}, words) {
    if (!columns || !tally) return [];
    const {row, place} = at;
    if (row >= 0) {
        return [titleAt(columns, row, words) ?? words.t(`type.${TYPES[columns.type[row]]}`), `${period(columns.period(row), words)}, ${where(columns.placeOf(row), words)}`,
            words.t('list.reports', {n: columns.reports[row]})];
    }
    if (place < 0) return [];
    const counts = new Float64Array(GROUPS.length);
    for (let k = 0; k < tally.shown; k++) if (lies(tally.rows[k], at, columns, tally)) counts[columns.group[tally.rows[k]]] += columns.weight?.[tally.rows[k]] ?? 1;
    const name = placeName(columns.places[place], words);
    const {area} = columns.places[place];
    return [area ? words.t('map.whole', {place: name}) : name,
        ...GROUPS.flatMap((group, g) => counts[g] ? [`${words.t(`group.${group}`)}: ${words.numbers.format(Math.round(counts[g]))}`] : [])];
}
