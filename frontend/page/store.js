/** Reads what the page is made from: the incidents and the ground under them. */

import {ask, incidents, ServiceError} from '../data/api.js';
import {Columns} from '../data/columns.js';

/** @param {import('../map/ground.js').Ground} ground */
export async function readIncidents(ground) {
    const [world, collection] = await Promise.all([ground.countries.size ? null : ask('/basemap/world.json'), incidents()]);
    if (world) ground.addWorld(world);
    const columns = new Columns(collection.features);
    const reports = collection.reports ?? new Set(collection.features.flatMap((f) => (f.properties.sources ?? []).map((s) => s.report))).size;
    return {columns, reports};
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
