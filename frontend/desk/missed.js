/** Makes an incident of a sentence that the reading has passed over. */

import {suggest} from '../bar/suggestions.js';
import {TYPES} from '../data/types.js';
import {el} from '../dom.js';
import {whyField} from './changes.js';
import {button, dialog, field, line} from './dialog.js';
import {sentenceOf} from './drafts.js';

const PRECISIONS = ['day', 'week', 'month', 'year'];

/**
 * @param {import('./desk.js').Desk} desk
 * @param {import('../data/contract.js').Report} report
 * @param {{start: number, end: number}} at
 */
export function missed(desk, report, at) {
    const {words} = desk;
    const within = (/** @type {{start: number, end: number}} */ m) => m.start < at.end && m.end > at.start;
    const about = sentenceOf(report);
    const last = desk.drafts.get(about);
    const begun = last && within(last.at) ? last : undefined;
    const date = (report.dates ?? []).find(within);
    const day = report.published?.slice(0, 10) ?? '';
    /** @type {{id: string, name: string}|null} */
    let place = null;
    const type = el('select', {name: 'type', required: true}, el('option', {value: ''}, words.t('desk.choose')), TYPES.map((name) => el('option', {value: name}, words.t(`type.${name}`))));
    const from = el('input', {type: 'date', name: 'from', required: true, value: begun?.from ?? date?.from.slice(0, 10) ?? day});
    const to = el('input', {type: 'date', name: 'to', required: true, value: begun?.to ?? date?.to.slice(0, 10) ?? day});
    const precision = el('select', {name: 'time_precision'}, PRECISIONS.map((name) => el('option', {value: name, selected: name === (begun?.precision ?? date?.precision)}, words.t(`desk.precision.${name}`))));
    const title = el('input', {type: 'text', name: 'title', maxlength: 300, autocomplete: 'off'});
    const search = el('input', {type: 'search', name: 'place', autocomplete: 'off', placeholder: words.t('desk.place.search'), 'aria-label': words.t('desk.place.search')});
    const current = el('p', {class: 'current', role: 'status'}, words.t('desk.place.none'));
    const names = el('div', {class: 'candidates'});
    const why = whyField(words);
    const said = line('alert');
    const keep = () => desk.drafts.set(about, {
        at, place, type: type.value, from: from.value, to: to.value, precision: precision.value, title: title.value, why: why.input.value,
    });
    const choose = (/** @type {{id: string, name: string}} */ next) => {
        place = next;
        if (on.isConnected) keep();
        current.replaceChildren(el('b', {}, next.name));
        for (const each of names.querySelectorAll('button')) each.setAttribute('aria-pressed', String(each.dataset.place === next.id));
    };
    const told = new Map((report.toponyms ?? []).filter((t) => t.place_id && t.place).map((t) => [t.place_id, t]));
    const likely = [...told.values()].sort((a, b) => Number(within(b)) - Number(within(a))).slice(0, 8);
    names.append(...likely.map((t) => el('button', {
        type: 'button', class: 'candidate', 'data-place': t.place_id, 'aria-pressed': 'false', onclick: () => choose({id: t.place_id ?? '', name: t.place ?? ''}),
    }, el('b', {}, t.place))));
    type.value = begun?.type ?? '';
    title.value = begun?.title ?? '';
    why.input.value = begun?.why ?? '';
    const on = el('form', {class: 'dialog-body', oninput: keep, onchange: keep});
    if (begun?.place) choose(begun.place);
    else if (likely[0] && within(likely[0])) choose({id: likely[0].place_id ?? '', name: likely[0].place ?? ''});

    const sheet = dialog('missed', words.t('desk.mark'), words, (close) => {
        on.addEventListener('submit', async (e) => {
            e.preventDefault();
            said.textContent = '';
            if (!place) {
                said.textContent = words.t('desk.place.none');
                search.focus();
                return;
            }
            const ok = await desk.attempt(async () => {
                const {body} = await desk.call('POST', '/api/incidents', {
                    report: report.id ?? report.name, ...at, type: type.value, place_id: /** @type {{id: string}} */ (place).id, from: from.value, to: to.value,
                    time_precision: precision.value, ...(title.value.trim() && {title: title.value.trim()}), why: why.input.value.trim(),
                });
                await desk.host.reload();
                desk.did(desk.words.t('desk.did.mark'), body.change ? {change: body.change, incident: ''} : null);
                desk.state.set({incident: body.id ?? body.incidents?.[0] ?? '', report: ''});
            }, (text) => (said.textContent = text));
            if (ok) {
                desk.drafts.delete(about);
                close();
            }
        });
        const drop = () => {
            desk.drafts.delete(about);
            close();
        };
        on.append(
            el('blockquote', {dir: 'auto'}, report.text.slice(at.start, at.end)),
            field(words.t('desk.field.type'), type),
            el('fieldset', {class: 'place'}, el('legend', {}, words.t('where')), current, names, el('div', {class: 'place-search'}, search)),
            el('fieldset', {class: 'period'}, el('legend', {}, words.t('when')), field(words.t('desk.field.start'), from), field(words.t('desk.field.end'), to), field(words.t('desk.field.time_precision'), precision)),
            field(words.t('desk.field.title'), title, words.t('desk.mark.title')), why.element, said,
            el('p', {class: 'doing'}, el('button', {type: 'submit', class: 'button'}, words.t('desk.mark')), button('', words.t('desk.cancel'), 'cancel', drop)));
        return [on];
    });
    suggest(search, () => words, (found) => {
        choose(found);
        search.value = '';
    }, 'missed-places');
    type.focus();
    return sheet;
}
