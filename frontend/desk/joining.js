/** Making one incident of several, and several of one. */

import {el} from '../dom.js';
import {DAY} from '../time/minutes.js';
import {titleAt} from '../words/title.js';
import {period, when} from '../words/when.js';
import {placeName} from '../words/where.js';
import {whyField} from './changes.js';
import {button, dialog, line} from './dialog.js';

/** @typedef {import('./desk.js').Desk} Desk */

const NEAR_KM = 60;
const NEAR_DAYS = 3;
const OFFERED = 40;

/**
 * A list of which some are chosen, with a reason, and a button.
 *
 * @param {Desk} desk
 * @param {string} name
 * @param {string} text
 * @param {{id: string, title: string, sub: string, on?: boolean}[]} items
 * @param {number} least how many must be chosen
 * @param {(ids: string[], why: string) => Promise<void>} doing
 */
function choose(desk, name, text, items, least, doing) {
    const {words} = desk;
    const why = whyField(words);
    const said = line('alert');
    dialog(name, words.t(`desk.${name}.title`), words, (close) => {
        const submit = el('button', {type: 'submit', class: 'button', disabled: items.filter((item) => item.on).length < least}, words.t(`desk.${name}`));
        const form = el('form', {
            class: 'dialog-body', onchange: () => (submit.disabled = picked(form).length < least),
            onsubmit: async (/** @type {Event} */ e) => {
                e.preventDefault();
                submit.disabled = true;
                if (await desk.attempt(() => doing(picked(form), why.input.value.trim()), (refused) => (said.textContent = refused))) close();
                submit.disabled = false;
            },
        }, el('p', {}, text), el('ul', {class: 'desk-list'}, items.map((item) => el('li', {}, el('label', {class: 'choice'},
            el('input', {type: 'checkbox', value: item.id, checked: item.on}), el('span', {}, item.title, el('small', {}, item.sub)))))),
        why.element, said, el('p', {class: 'doing'}, submit, button('', words.t('desk.cancel'), 'cancel', close)));
        return [form];
    });
}

/** @param {HTMLFormElement} form */
function picked(form) {
    return /** @type {HTMLInputElement[]} */ ([...form.querySelectorAll('input[type=checkbox]:checked')]).map((input) => input.value);
}

/** @param {Desk} desk @param {string[]} ids */
export function merge(desk, ids) {
    choose(desk, 'merge', desk.words.t('desk.merge.text'), ids.map((id) => about(desk, id, true)), 2, (chosen, why) => join(desk, chosen, why));
}

/** With one or more of those that are near it. @param {Desk} desk @param {any} feature */
export function mergeWith(desk, feature) {
    const near = neighbours(desk, feature.id);
    if (!near.length) return desk.did(desk.words.t('desk.merge.none'));
    choose(desk, 'merge', desk.words.t('desk.merge.with', {title: feature.properties.title}), near.map((id) => about(desk, id)), 1,
        (chosen, why) => join(desk, [feature.id, ...chosen], why));
}

/** @param {Desk} desk @param {string[]} ids @param {string} why */
async function join(desk, ids, why) {
    const {body} = await desk.call('POST', '/api/incidents/merge', {ids, why});
    await stand(desk, body, desk.words.t('desk.did.merge', {n: ids.length}));
}

/** Shows what stands now. @param {Desk} desk @param {{change: number, incidents: string[]}} body @param {string} text @param {string} [open] what was shown */
async function stand(desk, body, text, open = '') {
    const first = body.incidents.includes(open) ? open : body.incidents[0];
    desk.picking.stop();
    desk.did(text, {change: body.change, incident: first});
    await desk.host.reload();
    if (desk.state.now.incident === first) desk.host.pages.open();
    else desk.state.set({incident: first, report: ''});
}

/** @param {Desk} desk @param {any} feature */
export function split(desk, feature) {
    const {words} = desk;
    const items = feature.tellings.map((/** @type {any} */ telling) => ({
        id: telling.id, title: telling.title || words.t(`type.${telling.type}`),
        sub: [feature.properties.sources.find((/** @type {any} */ s) => s.report === telling.report)?.title ?? telling.report, telling.place,
            when({start: telling.start, end: telling.end, time_precision: 'day'}, words)].join(' · '),
    }));
    choose(desk, 'split', words.t('desk.split.text'), items, 1, async (chosen, why) => {
        const {body} = await desk.call('POST', `/api/incidents/${encodeURIComponent(feature.id)}/split`, {tellings: chosen, why});
        await stand(desk, body, words.t('desk.did.split'), feature.id);
    });
}

/** @param {Desk} desk @param {string} id @param {boolean} [on] */
function about(desk, id, on = false) {
    const columns = /** @type {import('../data/columns.js').Columns} */ (desk.host.scene.columns);
    const row = columns.row(id);
    if (row < 0) return {id, title: id, sub: '', on};
    return {id, on, title: titleAt(columns, row, desk.words) ?? id, sub: `${placeName(columns.placeOf(row), desk.words)} · ${period(columns.period(row), desk.words)}`};
}

/** What happened about then and there, the likeliest first. @param {Desk} desk @param {string} id */
function neighbours(desk, id) {
    const columns = desk.host.scene.columns;
    const row = columns?.row(id) ?? -1;
    if (!columns || row < 0) return [];
    const here = columns.placeOf(row);
    const [from, to] = columns.slice(columns.start[row] - NEAR_DAYS * DAY, columns.end[row] + NEAR_DAYS * DAY);
    const found = [];
    for (let i = from; i < to; i++) {
        const there = columns.placeOf(i);
        const far = there === here ? 0 : km(here, there);
        if (i === row || far > NEAR_KM) continue;
        const apart = Math.abs(columns.start[i] - columns.start[row]) / DAY;
        found.push({id: columns.ids[i], cost: far / 20 + apart + (columns.type[i] === columns.type[row] ? 0 : columns.group[i] === columns.group[row] ? 1 : 3)});
    }
    return found.sort((a, b) => a.cost - b.cost).slice(0, OFFERED).map((each) => each.id);
}

/** @param {{lon: number, lat: number}} a @param {{lon: number, lat: number}} b */
function km(a, b) {
    const x = (a.lon - b.lon) * Math.cos(((a.lat + b.lat) / 2) * (Math.PI / 180));
    return Math.hypot(x, a.lat - b.lat) * 111.2;
}
