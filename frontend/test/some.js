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

const minutes = (/** @type {string} */ text) => Date.parse(text.length > 10 ? `${text.slice(0, 16)}Z` : text) / 60000;
const after = (/** @type {string} */ text) => minutes(text) + (text.length > 10 ? 1 : 1440);

/** The incidents as the service gives them in columns. @param {any[]} incidents @returns {any} */
export function answer(incidents) {
    const rows = incidents.map((i) => ({...i.properties, id: i.id, from: minutes(i.properties.start), at: i.geometry.coordinates}))
        .sort((a, b) => a.from - b.from || (a.id < b.id ? -1 : 1));
    const column = (/** @type {(row: any) => any} */ value) => rows.map(value);
    const ids = [...new Set(column((r) => r.place_id))];
    const some = ids.map((id) => rows.find((r) => r.place_id === id));
    return {
        from_reports: 2, ids: column((r) => r.id), start: column((r) => r.from), end: column((r) => after(r.end)), type: column((r) => r.type),
        precision: column((r) => r.time_precision), reports: column((r) => r.reports), confidence: column((r) => r.confidence),
        status: column((r) => r.status), assertion: column((r) => r.assertion),
        in_force_until: column((r) => r.in_force_until && after(r.in_force_until)),
        first_published: column((r) => r.first_published && minutes(r.first_published) / 1440),
        place: column((r) => ids.indexOf(r.place_id)), title: column((r) => r.title),
        places: {
            n: ids.length, id: ids, name: some.map((r) => r.place), name_local: some.map((r) => r.place_local ?? ''), level: some.map((r) => r.place_level),
            country: some.map((r) => r.country ?? ''), admin1: some.map((r) => r.admin1 ?? ''), lon: some.map((r) => r.at[0]), lat: some.map((r) => r.at[1]),
            uncertainty_km: some.map((r) => r.uncertainty_km),
        },
    };
}
