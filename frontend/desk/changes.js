/** What people have changed: who, when, what and why, with a way to undo each. */

import {el} from '../dom.js';
import {beginning} from '../time/minutes.js';
import {titleAt} from '../words/title.js';
import {plainDay, time} from '../words/when.js';
import {button, field, line} from './dialog.js';
import {FIGURES} from './patch.js';

/** @typedef {import('../words/words.js').Words} Words */

const PAGE = 50;
const DAYS = ['start', 'end', 'in_force_until', 'published'];

/** A moment of the reader's own clock. @param {string} at @param {Words} words */
export function moment(at, words) {
    const when = new Date(at);
    const minutes = Math.floor(when.getTime() / 60000) - when.getTimezoneOffset();
    return `${plainDay(minutes, words)}, ${time(minutes, words)}`;
}

/** A value as people read it. @param {string} key @param {any} value @param {Words} words @returns {string} */
export function told(key, value, words) {
    if (key === 'hidden') return words.t(value ? 'desk.yes' : 'desk.no');
    if (key === 'public_km') return value ? words.t('desk.km', {n: value}) : words.t('desk.exact');
    if (value === null || value === undefined || value === '' || (Array.isArray(value) && !value.length)) return words.t('desk.none');
    if (key === 'type') return words.t(`type.${value}`);
    if (key === 'status') return words.t(`status.${value}`);
    if (key === 'assertion') return words.t(`assertion.${value}`);
    if (key === 'time_precision') return words.t(`desk.precision.${value}`);
    if (key === 'place' && typeof value === 'object') return value.name || told('coordinates', value.coordinates, words);
    if (DAYS.includes(key) && value !== 'none') return value.length > 10 ? `${plainDay(beginning(value), words)}, ${time(beginning(value), words)}` : plainDay(beginning(value), words);
    if (value === 'none') return words.t('desk.none');
    if (key === 'coordinates' && Array.isArray(value)) return `${Number(value[1]).toFixed(3)}, ${Number(value[0]).toFixed(3)}`;
    if (FIGURES.includes(key) && typeof value === 'object') {
        const {low, best, high} = value;
        return low === best && best === high ? String(best) : [low, best, high].map((n) => n ?? '?').join(' – ');
    }
    if (Array.isArray(value)) return value.join(', ');
    return typeof value === 'object' ? JSON.stringify(value) : String(value);
}

/** What a field is called. @param {string} key @param {Words} words */
export function called(key, words) {
    return words.has(`desk.field.${key}`) ? words.t(`desk.field.${key}`) : key;
}

/**
 * @param {import('./desk.js').Desk} desk
 * @param {any} change
 * @param {boolean} [named] whether to say which incident
 */
export function changeItem(desk, change, named = false) {
    const {words} = desk;
    const what = words.has(`desk.what.${change.what}`) ? words.t(`desk.what.${change.what}`) : change.what;
    const incidents = change.incidents ?? (change.incident ? [change.incident] : []);
    const columns = desk.host.scene.columns;
    const title = (/** @type {string} */ id) => columns && columns.row(id) >= 0 && titleAt(columns, columns.row(id), words) || words.t('incident');
    return el('li', {class: `change${change.undone_by ? ' undone' : ''}`, 'data-change': change.id},
        el('p', {}, el('b', {}, change.who ?? ''), ` · ${what} · `, el('time', {datetime: change.at}, moment(change.at, words))),
        named && incidents.slice(0, 3).map((/** @type {string} */ id) => el('button', {
            type: 'button', class: 'link', onclick: () => desk.state.set({incident: id, report: ''}),
        }, title(id))),
        differences(change, words).map((text) => el('p', {class: 'difference'}, text)),
        change.why && el('p', {class: 'why', dir: 'auto'}, change.why),
        change.undone_by ? el('p', {class: 'difference'}, words.t('desk.change.undone'))
            : desk.editor && !change.undoes && button('undo-2', words.t('desk.undo'), 'undo', () => desk.undo(change.id, desk.state.now.incident), 'link'));
}

/** @param {any} change @param {Words} words @returns {string[]} */
function differences({before, after}, words) {
    if (!after || typeof after !== 'object' || Array.isArray(after)) return [];
    return Object.keys(after).filter((key) => words.has(`desk.field.${key}`) && !(key === 'place_id' && 'place' in after)).map((key) =>
        words.t('desk.change.from', {field: called(key, words), before: told(key, before?.[key], words), after: told(key, after[key], words)}));
}

/** All changes of all incidents, newest first. @param {import('./desk.js').Desk} desk */
export async function changesPage(desk) {
    const {words} = desk;
    const list = el('ol', {class: 'changes'});
    const said = line();
    const more = button('', words.t('desk.changes.more'), 'more', () => read());
    let before = 0;
    const read = () => desk.attempt(async () => {
        const {body} = await desk.call('GET', `/api/history?limit=${PAGE}${before ? `&before=${before}` : ''}`);
        list.append(...body.changes.map((/** @type {any} */ change) => changeItem(desk, change, true)));
        before = body.changes.at(-1)?.id ?? 0;
        more.hidden = body.changes.length < PAGE;
        said.textContent = list.children.length ? '' : words.t('desk.changes.none');
    }, (text) => (said.textContent = text));
    await read();
    return el('article', {class: 'incident', 'data-role': 'changes'}, el('h2', {tabindex: -1}, words.t('desk.menu.changes')),
        el('p', {class: 'meta'}, el('a', {class: 'link', href: '/api/history?format=jsonl', download: 'oqiga-history.jsonl'}, words.t('desk.changes.download'))),
        said, list, more);
}

/** Why something is done; may stay empty. @param {Words} words */
export function whyField(words) {
    const input = el('input', {type: 'text', maxlength: 1000, 'data-role': 'why', autocomplete: 'off'});
    return {input, element: field(words.t('desk.why'), input, words.t('desk.why.hint'))};
}
