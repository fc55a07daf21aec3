/** Which places share a mark at a zoom. Time plays no part, so that marks stay where they are while it moves. */

import {MOST_PACKED, reach} from './shapes.js';

/** @typedef {{x: number, y: number, weight: number}} Spot in the pixels of zoom 0 */

/**
 * Joins each spot to the heaviest one within `reach` pixels at `zoom`.
 *
 * @param {Spot[]} spots
 * @param {number} zoom
 * @param {number} reach
 * @returns {{of: Int32Array, centres: Int32Array}} each spot's cluster, and each cluster's heaviest spot
 */
export function cluster(spots, zoom, reach) {
    const cell = reach / 2 ** zoom;
    /** @type {Map<number, number[]>} */
    const grid = new Map();
    const key = (/** @type {number} */ x, /** @type {number} */ y) => x * 4194304 + y;
    const order = Array.from(spots, (_, i) => i).sort((a, b) => spots[b].weight - spots[a].weight || a - b);
    const of = new Int32Array(spots.length).fill(-1);
    const centres = [];
    for (const i of order) {
        const {x, y} = spots[i];
        const cx = Math.floor(x / cell);
        const cy = Math.floor(y / cell);
        let nearest = -1;
        let least = cell * cell;
        for (let dx = -1; dx <= 1; dx++) {
            for (let dy = -1; dy <= 1; dy++) {
                for (const c of grid.get(key(cx + dx, cy + dy)) ?? []) {
                    const other = spots[centres[c]];
                    const d = (other.x - x) ** 2 + (other.y - y) ** 2;
                    if (d < least) {
                        least = d;
                        nearest = c;
                    }
                }
            }
        }
        if (nearest < 0) {
            nearest = centres.length;
            centres.push(i);
            const k = key(cx, cy);
            const there = grid.get(k);
            if (there) there.push(nearest);
            else grid.set(k, [nearest]);
        }
        of[i] = nearest;
    }
    return {of, centres: Int32Array.from(centres)};
}

/**
 * Where marks can stand and how wide they are when all incidents are shown, the greatest first.
 *
 * @param {import('../data/columns.js').Place[]} places
 * @param {Int32Array} of each place's cluster
 * @param {Int32Array} centres
 * @param {Spot[]} spots
 */
export function stands(places, of, centres, spots) {
    const totals = new Uint32Array(centres.length);
    places.forEach((p, i) => {
        if (!p.area) totals[of[i]] += p.count;
    });
    const found = [];
    for (let c = 0; c < totals.length; c++) {
        const n = totals[c];
        if (n) found.push({...spots[centres[c]], r: Math.max(reach(n), n > MOST_PACKED ? 19 : 0), n, place: places[centres[c]]});
    }
    return found.sort((a, b) => b.n - a.n);
}
