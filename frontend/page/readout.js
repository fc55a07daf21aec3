/** Says which moment is shown, and how many incidents. */

import {asQuery} from '../data/filter.js';
import {find} from '../dom.js';
import {isoDays} from '../time/minutes.js';
import {headline} from '../words/when.js';
import {write} from './texts.js';

/** @typedef {import('../state/state.js').Choice} Choice */
/** @typedef {import('../words/words.js').Words} Words */

/**
 * @param {Choice} now
 * @param {{shown: number, all: number, reports: number, silent: boolean}} counted
 * @param {Words} words
 */
export function readout({window, span, filter}, {shown, all, reports, silent}, words) {
    const {lead, date} = headline(window, span, words, filter.asOf);
    write('[data-role=lead]', lead);
    write('[data-role=date]', date);
    write('[data-role=count]', silent ? words.t('count.silent') : words.t('count', {n: shown, m: all, k: reports}));
    document.documentElement.dataset.shown = String(shown);
    return `${lead} ${date}`;
}

/** Nothing moves any more: says where we are to those who do not see it. @param {Words} words */
export function announce(words) {
    const [date, count] = ['date', 'count'].map((role) => find(`[data-role=${role}]`).textContent ?? '');
    write('[data-role=announcer]', words.t('announce', {date, count}));
}

/** What is shown, as the service would be asked for it: by whole days. @param {Choice} now */
export function question({filter, window}) {
    const query = asQuery(filter);
    query.set('datetime', isoDays(window));
    return query.toString().replace(/%2F/g, '/').replace(/%3A/g, ':').replace(/%2C/g, ',');
}
