/** What can be corrected of an incident: its values, how two sets of them differ, and what of that is sent. Computes, touches no page. */

/**
 * @typedef {{place_id?: string|null, name?: string, coordinates?: number[], uncertainty_km?: number|null, moved?: boolean}} Where
 * @typedef {{low: number|null, best: number|null, high: number|null}|null} Figure
 * @typedef {Record<string, any>} Values
 */

const PLACE = ['place_id', 'coordinates', 'uncertainty_km'];

export const FIGURES = ['deaths', 'injured', 'arrested'];

/** In the order in which they are asked for. */
export const KEYS = ['title', 'type', 'time_precision', 'start', 'end', 'in_force_until', 'place', ...FIGURES, 'actors', 'assertion', 'hidden', 'public_km'];

/** @param {any} feature as the service gives it @returns {Values} */
export function values(feature) {
    const p = feature.properties;
    const exact = feature.exact ?? {};
    const shown = feature.corrections ?? {};
    /** @type {Values} */
    const out = {
        title: p.title, type: p.type, time_precision: p.time_precision, start: p.start, end: p.end, in_force_until: p.in_force_until ?? null,
        place: {
            place_id: exact.place_id ?? p.place_id, name: exact.place ?? p.place, coordinates: exact.coordinates ?? feature.geometry.coordinates,
            uncertainty_km: exact.uncertainty_km ?? p.uncertainty_km,
        },
        actors: p.actors ?? [], assertion: p.assertion, hidden: Boolean(shown.hidden), public_km: shown.public_km ?? null,
    };
    for (const kind of FIGURES) out[kind] = figure(p, kind);
    return out;
}

/** @param {Record<string, any>} p @param {string} kind @returns {Figure} */
function figure(p, kind) {
    const best = p[kind] ?? null;
    const low = p[`${kind}_low`] ?? best;
    const high = p[`${kind}_high`] ?? best;
    return best === null && low === null && high === null ? null : {low, best, high};
}

/** @param {any} a @param {any} b */
export function same(a, b) {
    return JSON.stringify(a ?? null) === JSON.stringify(b ?? null);
}

/** The keys whose values differ. @param {Values} before @param {Values} after */
export function changed(before, after) {
    return KEYS.filter((key) => !same(before[key], after[key]));
}

/** What the service is sent to make one of the other. @param {Values} before @param {Values} after */
export function patch(before, after) {
    /** @type {Record<string, any>} */
    const out = {};
    for (const key of changed(before, after)) {
        if (key === 'place') Object.assign(out, placePatch(after.place));
        else if (after[key] === null && (FIGURES.includes(key) || key === 'in_force_until')) out[key] = 'none';
        else out[key] = after[key];
    }
    return out;
}

/** @param {Where} place */
function placePatch({moved, place_id, coordinates, uncertainty_km}) {
    if (!moved) return {place_id};
    return uncertainty_km === null || uncertainty_km === undefined ? {coordinates} : {coordinates, uncertainty_km};
}

/**
 * What somebody else has changed meanwhile: `both` where we have, too, and otherwise.
 *
 * @param {Values} base what both began with
 * @param {Values} mine
 * @param {Values} theirs
 * @returns {{key: string, base: any, mine: any, theirs: any, both: boolean}[]}
 */
export function conflicts(base, mine, theirs) {
    return changed(base, theirs).map((key) => ({
        key, base: base[key], mine: mine[key], theirs: theirs[key], both: !same(base[key], mine[key]) && !same(mine[key], theirs[key]),
    }));
}

/** What people have set: fields of the page, with what the extraction had said. @param {any} feature @returns {{key: string, was: any}[]} */
export function setByPerson({corrections, extracted}) {
    if (!corrections || !extracted) return [];
    const then = values({properties: extracted, geometry: {coordinates: extracted.coordinates}});
    const set = new Set(Object.keys(corrections).map((key) => (PLACE.includes(key) ? 'place' : key)));
    return [...KEYS, 'status'].filter((key) => set.has(key) && key !== 'hidden' && key !== 'public_km')
        .map((key) => ({key, was: key === 'status' ? extracted.status : then[key]}));
}

/** What the service has to be told to take what the extraction says of a field. @param {string} key @returns {Record<string, null>} */
export function giveBack(key) {
    return Object.fromEntries((key === 'place' ? PLACE : [key]).map((name) => [name, null]));
}
