/** The timeline of the page: how far it reaches, its bars, and what lies beyond it. */

import {find} from '../dom.js';
import {barWidth} from '../time/histogram.js';
import {DAY} from '../time/minutes.js';
import {Timeline} from '../timeline/timeline.js';

/** @typedef {import('./held.js').Held|import('../many/tiled.js').Tiled} Stock */

export class Scale {
    timeline = new Timeline(/** @type {HTMLElement} */ (find('[data-role=timeline]')));
    limits = {from: 0, to: DAY};
    #state;
    #stock;
    #words;

    /** @param {import('../state/state.js').State} state @param {() => Stock} stock @param {() => import('../words/words.js').Words} words */
    constructor(state, stock, words) {
        this.#state = state;
        this.#stock = stock;
        this.#words = words;
    }

    /** Reaches over the main days, or over all. */
    reach() {
        this.timeline.limits = this.limits = this.#stock().limits(this.#state.now.everything);
    }

    show() {
        const {window, span} = this.#state.now;
        this.timeline.show(window, span);
    }

    /** Counts the bars. */
    count() {
        const {timeline, limits} = this;
        if (!this.#words()) return;
        timeline.bars = this.#stock().bars(this.#state.now.filter, limits, barWidth(limits, timeline.width));
        timeline.words = this.#words();
        this.show();
    }

    /** Counting takes most of a frame: it is done anew only where the bars become others. @param {boolean} playing */
    resize(playing) {
        const {bars, width} = this.timeline;
        // while days are counted through, the date gets wider, and then keeps its room
        const room = /** @type {HTMLElement} */ (find('.dock-date'));
        if (playing && innerWidth > 760) room.style.minWidth = `${room.offsetWidth}px`;
        if (!bars || bars.width !== barWidth(this.limits, width)) this.count();
        else this.show();
    }

    /** Says how many there are outside of the main days. */
    outside() {
        const {everything, filter} = this.#state.now;
        const n = this.#stock().outside(filter, this.limits);
        const button = /** @type {HTMLButtonElement} */ (find('[data-action=background]'));
        button.hidden = !n && !everything;
        button.textContent = this.#words().t(everything ? 'timeline.main' : 'timeline.outside', {n});
    }
}
