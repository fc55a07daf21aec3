/** Choosing several incidents in the list, and doing one thing with all of them. */

import {el} from '../dom.js';
import {button} from './dialog.js';

export class Picking {
    #desk;
    /** @type {Set<string>|null} */
    #chosen = null;
    #bar = el('div', {class: 'picked', 'data-role': 'picked'});

    /** @param {import('./desk.js').Desk} desk */
    constructor(desk) {
        this.#desk = desk;
    }

    stop() {
        this.#chosen = null;
        this.#bar.remove();
    }

    /** @param {DocumentFragment} head of the list */
    head(head) {
        const {words} = this.#desk;
        const toggle = button('list-checks', '', 'pick', () => this.#toggle(), 'tool');
        toggle.setAttribute('aria-pressed', String(Boolean(this.#chosen)));
        toggle.setAttribute('aria-label', words.t('desk.pick'));
        toggle.title = words.t('desk.pick');
        head.append(toggle);
        if (this.#chosen) queueMicrotask(() => this.#show());
    }

    #toggle() {
        if (this.#chosen) this.stop();
        else this.#chosen = new Set();
        this.#desk.host.pages.open();
        /** @type {HTMLElement|null} */ (this.#desk.panel.querySelector('[data-action=pick]'))?.focus();
    }

    /** @param {HTMLElement} item of the list @param {string} id */
    row(item, id) {
        const chosen = this.#chosen;
        if (!chosen) return;
        item.classList.add('picking');
        const title = item.querySelector('.title')?.textContent ?? '';
        item.prepend(el('label', {class: 'pick-box'}, el('input', {
            type: 'checkbox', checked: chosen.has(id), 'aria-label': title, 'data-pick': id,
            onchange: (/** @type {Event} */ e) => {
                if (/** @type {HTMLInputElement} */ (e.target).checked) chosen.add(id);
                else chosen.delete(id);
                this.#show();
            },
        })));
    }

    #show() {
        const {words} = this.#desk;
        const ids = [...this.#chosen ?? []];
        const n = ids.length;
        const act = (/** @type {string} */ icon, /** @type {string} */ name, /** @type {() => void} */ then, least = 1) => {
            const one = button(icon, words.t(`desk.${name}`), `${name}-picked`, then);
            one.disabled = n < least;
            return one;
        };
        this.#bar.replaceChildren(el('p', {role: 'status'}, words.t('desk.picked', {n})),
            act('merge', 'merge', async () => (await import('./joining.js')).merge(this.#desk, ids), 2),
            act('check', 'verify', () => this.#bulk(ids, 'verified', 'verify')),
            act('circle-slash', 'reject', () => this.#bulk(ids, 'rejected', 'reject')),
            button('x', words.t('desk.cancel'), 'unpick', () => this.#toggle()));
        const page = this.#desk.panel.querySelector('.page');
        if (page && this.#bar.parentElement !== page) page.append(this.#bar);
    }

    /** @param {string[]} ids @param {string} status @param {string} name */
    async #bulk(ids, status, name) {
        const desk = this.#desk;
        await desk.attempt(async () => {
            const {body} = await desk.call('POST', '/api/incidents/bulk', {ids, patch: {status}, why: ''});
            const {changed = [], refused = []} = body;
            const text = desk.words.t(`desk.did.${name}.n`, {n: changed.length});
            const left = refused.length ? ` ${desk.words.t('desk.refused.n', {n: refused.length})} ${refused[0].why ?? ''}` : '';
            desk.did(text + left, body.change ? {change: body.change, incident: ''} : null);
            this.stop();
            desk.host.pages.open();
            await desk.host.reload();
        });
    }
}
