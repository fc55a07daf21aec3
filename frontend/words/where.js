/** Where something happened and how sure that is, as people say it. */

import {called} from './places.js';

/** @typedef {import('./words.js').Words} Words */

/** @typedef {{key?: string|null, name: string, local: string|null, level: string, country?: string|null}} Place */

/** What a place is called in the language, as far as that is known. @param {Place} place @param {Words} words */
export function placeName({key, name, local, level, country}, words) {
    if (words.language === 'en') return name;
    if (level === 'country' && country) return countryName(country, words);
    // a local name helps those who read its script, and only them
    return called(key ?? '', words.language) ?? (local && /^[\p{Script=Cyrillic}\P{L}]+$/u.test(local) ? local : name);
}

/** @param {Place} place @param {Words} words */
export function where(place, words) {
    const name = placeName(place, words);
    const key = `where.${place.level}`;
    return words.t(words.has(key) ? key : 'where.town', {place: name});
}

/**
 * The places that a place lies in, the smaller first, without repeating it.
 *
 * @param {{place: string, admin1: string|null, country: string|null, place_level: string}} place
 * @param {Words} words
 */
export function parents(place, words) {
    const region = place.admin1 && place.admin1 !== place.place && place.place_level !== 'region' ? called(place.admin1, words.language) ?? place.admin1 : null;
    const country = place.country && place.place_level !== 'country' ? countryName(place.country, words) : null;
    return [region, country].filter(Boolean).join(', ');
}

/** @param {string} code @param {Words} words */
export function countryName(code, words) {
    const known = words.kazakh?.kazakhCountry(code);
    if (known) return known;
    try {
        return new Intl.DisplayNames(words.kazakh ? 'en' : words.locale, {type: 'region'}).of(code) ?? code;
    } catch {
        return code;
    }
}

/**
 * How well founded, in words: of those well founded a careful reader disagrees with fewer than one in ten.
 *
 * @param {number|null} confidence
 */
export function confidenceKey(confidence) {
    if (confidence === null || confidence === undefined) return 'sure.unknown';
    return confidence >= 0.9 ? 'sure.high' : confidence >= 0.75 ? 'sure.fair' : 'sure.low';
}
