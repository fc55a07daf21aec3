/** The list of what is shown, newest day first; only the rows in view are in the page. */

import {el, swatch} from '../dom.js';
import {GROUPS, TYPES} from '../data/types.js';
import {floorDay} from '../time/minutes.js';
import {day, time} from '../words/when.js';
import {capital, titleAt} from '../words/title.js';
import {placeName} from '../words/where.js';

const DAY_PX = 38;
const ROW_PX = 56;
const SPARE_PX = 400;

export class IncidentList extends EventTarget {
    #scroll;
    #rows;
    #nothing;
    /** Rows of the columns, or ~day for a heading. */
    #entries = new Float64Array(0);
    #tops = new Float64Array(1);
    #perDay = new Map();
    #from = -1;
    #to = -1;
    /** @type {import('../data/columns.js').Columns|null} */
    #columns = null;
    /** @type {import('../words/words.js').Words|null} */
    #words = null;
    #current = '';
    #rest = false;
    #last = NaN;
    /** Adds to a row what the list itself does not know. @type {(item: HTMLElement, id: string) => void} */
    dress = () => {};

    constructor() {
        super();
        this.#rows = el('ol', {class: 'rows', 'data-role': 'incident-list'});
        this.#nothing = el('div', {class: 'nothing', hidden: true});
        this.#scroll = el('div', {class: 'scroll', tabindex: -1, onscroll: () => this.#fill()}, this.#rows, this.#nothing);
        this.#rows.addEventListener('keydown', (e) => this.#key(e));
        this.#rows.addEventListener('focusin', (e) => this.#stop(/** @type {HTMLElement} */ (e.target)));
        new ResizeObserver(() => this.#fill()).observe(this.#scroll);
        this.element = this.#scroll;
    }

    /**
     * @param {import('../data/columns.js').Columns} columns
     * @param {Uint32Array} shown rows in order of time
     * @param {number} all how many there are to be shown
     * @param {import('../words/words.js').Words} words
     * @param {Node[]} [nothing] what to say when there is none
     * @param {number} [most] how many at most, while there is no time for more
     */
    show(columns, shown, all, words, nothing = [], most = Infinity) {
        const stays = columns === this.#columns ? '' : this.#atTop();
        this.#columns = columns;
        this.#words = words;
        const entries = [];
        const tops = [];
        this.#perDay = new Map();
        let top = 0;
        let last = NaN;
        for (let k = shown.length - 1; k >= Math.max(0, shown.length - most); k--) {
            const on = floorDay(columns.start[shown[k]]);
            if (on !== last) {
                entries.push(-1 - on);
                tops.push(top);
                top += DAY_PX;
                last = on;
            }
            this.#perDay.set(on, (this.#perDay.get(on) ?? 0) + 1);
            entries.push(shown[k]);
            tops.push(top);
            top += ROW_PX;
        }
        tops.push(top);
        this.#entries = Float64Array.from(entries);
        this.#tops = Float64Array.from(tops);
        this.#rows.style.height = `${top}px`;
        const rest = all > shown.length;
        this.#nothing.hidden = shown.length > 0 && !rest;
        this.#nothing.replaceChildren(...(!all ? nothing : rest ? [words.t('table.first', {n: shown.length, m: all})] : []));
        this.#rest = rest;
        this.#last = last;
        this.#from = this.#to = -1;
        if (stays) {
            const k = this.#entries.indexOf(columns.row(stays));
            if (k >= 0) this.#scroll.scrollTop = this.#tops[k];
        }
        this.#fill();
    }

    /** The first incident in view, where the list has been moved. */
    #atTop() {
        const {scrollTop} = this.#scroll;
        const entry = scrollTop ? this.#entries[this.#indexAt(scrollTop - 1) + 1] : -1;
        return entry >= 0 ? this.#columns?.ids[entry] : '';
    }

    /** @param {string} id */
    mark(id) {
        this.#current = id;
        for (const row of this.#rows.querySelectorAll('.row')) {
            const button = /** @type {HTMLElement} */ (row);
            if (button.dataset.incidentId === id) button.setAttribute('aria-current', 'true');
            else button.removeAttribute('aria-current');
        }
    }

    #fill() {
        const {clientHeight, scrollTop} = this.#scroll;
        if (!this.#columns || !clientHeight) return;
        const from = this.#indexAt(scrollTop - SPARE_PX);
        const to = Math.min(this.#entries.length, this.#indexAt(scrollTop + clientHeight + SPARE_PX) + 1);
        if (from === this.#from && to === this.#to) return;
        this.#from = from;
        this.#to = to;
        const focused = document.activeElement instanceof HTMLElement && this.#rows.contains(document.activeElement)
            ? document.activeElement.dataset.incidentId ?? '' : '';
        const items = [];
        for (let k = from; k < to; k++) items.push(this.#item(k));
        this.#rows.replaceChildren(...items);
        if (this.#rest && scrollTop && to === this.#entries.length) this.dispatchEvent(new Event('end'));
        this.#stop();
        if (focused) this.#focus(focused);
    }

    /** The tab key stops at the list once, not at each of its rows; from there the arrow keys go on. @param {HTMLElement|null} [at] */
    #stop(at) {
        const rows = /** @type {HTMLElement[]} */ ([...this.#rows.querySelectorAll('.row')]);
        const one = at ?? rows.find((row) => row.dataset.incidentId === this.#current) ?? rows[0];
        for (const row of rows) row.tabIndex = row === one ? 0 : -1;
    }

    /** @param {number} k */
    #item(k) {
        const entry = this.#entries[k];
        const item = entry < 0 ? this.#heading(-1 - entry) : this.#row(entry);
        item.style.transform = `translateY(${this.#tops[k]}px)`;
        item.style.height = `${this.#tops[k + 1] - this.#tops[k]}px`;
        return item;
    }

    /** @param {number} on */
    #heading(on) {
        const words = /** @type {import('../words/words.js').Words} */ (this.#words);
        // of the last day listed there may be more
        const n = this.#rest && on === this.#last ? '' : words.numbers.format(this.#perDay.get(on) ?? 0);
        return el('li', {class: 'day'}, el('span', {}, day(on, words)), el('span', {class: 'n'}, n));
    }

    /** @param {number} row */
    #row(row) {
        const columns = /** @type {import('../data/columns.js').Columns} */ (this.#columns);
        const words = /** @type {import('../words/words.js').Words} */ (this.#words);
        const id = columns.ids[row];
        const reports = columns.reports[row];
        const sub = [
            capital(placeName(columns.placeOf(row), words)), words.t(`type.${TYPES[columns.type[row]]}`),
            columns.period(row).precision === 'hour' ? time(columns.start[row], words) : '',
            reports > 1 ? words.t('list.reports', {n: reports}) : '',
        ].filter(Boolean).join(' · ');
        const item = el('li', {}, el('button', {
            type: 'button', class: 'row', 'data-incident-id': id, 'aria-current': id === this.#current ? 'true' : null,
            onclick: () => this.dispatchEvent(new CustomEvent('choose', {detail: id})),
            onpointerenter: () => this.dispatchEvent(new CustomEvent('hover', {detail: id})),
            onpointerleave: () => this.dispatchEvent(new CustomEvent('hover', {detail: ''})),
            onfocus: () => this.dispatchEvent(new CustomEvent('hover', {detail: id})),
        }, swatch(GROUPS[columns.group[row]]), el('span', {class: 'title'}, titleAt(columns, row, words)), el('span', {class: 'sub'}, sub)));
        this.dress(item, id);
        return item;
    }

    /** The entry at a height. @param {number} top */
    #indexAt(top) {
        let low = 0;
        let high = Math.max(0, this.#entries.length - 1);
        while (low < high) {
            const middle = (low + high + 1) >> 1;
            if (this.#tops[middle] <= top) low = middle;
            else high = middle - 1;
        }
        return low;
    }

    /** @param {KeyboardEvent} e */
    #key(e) {
        const by = e.key === 'ArrowDown' ? 1 : e.key === 'ArrowUp' ? -1 : 0;
        const id = /** @type {HTMLElement} */ (e.target).dataset?.incidentId;
        const at = this.#columns?.row(id ?? '') ?? -1;
        if (!by || at < 0) return;
        e.preventDefault();
        let k = this.#entries.indexOf(at) + by;
        while (k >= 0 && k < this.#entries.length && this.#entries[k] < 0) k += by;
        if (k < 0 || k >= this.#entries.length) return;
        const top = this.#tops[k];
        const {scrollTop, clientHeight} = this.#scroll;
        if (top < scrollTop + DAY_PX) this.#scroll.scrollTop = top - DAY_PX;
        else if (top + ROW_PX > scrollTop + clientHeight) this.#scroll.scrollTop = top + ROW_PX - clientHeight;
        this.#fill();
        this.#focus(this.#columns?.ids[this.#entries[k]] ?? '');
    }

    /** @param {string} id */
    #focus(id) {
        for (const row of this.#rows.querySelectorAll('.row')) {
            if (/** @type {HTMLElement} */ (row).dataset.incidentId === id) /** @type {HTMLElement} */ (row).focus({preventScroll: true});
        }
    }
}
