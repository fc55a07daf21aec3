/** Which tiles a view is drawn from. Computes only. */

import {worldX, worldY} from '../map/mercator.js';

const MOST_ZOOM = 22;

/**
 * Few large tiles rather than many small ones: four at most, and together not many more incidents than in one.
 *
 * @param {{getWest: () => number, getEast: () => number, getNorth: () => number, getSouth: () => number}} bounds
 * @param {number} zoom of the map, at which the world is 256 × 2^zoom pixels wide
 * @param {{x: number, y: number}} size of the view in pixels
 */
export function tilesOf(bounds, zoom, size) {
    const z = Math.max(0, Math.min(MOST_ZOOM, Math.floor(zoom - Math.log2((1.2 * Math.max(size.x, size.y)) / 256))));
    const last = 2 ** z - 1;
    const at = (/** @type {number} */ world) => Math.max(0, Math.min(last, Math.floor((world / 256) * 2 ** z)));
    const tiles = [];
    for (let x = at(worldX(bounds.getWest())); x <= at(worldX(bounds.getEast())); x++) {
        for (let y = at(worldY(bounds.getNorth())); y <= at(worldY(bounds.getSouth())); y++) tiles.push({z, x, y});
    }
    return tiles;
}
