/** Incidents made up for the tests. */

let next = 0;

/** @param {Record<string, any>} [changes] of the properties; `lon`, `lat` and `id` are taken out @returns {any} */
export function incident({id = `i${next++}`, lon = 76.92, lat = 43.25, ...changes} = {}) {
    const properties = {
        title: 'Protesters rally in Almaty', type: 'protest', start: '2022-01-05', end: '2022-01-05', time_precision: 'day',
        in_force_until: null, place: 'Almaty', place_local: 'Алматы', place_id: 'geonames:1526384', place_level: 'town', admin1: 'Almaty',
        country: 'KZ', uncertainty_km: 12, actors: ['protesters'], assertion: 'stated', deaths: null, deaths_low: null, deaths_high: null,
        injured: null, injured_low: null, injured_high: null, arrested: null, arrested_low: null, arrested_high: null, confidence: 0.9,
        status: 'extracted', reports: 1, first_published: '2022-01-06', sources: [], ...changes,
    };
    return {type: 'Feature', id, geometry: {type: 'Point', coordinates: [lon, lat]}, properties};
}
