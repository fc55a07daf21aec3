/** Counts, for one window of time, what each mark and each area has to show. Computes, draws nothing. */

import {MOST_PACKED} from './shapes.js';

/** @typedef {import('../data/columns.js').Columns} Columns */
/** @typedef {import('../time/window.js').Stretch} Stretch */

export class Tally {
    #columns;
    /** How many incidents each place has, by group. */
    #groups;
    #forces;
    /** Cluster of each row, or -1 where it is told of an area. */
    #clusterOfRow;
    /** The few rows that stay in force after they are declared. */
    #lasting;
    /** Places of which there is something to shade or hatch. @type {number[]} */
    #areas = [];

    /** @param {Columns} columns */
    constructor(columns) {
        this.#columns = columns;
        this.#groups = new Float64Array(columns.places.length * 4);
        this.#forces = new Uint8Array(columns.places.length);
        this.#clusterOfRow = new Int32Array(columns.n);
        this.#lasting = Uint32Array.from(columns.lasting.keys()).filter((i) => columns.lasting[i]);
        this.shown = 0;
        /** Rows that are shown, in order of time. */
        this.rows = new Uint32Array(columns.n);
        /** @type {Int32Array} */
        this.clusterOf = new Int32Array(0);
        this.clusters = 0;
        /** How many incidents each cluster has, by group, too. */
        this.totals = new Float64Array(0);
        this.byGroup = new Float64Array(0);
        /** How many of them are known one by one: fewer, where each stands for several. */
        this.known = new Uint32Array(0);
        this.newest = new Int32Array(0);
        this.oldest = new Int32Array(0);
        this.lastEnd = new Int32Array(0);
        /** By when something had surely happened: the earliest end. */
        this.firstEnd = new Int32Array(0);
        /** The first few rows of each cluster. */
        this.members = new Int32Array(0);
    }

    /** @param {Int32Array} clusterOf cluster of each place @param {number} clusters */
    use(clusterOf, clusters) {
        this.clusterOf = clusterOf;
        this.clusters = clusters;
        this.totals = new Float64Array(clusters);
        this.byGroup = new Float64Array(clusters * 4);
        this.known = new Uint32Array(clusters);
        this.newest = new Int32Array(clusters);
        this.oldest = new Int32Array(clusters);
        this.lastEnd = new Int32Array(clusters);
        this.firstEnd = new Int32Array(clusters);
        this.members = new Int32Array(clusters * MOST_PACKED);
        const {n, place, places} = this.#columns;
        const of = Int32Array.from(places, (p, i) => p.area ? -1 : clusterOf[i]);
        for (let i = 0; i < n; i++) this.#clusterOfRow[i] = of[place[i]];
    }

    /** @param {Uint8Array} mask @param {Stretch} window */
    over(mask, window) {
        const {start, end, force, place, group, weight} = this.#columns;
        const {totals, known, byGroup, newest, oldest, lastEnd, firstEnd, members, rows} = this;
        const clusterOfRow = this.#clusterOfRow;
        known.fill(0);
        byGroup.fill(0);
        newest.fill(-2147483648);
        oldest.fill(2147483647);
        lastEnd.fill(-2147483648);
        firstEnd.fill(2147483647);
        this.#groups.fill(0);
        this.#forces.fill(0);
        this.#areas = [];
        const {from, to} = window;
        const [low, high] = this.#columns.slice(from, to);
        let shown = 0;
        for (let i = low; i < high; i++) {
            if (!mask[i] || end[i] <= from) continue;
            rows[shown++] = i;
            const w = weight ? weight[i] : 1;
            const c = clusterOfRow[i];
            if (c < 0) {
                const p = place[i];
                if (!this.#touched(p)) this.#areas.push(p);
                this.#groups[p * 4 + group[i]] += w;
                continue;
            }
            if (known[c] < MOST_PACKED) members[c * MOST_PACKED + known[c]] = i;
            known[c]++;
            byGroup[c * 4 + group[i]] += w;
            if (start[i] > newest[c]) newest[c] = start[i];
            if (start[i] < oldest[c]) oldest[c] = start[i];
            if (end[i] > lastEnd[c]) lastEnd[c] = end[i];
            if (end[i] < firstEnd[c]) firstEnd[c] = end[i];
        }
        for (let c = 0; c < totals.length; c++) {
            const g = c * 4;
            totals[c] = weight ? Math.round(byGroup[g] + byGroup[g + 1] + byGroup[g + 2] + byGroup[g + 3]) : known[c];
        }
        this.shown = shown;
        // What is in force now may have been declared long before the window.
        for (const i of this.#lasting) {
            if (i >= high) break;
            if (!mask[i] || force[i] < to) continue;
            const p = place[i];
            if (!this.#touched(p)) this.#areas.push(p);
            this.#forces[p] = group[i];
        }
    }

    /** @param {number} p */
    #touched(p) {
        const g = p * 4;
        return this.#groups[g] || this.#groups[g + 1] || this.#groups[g + 2] || this.#groups[g + 3] || this.#forces[p];
    }

    areas() {
        return [...this.#areas];
    }

    /** @param {number} p */
    count(p) {
        const g = p * 4;
        return Math.round(this.#groups[g] + this.#groups[g + 1] + this.#groups[g + 2] + this.#groups[g + 3]);
    }

    /** The group of a measure in force there, or 0. @param {number} p */
    inForce(p) {
        return this.#forces[p];
    }

    /** @param {number} p */
    mainGroup(p) {
        let best = 0;
        for (let g = 1; g < 4; g++) if (this.#groups[p * 4 + g] > this.#groups[p * 4 + best]) best = g;
        return best;
    }

    /** Changes when an area has to be drawn anew. */
    areaKey() {
        return this.#areas.map((p) => `${p}:${this.#groups.subarray(p * 4, p * 4 + 4).join('.')}:${this.#forces[p]}`).join(' ');
    }
}
