/** Which labels fit on the map without touching one another; computes, draws nothing. */

/**
 * @typedef {object} Wish a label that would like to be shown
 * @property {number} x the point it names
 * @property {number} y
 * @property {number} width
 * @property {number} height
 * @property {number} gap how far from the point it has to stay; 0: it is centred on it
 */

/** @typedef {{wish: number, x: number, y: number}} Seat the left and the middle of a label */

const MARGIN = 3;

/**
 * Seats the wishes in their order, each on the first free side; those that find none stay away.
 *
 * @param {Wish[]} wishes the most important first
 * @param {number} width of the canvas
 * @param {number} height
 * @param {{x: number, y: number, r: number}[]} [marks] what the labels have to keep clear of
 * @param {{left: number, right: number}} [view] the part that is seen; no label lies across its edge
 * @returns {Seat[]}
 */
export function seat(wishes, width, height, marks = [], view = {left: 0, right: width}) {
    /** @type {[number, number, number, number][]} */
    const taken = marks.map(({x, y, r}) => [x - r, y - r, x + r, y + r]);
    const free = (/** @type {[number, number, number, number]} */ [l, t, r, b]) =>
        l >= 0 && t >= 0 && r <= width && b <= height
        && !(l < view.left && r > view.left) && !(l < view.right && r > view.right)
        && taken.every(([l2, t2, r2, b2]) => r < l2 || l > r2 || b < t2 || t > b2);
    const seats = [];
    for (let i = 0; i < wishes.length; i++) {
        const w = wishes[i];
        for (const [x, y] of sides(w)) {
            /** @type {[number, number, number, number]} */
            const box = [x - MARGIN, y - w.height / 2 - 1, x + w.width + MARGIN, y + w.height / 2 + 1];
            if (!free(box)) continue;
            taken.push(box);
            if (w.gap > 0) taken.push([w.x - w.gap + 2, w.y - w.gap + 2, w.x + w.gap - 2, w.y + w.gap - 2]);
            seats.push({wish: i, x, y});
            break;
        }
    }
    return seats;
}

/** @param {Wish} w @returns {[number, number][]} */
function sides(w) {
    if (!w.gap) return [0, -20, 20, -38, 38].map((dy) => [w.x - w.width / 2, w.y + dy]);
    return [
        [w.x + w.gap, w.y],
        [w.x - w.gap - w.width, w.y],
        [w.x - w.width / 2, w.y + w.gap + w.height / 2],
        [w.x - w.width / 2, w.y - w.gap - w.height / 2],
    ];
}
