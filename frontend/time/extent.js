/** Which stretch of time the timeline opens with: the story, not the background told beside it. */

import {ceilDay, DAY, floorDay} from './minutes.js';

/** @typedef {import('./window.js').Stretch} Stretch */

const GAP = 30 * DAY;

/**
 * Everything the incidents cover, in whole days.
 *
 * @param {ArrayLike<number>} starts
 * @param {ArrayLike<number>} ends
 * @returns {Stretch}
 */
export function whole(starts, ends) {
    let from = Infinity;
    let to = -Infinity;
    for (let i = 0; i < starts.length; i++) {
        from = Math.min(from, starts[i]);
        to = Math.max(to, ends[i]);
    }
    return from === Infinity ? {from: 0, to: DAY} : {from: floorDay(from), to: ceilDay(to)};
}

/**
 * The busiest stretch between silences of more than a month; what lasts longer than a month does not bridge them.
 *
 * @param {ArrayLike<number>} starts ascending
 * @param {ArrayLike<number>} ends
 * @param {ArrayLike<number>} [counts] how many each stands for
 * @returns {Stretch}
 */
export function busiest(starts, ends, counts) {
    let best = null;
    let run = null;
    for (let i = 0; i < starts.length; i++) {
        if (!counts && ends[i] - starts[i] > GAP) continue;
        if (!run || starts[i] > run.to + GAP) run = {from: starts[i], to: ends[i], count: 0};
        run.to = Math.max(run.to, ends[i]);
        run.count += counts?.[i] ?? 1;
        if (!best || run.count > best.count) best = run;
    }
    return best ? {from: floorDay(best.from), to: ceilDay(best.to)} : whole(starts, ends);
}
