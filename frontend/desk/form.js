/** The form in which an incident is corrected. What is typed is kept until it is sent or given up. */

import {el} from '../dom.js';
import {ASSERTIONS, TYPES} from '../data/types.js';
import {called, told, whyField} from './changes.js';
import {reason, Refusal} from './calls.js';
import {button, field, line} from './dialog.js';
import {focusLater} from './incident.js';
import {changed, conflicts, FIGURES, giveBack, patch, same, setByPerson, values} from './patch.js';
import {placePicker} from './place.js';
import {periodFields} from './period.js';

/** @typedef {import('./desk.js').Desk} Desk */
/** @typedef {import('./patch.js').Values} Values */
/** @typedef {{element: Node, value: () => Record<string, any>, set: (values: Values) => void}} Part a part of the form, for some of the keys */

const ROUNDINGS = [1, 5, 10, 25, 50, 100];

/** @param {Desk} desk @param {any} feature */
export function correction(desk, feature) {
    const {words} = desk;
    const {id} = feature;
    let base = values(feature);
    const begun = desk.drafts.get(id);
    const start = {...base, ...begun};
    const place = placePicker(desk, feature, start.place);
    const title = el('textarea', {rows: 2, maxlength: 300, name: 'title'});
    const type = el('select', {name: 'type'}, TYPES.map((name) => el('option', {value: name}, words.t(`type.${name}`))));
    const actors = el('input', {type: 'text', name: 'actors', autocomplete: 'off'});
    const assertion = el('select', {name: 'assertion'}, ASSERTIONS.map((name) => el('option', {value: name}, words.t(`assertion.${name}`))));
    const hidden = el('input', {type: 'checkbox', name: 'hidden'});
    const rounding = el('select', {name: 'public_km'}, el('option', {value: ''}, words.t('desk.exact')),
        ROUNDINGS.map((km) => el('option', {value: km}, words.t('desk.km', {n: km}))));
    const period = periodFields(desk, start);
    const figures = FIGURES.map((kind) => figureFields(kind, words));
    const why = whyField(words);
    const said = line('alert');
    const clash = el('div', {class: 'clash', role: 'alert'});
    const save = el('button', {type: 'submit', class: 'button', 'data-action': 'save'}, words.t('desk.save'));

    const fill = (/** @type {Values} */ v) => {
        title.value = v.title;
        type.value = v.type;
        actors.value = v.actors.join(', ');
        assertion.value = v.assertion;
        hidden.checked = v.hidden;
        rounding.value = v.public_km === null ? '' : String(v.public_km);
        period.set(v);
        place.set(v.place);
        FIGURES.forEach((kind, i) => figures[i].set(v[kind]));
    };
    /** @returns {Values} */
    const typed = () => {
        const list = actors.value.split(',').map((name) => name.trim()).filter(Boolean);
        /** @type {Values} */
        const out = {
            ...base, ...period.value(), title: title.value.replace(/\s+/g, ' ').trim() || base.title, type: type.value, assertion: assertion.value,
            actors: list, hidden: hidden.checked, public_km: rounding.value ? Number(rounding.value) : null, place: place.value(),
        };
        FIGURES.forEach((kind, i) => (out[kind] = figures[i].value()));
        return out;
    };
    const keep = () => {
        const now = typed();
        // only what differs: what others change meanwhile is not taken back
        const kept = Object.fromEntries(changed(base, now).map((key) => [key, now[key]]));
        if (why.input.value) kept.why = why.input.value;
        if (Object.keys(kept).length) desk.drafts.set(id, kept);
        else desk.drafts.delete(id);
    };
    const leave = (/** @type {string} */ then) => {
        desk.host.pages.open();
        focusLater(then);
    };
    const drop = () => {
        desk.drafts.delete(id);
        leave('[data-action=correct]');
    };

    const form = el('form', {
        class: 'incident correction', 'data-role': 'correction', novalidate: true, oninput: keep, onchange: keep,
        onsubmit: async (/** @type {Event} */ e) => {
            e.preventDefault();
            said.textContent = '';
            const now = typed();
            const sent = patch(base, now);
            Object.assign(sent, givenBack(form));
            if (!Object.keys(sent).length) {
                said.textContent = words.t('desk.nochange');
                return;
            }
            save.disabled = true;
            try {
                await desk.change(id, {...sent, ...(why.input.value.trim() && {why: why.input.value.trim()})}, words.t('desk.did.correct'));
                desk.drafts.delete(id);
                leave('h2');
            } catch (failed) {
                if (!(failed instanceof Refusal)) throw failed;
                if (failed.status === 412) await compare(now);
                else said.textContent = reason(failed, words);
            } finally {
                save.disabled = false;
            }
        },
    },
    el('h2', {tabindex: -1}, words.t('desk.correct.title')), clash,
    field(words.t('desk.field.title'), title), field(words.t('desk.field.type'), type), period.element, place.element,
    el('fieldset', {class: 'figures'}, el('legend', {}, words.t('toll')),
        el('p', {class: 'figure-head', 'aria-hidden': 'true'}, el('span', {}), ...['low', 'best', 'high'].map((name) => el('span', {}, words.t(`desk.${name}`)))),
        figures.map((each) => each.element)),
    field(words.t('who'), actors, words.t('desk.actors.hint')), field(words.t('desk.field.assertion'), assertion),
    el('fieldset', {}, el('legend', {}, words.t('desk.public')), el('label', {class: 'choice'}, hidden, el('span', {}, words.t('desk.hide'))),
        field(words.t('desk.field.public_km'), rounding)),
    backs(desk, feature), why.element, said,
    el('p', {class: 'doing'}, save, button('', words.t('desk.cancel'), 'cancel', drop)));

    /** Somebody else was quicker: both are shown, and what was typed stays. @param {Values} mine */
    const compare = async (mine) => {
        const feature = await desk.read(id);
        const theirs = values(feature);
        const found = conflicts(base, mine, theirs);
        const last = [...(feature.history ?? [])].sort((a, b) => b.id - a.id)[0];
        // what only they have changed is taken over, what both have is chosen
        const next = {...mine};
        for (const each of found) if (!each.both) next[each.key] = each.theirs;
        base = theirs;
        fill(next);
        keep();
        const choice = (/** @type {string} */ key, /** @type {any} */ value, /** @type {string} */ whose, /** @type {boolean} */ on) =>
            el('label', {class: 'choice'}, el('input', {
                type: 'radio', name: `clash-${key}`, value: whose, checked: on, onchange: () => {
                    fill({...typed(), [key]: value});
                    keep();
                },
            }), el('span', {}, told(key, value, words)));
        clash.replaceChildren(
            el('h3', {tabindex: -1}, words.t('desk.clash', {who: last?.who ?? words.t('desk.somebody')})),
            el('table', {}, el('thead', {}, el('tr', {}, ...['desk.field', 'desk.clash.theirs', 'desk.clash.mine'].map((key) => el('th', {scope: 'col'}, words.t(key))))),
                el('tbody', {}, found.map(({key, mine: own, theirs: other, both}) => el('tr', {'data-clash': key},
                    el('th', {scope: 'row'}, called(key, words)),
                    el('td', {}, both ? choice(key, other, 'theirs', false) : told(key, other, words)),
                    el('td', {}, both ? choice(key, own, 'mine', true) : words.t('desk.clash.taken')))))),
            el('p', {}, words.t('desk.clash.then')));
        clash.querySelector('h3')?.focus();
        clash.scrollIntoView({block: 'start'});
    };

    fill(start);
    why.input.value = begun?.why ?? '';
    if (begun) said.textContent = words.t('desk.draft');
    desk.show(words.t('back.incident'), form, () => leave('[data-action=correct]'), () => place.leave());
    title.focus({preventScroll: true});
}

/** What of the person's can be given back to the machine. @param {Desk} desk @param {any} feature */
function backs({words}, feature) {
    const set = setByPerson(feature);
    if (!set.length) return null;
    return el('fieldset', {}, el('legend', {}, words.t('desk.giveback')), set.map(({key, was}) => el('label', {class: 'choice'},
        el('input', {type: 'checkbox', name: 'giveback', value: key}), el('span', {}, `${called(key, words)}: ${told(key, was, words)}`))));
}

/** @param {HTMLFormElement} form */
function givenBack(form) {
    const boxes = /** @type {HTMLInputElement[]} */ ([...form.querySelectorAll('[name=giveback]:checked')]);
    return Object.assign({}, ...boxes.map(({value}) => giveBack(value)));
}

/** @param {string} kind @param {import('../words/words.js').Words} words */
function figureFields(kind, words) {
    const inputs = ['low', 'best', 'high'].map((name) => el('input', {
        type: 'number', min: 0, step: 1, name: `${kind}-${name}`, 'aria-label': `${words.t(`desk.field.${kind}`)}, ${words.t(`desk.${name}`)}`,
    }));
    const [low, best, high] = inputs;
    const number = (/** @type {HTMLInputElement} */ input) => (input.value === '' ? null : Math.max(0, Math.round(Number(input.value))));
    /** @type {import('./patch.js').Figure} */
    let given = null;
    return {
        element: el('p', {class: 'figure'}, el('span', {}, words.t(`desk.field.${kind}`)), ...inputs),
        /** @returns {import('./patch.js').Figure} */
        value() {
            const now = {low: number(low), best: number(best), high: number(high)};
            if (same(now, given)) return given;
            const some = [now.best, now.low, now.high].find((n) => n !== null) ?? null;
            if (some === null) return null;
            // what is left open is as the best
            const middle = now.best ?? some;
            return {low: Math.min(now.low ?? middle, middle), best: middle, high: Math.max(now.high ?? middle, middle)};
        },
        /** @param {import('./patch.js').Figure} figure */
        set(figure) {
            given = figure;
            low.value = String(figure?.low ?? '');
            best.value = String(figure?.best ?? '');
            high.value = String(figure?.high ?? '');
        },
    };
}
