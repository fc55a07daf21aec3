/** Saves what is seen as a picture, and the playback as an animation or a film. */

import {toast} from '../bar/bar.js';
import {el, find} from '../dom.js';
import {GROUPS} from '../data/types.js';
import {atStart, endAt, unit} from '../time/window.js';
import {headline} from '../words/when.js';
import {compose, size} from './compose.js';

const WIDTH = {gif: 800, webm: 1280};
const FRAMES_A_STEP = {gif: 5, webm: 15};
const MOST_FRAMES = {gif: 120, webm: 450};
const FRAME_MS = {gif: 120, webm: 40};
const LAST_MS = 2400;

/** @typedef {import('../time/window.js').Stretch} Stretch */
/** @typedef {{n: number, at: (k: number) => HTMLCanvasElement, progress: (k: number) => Promise<unknown>}} Frames */

export class Pictures {
    #scene;
    #timeline;
    #words;
    #span;
    #asOf;
    #limits;
    #theme;
    #count;

    /**
     * @param {import('../map/scene.js').Scene} scene
     * @param {import('../timeline/timeline.js').Timeline} timeline
     * @param {import('../words/words.js').Words} words
     * @param {import('../state/state.js').Choice} now
     * @param {Stretch} limits
     * @param {import('../map/palette.js').Theme} theme
     * @param {(window: Stretch) => number} count
     */
    constructor(scene, timeline, words, {span, filter}, limits, theme, count) {
        this.#scene = scene;
        this.#timeline = timeline;
        this.#words = words;
        this.#span = span;
        this.#asOf = filter.asOf;
        this.#limits = limits;
        this.#theme = theme;
        this.#count = count;
    }

    async image() {
        const part = this.#part();
        const ratio = Math.max(2, window.devicePixelRatio || 1);
        for (const layer of this.#layers()) layer.finer(ratio);
        const canvas = el('canvas');
        this.#compose(canvas, part, ratio, this.#timeline.window);
        for (const layer of this.#layers()) layer.finer(0);
        const blob = await new Promise((resolve) => canvas.toBlob(resolve, 'image/png'));
        if (blob) save(/** @type {Blob} */ (blob), 'oqiga.png');
    }

    /** Plays the whole of it once, frame by frame. @param {'gif'|'webm'} kind */
    async animation(kind) {
        const frames = this.#frames(kind);
        const blob = kind === 'gif' ? await gif(frames) : await film(frames);
        save(blob, `oqiga.${kind}`);
        toast(this.#words.t('share.made'));
    }

    /** @param {'gif'|'webm'} kind @returns {Frames} */
    #frames(kind) {
        const part = this.#part();
        const scale = Math.min(1, WIDTH[kind] / part.width);
        const [span, limits] = [this.#span, this.#limits];
        const by = unit(span, limits);
        const first = atStart(this.#timeline.window, span, limits);
        const n = Math.max(2, Math.min(MOST_FRAMES[kind], Math.round(((limits.to - first.to) / by) * FRAMES_A_STEP[kind])));
        const canvas = el('canvas');
        return {
            n,
            at: (k) => {
                const window = endAt(first, first.to + ((limits.to - first.to) * k) / (n - 1), span, limits);
                this.#scene.show(window, {fade: k === n - 1 ? 0 : by, rings: k < n - 1, exact: true});
                this.#timeline.show(window, span);
                this.#compose(canvas, part, scale, window);
                return canvas;
            },
            progress: (k) => {
                toast(this.#words.t('share.making', {n: Math.round((100 * k) / n)}));
                return new Promise((resolve) => setTimeout(resolve));
            },
        };
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

    #layers() {
        const {basemap, areas, labels, marks} = this.#scene;
        return [basemap, areas, labels, marks];
    }

    /** @param {HTMLCanvasElement} canvas @param {import('./compose.js').Frame['part']} part @param {number} scale @param {Stretch} window */
    #compose(canvas, part, scale, window) {
        const words = this.#words;
        const {width, height} = size(part);
        // A film wants even sides.
        const [w, h] = [2 * Math.round((width * scale) / 2), 2 * Math.round((height * scale) / 2)];
        if (canvas.width !== w || canvas.height !== h) Object.assign(canvas, {width: w, height: h});
        const context = /** @type {CanvasRenderingContext2D} */ (canvas.getContext('2d', {willReadFrequently: true}));
        context.setTransform(scale, 0, 0, scale, 0, 0);
        compose(context, this.#layers(), this.#timeline, {
            part, title: words.t('app.title'), ...headline(window, this.#span, words, this.#asOf),
            count: words.t('list.shown', {n: this.#count(window)}), credit: words.t('map.attribution'),
            groups: GROUPS.map((group) => words.t(`group.${group}`)),
        }, this.#theme);
    }
}

/** @param {Frames} frames */
async function gif({n, at, progress}) {
    const {commonColours, Gif} = await import('./gif.js');
    const pixels = (/** @type {number} */ k) => {
        const canvas = at(k);
        return /** @type {CanvasRenderingContext2D} */ (canvas.getContext('2d')).getImageData(0, 0, canvas.width, canvas.height);
    };
    const samples = [0, 0.35, 0.7, 1].map((p) => pixels(Math.round(p * (n - 1))));
    const made = new Gif(samples[0].width, samples[0].height, commonColours(samples.map((s) => s.data)));
    for (let k = 0; k < n; k++) {
        made.add(pixels(k).data, k === n - 1 ? LAST_MS : FRAME_MS.gif);
        if (k % 5 === 0) await progress(k);
    }
    return new Blob([made.end()], {type: 'image/gif'});
}

/** A recorder takes what it sees when it sees it: the film is made as slowly as it plays. @param {Frames} frames */
async function film({n, at, progress}) {
    const stream = at(0).captureStream(0);
    const [track] = /** @type {CanvasCaptureMediaStreamTrack[]} */ (stream.getVideoTracks());
    const recorder = new MediaRecorder(stream, {mimeType: 'video/webm', videoBitsPerSecond: 4e6});
    /** @type {Blob[]} */
    const parts = [];
    recorder.addEventListener('dataavailable', (e) => parts.push(e.data));
    const over = new Promise((resolve) => recorder.addEventListener('stop', resolve));
    recorder.start();
    const began = performance.now();
    for (let k = 0; k < n; k++) {
        at(k);
        track.requestFrame();
        if (k % 15 === 0) await progress(k);
        await until(began + (k + 1) * FRAME_MS.webm);
    }
    await until(performance.now() + LAST_MS);
    track.requestFrame();
    recorder.stop();
    await over;
    track.stop();
    return new Blob(parts, {type: 'video/webm'});
}

/** @param {number} moment on the clock of performance.now() */
function until(moment) {
    return new Promise((resolve) => setTimeout(resolve, Math.max(0, moment - performance.now())));
}

/** @param {Blob} blob @param {string} name */
function save(blob, name) {
    const link = el('a', {href: URL.createObjectURL(blob), download: name});
    link.click();
    setTimeout(() => URL.revokeObjectURL(link.href), 10_000);
}
