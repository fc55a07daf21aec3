/** Finds which place a mark of a tile belongs to: tiles say where something happened, and how large the place is. */

import {worldX, worldY} from '../map/mercator.js';

/** @typedef {{lon: number, lat: number, level: string}[]} Places the busiest first */

const CELLS = 512;

/** The places by where they are, of each level apart. */
export class PlaceIndex {
    #x;
    #y;
    /** @type {Map<string, number[][]>} the places of each cell of a coarse grid, by level */
    #grids = new Map();

    /** @param {Places} places */
    constructor(places) {
        this.#x = Float64Array.from(places, (p) => worldX(p.lon));
        this.#y = Float64Array.from(places, (p) => worldY(p.lat));
        places.forEach(({level}, i) => {
            let grid = this.#grids.get(level);
            if (!grid) this.#grids.set(level, grid = []);
            (grid[cell(this.#x[i]) * CELLS + cell(this.#y[i])] ??= []).push(i);
        });
    }

    /** The nearest place of a level, or of any where there is none of it. @param {number} x in the pixels of zoom 0 @param {number} y @param {string} level */
    nearest(x, y, level) {
        const grids = this.#grids.has(level) ? [this.#grids.get(level)] : [...this.#grids.values()];
        let best = -1;
        let least = Infinity;
        const [cx, cy] = [cell(x), cell(y)];
        // ring by ring, and some further than the first that has any: there may be a nearer one across an edge
        for (let r = 0, last = CELLS; r <= last; r++) {
            for (let u = Math.max(0, cx - r); u <= Math.min(CELLS - 1, cx + r); u++) {
                const edge = Math.abs(u - cx) === r;
                for (let v = cy - r; v <= cy + r; v += edge || !r ? 1 : 2 * r) {
                    if (v < 0 || v >= CELLS) continue;
                    for (const grid of grids) for (const i of grid?.[u * CELLS + v] ?? []) {
                        const d = (this.#x[i] - x) ** 2 + (this.#y[i] - y) ** 2;
                        if (d < least) [least, best] = [d, i];
                    }
                }
            }
            if (best >= 0 && last === CELLS) last = Math.ceil(Math.SQRT2 * (r + 1));
        }
        return best;
    }
}

/** @param {number} world */
function cell(world) {
    return Math.max(0, Math.min(CELLS - 1, Math.floor((world / 256) * CELLS)));
}
