/** How the service is asked to count what the page does not hold. */

import {ask} from '../data/api.js';
import {asQuery} from '../data/filter.js';
import {TYPES} from '../data/types.js';
import {beginning, DAY, floorDay, HOUR, isoDays} from '../time/minutes.js';
import {Days} from './days.js';

/** @typedef {import('../data/filter.js').Filter} Filter */
/** @typedef {import('../time/window.js').Stretch} Stretch */

/** A filter in the words of the service, the place being that place alone. @param {Filter} filter */
export function questionOf(filter) {
    const query = asQuery(filter);
    if (filter.place) query.set('filter', `place_id = '${filter.place.replace(/'/g, "''")}'`);
    return query.toString();
}

/** What lies in the days that a window touches. @param {string} query @param {Stretch} window */
export function touching(query, window) {
    return `${query}&datetime=${encodeURIComponent(isoDays(window))}`;
}

/** @param {string} query @param {AbortSignal} [signal] */
export async function days(query, signal) {
    const [began, over] = await Promise.all(['start', 'end'].map((of) => ask(`/api/timeline?of=${of}&${query}`, signal)));
    return new Days(began.steps, over.steps);
}

/** How many of each type lie in a window. @param {string} query @param {Stretch} window */
export async function counts(query, window) {
    if (window.to <= window.from) return new Uint32Array(TYPES.length);
    const [all, out] = await Promise.all([touched(query, window), outside(query, window)]);
    return Uint32Array.from(all, (n, t) => Math.round(n - out[t]));
}

/** How many of each type lie in the days that a window touches. @param {string} query @param {Stretch} window @param {AbortSignal} [signal] */
export async function touched(query, window, signal) {
    return added(await steps('start', 'month', query, window, signal), () => 1);
}

/**
 * How many of those do not lie in the window itself. Moments are asked for on one clock; what began and was over is counted on
 * that of each place, by hours: exact for windows of whole ones.
 *
 * @param {string} query
 * @param {Stretch} window
 * @param {AbortSignal} [signal]
 */
export async function outside(query, {from, to}, signal) {
    const hours = (/** @type {'start'|'end'} */ of, /** @type {number} */ at) => at % DAY ? steps(of, 'hour', query, {from: floorDay(at), to: floorDay(at) + DAY}, signal) : [];
    const [over, begun] = await Promise.all([hours('end', from), hours('start', to)]);
    const before = added(over, (hour) => (from - hour) / HOUR);
    return added(begun, (hour) => (hour + HOUR - to) / HOUR).map((n, t) => n + before[t]);
}

/** @param {'start'|'end'} of @param {string} by @param {string} query @param {Stretch} window @param {AbortSignal} [signal] @returns {Promise<import('./days.js').Steps>} */
async function steps(of, by, query, window, signal) {
    return (await ask(`/api/timeline?of=${of}&by=${by}&${touching(query, window)}`, signal)).steps;
}

/** How many there are of each type. @param {import('./days.js').Steps} of @param {(minute: number) => number} part how much of the step that begins with a minute counts, from 0 to 1 */
function added(of, part) {
    const found = new Float64Array(TYPES.length);
    for (const step of of) {
        const much = Math.max(0, Math.min(1, part(beginning(step.start))));
        TYPES.forEach((type, t) => (found[t] += much * (step.types[type] ?? 0)));
    }
    return found;
}

/** @param {Uint32Array|Float64Array} numbers */
export function sum(numbers) {
    let all = 0;
    for (const n of numbers) all += n;
    return all;
}
