/** The four marks, told apart by shape as well as by colour; all of the same area. */

/** @typedef {import('../data/types.js').Group} Group */

/**
 * Traces the mark of a group around a point.
 *
 * @param {CanvasRenderingContext2D|OffscreenCanvasRenderingContext2D|Path2D} path
 * @param {Group} group
 * @param {number} x
 * @param {number} y
 * @param {number} r radius of the circle of the same area
 */
export function trace(path, group, x, y, r) {
    if (group === 'unrest') {
        path.moveTo(x + r, y);
        path.arc(x, y, r, 0, 2 * Math.PI);
    } else if (group === 'violence') {
        const d = r * 1.253;
        path.moveTo(x, y - d);
        path.lineTo(x + d, y);
        path.lineTo(x, y + d);
        path.lineTo(x - d, y);
    } else if (group === 'response') {
        const h = r * 0.886;
        path.rect(x - h, y - h, 2 * h, 2 * h);
        return;
    } else {
        const d = r * 1.347;
        path.moveTo(x, y - d * 1.1);
        path.lineTo(x + d, y + d * 0.63);
        path.lineTo(x - d, y + d * 0.63);
    }
    path.closePath();
}

/** How far apart packed marks stand, in radii. */
const PITCH = 2.42;
const ROW = Math.sqrt(3) / 2;

/** Where up to seven marks of one town stand so that none hides another, in pitches. @type {[number, number][][]} */
const PACKED = [
    [],
    [[0, 0]],
    [[-0.5, 0], [0.5, 0]],
    [[-0.5, -ROW / 3], [0.5, -ROW / 3], [0, (ROW * 2) / 3]],
    [[-0.5, -0.5], [0.5, -0.5], [-0.5, 0.5], [0.5, 0.5]],
    [[-0.5, -ROW], [0.5, -ROW], [-1, 0], [0, 0], [1, 0]].map(([x, y]) => [x, y + ROW / 2]),
    [[-1, -ROW / 2], [0, -ROW / 2], [1, -ROW / 2], [-0.5, ROW / 2], [0.5, ROW / 2], [1.5, ROW / 2]]
        .map(([x, y]) => [x - 0.25, y]),
    [[-0.5, -ROW], [0.5, -ROW], [-1, 0], [0, 0], [1, 0], [-0.5, ROW], [0.5, ROW]],
].map((row) => row.map(([x, y]) => [x * PITCH, y * PITCH]));

export const MOST_PACKED = PACKED.length - 1;

/**
 * Offsets, in radii, of `n` marks fanned out around one point.
 *
 * @param {number} n at most MOST_PACKED
 */
export function packed(n) {
    return PACKED[n];
}

/** The radius of the mark of `n` incidents. @param {number} n */
export function reach(n) {
    return n > MOST_PACKED ? Math.min(26, 9.5 + 1.9 * Math.log2(n)) : [0, 8, 12, 14, 14, 17, 19, 18][n];
}
