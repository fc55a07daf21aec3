/** What those who are signed in have more of on the page; the page asks it at the few places where that shows. */

import {el, find} from '../dom.js';
import {call} from './calls.js';
import {changesPage} from './changes.js';
import {Deeds} from './deeds.js';
import {Door} from './door.js';
import {Drafts} from './drafts.js';
import {dressIncident, focusLater} from './incident.js';
import {Picking} from './picking.js';
import {Queue} from './queue.js';
import {dressReport} from './report.js';

/** @typedef {import('../words/words.js').Words} Words */
/** @typedef {{name: string|null, role: 'viewer'|'editor'|'admin'|null}} Me */

export class Desk extends Deeds {
    picking = new Picking(this);
    queue = new Queue(this);
    #door = new Door(this);
    /** What was begun and not sent: corrections by incident, sentences by report. */
    drafts = new Drafts(() => this.me.name);
    /** What the way back means while something of the desk is in the panel. @type {(() => void)|null} */
    #back = null;
    /** What has to be put away when the panel shows something else. @type {(() => void)|null} */
    #away = null;
    /** @param {import('../page/account.js').Host} host @param {Me} me @param {Words} words */
    constructor(host, me, words) {
        super(host, words);
        this.me = me;
        host.state.addEventListener('change', (e) => {
            if (/** @type {CustomEvent} */ (e).detail.changed.has('language')) this.#translate();
        });
        this.#dress();
        this.#takeDrops();
    }

    /** Files that are dropped anywhere on the page are reports. */
    #takeDrops() {
        const files = (/** @type {DragEvent} */ e) => this.editor && e.dataTransfer?.types.includes('Files') && !document.querySelector('dialog[open]');
        document.addEventListener('dragover', (e) => {
            if (files(e)) e.preventDefault();
        });
        document.addEventListener('drop', async (e) => {
            if (!files(e)) return;
            e.preventDefault();
            const dropped = [...e.dataTransfer?.files ?? []];
            (await import('./bring.js')).bring(this, dropped);
        });
    }

    get editor() {
        return this.me.role === 'editor' || this.me.role === 'admin';
    }

    get state() {
        return this.host.state;
    }

    /** Somebody has signed in or out. @param {Me} me */
    async became(me) {
        this.me = me;
        this.etags.clear();
        this.#dress();
        await this.host.reload();
        this.host.pages.open();
    }

    #dress() {
        const {pages} = this.host;
        pages.desk = this.me.role ? this : null;
        document.body.dataset.role = this.me.role ?? '';
        if (!this.editor) this.picking.stop();
        this.#door.dress();
    }

    async #translate() {
        // the page's own words are on their way, too
        const {language} = this.state.now;
        while (this.host.words().language !== language) await new Promise((then) => setTimeout(then, 20));
        this.words = await deskWords(this.host.words());
        this.#dress();
        this.host.pages.open();
    }

    account() {
        this.#door.open();
    }

    /** @override @param {string} id */
    returned(id) {
        this.queue.returned(id);
    }

    /** @override */
    again() {
        return this.#door.again();
    }

    /** @param {string} invitation */
    join(invitation) {
        this.#door.join(invitation);
    }

    refused() {
        this.#door.refused();
    }

    /** One incident with its version. @param {string} id @param {AbortSignal} [_signal] */
    read = async (id, _signal) => {
        const {incident} = await import('../data/api.js');
        if (!this.editor) return incident(id, _signal);
        try {
            const {body, etag} = await call('GET', `/api/incidents/${encodeURIComponent(id)}`);
            this.etags.set(id, etag);
            return body;
        } catch {
            // asked once more, for the error that the page has words for
            return incident(id, _signal);
        }
    };

    /** Puts a page of the desk into the panel. @param {string} back what the way back is called @param {HTMLElement} page @param {() => void} onback @param {() => void} [away] */
    show(back, page, onback, away) {
        this.#away?.();
        this.host.pages.panel.open = true;
        this.host.pages.panel.page(back, page);
        this.#back = onback;
        this.#away = away ?? null;
    }

    /** All changes of all incidents. */
    async changes() {
        const page = await changesPage(this);
        this.show(this.words.t('back.list'), page, () => this.host.pages.open());
    }

    /** Whether the desk takes the way back. */
    back() {
        const back = this.#back;
        if (back) {
            this.#back = null;
            back();
            return true;
        }
        if (this.state.now.view !== 'queue' || this.state.now.report) return false;
        this.state.set({view: 'list', incident: '', report: ''});
        return true;
    }

    /** The panel is about to show something else; true where that is the desk's. */
    leave() {
        this.#away?.();
        this.#away = this.#back = null;
        return this.queue.opens();
    }

    /** The incidents are others: the page of one is read again, unless somebody is writing. */
    async refresh() {
        this.queue.refresh();
        const {incident, report} = this.state.now;
        const shown = document.querySelector('[data-role=incident-panel]');
        const before = this.etags.get(incident);
        if (!incident || report || !shown || !this.editor) return;
        await this.read(incident);
        if (before === this.etags.get(incident) || !shown.isConnected) return;
        const action = shown.contains(document.activeElement) ? /** @type {HTMLElement} */ (document.activeElement).dataset.action : '';
        this.host.pages.open();
        if (action) focusLater(`[data-action=${action}]`);
    }

    /** @param {DocumentFragment} head of the list */
    head(head) {
        if (this.editor) this.picking.head(head);
    }

    /** @param {HTMLElement} item of the list @param {string} id */
    row(item, id) {
        this.picking.row(item, id);
    }

    /** @param {HTMLElement} page @param {any} feature */
    incident(page, feature) {
        dressIncident(this, page, feature);
        this.queue.dress(page, feature);
    }

    /** @param {HTMLElement} page @param {import('../data/contract.js').Report} report */
    report(page, report) {
        if (this.editor) dressReport(this, page, report);
    }

    /** Where on the panel things of the desk may be put. */
    get panel() {
        return /** @type {HTMLElement} */ (find('[data-role=panel]'));
    }
}

/** @param {Words} words */
async function deskWords(words) {
    const read = async (/** @type {string} */ language) => (await fetch(`/desk/words/${language}.json`)).json();
    const [texts, fallback] = await Promise.all([read(words.language), words.language === 'en' ? {} : read('en')]);
    return words.with(texts, fallback);
}

/** @type {Promise<Desk>|undefined} */
let made;

/** The one desk of the page. @param {import('../page/account.js').Host} host @param {Me} me */
export function desk(host, me) {
    made ??= make(host, me);
    return made;
}

/** @param {import('../page/account.js').Host} host @param {Me} me */
async function make(host, me) {
    const style = el('link', {rel: 'stylesheet', href: '/desk/desk.css'});
    const dressed = new Promise((then) => style.addEventListener('load', then));
    document.head.append(style);
    while (!host.words()) await new Promise((then) => setTimeout(then, 20));
    const [words] = await Promise.all([deskWords(host.words()), dressed]);
    const one = new Desk(host, me, words);
    // what is there already was made without it
    if (me.role && host.scene.columns) host.pages.open();
    return one;
}
