/** The same incidents as a table that can be sorted. */

import {el, icon} from '../dom.js';
import {figures} from '../words/figures.js';
import {shortDay, time} from '../words/when.js';

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

    constructor() {
        super();
        this.element = el('div', {class: 'scroll', 'data-role': 'incident-table', tabindex: -1});
    }

    /** @param {Columns} columns @param {Uint32Array} shown @param {import('../words/words.js').Words} words @param {string} current */
    show(columns, shown, words, current) {
        this.#shown = shown.slice();
        const rows = this.#sorted(columns, words).slice(0, MOST);
        const again = () => this.show(columns, this.#shown, words, current);
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
            el('tbody', {}, rows.map((row) => this.#row(columns, row, words, current)))),
            ...(shown.length > MOST ? [el('p', {class: 'nothing'}, words.t('table.first', {n: MOST, m: shown.length}))] : []));
    }

    /** @param {Columns} columns @param {number} row @param {import('../words/words.js').Words} words @param {string} current */
    #row(columns, row, words, current) {
        const {id, properties: p} = columns.incidents[row];
        const hour = p.time_precision === 'hour' ? ` ${time(columns.start[row], words)}` : '';
        return el('tr', {'aria-current': id === current ? 'true' : null},
            el('td', {class: 'nowrap'}, shortDay(columns.start[row], words) + hour),
            el('td', {}, p.place),
            el('td', {}, words.t(`type.${p.type}`)),
            el('td', {}, el('button', {type: 'button', 'data-incident-id': id, onclick: () => this.dispatchEvent(new CustomEvent('choose', {detail: id}))}, p.title)),
            el('td', {}, figures(p, words).join('; ')),
            el('td', {class: 'number'}, String(p.reports)));
    }

    /** @param {Columns} columns @param {import('../words/words.js').Words} words */
    #sorted(columns, words) {
        const value = (/** @type {number} */ row) => {
            const p = columns.incidents[row].properties;
            switch (this.#by) {
                case 'where': return p.place;
                case 'type': return words.t(`type.${p.type}`);
                case 'title': return p.title;
                case 'toll': return (p.deaths ?? 0) * 1e6 + (p.injured ?? 0) * 1e3 + (p.arrested ?? 0);
                case 'reports': return p.reports;
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
