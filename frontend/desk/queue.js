/** What needs eyes, one at a time, by the keyboard. */

import {asQuery} from '../data/filter.js';
import {el} from '../dom.js';
import {button, dialog, sign} from './dialog.js';
import {correct, judge} from './incident.js';
import {reasonText} from './reasons.js';
import {waiting} from './waiting.js';

const AT_ONCE = 50;
const KEYS = ['V', 'D', 'R', 'E', 'J', 'K', 'U', '?'];

export class Queue {
    #desk;
    /** @type {{id: string, reasons: string[]}[]} */
    #items = [];
    #total = 0;
    /** What waits for its incident. @type {import('./waiting.js').Orphan[]} */
    #orphans = [];
    /** What has been looked at since this began; what is disputed waits on for others. @type {Set<string>} */
    #looked = new Set();
    /** @type {any} the incident on the page */
    #feature = null;
    #asking = false;

    /** @param {import('./desk.js').Desk} desk */
    constructor(desk) {
        this.#desk = desk;
        document.addEventListener('keydown', (e) => this.#key(e));
    }

    get #on() {
        const {view, report} = this.#desk.state.now;
        return view === 'queue' && !report && this.#desk.editor;
    }

    start() {
        const {state} = this.#desk;
        this.#items = [];
        this.#looked.clear();
        if (state.now.view === 'queue' && !state.now.incident) this.opens();
        else state.set({view: 'queue', incident: '', report: ''});
    }

    /** Whether the queue has to be asked for what comes first. */
    opens() {
        if (!this.#on || this.#desk.state.now.incident) return false;
        this.#next(0);
        return true;
    }

    async #read() {
        const desk = this.#desk;
        const query = asQuery(desk.state.now.filter);
        query.set('limit', String(AT_ONCE));
        return desk.attempt(async () => {
            const {body} = await desk.call('GET', `/api/queue?${query}`);
            const before = new Set(this.#items.map((item) => item.id));
            const told = /** @type {{id: string, reasons: string[]}[]} */ (body.incidents);
            for (const {id, reasons} of told) if (!before.has(id) && !this.#looked.has(id)) this.#items.push({id, reasons});
            this.#orphans = body.orphans;
            this.#total = body.total - told.filter(({id}) => this.#looked.has(id)).length;
        });
    }

    /** Others work on it, too. */
    async refresh() {
        if (!this.#on || !await this.#read()) return;
        const left = document.querySelector('[data-role=queue-left]');
        if (left) left.textContent = this.#desk.words.t('desk.queue.left', {n: this.#total});
        const old = document.querySelector('[data-role=waiting]');
        const held = old?.contains(document.activeElement);
        old?.remove();
        const line = waiting(this.#desk, this.#orphans);
        if (line) document.querySelector('[data-role=queue], [data-role=queue-empty]')?.append(line);
        if (line && held) line.querySelector('button')?.focus();
    }

    /** Goes to the incident at an index, or says that none waits. @param {number} at */
    async #next(at) {
        if (this.#asking) return;
        this.#asking = true;
        if (!this.#items.length || at >= this.#items.length) await this.#read();
        this.#asking = false;
        if (!this.#on) return;
        const item = this.#items[Math.max(0, Math.min(at, this.#items.length - 1))];
        if (item) this.#desk.state.set({incident: item.id});
        else this.#empty();
    }

    #empty() {
        const desk = this.#desk;
        desk.state.now.incident = '';
        desk.show(desk.words.t('back.list'), el('div', {class: 'nothing', 'data-role': 'queue-empty'}, el('h2', {tabindex: -1}, desk.words.t('desk.queue.empty')),
            el('p', {}, desk.words.t('desk.queue.empty.text')), waiting(desk, this.#orphans)), () => desk.state.set({view: 'list'}));
    }

    /** The strip over the page of an incident. @param {HTMLElement} page @param {any} feature */
    dress(page, feature) {
        this.#feature = this.#on ? feature : null;
        if (!this.#on) return;
        const {words} = this.#desk;
        const at = this.#at();
        const step = (/** @type {string} */ icon, /** @type {string} */ name, /** @type {number} */ by, /** @type {boolean} */ dead) => {
            const one = button(icon, '', name, () => this.#step(by), 'tool');
            one.setAttribute('aria-label', words.t(`desk.queue.${name}`));
            one.title = words.t(`desk.queue.${name}`);
            one.disabled = dead;
            return one;
        };
        const help = button('circle-help', '', 'queue-help', () => this.#help(), 'tool');
        help.setAttribute('aria-label', words.t('desk.queue.help'));
        help.title = words.t('desk.queue.help');
        const reasons = this.#items[at]?.reasons ?? [];
        page.prepend(el('div', {class: 'queue', 'data-role': 'queue'},
            el('p', {role: 'status', 'data-role': 'queue-left'}, words.t('desk.queue.left', {n: this.#total})),
            el('span', {class: 'steps'}, step('chevron-left', 'previous', -1, at <= 0), step('chevron-right', 'next', 1, at >= 0 && at + 1 >= this.#total), help),
            reasons.length > 0 && el('p', {class: 'reasons'}, sign('triangle-alert'), el('span', {}, reasons.map((text) => reasonText(text, words)).join(' · '))),
            waiting(this.#desk, this.#orphans)));
    }

    #at() {
        return this.#items.findIndex((item) => item.id === this.#desk.state.now.incident);
    }

    /** @param {number} by */
    #step(by) {
        this.#next(Math.max(0, this.#at() + by));
    }

    /** One has been judged; the next is shown. False where nobody works on the queue. @param {string} id */
    done(id) {
        if (!this.#on) return false;
        const at = this.#items.findIndex((item) => item.id === id);
        if (at >= 0) {
            this.#items.splice(at, 1);
            this.#looked.add(id);
            this.#total = Math.max(0, this.#total - 1);
        }
        this.#desk.state.now.incident = '';
        this.#next(Math.max(0, at));
        return true;
    }

    /** One waits again. @param {string} id */
    returned(id) {
        if (!this.#looked.delete(id)) return;
        this.#items.unshift({id, reasons: []});
        this.#total++;
    }

    #help() {
        const {words} = this.#desk;
        dialog('keys', words.t('desk.queue.help'), words, (close) => [el('div', {class: 'dialog-body'},
            el('dl', {class: 'keys'}, KEYS.flatMap((key) => [el('dt', {}, el('kbd', {}, key)), el('dd', {}, words.t(`desk.key.${key}`))])),
            el('p', {class: 'doing'}, button('', words.t('close'), 'close', close)))]);
    }

    /** @param {KeyboardEvent} e */
    #key(e) {
        const target = /** @type {HTMLElement} */ (e.target);
        if (!this.#on || e.ctrlKey || e.metaKey || e.altKey || target.closest('input, textarea, select, dialog, [contenteditable]')) return;
        const correcting = document.querySelector('[data-role=correction]');
        const feature = this.#feature;
        const doing = {
            v: () => judge(this.#desk, feature, 'verify'), d: () => judge(this.#desk, feature, 'dispute'), r: () => judge(this.#desk, feature, 'reject'),
            e: () => correct(this.#desk, feature), j: () => this.#step(1), k: () => this.#step(-1), u: () => this.#desk.undoLast(), '?': () => this.#help(),
        }[keyOf(e)];
        const needs = 'vdre'.includes(keyOf(e));
        if (!doing || correcting || (needs && feature?.id !== this.#desk.state.now.incident)) return;
        e.preventDefault();
        doing();
    }
}

/** The Latin letter on the key, whatever the layout writes. @param {KeyboardEvent} e */
function keyOf(e) {
    if (e.key === '?') return '?';
    return /^Key[A-Z]$/.test(e.code) && !/^[a-z]$/i.test(e.key) ? e.code.slice(3).toLowerCase() : e.key.toLowerCase();
}
