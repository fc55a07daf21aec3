/** Plays and steps the window of time, by button and by key. */

import {find, icon} from '../dom.js';
import {label} from '../bar/bar.js';
import {Player} from '../time/player.js';
import {atStart, endAt, step, unit} from '../time/window.js';

/** @typedef {import('../time/window.js').Stretch} Stretch */

export class Playback extends EventTarget {
    #state;
    #player = new Player();
    #words;

    /** @param {import('../state/state.js').State} state @param {() => import('../words/words.js').Words} words */
    constructor(state, words) {
        super();
        this.#state = state;
        this.#words = words;
        /** @type {Stretch} */
        this.limits = {from: 0, to: 1};
        this.#player.addEventListener('advance', (e) => this.#advance(/** @type {CustomEvent} */ (e).detail));
        this.#player.addEventListener('play', () => this.show());
        this.#player.addEventListener('pause', () => this.#stopped());
        find('.play').addEventListener('click', () => this.toggle());
        find('[data-action=step-forward]').addEventListener('click', () => this.key('forward'));
        find('[data-action=step-back]').addEventListener('click', () => this.key('back'));
    }

    get playing() {
        return this.#player.playing;
    }

    pause() {
        this.#player.pause();
    }

    toggle() {
        const {window, span} = this.#state.now;
        if (!this.playing && window.to >= this.limits.to) this.#state.set({window: atStart(window, span, this.limits)}, {playing: true});
        this.#player.toggle();
    }

    /** @param {string} what forward, back, home, end or toggle */
    key(what) {
        if (what === 'toggle') return this.toggle();
        this.#player.pause();
        const {limits} = this;
        const {window, span} = this.#state.now;
        const first = atStart(window, span, limits);
        const next = {
            forward: () => step(window, 1, span, limits),
            back: () => step(window, -1, span, limits),
            home: () => (span === 'all' ? {from: limits.from, to: limits.from + unit(span, limits)} : first),
            end: () => endAt(window, limits.to, span, limits),
        }[what];
        if (next) this.#state.set({window: next()});
        this.dispatchEvent(new Event('still'));
    }

    /** Shows on the button what it would do now. */
    show() {
        const button = /** @type {HTMLElement} */ (find('.play'));
        const name = this.playing ? 'pause' : 'play';
        button.dataset.action = name;
        button.dataset.label = name;
        button.replaceChildren(icon(name));
        label(button, this.#words().t(name));
    }

    /** @param {number} steps */
    #advance(steps) {
        const {limits} = this;
        const {window, span, loop, speed} = this.#state.now;
        const next = endAt(window, window.to + steps * speed * unit(span, limits), span, limits);
        this.#state.set({window: next}, {playing: true});
        if (next.to < limits.to) return;
        if (loop) this.#state.set({window: atStart(next, span, limits)}, {playing: true});
        else this.#player.pause();
    }

    /** A stop in the middle of a day means that day. */
    #stopped() {
        this.show();
        const {window, span} = this.#state.now;
        const by = unit(span, this.limits);
        const to = Math.min(this.limits.to, Math.ceil(window.to / by) * by);
        this.#state.set({window: endAt(window, to, span, this.limits)});
        this.dispatchEvent(new Event('still'));
    }
}
