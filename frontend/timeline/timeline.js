/** The timeline: shows a window over the histogram, and lets it be dragged, stretched, brushed and moved by keys. */

import {find} from '../dom.js';
import {DAY, HOUR} from '../time/minutes.js';
import {shift} from '../time/window.js';
import {draw} from './draw.js';

/** @typedef {import('../time/window.js').Stretch} Stretch */

const EDGE_PX = 12;
const CLICK_PX = 4;

export class Timeline extends EventTarget {
    #track;
    #canvas;
    #frame;
    /** Kept: asking the page for it in the middle of a frame makes it lay itself out. */
    #size;
    /** @type {{kind: string, x: number, window: Stretch, moved: boolean}|null} */
    #drag = null;
    /** @type {{key: string, bars: any, pale: HTMLCanvasElement, strong: HTMLCanvasElement}} */
    #kept = {key: '', bars: null, pale: document.createElement('canvas'), strong: document.createElement('canvas')};

    /** @param {HTMLElement} track */
    constructor(track) {
        super();
        this.#track = track;
        this.#canvas = /** @type {HTMLCanvasElement} */ (find('canvas', track));
        this.#frame = /** @type {HTMLElement} */ (find('.frame', track));
        /** @type {Stretch} */
        this.limits = {from: 0, to: DAY};
        /** @type {Stretch} */
        this.window = {from: 0, to: DAY};
        this.span = 'all';
        /** @type {import('../time/histogram.js').Histogram|null} */
        this.bars = null;
        /** @type {import('../map/palette.js').Theme} */
        this.theme = 'light';
        /** @type {import('../words/words.js').Words|null} */
        this.words = null;
        track.addEventListener('pointerdown', (e) => this.#down(e));
        track.addEventListener('pointermove', (e) => this.#move(e));
        track.addEventListener('pointerup', (e) => this.#up(e));
        track.addEventListener('pointercancel', () => (this.#drag = null));
        track.addEventListener('keydown', (e) => this.#key(e));
        new ResizeObserver(() => {
            this.#size = {width: track.clientWidth, height: track.clientHeight};
            this.dispatchEvent(new Event('resize'));
        }).observe(track);
        this.#size = {width: track.clientWidth, height: track.clientHeight};
    }

    /** Draws the histogram for a picture. @param {CanvasRenderingContext2D} context @param {{width: number, height: number}} size */
    picture(context, size) {
        if (this.bars && this.words) draw(context, size, this.bars, this.limits, this.window, this.theme, this.words);
    }

    /** Copies the two drawings that are kept, the pale one and, within the window, the strong one. */
    #draw() {
        const ratio = devicePixelRatio || 1;
        const size = this.#size;
        const [w, h] = [Math.round(size.width * ratio), Math.round(size.height * ratio)];
        if (!this.bars || !this.words || !w || !h) return;
        const key = `${w} ${h} ${this.theme} ${this.words.language} ${this.limits.from} ${this.limits.to}`;
        if (this.#kept.bars !== this.bars || this.#kept.key !== key) {
            this.#kept = {key, bars: this.bars, pale: document.createElement('canvas'), strong: document.createElement('canvas')};
            for (const [canvas, window] of /** @type {const} */ ([[this.#kept.pale, null], [this.#kept.strong, this.limits]])) {
                Object.assign(canvas, {width: w, height: h});
                const context = /** @type {CanvasRenderingContext2D} */ (canvas.getContext('2d'));
                context.scale(ratio, ratio);
                draw(context, size, this.bars, this.limits, window, this.theme, this.words);
            }
        }
        if (this.#canvas.width !== w || this.#canvas.height !== h) Object.assign(this.#canvas, {width: w, height: h});
        const context = /** @type {CanvasRenderingContext2D} */ (this.#canvas.getContext('2d'));
        context.clearRect(0, 0, w, h);
        const [left, right] = [this.window.from, this.window.to].map((at) => Math.round(this.#x(at) * ratio));
        context.drawImage(this.#kept.pale, 0, 0);
        if (right <= left) return;
        context.clearRect(left, 0, right - left, h);
        context.drawImage(this.#kept.strong, left, 0, right - left, h, left, 0, right - left, h);
    }

    get width() {
        return Math.max(1, this.#size.width);
    }

    /** @param {Stretch} window @param {string} span */
    show(window, span) {
        this.window = window;
        this.span = span;
        if (this.#track.dataset.span !== span) this.#track.dataset.span = span;
        const left = this.#x(window.from);
        this.#frame.style.transform = `translateX(${left}px)`;
        this.#frame.style.width = `${Math.max(2, this.#x(window.to) - left)}px`;
        this.#draw();
    }

    /** @param {string} text */
    say(text) {
        const {from, to} = this.limits;
        this.#track.setAttribute('aria-valuemin', '0');
        this.#track.setAttribute('aria-valuemax', String((to - from) / HOUR));
        this.#track.setAttribute('aria-valuenow', String(Math.round((this.window.to - from) / HOUR)));
        this.#track.setAttribute('aria-valuetext', text);
    }

    /** @param {number} minutes */
    #x(minutes) {
        return ((minutes - this.limits.from) / (this.limits.to - this.limits.from)) * this.width;
    }

    /** @param {PointerEvent} e */
    #minutes(e) {
        const part = (e.clientX - this.#track.getBoundingClientRect().left) / this.width;
        return this.limits.from + Math.max(0, Math.min(1, part)) * (this.limits.to - this.limits.from);
    }

    /** @param {PointerEvent} e */
    #down(e) {
        if (e.button) return;
        const px = e.clientX - this.#track.getBoundingClientRect().left;
        const left = this.#x(this.window.from);
        const right = this.#x(this.window.to);
        const near = (/** @type {number} */ edge) => Math.abs(px - edge) <= EDGE_PX;
        let kind = 'brush';
        if (near(right)) kind = 'to';
        else if (near(left) && this.span !== 'all') kind = 'from';
        else if (e.pointerType === 'touch' && (this.span === 'all' || px < left || px > right)) kind = 'to';
        else if (this.span !== 'all' && px > left && px < right && !e.shiftKey) kind = 'body';
        this.#drag = {kind, x: e.clientX, window: this.window, moved: false};
        this.#track.setPointerCapture(e.pointerId);
        this.dispatchEvent(new Event('grab'));
    }

    /** @param {PointerEvent} e */
    #move(e) {
        const drag = this.#drag;
        if (!drag) return;
        if (!drag.moved && Math.abs(e.clientX - drag.x) < CLICK_PX) return;
        drag.moved = true;
        const at = this.#minutes(e);
        const snap = this.#snap();
        const {from, to} = drag.window;
        if (drag.kind === 'body') {
            const by = Math.round((((e.clientX - drag.x) / this.width) * (this.limits.to - this.limits.from)) / snap) * snap;
            this.#tell(shift(drag.window, by, this.limits), this.span);
        } else if (drag.kind === 'to') {
            const end = Math.max(from + snap, Math.round(at / snap) * snap);
            this.#tell({from, to: Math.min(end, this.limits.to)}, this.span === 'all' ? 'all' : 'free');
        } else if (drag.kind === 'from') {
            this.#tell({from: Math.max(this.limits.from, Math.min(Math.round(at / snap) * snap, to - snap)), to}, 'free');
        } else {
            const anchor = this.limits.from + ((drag.x - this.#track.getBoundingClientRect().left) / this.width) * (this.limits.to - this.limits.from);
            const first = Math.floor(Math.min(anchor, at) / snap) * snap;
            const last = Math.ceil(Math.max(anchor, at) / snap) * snap;
            this.#tell({from: Math.max(first, this.limits.from), to: Math.min(last, this.limits.to)}, 'free');
        }
    }

    /** @param {PointerEvent} e */
    #up(e) {
        const drag = this.#drag;
        this.#drag = null;
        if (!drag || drag.moved) return;
        // A click means the day that was clicked.
        const end = Math.floor(this.#minutes(e) / DAY) * DAY + DAY;
        const window = this.span === 'all' ? {from: this.limits.from, to: end} : shift(this.window, end - this.window.to, this.limits);
        this.#tell(window, this.span);
    }

    #snap() {
        const perDay = this.width / ((this.limits.to - this.limits.from) / DAY);
        return perDay > 480 || this.span === 'hour' ? HOUR : this.span === 'hours6' ? 6 * HOUR : DAY;
    }

    /** @param {Stretch} window @param {string} span */
    #tell(window, span) {
        this.dispatchEvent(new CustomEvent('window', {detail: {window, span}}));
    }

    /** @param {KeyboardEvent} e */
    #key(e) {
        const keys = /** @type {Record<string, string>} */ ({
            ArrowRight: 'forward', ArrowUp: 'forward', ArrowLeft: 'back', ArrowDown: 'back', Home: 'home', End: 'end', ' ': 'toggle',
            PageUp: 'forward', PageDown: 'back',
        });
        const what = keys[e.key];
        if (!what || e.ctrlKey || e.metaKey || e.altKey) return;
        e.preventDefault();
        this.dispatchEvent(new CustomEvent('key', {detail: what}));
    }
}
