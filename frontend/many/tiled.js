/** The incidents where there are more than a browser should hold: drawn from vector tiles of the view, counted by the service. */

import {ask, ServiceError} from '../data/api.js';
import {placesOf} from '../data/columns.js';
import {STATUSES, TYPES} from '../data/types.js';
import {busiest, whole} from '../time/extent.js';
import {counts, days, questionOf, sum} from './asking.js';
import {TileColumns} from './columns.js';
import {Days} from './days.js';
import {Latest} from './latest.js';
import {Telling} from './telling.js';
import {tilesOf} from './view.js';
import {FEW, joinedAt, Whole} from './whole.js';

/** @typedef {import('../data/filter.js').Filter} Filter */
/** @typedef {import('../time/window.js').Stretch} Stretch */
/** @typedef {import('../page/held.js').Counted} Counted */

const MOST_FORCES = 20_000;

/** Tells "columns" when other incidents are drawn, and "listed" when others are counted and listed. */
export class Tiled extends EventTarget {
    #scene;
    #answer;
    #tiles;
    #fail;
    #worker = new Worker(new URL('worker.js', import.meta.url), {type: 'module'});
    /** @type {Promise<{type: string[], precision: string[], level: string[]}>} */
    #codes;
    #told = new Days([], []);
    #days = new Days([], []);
    #query = '?';
    /** @type {[string, number][]} */
    #forces = [];
    #request = new AbortController();
    #ordered = '';
    #number = 0;
    #telling = new Telling(() => {
        this.#scene.marks.repaint();
        document.documentElement.dataset.told = 'true';
    }, (e) => this.#fail(e));
    #shown = {window: {from: 0, to: 0}, playing: true};
    #lasting = '';
    #whole = new Whole(() => this.#drawn(), (e) => this.#fail(e));
    #latest = new Latest(() => this.dispatchEvent(new Event('listed')), (e) => this.#fail(e));
    /** Before it there is nothing to be seen. @type {Promise<unknown>|undefined} */
    begun;

    /**
     * @param {any} answer what the service says instead of columns
     * @param {import('../map/scene.js').Scene} scene
     * @param {(kind: ServiceError) => void} fail tells the reader
     */
    constructor(answer, scene, fail) {
        super();
        this.#answer = answer;
        this.#scene = scene;
        this.#fail = fail;
        this.all = /** @type {number} */ (answer.incidents);
        this.reports = /** @type {number} */ (answer.from_reports);
        this.places = placesOf(answer);
        this.places.forEach((place, i) => (place.count = answer.places.count[i]));
        this.#tiles = new TileColumns(null, this.places, this.all);
        /** What is drawn. @type {import('../data/columns.js').Columns} */
        this.columns = this.#tiles;
        this.#codes = ask('/api/tiles/tiles.json').then(({codes}) => codes);
        this.#worker.addEventListener('message', (e) => this.#got(e.data));
    }

    /** Which stretch of time there is. @param {boolean} everything */
    limits(everything) {
        const {days} = this.#answer;
        const some = days.n.map((/** @type {number} */ n, /** @type {number} */ i) => n ? i : -1).filter((/** @type {number} */ i) => i >= 0);
        const of = (/** @type {(number|null)[]} */ column) => some.map((/** @type {number} */ i) => column[i]);
        return everything || !some.length ? whole(days.start, days.end) : busiest(of(days.short_start), of(days.short_end), of(days.n));
    }

    /** How many that pass lie outside of it. @param {Filter} filter @param {Stretch} limits */
    outside({hidden}, limits) {
        return this.#days.count({from: -Infinity, to: Infinity}, hidden) - this.#days.count(limits, hidden);
    }

    /** How many have come since. @param {{all: number}} before */
    fresh(before) {
        return Math.max(0, this.all - before.all);
    }

    /** Ends its work for good. */
    end() {
        this.#request.abort();
        this.#telling.end();
        this.#latest.end();
        this.#whole.end();
        this.#worker.terminate();
    }

    /** What nothing can be drawn without. */
    async begin() {
        try {
            const codes = await this.#codes;
            this.#worker.postMessage({codes, places: this.places.map(({lon, lat, level}) => ({lon, lat, level}))});
            this.#told = await days('');
        } catch (e) {
            this.end();
            throw e;
        }
    }

    /** Whether the service has counted what passes the filter; if not, it is asked, and `then` called. @param {Filter} filter @param {() => void} then */
    ready(filter, then) {
        const query = questionOf({...filter, hidden: []});
        if (query === this.#query) return true;
        this.#request.abort();
        this.#request = new AbortController();
        this.#query = query;
        this.begun = this.#count(query, this.#request.signal).then((counted) => counted && then());
        return false;
    }

    /** @param {string} query @param {AbortSignal} signal */
    async #count(query, signal) {
        const lasting = new URLSearchParams(query);
        const forced = 'in_force_until IS NOT NULL';
        lasting.set('filter', [lasting.get('filter'), forced].filter(Boolean).join(' AND '));
        try {
            const [counted, forces] = await Promise.all([query ? days(query, signal) : this.#told,
                ask(`/api/incidents?f=columns&properties=in_force_until&type=emergency,blackout&limit=${MOST_FORCES}&${lasting}`, signal)]);
            if (signal.aborted) return false;
            this.#days = counted;
            this.#lasting = forces.ids.length ? `type=emergency,blackout&${lasting}` : '';
            this.#forces = forces.ids.map((/** @type {string} */ id, /** @type {number} */ i) => [id, forces.in_force_until[i]]);
        } catch (e) {
            if (signal.aborted) return false;
            if (!(e instanceof ServiceError)) throw e;
            this.#fail(e);
            this.#query = '?';
            return false;
        }
        await this.look();
        return !signal.aborted;
    }

    /** Draws the tiles of what is seen now; kept until they are there. */
    look() {
        const {map} = this.#scene;
        const tiles = tilesOf(map.getBounds().pad(0.1), map.getZoom(), map.getSize());
        const address = `/api/tiles/{z}/{x}/{y}.mvt?${this.#query ? `${this.#query}&` : ''}v=${this.#answer.revision}`;
        const order = JSON.stringify([address, tiles]);
        if (this.#query === '?') return Promise.resolve();
        if (order === this.#ordered) {
            this.#tell();
            return Promise.resolve();
        }
        this.#ordered = order;
        this.#worker.postMessage({number: ++this.#number, address, query: this.#query, tiles, forces: this.#forces});
        return new Promise((resolve) => this.addEventListener('columns', resolve, {once: true}));
    }

    /** @param {{number: number, made: import('./joined.js').Joined, failed: 'unreachable'|'refused'|'broken'}} got */
    #got({number, made, failed}) {
        // what was ordered before is not wanted any more
        if (number !== this.#number) return;
        if (failed) {
            this.#ordered = '';
            this.#fail(new ServiceError(failed));
        } else {
            this.#tiles = new TileColumns(made, this.places, this.all);
            this.#choose();
            this.#tell();
        }
        this.#drawn();
    }

    /** A window is shown. @param {Stretch} window @param {boolean} playing */
    at(window, playing) {
        this.#shown = {window, playing};
        this.#choose();
    }

    /** What stands still and is little is drawn whole where the tiles hold but a sample of it. */
    #choose() {
        const {window, playing} = this.#shown;
        if (playing || !this.#tiles.weight || this.#days.count(window) > FEW) this.#whole.none();
        else this.#whole.of(this.#query, this.#lasting, window, (answers) => joinedAt(answers, this.#answer.places, this.places, this.all));
    }

    #drawn() {
        this.columns = this.#whole.columns ?? this.#tiles;
        this.dispatchEvent(new Event('columns'));
    }

    #tell() {
        this.#telling.of(this.#tiles, this.#scene.map.getBounds().pad(0.1), this.#query);
    }

    /** The title of one that tiles do not tell. @param {number} row */
    async title(row) {
        const {columns} = this;
        try {
            columns.titles[row] ??= (await ask(`/api/incidents/${encodeURIComponent(columns.ids[row])}`)).properties.title;
        } catch (e) {
            // its type stands there, which is something
            if (!(e instanceof ServiceError)) throw e;
        }
    }

    /** One byte an incident that is drawn: 1 where it passes; all but the types is in the address of the tiles. @param {Filter} filter */
    mask({hidden}) {
        const types = Uint8Array.from(TYPES, (type) => +!hidden.includes(type));
        return this.columns.type.map((type) => types[type]);
    }

    groups() {
        return this.#days.groups();
    }

    /** @param {Filter} filter @param {Stretch} limits @param {number} width */
    bars({hidden}, limits, width) {
        return this.#days.bars(limits, width, hidden, this.#told);
    }

    /** How many of each type would pass within a window. @param {Filter} filter @param {Stretch} window */
    types(filter, window) {
        return counts(questionOf({...filter, hidden: []}), window);
    }

    /** How many of each status would. @param {Filter} filter @param {Stretch} window @returns {Promise<Uint32Array>} */
    async statuses(filter, window) {
        const each = STATUSES.map((status) => status === 'rejected' ? new Uint32Array(1) : counts(questionOf({...filter, statuses: [status]}), window));
        return Uint32Array.from(await Promise.all(each), (by) => sum(by));
    }

    /** @param {Filter} filter @param {Stretch} window @returns {Counted} */
    count(filter, window) {
        return {
            shown: this.#latest.exact(filter, window) ?? this.#days.count(window, filter.hidden),
            all: this.all, reports: this.reports, silent: !this.#told.count(window),
        };
    }

    /** The latest of what lies in the window. @param {Filter} filter @param {Stretch} window @param {boolean} playing */
    listed(filter, window, playing) {
        return {...this.#latest.of(filter, window, playing), all: this.count(filter, window).shown};
    }

    /** Lists more. @param {Filter} filter @param {Stretch} window */
    more(filter, window) {
        this.#latest.more(filter, window);
    }
}
