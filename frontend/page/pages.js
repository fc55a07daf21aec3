/** Chooses what the panel shows: the list or the table, an incident, or a report. */

import {setFilter} from '../bar/bar.js';
import {tip} from '../bar/tip.js';
import {incident, report, ServiceError} from '../data/api.js';
import {isFiltering, noFilter} from '../data/filter.js';
import {el, find, icon} from '../dom.js';
import {placeName} from '../words/where.js';
import {IncidentList} from '../panel/list.js';
import {Panel} from '../panel/panel.js';
import {lies} from './pointing.js';

/** @typedef {import('../words/words.js').Words} Words */

const WHILE_PLAYING = 200;

export class Pages {
    panel = new Panel(/** @type {HTMLElement} */ (find('[data-role=panel]')));
    #list = new IncidentList();
    /** @type {import('../panel/table.js').IncidentTable|null} */
    #table = null;
    /** @type {import('./held.js').Held|import('../many/tiled.js').Tiled|null} */
    stock = null;
    /** What those who are signed in have more of. @type {import('../desk/desk.js').Desk|null} */
    desk = null;
    #request = new AbortController();
    #state;
    #scene;
    #words;

    /** @param {import('../state/state.js').State} state @param {import('../map/scene.js').Scene} scene @param {() => Words} words */
    constructor(state, scene, words) {
        this.#state = state;
        this.#scene = scene;
        this.#words = words;
        this.#list.addEventListener('choose', (e) => this.#choose(e));
        this.#list.addEventListener('hover', (e) => scene.hover(scene.columns?.row(/** @type {CustomEvent} */ (e).detail) ?? -1));
        this.#list.addEventListener('end', () => this.stock?.more(state.now.filter, state.now.window));
        this.#list.dress = (item, id) => this.desk?.row(item, id);
        this.panel.addEventListener('back', () => {
            if (this.desk?.back()) return;
            const {incident, report: open} = state.now;
            state.set(open && incident ? {report: ''} : {incident: '', report: ''});
        });
        addEventListener('resize', () => this.panel.dispatchEvent(new Event('toggle')));
    }

    /** What is covered of the map. */
    covered() {
        const {right, bottom} = this.panel.covered;
        return {right, bottom: bottom + /** @type {HTMLElement} */ (find('.dock')).offsetHeight};
    }

    /** @param {Event} e */
    #choose(e) {
        this.#state.set({incident: /** @type {CustomEvent} */ (e).detail, report: ''});
    }

    /** The incidents shown are others. @param {boolean} [playing] the newest few will do */
    fill(playing = false) {
        const {tally} = this.#scene;
        if (!this.stock || !tally) return;
        const {filter, window} = this.#state.now;
        const {columns, rows, all} = this.stock.listed(filter, window, playing, tally);
        if (this.#state.now.view === 'table') {
            if (!playing) this.#table?.show(columns, rows, all, this.#words(), this.#state.now.incident);
        } else if (!playing || this.#list.element.isConnected) {
            this.#list.show(columns, rows, all, this.#words(), this.#nothing(), playing ? WHILE_PLAYING : Infinity);
        }
    }

    /** Shows the page that the state asks for. */
    open() {
        if (this.desk?.leave()) return;
        const {incident: id, report: reportId, view} = this.#state.now;
        const {columns} = this.#scene;
        const row = columns?.row(id) ?? -1;
        this.#request.abort();
        this.#request = new AbortController();
        this.#list.mark(id);
        this.#scene.choose(row);
        this.#scene.spot(null);
        tip(0, 0, []);
        /** @type {HTMLElement} */ (find('[data-role=panel]')).dataset.view = id || reportId ? 'page' : view;
        if (reportId) this.#page('report', id ? 'back.incident' : 'back.list', (signal) => this.#report(reportId, id, signal));
        else if (row >= 0 || (id && (this.desk || columns?.n !== columns?.all))) {
            this.#scene.locate(row, this.covered());
            this.#page('incident', 'back.list', (signal) => this.#incident(id, row, signal));
        } else if (view === 'table') this.#openTable();
        else this.#home(this.#list.element);
    }

    /** The incidents are others, the choice is the same. */
    refresh() {
        this.#scene.choose(this.#scene.columns?.row(this.#state.now.incident) ?? -1);
        this.desk?.refresh();
    }

    /** @param {HTMLElement} body */
    #home(body) {
        this.fill();
        this.panel.home(this.#head(), body);
    }

    async #openTable() {
        const {IncidentTable} = await import('../panel/table.js');
        if (!this.#table) {
            this.#table = new IncidentTable();
            this.#table.addEventListener('choose', (e) => this.#choose(e));
        }
        const {incident: id, report: reportId, view} = this.#state.now;
        if (view === 'table' && !id && !reportId) this.#home(this.#table.element);
    }

    /** Marks in the panel what is pointed at on the map. @param {import('./pointing.js').Pointed} at */
    highlight(at) {
        const {columns, tally} = this.#scene;
        const panel = /** @type {HTMLElement} */ (find('[data-role=panel]'));
        for (const element of panel.querySelectorAll('[data-incident-id]')) {
            // one sentence may tell of several
            const {all, incidentId = ''} = /** @type {HTMLElement} */ (element).dataset;
            element.classList.toggle('hover', (all ?? incidentId).split(' ').some((id) => columns && tally && lies(columns.row(id), at, columns, tally)));
        }
        panel.querySelector('mark.hover')?.scrollIntoView({block: 'nearest'});
    }

    #head() {
        const words = this.#words();
        const {filter, view} = this.#state.now;
        const place = this.#scene.columns?.places.find((p) => p.key === filter.place);
        const head = document.createDocumentFragment();
        head.append(el('h2', {}, words.t('list')));
        if (place) {
            head.append(el('button', {type: 'button', class: 'pick', 'data-action': 'clear-place', onclick: () => setFilter(this.#state, {place: ''})},
                words.t('list.place', {place: placeName(place, words)}), icon('x')));
        }
        head.append(el('div', {class: 'views'}, ['list', 'table'].map((name) => el('button', {
            type: 'button', 'data-view': name, 'aria-pressed': String(view === name), title: words.t(`view.${name}`), 'aria-label': words.t(`view.${name}`),
            onclick: () => this.#state.set({view: name}),
        }, icon(name === 'list' ? 'list' : 'table-2')))));
        this.desk?.head(head);
        return head;
    }

    #nothing() {
        const words = this.#words();
        const filtering = isFiltering(this.#state.now.filter);
        const button = (/** @type {string} */ text, /** @type {() => void} */ onclick) => el('button', {type: 'button', class: 'button', onclick}, words.t(text));
        return [
            el('p', {}, words.t(filtering ? 'list.empty.filter' : 'list.empty')),
            filtering ? button('list.clear', () => this.#state.set({filter: noFilter()}))
                : button('list.showall', () => this.#state.set({span: 'all', window: {...this.#scene.marks.limits}})),
        ];
    }

    /** @param {string} id @param {number} row @param {AbortSignal} signal */
    async #incident(id, row, signal) {
        const [{incidentPage}, feature] = await Promise.all([import('../panel/incident.js'), (this.desk?.read ?? incident)(id, signal)]);
        const [lon, lat] = feature.geometry.coordinates;
        const bring = (/** @type {boolean} */ closer) => row < 0 ? this.#scene.camera.bring({lon, lat, level: ''}, this.covered(), closer)
            : this.#scene.locate(row, this.covered(), closer);
        if (row < 0) bring(false);
        const page = incidentPage(feature, this.#words(), {
            read: (open) => this.#state.set({report: open}),
            locate: () => bring(true),
        });
        this.desk?.incident(page, feature);
        return page;
    }

    /** @param {string} id @param {string} current @param {AbortSignal} signal */
    async #report(id, current, signal) {
        const [{reportPage}, told] = await Promise.all([import('../panel/report.js'), report(id, signal)]);
        const row = (/** @type {string} */ of) => this.#scene.columns?.row(of) ?? -1;
        const page = reportPage(told, current, this.#words(), {
            choose: (chosen) => this.#state.set(row(chosen) >= 0 ? {incident: chosen, report: ''} : {}),
            hover: (over) => this.#scene.hover(row(over)),
            spot: (at) => this.#scene.spot(at),
            tip: (at, lines) => {
                const box = at?.getBoundingClientRect();
                tip(box?.left ?? 0, box?.bottom ?? 0, lines);
            },
        });
        this.desk?.report(page, told);
        return page;
    }

    /** @param {'report'|'incident'} what @param {string} wayBack @param {(signal: AbortSignal) => Promise<HTMLElement>} make */
    async #page(what, wayBack, make) {
        const {signal} = this.#request;
        const words = this.#words();
        const back = words.t(wayBack);
        this.panel.open = true;
        try {
            const page = await make(signal);
            if (signal.aborted) return;
            this.panel.page(back, page);
            page.querySelector('mark.current')?.scrollIntoView({block: 'center'});
        } catch (e) {
            if (signal.aborted) return;
            if (!(e instanceof ServiceError)) throw e;
            this.panel.page(back, el('div', {class: 'nothing', 'data-role': `${what}-panel`},
                el('h2', {tabindex: -1}, words.t(what)), el('p', {}, words.t(`error.${e.kind}`)),
                el('button', {type: 'button', class: 'button', 'data-action': 'retry', onclick: () => this.open()}, words.t('error.retry'))));
        }
    }
}
