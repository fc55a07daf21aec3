/** What an incident is called in the language of the page. */

import {placeName} from './where.js';

/** @typedef {import('./words.js').Words} Words */

/**
 * The title as the service gives it, in English, or as a person has written it, is kept where the language has no words for it.
 *
 * @param {string} title
 * @param {import('./where.js').Place} place
 * @param {Words} words
 */
export function titleOf(title, place, words) {
    if (!words.titles) return title;
    const end = [` in ${place.name}`, ` at ${place.name}`].find((ending) => title.endsWith(ending));
    const phrase = end ? words.titles.phrase(title.slice(0, -end.length)) : null;
    return phrase ? capital(`${placeName(place, words)}: ${phrase}`) : title;
}

/** @param {string} text */
export function capital(text) {
    return text.charAt(0).toLocaleUpperCase() + text.slice(1);
}

/** The same of a row. @param {import('../data/columns.js').Columns} columns @param {number} row @param {Words} words */
export function titleAt(columns, row, words) {
    return columns.titles[row] && titleOf(columns.titles[row], columns.placeOf(row), words);
}
