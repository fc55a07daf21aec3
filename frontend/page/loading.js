/** Reads what the page is made from, and says so where that takes long or fails. */

import {ask, columns, ServiceError} from '../data/api.js';
import {Columns} from '../data/columns.js';
import {noNotice, notice} from './texts.js';

const SLOW_MS = 1500;

/**
 * The incidents and the world under them; nothing where they cannot be had, and the reader is told.
 *
 * @param {import('../map/ground.js').Ground} ground
 * @param {import('../words/words.js').Words} words
 * @param {() => void} again
 */
export async function read(ground, words, again) {
    const slow = setTimeout(() => notice('', words.t('loading.slow'), words), SLOW_MS);
    try {
        const [world, answer] = await Promise.all([ground.countries.size ? null : ask('/basemap/world.json'), columns()]);
        if (world) ground.addWorld(world);
        noNotice();
        return {columns: new Columns(answer), reports: answer.from_reports};
    } catch (e) {
        if (!(e instanceof ServiceError)) throw e;
        document.body.classList.add('blank');
        notice('error.title', [words.t(`error.${e.kind}`), e.detail].filter(Boolean).join(' '), words, again);
        return null;
    } finally {
        clearTimeout(slow);
    }
}

/** What is in the store by now; nothing where the service does not say, and the page stays as it is. */
export async function newest() {
    try {
        const answer = await columns();
        return {columns: new Columns(answer), reports: answer.from_reports};
    } catch (e) {
        if (!(e instanceof ServiceError)) throw e;
        return null;
    }
}

/** The country that most incidents are in. @param {Columns} columns */
export function mainCountry(columns) {
    /** @type {Map<string, number>} */
    const counts = new Map();
    for (const {country, count} of columns.places) if (country) counts.set(country, (counts.get(country) ?? 0) + count);
    return [...counts].sort((a, b) => b[1] - a[1])[0]?.[0] ?? '';
}

/** Regions and towns of a country; the map does without, if there are none. @param {import('../map/ground.js').Ground} ground @param {string} country */
export async function readCountry(ground, country) {
    try {
        ground.addCountry(await ask(`/basemap/${country}.json`), country);
    } catch (e) {
        if (!(e instanceof ServiceError)) throw e;
    }
}
