/** In and out: signing in, joining by an invitation, and the menu of who is in. */

import {label} from '../bar/bar.js';
import {popover} from '../bar/popover.js';
import {el, find, icon} from '../dom.js';
import {call, reason, Refusal} from './calls.js';
import {button, dialog, field, line} from './dialog.js';

export class Door {
    #desk;
    #button = /** @type {HTMLElement} */ (find('[data-action=account]'));
    #menu;

    /** @param {import('./desk.js').Desk} desk */
    constructor(desk) {
        this.#desk = desk;
        this.#menu = popover(this.#button, 'account', async () => this.#items());
    }

    /** Who is in is another. */
    dress() {
        const {me, words} = this.#desk;
        label(this.#button, me.role ? words.t('desk.account', {name: me.name ?? ''}) : words.t('bar.account'));
        this.#button.replaceChildren(me.name ? el('span', {class: 'initial'}, [...me.name][0].toUpperCase()) : icon('user'));
    }

    open() {
        if (this.#desk.me.role) this.#menu.toggle();
        else this.#signIn();
    }

    #items() {
        const desk = this.#desk;
        const {me, words} = desk;
        const item = (/** @type {string} */ sign, /** @type {string} */ name, /** @type {() => void} */ then) =>
            button(sign, words.t(`desk.menu.${name}`), name, () => {
                this.#menu.hide();
                then();
            }, 'item');
        return [
            el('p', {class: 'who'}, el('b', {}, me.name), el('small', {}, words.t(`desk.role.${me.role}`))),
            desk.editor && item('inbox', 'queue', () => desk.queue.start()),
            desk.editor && item('upload', 'bring', async () => (await import('./bring.js')).bring(desk)),
            item('history', 'changes', () => desk.changes()),
            item('key-round', 'tokens', async () => (await import('./people.js')).tokens(desk)),
            me.role === 'admin' && item('users', 'people', async () => (await import('./people.js')).people(desk)),
            item('log-out', 'out', () => this.#signOut()),
        ];
    }

    async #signOut() {
        const desk = this.#desk;
        await desk.attempt(async () => {
            await call('DELETE', '/api/session');
            desk.drafts.clear();
            if (desk.state.now.view === 'queue') desk.state.set({view: 'list', incident: ''});
            await desk.became({name: null, role: null});
            desk.did(desk.words.t('desk.out'));
            this.#button.focus();
        });
    }

    /** Whether somebody whose time was over has signed in once more. @returns {Promise<boolean>} */
    again() {
        return new Promise((then) => {
            this.#signIn(this.#desk.words.t('desk.again')).addEventListener('close', () => then(this.#desk.me.role !== null && this.#fresh));
        });
    }

    #fresh = false;

    /** @param {string} [why] */
    #signIn(why = '') {
        const {words, me} = this.#desk;
        const name = el('input', {type: 'text', name: 'username', autocomplete: 'username', required: true, value: me.name ?? ''});
        const password = el('input', {type: 'password', name: 'password', autocomplete: 'current-password', required: true});
        const other = el('p', {class: 'doing'});
        this.#fresh = false;
        this.#offer(other);
        return this.#ask('sign-in', words.t('bar.account'), [
            why && el('p', {}, why), other, field(words.t('desk.name'), name), field(words.t('desk.password'), password),
        ], words.t('bar.account'), () => call('POST', '/api/session', {name: name.value.trim(), password: password.value}));
    }

    /** Another house may vouch for people; one comes back from there to this very view. @param {HTMLElement} place */
    async #offer(place) {
        let name;
        try {
            name = (await call('GET', '/api/session/openid')).body.name;
        } catch (failed) {
            // whoever signs in here is told what is wrong; there is nothing to offer
            if (!(failed instanceof Refusal)) throw failed;
        }
        if (!name) return;
        const to = encodeURIComponent(location.pathname + location.search);
        place.append(el('a', {class: 'button', href: `/api/session/openid/leave?to=${to}`}, this.#desk.words.t('desk.openid', {name})));
    }

    /** The house did not vouch for whoever has come back. */
    refused() {
        this.#signIn(this.#desk.words.t('desk.openid.refused'));
    }

    /** @param {string} invitation */
    join(invitation) {
        const {words} = this.#desk;
        const name = el('input', {type: 'text', name: 'username', autocomplete: 'username', required: true, maxlength: 80});
        const password = el('input', {type: 'password', name: 'password', autocomplete: 'new-password', required: true, minlength: 10});
        this.#ask('join', words.t('desk.join'), [
            el('p', {}, words.t('desk.join.text')), field(words.t('desk.name'), name, words.t('desk.join.name')),
            field(words.t('desk.password'), password, words.t('desk.join.password')),
        ], words.t('desk.join.do'), () => call('POST', '/api/people', {invitation, name: name.value.trim(), password: password.value}));
    }

    /** @param {string} name @param {string} title @param {(Node|string|false)[]} fields @param {string} doing @param {() => Promise<{body: any}>} send */
    #ask(name, title, fields, doing, send) {
        const desk = this.#desk;
        return dialog(name, title, desk.words, (close) => {
            const said = line('alert');
            const submit = el('button', {class: 'button', type: 'submit'}, doing);
            return [el('form', {
                class: 'dialog-body', onsubmit: async (/** @type {Event} */ e) => {
                    e.preventDefault();
                    submit.disabled = true;
                    said.textContent = '';
                    try {
                        const {body} = await send();
                        this.#fresh = true;
                        await desk.became(body);
                        close();
                        desk.did(desk.words.t('desk.in', {name: body.name, role: desk.words.t(`desk.role.${body.role}`)}));
                        this.#button.focus();
                    } catch (failed) {
                        if (!(failed instanceof Refusal)) throw failed;
                        said.textContent = failed.status === 401 ? desk.words.t('desk.unknown') : reason(failed, desk.words);
                        submit.disabled = false;
                    }
                },
            }, ...fields, said, el('p', {class: 'doing'}, submit))];
        });
    }
}
