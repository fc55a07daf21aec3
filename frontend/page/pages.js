/** Chooses what the panel shows: the list or the table, an incident, or a report. */

import {setFilter} from '../bar/bar.js';
import {tip} from '../bar/tip.js';
import {report, ServiceError} from '../data/api.js';
import {isFiltering, noFilter} from '../data/filter.js';
import {el, find, icon} from '../dom.js';
import {incidentPage} from '../panel/incident.js';
import {IncidentList} from '../panel/list.js';
import {Panel} from '../panel/panel.js';
import {reportPage} from '../panel/report.js';
import {IncidentTable} from '../panel/table.js';

/** @typedef {import('../words/words.js').Words} Words */

const WHILE_PLAYING = 200;

export class Pages {
    panel = new Panel(/** @type {HTMLElement} */ (find('[data-role=panel]')));
    #list = new IncidentList();
    #table = new IncidentTable();
    #request = new AbortController();
    #state;
    #scene;
    #words;

    /** @param {import('../state/state.js').State} state @param {import('../map/scene.js').Scene} scene @param {() => Words} words */
    constructor(state, scene, words) {
        this.#state = state;
        this.#scene = scene;
        this.#words = words;
        for (const view of [this.#list, this.#table]) {
            view.addEventListener('choose', (e) => state.set({incident: /** @type {CustomEvent} */ (e).detail, report: ''}));
        }
        this.#list.addEventListener('hover', (e) => scene.hover(/** @type {CustomEvent} */ (e).detail));
        this.panel.addEventListener('back', () => {
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

    /** The incidents shown are others. @param {boolean} [playing] the newest few will do */
    fill(playing = false) {
        if (!this.#list.element.isConnected && !this.#table.element.isConnected && playing) return;
        const {columns, tally} = this.#scene;
        if (!columns || !tally) return;
        const rows = tally.rows.subarray(0, tally.shown);
        if (this.#state.now.view === 'table' && playing) return;
        if (this.#state.now.view === 'table') this.#table.show(columns, rows, this.#words(), this.#state.now.incident);
        else this.#list.show(columns, rows, this.#words(), this.#nothing(), playing ? WHILE_PLAYING : Infinity);
    }

    /** Shows the page that the state asks for. */
    open() {
        const {incident: id, report: reportId, view} = this.#state.now;
        const {columns} = this.#scene;
        const words = this.#words();
        const row = columns?.indexOf.get(id) ?? -1;
        this.#request.abort();
        this.#request = new AbortController();
        this.#list.mark(id);
        this.#scene.choose(row);
        tip(0, 0, []);
        /** @type {HTMLElement} */ (find('[data-role=panel]')).dataset.view = id || reportId ? 'page' : view;
        if (reportId) this.#openReport(reportId, id);
        else if (row >= 0 && columns) {
            this.panel.open = true;
            this.panel.page(words.t('back.list'), incidentPage(columns.incidents[row], words, {
                read: (open) => this.#state.set({report: open}),
                locate: () => this.#scene.locate(row, this.covered(), true),
            }));
            this.#scene.locate(row, this.covered());
        } else {
            this.fill();
            this.panel.home(this.#head(), view === 'table' ? this.#table.element : this.#list.element);
        }
    }

    #head() {
        const words = this.#words();
        const {filter, view} = this.#state.now;
        const place = this.#scene.columns?.places.find((p) => p.key === filter.place);
        const head = document.createDocumentFragment();
        head.append(el('h2', {}, words.t('list')));
        if (place) {
            head.append(el('button', {type: 'button', class: 'pick', 'data-action': 'clear-place', onclick: () => setFilter(this.#state, {place: ''})},
                words.t('list.place', {place: place.name}), icon('x')));
        }
        head.append(el('div', {class: 'views'}, ['list', 'table'].map((name) => el('button', {
            type: 'button', 'data-view': name, 'aria-pressed': String(view === name), title: words.t(`view.${name}`), 'aria-label': words.t(`view.${name}`),
            onclick: () => this.#state.set({view: name}),
        }, icon(name === 'list' ? 'list' : 'table-2')))));
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

    /** @param {string} id @param {string} incident */
    async #openReport(id, incident) {
        const {signal} = this.#request;
        const words = this.#words();
        const back = words.t(incident ? 'back.incident' : 'back.list');
        this.panel.open = true;
        try {
            const page = reportPage(await report(id, signal), incident, words, {
                choose: (chosen) => this.#state.set(this.#scene.columns?.indexOf.has(chosen) ? {incident: chosen, report: ''} : {}),
                hover: (over) => this.#scene.hover(this.#scene.columns?.indexOf.get(over) ?? -1),
                tip: (at, lines) => {
                    const box = at?.getBoundingClientRect();
                    tip(box?.left ?? 0, box?.bottom ?? 0, lines);
                },
            });
            this.panel.page(back, page);
            page.querySelector('mark.current')?.scrollIntoView({block: 'center'});
        } catch (e) {
            if (signal.aborted) return;
            if (!(e instanceof ServiceError)) throw e;
            this.panel.page(back, el('div', {class: 'nothing', 'data-role': 'report-panel'},
                el('h2', {tabindex: -1}, words.t('report')), el('p', {}, words.t(`error.${e.kind}`)),
                el('button', {type: 'button', class: 'button', 'data-action': 'retry', onclick: () => this.open()}, words.t('error.retry'))));
        }
    }
}
