/** Where the map begins. */

/** So much of what is told must be of one country for the map to begin with that. */
const MOST = 0.8;

/**
 * The places to begin with: those of the country, where most of what is told happened there.
 * @param {import('../data/columns.js').Place[]} places @param {string} country
 */
export function wherePlayed(places, country) {
    const spots = places.filter((place) => place.level !== 'country');
    const some = spots.length ? spots : places;
    const inside = some.filter((place) => place.country === country);
    const count = (/** @type {typeof places} */ these) => these.reduce((sum, place) => sum + place.count, 0);
    return count(inside) >= MOST * count(some) ? inside : some;
}
