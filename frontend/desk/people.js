/** Who may do what, for admins; and everybody's own tokens for programs. */

import {copy} from '../bar/bar.js';
import {el} from '../dom.js';
import {button, dialog, field, line, twice} from './dialog.js';
import {moment} from './changes.js';

const ROLES = ['viewer', 'editor', 'admin'];

/** @typedef {import('./desk.js').Desk} Desk */

/** A secret that is shown this once. @param {Desk} desk @param {string} text @param {string} hint */
function once(desk, text, hint) {
    const input = el('input', {type: 'text', readonly: true, value: text, 'aria-label': hint, 'data-role': 'once', onfocus: (/** @type {Event} */ e) => /** @type {HTMLInputElement} */ (e.target).select()});
    return el('div', {class: 'once'}, el('p', {}, hint), el('p', {class: 'copyable'}, input,
        button('copy', desk.words.t('share.copy'), 'copy', () => copy(text, desk.words.t('share.copied')))));
}

/** @param {Desk} desk @param {string} [chosen] @param {string} [label] @param {(role: string) => void} [change] */
function roles(desk, chosen = 'editor', label = '', change = () => {}) {
    return el('select', {'aria-label': label || null, onchange: (/** @type {Event} */ e) => change(/** @type {HTMLSelectElement} */ (e.target).value)},
        ROLES.map((role) => el('option', {value: role, selected: role === chosen}, desk.words.t(`desk.role.${role}`))));
}

/** @param {Desk} desk */
export function people(desk) {
    const {words} = desk;
    const said = line('alert');
    const list = el('ul', {class: 'desk-list'});
    const made = el('div', {role: 'status'});
    const role = roles(desk);
    const say = (/** @type {string} */ text) => (said.textContent = text);
    const show = () => desk.attempt(async () => {
        const {body} = await desk.call('GET', '/api/people');
        list.replaceChildren(...(body.people ?? body).map((/** @type {any} */ person) => el('li', {},
            el('span', {class: 'grow'}, el('b', {}, person.name), person.name === desk.me.name && el('small', {}, ` ${words.t('desk.people.you')}`)),
            roles(desk, person.role, words.t('desk.people.role', {name: person.name}), (to) => desk.attempt(async () => {
                say('');
                await desk.call('PATCH', `/api/people/${person.id}`, {role: to});
            }, say).then(show)),
            twice('trash-2', words.t('desk.people.close'), words.t('desk.people.sure'), 'close-account', () => desk.attempt(async () => {
                say('');
                await desk.call('DELETE', `/api/people/${person.id}`);
            }, say).then(show)))));
    }, say);
    dialog('people', words.t('desk.menu.people'), words, () => [el('div', {class: 'dialog-body'},
        el('form', {
            class: 'inline', onsubmit: (/** @type {Event} */ e) => {
                e.preventDefault();
                desk.attempt(async () => {
                    say('');
                    const {body} = await desk.call('POST', '/api/invitations', {role: role.value});
                    const url = new URL(body.url ?? `/#invitation=${body.invitation}`, location.href).href;
                    made.replaceChildren(once(desk, url, words.t('desk.people.link', {role: words.t(`desk.role.${role.value}`)})));
                    made.querySelector('input')?.focus();
                }, say);
            },
        }, field(words.t('desk.people.invite'), role), el('button', {type: 'submit', class: 'button'}, words.t('desk.people.invite.do'))),
        made, said, el('h3', {}, words.t('desk.people.all')), list)]);
    show();
}

/** @param {Desk} desk */
export function tokens(desk) {
    const {words} = desk;
    const said = line('alert');
    const list = el('ul', {class: 'desk-list'});
    const made = el('div', {role: 'status'});
    const label = el('input', {type: 'text', required: true, maxlength: 80});
    const days = el('input', {type: 'number', min: 1, max: 3650, value: 90});
    const say = (/** @type {string} */ text) => (said.textContent = text);
    const show = () => desk.attempt(async () => {
        const {body} = await desk.call('GET', '/api/tokens');
        list.replaceChildren(...(body.tokens ?? body).map((/** @type {any} */ token) => el('li', {},
            el('span', {class: 'grow'}, el('b', {}, token.label), token.expires && el('small', {}, ` ${words.t('desk.tokens.until', {day: moment(token.expires, words)})}`)),
            button('trash-2', words.t('desk.tokens.revoke'), 'revoke', () => desk.attempt(async () => {
                await desk.call('DELETE', `/api/tokens/${token.id}`);
            }, say).then(show), 'link'))));
    }, say);
    dialog('tokens', words.t('desk.menu.tokens'), words, () => [el('div', {class: 'dialog-body'},
        el('p', {}, words.t('desk.tokens.text')),
        el('form', {
            class: 'inline', onsubmit: (/** @type {Event} */ e) => {
                e.preventDefault();
                desk.attempt(async () => {
                    say('');
                    const {body} = await desk.call('POST', '/api/tokens', {label: label.value.trim(), days: Number(days.value)});
                    made.replaceChildren(once(desk, body.token, words.t('desk.tokens.once')));
                    made.querySelector('input')?.focus();
                    label.value = '';
                    await show();
                }, say);
            },
        }, field(words.t('desk.tokens.label'), label), field(words.t('desk.tokens.days'), days), el('button', {type: 'submit', class: 'button'}, words.t('desk.tokens.make'))),
        made, said, list)]);
    show();
}
