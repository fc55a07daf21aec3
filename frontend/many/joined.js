/** Makes columns sorted by time of the marks of some tiles. Computes, asks nobody. */

import {GROUP_OF, GROUPS, LASTING, PRECISIONS, TYPES} from '../data/types.js';

/** What the numbers in a tile stand for, as /api/tiles/tiles.json says. @typedef {{type: string[], precision: string[], level: string[]}} Codes */
/** @typedef {import('./tile.js').Marks & {bytes: Uint8Array, weight: number, place: Uint32Array}} TileMarks */

/**
 * @typedef {object} Joined
 * @property {number} n
 * @property {Int32Array} start
 * @property {Int32Array} end
 * @property {Int32Array} force
 * @property {Int32Array} latest
 * @property {Uint8Array} type
 * @property {Uint8Array} group
 * @property {Uint8Array} lasting
 * @property {Uint8Array} precision
 * @property {Uint32Array} place
 * @property {Float32Array|null} weight how many incidents each stands for; nothing where each stands for itself
 * @property {Uint8Array} idBytes
 * @property {Uint32Array} idEnds where in the bytes each id ends
 */

/** So few are put into the very order of the service, that of time and id; else those of one minute stand in any. */
const FEW = 50_000;

export const ASKED = ['start', 'end', 'type', 'precision', 'level'];

/**
 * @param {TileMarks[]} tiles
 * @param {Codes} codes
 * @param {Map<string, number>} forces until when what lasts is in force, by id, where it is not until its end
 * @returns {Joined}
 */
export function joined(tiles, codes, forces) {
    const n = tiles.reduce((sum, tile) => sum + tile.n, 0);
    const [tileOf, rowOf] = [new Uint8Array(n), new Uint32Array(n)];
    const keys = new Float64Array(n);
    let all = 0;
    let letters = 0;
    tiles.forEach((tile, t) => {
        for (let i = 0; i < tile.n; i++, all++) {
            tileOf[all] = t;
            rowOf[all] = i;
            letters += tile.idLength[i];
            // the minute and, below it, which one it is: numbers are sorted much faster than anything else
            keys[all] = (tile.numbers.start[i] + 2 ** 27) * 2 ** 22 + all;
        }
    });
    keys.sort();
    const order = Uint32Array.from(keys, (key) => key % 2 ** 22);
    const read = new TextDecoder();
    const id = (/** @type {number} */ at) => {
        const tile = tiles[tileOf[at]];
        const from = tile.idAt[rowOf[at]];
        return read.decode(tile.bytes.subarray(from, from + tile.idLength[rowOf[at]]));
    };
    if (n <= FEW) sortTies(order, (at) => tiles[tileOf[at]].numbers.start[rowOf[at]], id);
    const numbers = (/** @type {readonly string[]} */ known, /** @type {string[]} */ words) => Uint8Array.from(words, (word) => Math.max(0, known.indexOf(word)));
    const types = numbers(TYPES, codes.type);
    const precisions = numbers(PRECISIONS, codes.precision);
    const groups = Uint8Array.from(TYPES, (type) => GROUPS.indexOf(GROUP_OF[type]));
    const lasts = Uint8Array.from(TYPES, (type) => +LASTING.has(type));
    const made = {
        n, start: new Int32Array(n), end: new Int32Array(n), force: new Int32Array(n), latest: new Int32Array(n), type: new Uint8Array(n),
        group: new Uint8Array(n), lasting: new Uint8Array(n), precision: new Uint8Array(n), place: new Uint32Array(n),
        weight: tiles.some((tile) => tile.weight !== 1) ? new Float32Array(n) : null, idBytes: new Uint8Array(letters), idEnds: new Uint32Array(n),
    };
    let latest = -2147483648;
    let written = 0;
    for (let k = 0; k < n; k++) {
        const tile = tiles[tileOf[order[k]]];
        const i = rowOf[order[k]];
        const {start, end, type, precision} = tile.numbers;
        made.start[k] = start[i];
        made.force[k] = made.end[k] = Math.max(start[i] + 1, end[i]);
        latest = Math.max(latest, made.end[k]);
        made.latest[k] = latest;
        made.type[k] = types[type[i]];
        made.group[k] = groups[made.type[k]];
        made.lasting[k] = lasts[made.type[k]];
        made.precision[k] = precisions[precision[i]];
        made.place[k] = tile.place[i];
        if (made.weight) made.weight[k] = tile.weight;
        if (made.lasting[k] && forces.size) made.force[k] = forces.get(id(order[k])) ?? made.end[k];
        made.idBytes.set(tile.bytes.subarray(tile.idAt[i], tile.idAt[i] + tile.idLength[i]), written);
        written += tile.idLength[i];
        made.idEnds[k] = written;
    }
    return made;
}

/** @param {Uint32Array} order @param {(at: number) => number} start @param {(at: number) => string} id */
function sortTies(order, start, id) {
    for (let from = 0; from < order.length;) {
        let to = from + 1;
        while (to < order.length && start(order[to]) === start(order[from])) to++;
        if (to - from > 1) {
            const same = [...order.subarray(from, to)].map((at) => ({at, id: id(at)}));
            order.set(same.sort((a, b) => a.id < b.id ? -1 : 1).map(({at}) => at), from);
        }
        from = to;
    }
}

/**
 * Which place each mark of a tile belongs to.
 *
 * @param {import('./tile.js').Marks} marks
 * @param {{z: number, x: number, y: number}} tile
 * @param {import('./places.js').PlaceIndex} places
 * @param {Codes} codes
 */
export function placesOf({n, extent, x, y, numbers}, tile, places, codes) {
    const step = 256 / 2 ** tile.z / extent;
    /** @type {Map<number, number>} */
    const known = new Map();
    const found = new Uint32Array(n);
    for (let i = 0; i < n; i++) {
        const key = (x[i] * extent + y[i]) * 8 + numbers.level[i];
        let place = known.get(key);
        if (place === undefined) {
            place = Math.max(0, places.nearest((tile.x * extent + x[i] + 0.5) * step, (tile.y * extent + y[i] + 0.5) * step, codes.level[numbers.level[i]]));
            known.set(key, place);
        }
        found[i] = place;
    }
    return found;
}

