/** How the service is asked to count what the page does not hold. */

import {ask} from '../data/api.js';
import {asQuery} from '../data/filter.js';
import {TYPES} from '../data/types.js';
import {isoInterval} from '../time/minutes.js';
import {Days} from './days.js';

/** @typedef {import('../data/filter.js').Filter} Filter */
/** @typedef {import('../time/window.js').Stretch} Stretch */

/** A filter in the words of the service, the place being that place alone. @param {Filter} filter */
export function questionOf(filter) {
    const query = asQuery(filter);
    if (filter.place) query.set('filter', `place_id = '${filter.place.replace(/'/g, "''")}'`);
    return query.toString();
}

/** @param {string} query @param {Stretch} window */
export function within(query, window) {
    return `${query}&datetime=${encodeURIComponent(isoInterval(window, '+06:00'))}`;
}

/** @param {string} query @param {AbortSignal} [signal] */
export async function days(query, signal) {
    const [began, over] = await Promise.all(['start', 'end'].map((of) => ask(`/api/timeline?of=${of}&${query}`, signal)));
    return new Days(began.steps, over.steps);
}

/** How many of each type the service counts in a window. @param {string} query @param {Stretch} window */
export async function counts(query, window) {
    const found = new Uint32Array(TYPES.length);
    if (window.to <= window.from) return found;
    const {steps} = await ask(`/api/timeline?by=month&${within(query, window)}`);
    for (const step of steps) TYPES.forEach((type, t) => (found[t] += step.types[type] ?? 0));
    return found;
}

/** @param {Uint32Array} numbers */
export function sum(numbers) {
    return numbers.reduce((a, b) => a + b, 0);
}
