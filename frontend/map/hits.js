/** What was drawn where in one frame, for whoever points at it. Kept as numbers: a frame may draw some thousand marks. */

/** @typedef {{row: number, cluster: number, x: number, y: number, r: number}} Hit `row` is -1 for a whole cluster */

/** Numbers for each: row, cluster, x, y, r. */
const SIZE = 5;

export class Hits {
    #numbers = new Float32Array(SIZE * 256);
    #n = 0;

    clear() {
        this.#n = 0;
    }

    /** @param {number} row @param {number} cluster @param {number} x @param {number} y @param {number} r */
    add(row, cluster, x, y, r) {
        const at = this.#n * SIZE;
        if (at + SIZE > this.#numbers.length) {
            const more = new Float32Array(this.#numbers.length * 2);
            more.set(this.#numbers);
            this.#numbers = more;
        }
        this.#numbers[at] = row;
        this.#numbers[at + 1] = cluster;
        this.#numbers[at + 2] = x;
        this.#numbers[at + 3] = y;
        this.#numbers[at + 4] = r;
        this.#n++;
    }

    /** Where an incident was drawn: by itself, or in its town's mark. @param {number} row @param {number} cluster @returns {Hit|null} */
    of(row, cluster) {
        let found = -1;
        for (let k = 0; k < this.#n; k++) {
            if (this.#numbers[k * SIZE] === row) return this.#read(k);
            if (this.#numbers[k * SIZE + 1] === cluster) found = k;
        }
        return this.#read(found);
    }

    /** What lies under a point, the nearest first. @param {number} x @param {number} y @param {number} slack @returns {Hit|null} */
    at(x, y, slack) {
        let best = -1;
        let least = Infinity;
        for (let k = 0; k < this.#n; k++) {
            const r = this.#numbers[k * SIZE + 4];
            const d = Math.hypot(this.#numbers[k * SIZE + 2] - x, this.#numbers[k * SIZE + 3] - y);
            if (d <= r + slack && d - r < least) {
                best = k;
                least = d - r;
            }
        }
        return this.#read(best);
    }

    /** @param {number} k @returns {Hit|null} */
    #read(k) {
        if (k < 0) return null;
        const [row, cluster, x, y, r] = this.#numbers.subarray(k * SIZE, k * SIZE + SIZE);
        return {row, cluster, x, y, r};
    }
}
