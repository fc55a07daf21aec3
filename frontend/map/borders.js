/** Tells the outer border of a set of regions from the borders between them. Computes, draws nothing. */

import {rings} from './mercator.js';

/** @typedef {[number, number][]} Line */

/**
 * Neighbours share the points of their border; what only one of them has lies outside.
 *
 * @param {{type: string, coordinates: any}[]} geometries
 * @returns {{outer: Line[], inner: Line[]}}
 */
export function borders(geometries) {
    /** @type {Map<string, number>} */
    const uses = new Map();
    const all = geometries.flatMap(rings);
    for (const ring of all) for (let i = 0; i + 1 < ring.length; i++) {
        const key = keyOf(ring[i], ring[i + 1]);
        uses.set(key, (uses.get(key) ?? 0) + 1);
    }
    /** @type {Line[]} */
    const outer = [];
    /** @type {Line[]} */
    const inner = [];
    for (const ring of all) {
        let last = null;
        for (let i = 0; i + 1 < ring.length; i++) {
            const key = keyOf(ring[i], ring[i + 1]);
            const left = uses.get(key) ?? 0;
            // A shared stretch is drawn once, by the first of the two that has it.
            const lines = left === 1 ? outer : left > 1 ? inner : null;
            if (left > 1) uses.set(key, -1);
            if (!lines) last = null;
            else if (last === lines) lines[lines.length - 1].push(ring[i + 1]);
            else lines.push([ring[i], ring[i + 1]]);
            last = lines;
        }
    }
    return {outer, inner};
}

/** @param {[number, number]} a @param {[number, number]} b */
function keyOf(a, b) {
    const [p, q] = a[0] < b[0] || (a[0] === b[0] && a[1] < b[1]) ? [a, b] : [b, a];
    return `${p[0]},${p[1]},${q[0]},${q[1]}`;
}
