/** The panel at the edge: one page at a time, with a way back; a sheet where the screen is narrow. */

import {el, icon} from '../dom.js';
import {sheet} from './sheet.js';

export class Panel extends EventTarget {
    #element;
    #scrolled = 0;

    /** @param {HTMLElement} element */
    constructor(element) {
        super();
        this.#element = element;
        element.dataset.state = 'open';
        sheet(element, (state) => {
            element.dataset.state = state;
            this.dispatchEvent(new Event('toggle'));
        });
        // a sheet that is pushed down is drawn up by whoever comes to it with the tab key
        element.addEventListener('focusin', (e) => {
            if (/** @type {HTMLElement} */ (e.target).closest('.scroll')) this.open = true;
        });
        element.addEventListener('keydown', (e) => {
            if (e.key === 'Escape') this.dispatchEvent(new Event('back'));
        });
    }

    get open() {
        return this.#element.dataset.state !== 'closed';
    }

    set open(open) {
        if (this.open === open) return;
        this.#element.dataset.state = open ? 'open' : 'closed';
        this.dispatchEvent(new Event('toggle'));
    }

    /** How much of the map it covers. */
    get covered() {
        const {width, height} = this.#element.getBoundingClientRect();
        const narrow = innerWidth <= 760;
        return {right: this.open && !narrow ? width : 0, bottom: narrow && this.open ? height : 0};
    }

    /**
     * The page without a way back.
     *
     * @param {Node} head
     * @param {HTMLElement} body
     */
    home(head, body) {
        this.#show(el('header', {class: 'page-head'}, head), body);
        body.scrollTop = this.#scrolled;
    }

    /**
     * @param {string} back what the way back is called
     * @param {HTMLElement} page
     */
    page(back, page) {
        const rows = this.#element.querySelector('.rows');
        if (rows?.parentElement) this.#scrolled = rows.parentElement.scrollTop;
        const way = el('button', {type: 'button', class: 'link', 'data-action': 'back', onclick: () => this.dispatchEvent(new Event('back'))},
            icon('arrow-left'), back);
        this.#show(el('header', {class: 'page-head'}, way), el('div', {class: 'scroll', tabindex: -1}, page));
        /** @type {HTMLElement|null} */ (page.querySelector('h2'))?.focus({preventScroll: true});
    }


    /** @param {HTMLElement} head @param {HTMLElement} body */
    #show(head, body) {
        this.#element.replaceChildren(el('div', {class: 'page'}, head, body));
    }
}
