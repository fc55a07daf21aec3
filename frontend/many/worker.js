/** Off the page's own thread: fetches tiles, keeps those last looked at, and makes columns of those wanted. */

import {ASKED, joined, placesOf} from './joined.js';
import {PlaceIndex} from './places.js';
import {marks} from './tile.js';

/**
 * @typedef {object} Order
 * @property {number} number
 * @property {string} address of the tiles, with {z}, {x} and {y}
 * @property {string} query the filter in the address
 * @property {{z: number, x: number, y: number}[]} tiles
 * @property {[string, number][]} forces
 */

/** So many in a tile of so far off may be a sample: the service gives no more. */
const CROWD = 190_000;
const CROWDED_UPTO = 6;
const KEPT = 16;

/** @type {import('./joined.js').Codes} */
let codes;
/** @type {PlaceIndex} */
let places;
/** @type {Map<string, Promise<import('./joined.js').TileMarks>>} */
const kept = new Map();

self.addEventListener('message', async ({data}) => {
    if (data.places) {
        codes = data.codes;
        places = new PlaceIndex(data.places);
        return;
    }
    const order = /** @type {Order} */ (data);
    try {
        const made = joined(await Promise.all(order.tiles.map((tile) => wanted(order, tile))), codes, new Map(order.forces));
        const arrays = Object.values(made).flatMap((value) => ArrayBuffer.isView(value) ? [value.buffer] : []);
        self.postMessage({number: order.number, made}, {transfer: arrays});
    } catch (e) {
        self.postMessage({number: order.number, failed: e instanceof Error ? e.message : String(e)});
    }
});

/** @param {Order} order @param {Order['tiles'][0]} tile */
function wanted(order, tile) {
    const address = order.address.replace('{z}', String(tile.z)).replace('{x}', String(tile.x)).replace('{y}', String(tile.y));
    let found = kept.get(address);
    if (!found) {
        found = read(address, order.query, tile);
        found.catch(() => kept.delete(address));
    }
    // the last looked at stands last
    kept.delete(address);
    kept.set(address, found);
    if (kept.size > KEPT) kept.delete(kept.keys().next().value ?? '');
    return found;
}

/** @param {string} address @param {string} query @param {Order['tiles'][0]} tile @returns {Promise<import('./joined.js').TileMarks>} */
async function read(address, query, tile) {
    const bytes = new Uint8Array(await (await answered(address)).arrayBuffer());
    const found = marks(bytes, ASKED);
    const whole = found.n < CROWD || tile.z > CROWDED_UPTO ? found.n : await count(query, tile);
    return {...found, bytes, place: placesOf(found, tile, places, codes), weight: Math.max(1, whole / Math.max(1, found.n))};
}

/** How many there are in a tile that shows a sample. @param {string} query @param {Order['tiles'][0]} tile */
async function count(query, {z, x, y}) {
    const lon = (/** @type {number} */ at) => (at / 2 ** z) * 360 - 180;
    const lat = (/** @type {number} */ at) => (Math.atan(Math.sinh(Math.PI * (1 - (2 * at) / 2 ** z))) * 180) / Math.PI;
    const box = [lon(x), lat(y + 1), lon(x + 1), lat(y)];
    const {steps} = await (await answered(`/api/timeline?by=month&bbox=${box}&${query}`)).json();
    return steps.reduce((/** @type {number} */ sum, /** @type {{total: number}} */ step) => sum + step.total, 0);
}

/** @param {string} address */
async function answered(address) {
    const answer = await fetch(address).catch(() => null);
    if (!answer) throw new Error('unreachable');
    if (!answer.ok) throw new Error(answer.status < 500 ? 'refused' : 'broken');
    return answer;
}
