/** The same incidents as a table that can be sorted. */

import {ServiceError} from '../data/api.js';
import {tolls} from '../data/tolls.js';
import {TYPES} from '../data/types.js';
import {el, icon} from '../dom.js';
import {figures} from '../words/figures.js';
import {shortDay, time} from '../words/when.js';
import {capital, titleAt} from '../words/title.js';
import {placeName} from '../words/where.js';

const MOST = 500;

/** @typedef {import('../data/columns.js').Columns} Columns */
/** @typedef {'when'|'where'|'type'|'title'|'toll'|'reports'} Heading */

/** @type {Heading[]} */
const HEADINGS = ['when', 'where', 'type', 'title', 'toll', 'reports'];

export class IncidentTable extends EventTarget {
    /** @type {Heading} */
    #by = 'when';
    #up = false;
    #shown = new Uint32Array(0);
    /** @type {import('../data/tolls.js').Tolls} */
    #tolls = new Map();
    /** @type {Columns|null} */
    #columns = null;

    constructor() {
        super();
        this.element = el('div', {class: 'scroll', 'data-role': 'incident-table', tabindex: -1});
    }

    /** @param {Columns} columns @param {Uint32Array} shown @param {number} all how many there are to be shown @param {import('../words/words.js').Words} words @param {string} current */
    show(columns, shown, all, words, current) {
        this.#shown = shown.slice();
        if (this.#columns !== columns) this.#count(columns, () => this.show(columns, this.#shown, all, words, current));
        const rows = this.#sorted(columns, words).slice(0, MOST);
        const starts = rows.map((row) => columns.start[row]);
        const ends = [Math.min(...starts), Math.max(...starts)];
        const again = () => this.show(columns, this.#shown, all, words, current);
        this.element.replaceChildren(
            el('table', {}, el('thead', {}, el('tr', {}, HEADINGS.map((by) => el('th', {scope: 'col', 'aria-sort': this.#by === by ? (this.#up ? 'ascending' : 'descending') : null},
                el('button', {
                    type: 'button', 'data-sort': by, onclick: () => {
                        this.#up = this.#by === by ? !this.#up : by !== 'when' && by !== 'reports' && by !== 'toll';
                        this.#by = by;
                        again();
                        /** @type {HTMLElement|null} */ (this.element.querySelector(`[data-sort=${by}]`))?.focus();
                    },
                }, words.t(`table.${by}`), this.#by === by ? icon(this.#up ? 'chevron-up' : 'chevron-down') : null))))),
            el('tbody', {}, rows.map((row) => this.#row(columns, row, ends, words, current)))),
            ...(all > rows.length ? [el('p', {class: 'nothing'}, words.t('table.first', {n: rows.length, m: all}))] : []));
    }

    /** Fetches the figures, which nothing else on the page needs; without them the table does without. @param {Columns} columns @param {() => void} then */
    async #count(columns, then) {
        this.#columns = columns;
        this.#tolls = new Map();
        try {
            this.#tolls = await tolls(columns);
        } catch (e) {
            if (!(e instanceof ServiceError)) throw e;
            this.#columns = null;
            return;
        }
        if (this.#columns === columns && this.#tolls.size) then();
    }

    /** @param {Columns} columns @param {number} row @param {number[]} ends the first and the last moment @param {import('../words/words.js').Words} words @param {string} current */
    #row(columns, row, ends, words, current) {
        const id = columns.ids[row];
        const hour = columns.period(row).precision === 'hour' ? ` ${time(columns.start[row], words)}` : '';
        return el('tr', {'aria-current': id === current ? 'true' : null},
            el('td', {class: 'nowrap'}, shortDay(columns.start[row], words, ends) + hour),
            el('td', {}, capital(placeName(columns.placeOf(row), words))),
            el('td', {}, words.t(`type.${TYPES[columns.type[row]]}`)),
            el('td', {}, el('button', {type: 'button', 'data-incident-id': id, onclick: () => this.dispatchEvent(new CustomEvent('choose', {detail: id}))}, titleAt(columns, row, words))),
            el('td', {}, figures(this.#tolls.get(row) ?? {}, words).join('; ')),
            el('td', {class: 'number'}, String(columns.reports[row])));
    }

    /** @param {Columns} columns @param {import('../words/words.js').Words} words */
    #sorted(columns, words) {
        const value = (/** @type {number} */ row) => {
            const toll = this.#tolls.get(row);
            switch (this.#by) {
                case 'where': return placeName(columns.placeOf(row), words);
                case 'type': return words.t(`type.${TYPES[columns.type[row]]}`);
                case 'title': return titleAt(columns, row, words);
                case 'toll': return (toll?.deaths ?? 0) * 1e6 + (toll?.injured ?? 0) * 1e3 + (toll?.arrested ?? 0);
                case 'reports': return columns.reports[row];
                default: return columns.start[row];
            }
        };
        const sign = this.#up ? 1 : -1;
        const collator = new Intl.Collator(words.locale);
        return Array.from(this.#shown, (row) => ({row, value: value(row)}))
            .sort((a, b) => sign * (typeof a.value === 'string' ? collator.compare(a.value, String(b.value)) : a.value - Number(b.value)) || a.row - b.row)
            .map(({row}) => row);
    }
}
