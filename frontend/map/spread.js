/** How something spread: when it first came to each place, and from which earlier place it was nearest. Computes only. */

import {floorDay} from '../time/minutes.js';

/** @typedef {{x: number, y: number, first: number, n: number}} Arrival */

/**
 * For each arrival the nearest one of an earlier day, or -1 where there is none: a line on the map, no claim of a cause.
 *
 * @param {Arrival[]} arrivals
 * @returns {Int32Array}
 */
export function forerunners(arrivals) {
    return Int32Array.from(arrivals, (here) => {
        let best = -1;
        let least = Infinity;
        arrivals.forEach((there, k) => {
            if (floorDay(there.first) >= floorDay(here.first)) return;
            const d = (there.x - here.x) ** 2 + (there.y - here.y) ** 2;
            if (d < least) {
                least = d;
                best = k;
            }
        });
        return best;
    });
}

/** Early to late, readable on the ground of each theme. */
const RAMPS = {
    light: ['#2d1160', '#7a1d81', '#b63679', '#c9503c', '#b8720a'],
    dark: ['#fff0c2', '#fdb771', '#f4786b', '#cd6aa8', '#a08fe0'],
};

/**
 * The colour of a moment between the first (0) and the last (1).
 *
 * @param {number} part
 * @param {'light'|'dark'} theme
 */
export function moment(part, theme) {
    const ramp = RAMPS[theme];
    const at = Math.max(0, Math.min(1, part)) * (ramp.length - 1);
    const low = Math.min(ramp.length - 2, Math.floor(at));
    const channel = (/** @type {string} */ hex, /** @type {number} */ k) => parseInt(hex.slice(1 + 2 * k, 3 + 2 * k), 16);
    const mixed = [0, 1, 2].map((k) => Math.round(channel(ramp[low], k) + (at - low) * (channel(ramp[low + 1], k) - channel(ramp[low], k))));
    return `#${mixed.map((c) => c.toString(16).padStart(2, '0')).join('')}`;
}
