/** The sheet of filters: types, status, confidence, report, and what was known when. */

import {el, find, swatch} from '../dom.js';
import {ask, ServiceError} from '../data/api.js';
import {isFiltering, noFilter} from '../data/filter.js';
import {GROUP_OF, STATUSES, TYPES} from '../data/types.js';
import {setFilter} from './bar.js';

/** @typedef {import('../words/words.js').Words} Words */
/** @typedef {import('../state/state.js').State} State */
/** @typedef {import('../page/held.js').Held|import('../many/tiled.js').Tiled} Stock */

const SURE = [0, 0.75, 0.9];

/** @param {State} state @param {Words} words @param {Stock} stock */
export async function filterSheet(state, words, stock) {
    const {filter, window} = state.now;
    const [reports, types, statuses] = await Promise.all([told(), stock.types(filter, window), stock.statuses(filter, window)]);
    return [
        typeChoice(state, words, types),
        statusChoice(state, words, statuses),
        el('fieldset', {}, el('legend', {}, words.t('sure')),
            SURE.map((least, i) => choice('radio', 'sure', `sure${i}`, words.t(`filter.sure.${i}`), filter.confidence === least,
                () => setFilter(state, {confidence: least})))),
        el('fieldset', {}, el('legend', {}, words.t('filter.asof')),
            el('input', {
                type: 'date', 'data-key': 'asof', 'aria-label': words.t('filter.asof'), value: filter.asOf,
                onchange: (/** @type {Event} */ e) => setFilter(state, {asOf: /** @type {HTMLInputElement} */ (e.target).value}),
            }), el('p', {class: 'hint'}, words.t('filter.asof.hint'))),
        sourceChoice(state, words, reports),
        languageChoice(state, words),
        el('button', {type: 'button', class: 'button', 'data-key': 'clear', disabled: !isFiltering(filter), onclick: () => state.set({filter: noFilter()})},
            words.t('list.clear')),
    ];
}

/** Where the bar has no room for the languages and the themes. @param {State} state @param {Words} words */
function languageChoice(state, words) {
    const bar = /** @type {HTMLSelectElement} */ (find('select[data-action=language]'));
    const theme = /** @type {HTMLElement} */ (find('[data-action=theme]'));
    return el('fieldset', {class: 'narrow'}, el('legend', {}, words.t('bar.language')),
        el('select', {
            'data-key': 'language', 'aria-label': words.t('bar.language'),
            onchange: (/** @type {Event} */ e) => state.set({language: /** @type {HTMLSelectElement} */ (e.target).value}),
        }, [...bar.options].map((option) => el('option', {value: option.value, lang: option.lang, selected: option.value === state.now.language}, option.text))),
        el('button', {type: 'button', class: 'link', 'data-key': 'theme', onclick: () => theme.click()}, theme.title));
}

/** @param {State} state @param {Words} words @param {Uint32Array} counts */
function typeChoice(state, words, counts) {
    const {hidden} = state.now.filter;
    return el('fieldset', {class: 'types'}, el('legend', {}, words.t('filter.types')),
        TYPES.map((type, t) => choice('checkbox', 'type', type, words.t(`type.${type}`), !hidden.includes(type), (on) =>
            setFilter(state, {hidden: on ? hidden.filter((h) => h !== type) : [...hidden, type]}),
        swatch(GROUP_OF[type]), words.numbers.format(counts[t]))));
}

/** @param {State} state @param {Words} words @param {Uint32Array} counts */
function statusChoice(state, words, counts) {
    const {statuses} = state.now.filter;
    const there = STATUSES.filter((s, k) => counts[k] || statuses.includes(s));
    return el('fieldset', {}, el('legend', {}, words.t('filter.status')),
        there.map((status) => choice('checkbox', 'status', status, words.t(`status.${status}`), !statuses.length || statuses.includes(status), (on) => {
            const now = statuses.length ? statuses : there;
            const next = on ? [...now, status] : now.filter((s) => s !== status);
            setFilter(state, {statuses: next.length === there.length ? [] : next});
        }, null, words.numbers.format(counts[STATUSES.indexOf(status)]))));
}

/** @typedef {{id: string, name: string, title: string|null, incidents: number}} Told */

/** The reports in the store; none where the service does not say. @returns {Promise<Told[]>} */
async function told() {
    try {
        return (await ask('/api/reports')).reports;
    } catch (e) {
        if (!(e instanceof ServiceError)) throw e;
        return [];
    }
}

/** @param {State} state @param {Words} words @param {Told[]} reports */
function sourceChoice(state, words, reports) {
    const titles = new Map(reports.map((r) => [r.id ?? r.name, `${(r.title || r.name).slice(0, 80)} · ${words.numbers.format(r.incidents)}`]));
    return el('fieldset', {}, el('legend', {}, words.t('report')),
        el('select', {
            'data-key': 'source', 'aria-label': words.t('report'),
            onchange: (/** @type {Event} */ e) => setFilter(state, {source: /** @type {HTMLSelectElement} */ (e.target).value}),
        }, el('option', {value: ''}, words.t('filter.source.all')),
        [...titles].sort((a, b) => a[1].localeCompare(b[1])).map(([id, title]) =>
            el('option', {value: id, selected: id === state.now.filter.source}, title))));
}

/**
 * @param {'radio'|'checkbox'} kind
 * @param {string} name
 * @param {string} key
 * @param {string} text
 * @param {boolean} on
 * @param {(on: boolean) => void} change
 * @param {Node|null} [mark]
 * @param {string} [count]
 */
function choice(kind, name, key, text, on, change, mark = null, count = '') {
    const input = el('input', {
        type: kind, name, 'data-key': key, checked: on,
        onchange: (/** @type {Event} */ e) => change(/** @type {HTMLInputElement} */ (e.target).checked),
    });
    return el('label', {class: 'choice'}, input, mark, el('span', {}, text), count && el('span', {class: 'n'}, count));
}
