/** What is done at the desk, how it is told, and the way back from it. */

import {toast} from '../bar/bar.js';
import {el} from '../dom.js';
import {call, reason, Refusal} from './calls.js';
import {button} from './dialog.js';

const SHOWN_MS = 9000;

export class Deeds {
    /** The versions of incidents as they were read, for those who change them. @type {Map<string, string>} */
    etags = new Map();
    /** @type {{change: number, incident: string}|null} */
    #last = null;
    #strip = el('div', {class: 'desk-did', role: 'status', hidden: true});
    #hide = 0;

    /** @param {import('../page/account.js').Host} host @param {import('../words/words.js').Words} words */
    constructor(host, words) {
        this.host = host;
        this.words = words;
        document.body.append(this.#strip);
    }

    /** An incident is again as it was. @param {string} _id */
    returned(_id) {}

    /** Whether somebody whose time was over has signed in once more. */
    async again() {
        return false;
    }

    /**
     * Asks the service; whoever is no longer signed in may sign in again, and loses nothing.
     *
     * @param {string} method
     * @param {string} path
     * @param {any} [body]
     * @param {Record<string, string>} [headers]
     */
    async call(method, path, body, headers) {
        try {
            return await call(method, path, body, headers);
        } catch (e) {
            if (!(e instanceof Refusal) || e.status !== 401 || !await this.again()) throw e;
            return call(method, path, body, headers);
        }
    }

    /** Does something, and tells why where it was refused. @param {() => Promise<any>} doing @param {(text: string) => void} [say] */
    async attempt(doing, say = toast) {
        try {
            await doing();
            return true;
        } catch (e) {
            if (!(e instanceof Refusal)) throw e;
            say(reason(e, this.words));
            // what is shown is no longer so
            if (e.status === 412) this.host.pages.open();
            return false;
        }
    }

    /**
     * Changes an incident as it was read; the map follows.
     *
     * @param {string} id
     * @param {Record<string, any>} patch
     * @param {string} text what to tell, with a way to undo it
     */
    async change(id, patch, text) {
        const {body, etag} = await this.call('PATCH', `/api/incidents/${encodeURIComponent(id)}`, patch, {
            'Content-Type': 'application/merge-patch+json', 'If-Match': this.etags.get(id) ?? '*',
        });
        this.etags.set(id, etag);
        const change = Math.max(0, ...(body.history ?? []).map((/** @type {{id: number}} */ h) => h.id));
        this.did(text, change ? {change, incident: id} : null);
        this.host.reload();
        return body;
    }

    /** Says what has been done, and offers to undo it. @param {string} text @param {{change: number, incident: string}|null} [last] */
    did(text, last = null) {
        this.#last = last;
        this.#strip.replaceChildren(el('span', {}, text), ...(last ? [button('undo-2', this.words.t('desk.undo'), 'undo-last', () => this.undoLast(), 'link')] : []));
        this.#strip.hidden = false;
        clearTimeout(this.#hide);
        this.#hide = window.setTimeout(() => (this.#strip.hidden = true), SHOWN_MS);
    }

    async undoLast() {
        const last = this.#last;
        if (!last) return;
        this.#last = null;
        await this.undo(last.change, last.incident);
    }

    /** @param {number} change @param {string} incident the one to show again, or '' */
    async undo(change, incident = '') {
        await this.attempt(async () => {
            const {body} = await this.call('POST', `/api/history/${change}/undo`, {why: ''});
            this.did(this.words.t('desk.undone'));
            await this.host.reload();
            const stands = body?.incidents ?? [];
            const open = stands.includes(incident) ? incident : stands[0] ?? incident;
            this.returned(open);
            if (incident && open !== this.host.state.now.incident) this.host.state.set({incident: open, report: ''});
            else this.host.pages.open();
        });
    }
}
