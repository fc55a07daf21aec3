/** Saves what is seen as a picture, and the playback as an animation. */

import {toast} from '../bar/bar.js';
import {el, find} from '../dom.js';
import {GROUPS} from '../data/types.js';
import {atStart, endAt, unit} from '../time/window.js';
import {headline} from '../words/when.js';
import {compose, size} from './compose.js';
import {commonColours, Gif} from './gif.js';

const WIDTH = 800;
const FRAMES_A_STEP = 5;
const MOST_FRAMES = 120;
const FRAME_MS = 120;
const LAST_MS = 2400;

/** @typedef {import('../time/window.js').Stretch} Stretch */

export class Pictures {
    #scene;
    #timeline;
    #words;

    /** @param {import('../map/scene.js').Scene} scene @param {import('../timeline/timeline.js').Timeline} timeline @param {() => import('../words/words.js').Words} words */
    constructor(scene, timeline, words) {
        this.#scene = scene;
        this.#timeline = timeline;
        this.#words = words;
        /** @type {import('../map/palette.js').Theme} */
        this.theme = 'light';
    }

    async image() {
        const part = this.#part();
        const ratio = Math.max(2, window.devicePixelRatio || 1);
        const {basemap, areas, labels, marks} = this.#scene;
        const layers = [basemap, areas, labels, marks];
        for (const layer of layers) layer.finer(ratio);
        const canvas = this.#compose(part, ratio, this.#timeline.window, this.#timeline.span);
        for (const layer of layers) layer.finer(0);
        const blob = await new Promise((resolve) => canvas.toBlob(resolve, 'image/png'));
        if (blob) save(/** @type {Blob} */ (blob), 'oqiga.png');
    }

    /** Plays the whole of it once, frame by frame. @param {string} span @param {Stretch} limits */
    async animation(span, limits) {
        const part = this.#part();
        const scale = Math.min(1, WIDTH / part.width);
        const by = unit(span, limits);
        const first = atStart(this.#timeline.window, span, limits);
        const steps = (limits.to - first.to) / by;
        const n = Math.max(2, Math.min(MOST_FRAMES, Math.round(steps * FRAMES_A_STEP)));
        const at = (/** @type {number} */ k) => endAt(first, first.to + ((limits.to - first.to) * k) / (n - 1), span, limits);
        const pixels = (/** @type {number} */ k) => {
            const window = at(k);
            this.#scene.show(window, {fade: k === n - 1 ? 0 : by, rings: k < n - 1});
            this.#timeline.show(window, span);
            const canvas = this.#compose(part, scale, window, span);
            return /** @type {CanvasRenderingContext2D} */ (canvas.getContext('2d')).getImageData(0, 0, canvas.width, canvas.height);
        };
        const samples = [0, 0.35, 0.7, 1].map((p) => pixels(Math.round(p * (n - 1))));
        const gif = new Gif(samples[0].width, samples[0].height, commonColours(samples.map((s) => s.data)));
        for (let k = 0; k < n; k++) {
            gif.add(pixels(k).data, k === n - 1 ? LAST_MS : FRAME_MS);
            if (k % 5 === 0) {
                toast(this.#words().t('share.making', {n: Math.round((100 * k) / n)}));
                await new Promise((resolve) => setTimeout(resolve));
            }
        }
        save(new Blob([gif.end()], {type: 'image/gif'}), 'oqiga.gif');
        toast(this.#words().t('share.made'));
    }

    /** The part of the map that nothing covers. */
    #part() {
        const map = this.#scene.map.getContainer().getBoundingClientRect();
        const dock = find('.dock').getBoundingClientRect();
        const panel = /** @type {HTMLElement} */ (find('[data-role=panel]'));
        const narrow = innerWidth <= 760;
        const right = !narrow && panel.dataset.state !== 'closed' ? panel.getBoundingClientRect().left : map.right;
        return {x: 0, y: 0, width: Math.max(320, right - map.left), height: Math.max(200, dock.top - map.top)};
    }

    /** @param {import('./compose.js').Frame['part']} part @param {number} scale @param {Stretch} window @param {string} span */
    #compose(part, scale, window, span) {
        const words = this.#words();
        const {width, height} = size(part);
        const canvas = el('canvas', {width: Math.round(width * scale), height: Math.round(height * scale)});
        const context = /** @type {CanvasRenderingContext2D} */ (canvas.getContext('2d', {willReadFrequently: true}));
        context.scale(scale, scale);
        const {basemap, areas, labels, marks} = this.#scene;
        compose(context, [basemap, areas, labels, marks], this.#timeline, {
            part, title: words.t('app.title'), ...headline(window, span, words),
            count: words.t('list.shown', {n: this.#scene.tally?.shown ?? 0}), credit: words.t('map.attribution'),
            groups: GROUPS.map((group) => words.t(`group.${group}`)),
        }, this.theme);
        return canvas;
    }
}

/** @param {Blob} blob @param {string} name */
function save(blob, name) {
    const link = el('a', {href: URL.createObjectURL(blob), download: name});
    link.click();
    setTimeout(() => URL.revokeObjectURL(link.href), 10_000);
}
