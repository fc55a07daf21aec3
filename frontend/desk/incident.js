/** What an editor can do with one incident, on its page; and what people have done with it. */

import {el} from '../dom.js';
import {changeItem, told} from './changes.js';
import {button, sign} from './dialog.js';
import {setByPerson, values} from './patch.js';

/** @typedef {import('./desk.js').Desk} Desk */

const STATUSES = /** @type {const} */ ([['verify', 'verified', 'check'], ['dispute', 'disputed', 'triangle-alert'], ['reject', 'rejected', 'circle-slash']]);

/** Where on the page a field is told. @type {Record<string, string>} */
const FACTS = {
    start: 'when', end: 'when', time_precision: 'when', in_force_until: 'when', place: 'where', deaths: 'toll', injured: 'toll', arrested: 'toll',
    actors: 'who', assertion: 'sure',
};

/** @param {Desk} desk @param {HTMLElement} page @param {any} feature */
export function dressIncident(desk, page, feature) {
    const heading = page.querySelector('h2');
    if (desk.editor) {
        heading?.after(el('div', {class: 'desk-actions', 'data-role': 'desk-actions'}, judging(desk, feature), further(desk, feature), notes(desk, feature)));
        mark(desk, page, feature);
    }
    const history = feature.history ?? [];
    if (history.length) {
        const newest = [...history].sort((a, b) => b.id - a.id);
        page.append(el('details', {class: 'joined', 'data-role': 'history'},
            el('summary', {}, desk.words.t('desk.history', {n: history.length})),
            el('ol', {class: 'changes'}, newest.map((change) => changeItem(desk, change)))));
    }
}

/** Verified, disputed or rejected; pressed again it is none of them. @param {Desk} desk @param {any} feature */
function judging(desk, feature) {
    const {words} = desk;
    const now = feature.properties.status;
    return el('div', {class: 'judging', role: 'group', 'aria-label': words.t('filter.status')}, STATUSES.map(([name, status, icon]) => el('button', {
        type: 'button', class: name, 'data-action': name, 'aria-pressed': String(now === status), onclick: () => judge(desk, feature, name),
    }, sign(icon), words.t(`desk.${name}`))));
}

/** @param {Desk} desk @param {any} feature @param {'verify'|'dispute'|'reject'} name */
export async function judge(desk, feature, name) {
    const status = STATUSES.find(([each]) => each === name)?.[1];
    const off = feature.properties.status === status;
    return desk.attempt(async () => {
        await desk.change(feature.id, {status: off ? null : status}, desk.words.t(off ? 'desk.did.nothing' : `desk.did.${name}`));
        if (!desk.queue.done(feature.id)) {
            desk.host.pages.open();
            focusLater(`[data-action=${name}]`);
        }
    });
}

/** The page is made anew; the focus goes back to where it was. @param {string} selector */
export function focusLater(selector) {
    const panel = /** @type {HTMLElement} */ (document.querySelector('[data-role=panel]'));
    const seen = new MutationObserver(() => {
        const target = /** @type {HTMLElement|null} */ (panel.querySelector(selector));
        if (!target) return;
        seen.disconnect();
        target.focus();
    });
    seen.observe(panel, {childList: true, subtree: true});
    setTimeout(() => seen.disconnect(), 3000);
}

/** @param {Desk} desk @param {any} feature */
function further(desk, feature) {
    const {words} = desk;
    return el('div', {class: 'further'},
        button('pencil', words.t('desk.correct'), 'correct', () => correct(desk, feature)),
        button('merge', words.t('desk.mergewith'), 'merge-with', async () => (await import('./joining.js')).mergeWith(desk, feature)),
        feature.tellings?.length > 1 && button('split', words.t('desk.split'), 'split', async () => (await import('./joining.js')).split(desk, feature)));
}

/** @param {Desk} desk @param {any} feature */
export async function correct(desk, feature) {
    const {correction} = await import('./form.js');
    correction(desk, feature);
}

/** What the public does not see as it is. @param {Desk} desk @param {any} feature */
function notes(desk, feature) {
    const {words} = desk;
    const {hidden, public_km: km} = values(feature);
    const lines = [
        hidden && words.t('desk.ishidden'), km && words.t('desk.isrounded', {n: km}), desk.drafts.has(feature.id) && words.t('desk.draft'),
    ].filter(Boolean);
    return lines.map((text) => el('p', {class: 'note'}, sign('eye-off'), String(text)));
}

/** Says beside each fact that a person has set what the machine had read. @param {Desk} desk @param {HTMLElement} page @param {any} feature */
function mark({words}, page, feature) {
    for (const {key, was} of setByPerson(feature)) {
        if (key === 'status') continue;
        const fact = FACTS[key];
        const note = el('small', {class: 'byperson', 'data-set': key}, sign('pencil'), words.t('desk.wasread', {value: told(key, was, words)}));
        const at = page.querySelector(fact ? `[data-fact=${fact}]` : key === 'type' ? '.kind' : 'h2');
        if (fact) at?.append(note);
        else at?.after(note);
    }
}
