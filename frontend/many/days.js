/** Counts of what began and what was over by day and type: how many lie in a window, without knowing one of them. Computes only. */

import {GROUP_OF, GROUPS, TYPES} from '../data/types.js';
import {DAY} from '../time/minutes.js';

/** @typedef {import('../time/window.js').Stretch} Stretch */
/** @typedef {{start: string, types: Record<string, number>}[]} Steps of a day each, as /api/timeline gives them */

const KINDS = TYPES.length;
const GROUP = TYPES.map((type) => GROUPS.indexOf(GROUP_OF[type]));

export class Days {
    #first;
    #size;
    /** Before each day, how many of each type began, and were over. */
    #began;
    #over;

    /** @param {Steps} began @param {Steps} over */
    constructor(began, over) {
        const days = [...began, ...over].map((step) => dayOf(step));
        this.#first = days.reduce((a, b) => Math.min(a, b), Infinity);
        if (!days.length) this.#first = 0;
        this.#size = days.reduce((a, b) => Math.max(a, b), this.#first) - this.#first + 1;
        this.#began = this.#summed(began);
        this.#over = this.#summed(over);
    }

    /** @param {Steps} steps */
    #summed(steps) {
        const sums = new Float64Array((this.#size + 1) * KINDS);
        for (const step of steps) {
            const at = (dayOf(step) - this.#first + 1) * KINDS;
            TYPES.forEach((type, t) => (sums[at + t] = step.types[type] ?? 0));
        }
        for (let i = KINDS; i < sums.length; i++) sums[i] += sums[i - KINDS];
        return sums;
    }

    /** How many of a type came before a moment; within a day as many as its part of it. @param {Float64Array} sums @param {number} type @param {number} minute */
    #before(sums, type, minute) {
        const day = Math.max(0, Math.min(this.#size, minute / DAY - this.#first));
        const low = Math.floor(day);
        const here = sums[low * KINDS + type];
        return low === day ? here : here + (day - low) * (sums[(low + 1) * KINDS + type] - here);
    }

    /** How many of a type lie in a window, exact where it is of whole days. @param {Stretch} window @param {number} type */
    #in({from, to}, type) {
        return Math.max(0, this.#before(this.#began, type, to) - this.#before(this.#over, type, from));
    }

    /** How many lie in a window. @param {Stretch} window @param {string[]} [hidden] types left out */
    count(window, hidden = []) {
        return Math.round(TYPES.reduce((sum, type, t) => hidden.includes(type) ? sum : sum + this.#in(window, t), 0));
    }

    /** How many there are of each group, whenever. */
    groups() {
        const counts = new Uint32Array(GROUPS.length);
        TYPES.forEach((_, t) => (counts[GROUP[t]] += this.#began[this.#size * KINDS + t]));
        return counts;
    }

    /**
     * The same histogram as of single incidents; bars are of whole days.
     *
     * @param {Stretch} limits
     * @param {number} width
     * @param {string[]} hidden types left out
     * @param {Days} told of all there are, filter or not
     * @returns {import('../time/histogram.js').Histogram}
     */
    bars(limits, width, hidden, told) {
        const size = Math.max(1, Math.ceil((limits.to - limits.from) / width));
        const counts = new Uint32Array(size * 4);
        const silent = new Uint8Array(size);
        let most = 0;
        for (let b = 0; b < size; b++) {
            const from = limits.from + b * width;
            const to = Math.min(from + width, limits.to);
            TYPES.forEach((type, t) => {
                if (hidden.includes(type)) return;
                // what began before all of it and is not over stands in the first bar
                counts[b * 4 + GROUP[t]] += b ? this.#before(this.#began, t, to) - this.#before(this.#began, t, from) : this.#in({from, to}, t);
            });
            silent[b] = +!told.count({from, to});
            most = Math.max(most, counts.subarray(b * 4, b * 4 + 4).reduce((a, n) => a + n));
        }
        return {from: limits.from, width, counts, size, most, silent};
    }
}

/** @param {{start: string}} step */
function dayOf({start}) {
    return Date.parse(start.slice(0, 10)) / 60000 / DAY;
}
