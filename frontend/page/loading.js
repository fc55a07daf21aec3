/** Reads what the page is made from, and says so where that takes long or fails. */

import {toast} from '../bar/bar.js';
import {ask, columns, ServiceError} from '../data/api.js';
import {Columns} from '../data/columns.js';
import {learn} from '../words/places.js';
import {Held} from './held.js';
import {noNotice, notice} from './texts.js';

/** @typedef {import('../words/words.js').Words} Words */

const SLOW_MS = 1500;

/**
 * The incidents and the world under them; nothing where they cannot be had, and the reader is told.
 *
 * @param {import('../map/scene.js').Scene} scene
 * @param {() => Words} words
 * @param {() => void} again
 */
export async function read(scene, words, again) {
    const {ground} = scene;
    const slow = setTimeout(() => notice('', words().t('loading.slow'), words()), SLOW_MS);
    try {
        const [world, answer] = await Promise.all([ground.countries.size ? null : ask('/basemap/world.json'), columns()]);
        if (world) ground.addWorld(world);
        const stock = await stockOf(answer, scene, words);
        noNotice();
        return stock;
    } catch (e) {
        if (!(e instanceof ServiceError)) throw e;
        document.body.classList.add('blank');
        notice('error.title', said(e, words()), words(), again);
        return null;
    } finally {
        clearTimeout(slow);
    }
}

/** What is in the store by now; nothing where the service does not say, and the page stays as it is. @param {import('../map/scene.js').Scene} scene @param {() => Words} words */
export async function newest(scene, words) {
    try {
        return await stockOf(await columns(), scene, words);
    } catch (e) {
        if (!(e instanceof ServiceError)) throw e;
        return null;
    }
}

/** All of the incidents, or, where they are too many for that, their tiles. @param {any} answer @param {import('../map/scene.js').Scene} scene @param {() => Words} words */
async function stockOf(answer, scene, words) {
    if (!answer.days) return new Held(new Columns(answer), answer.from_reports, words);
    const {Tiled} = await import('../many/tiled.js');
    const tiled = new Tiled(answer, scene, (e) => toast(said(e, words())));
    await tiled.begin();
    return tiled;
}

/** @param {ServiceError} e @param {Words} words */
function said({kind, detail}, words) {
    return [words.t(`error.${kind}`), detail].filter(Boolean).join(' ');
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
        const found = await ask(`/basemap/${country}.json`);
        learn(found.names ?? []);
        ground.addCountry(found, country);
    } catch (e) {
        if (!(e instanceof ServiceError)) throw e;
    }
}
