/** What the reader has chosen: the one state that everything on the page is drawn from. */

import {noFilter} from '../data/filter.js';

/**
 * @typedef {object} Choice
 * @property {import('../time/window.js').Stretch} window
 * @property {string} span one of SPANS, or 'free'
 * @property {boolean} everything the timeline covers the background, too, not only the busiest stretch
 * @property {import('../data/filter.js').Filter} filter
 * @property {string} incident id of the one that is open, or ''
 * @property {string} report id of the one that is open, or ''
 * @property {string} view 'list', 'table' or, for editors, 'queue'
 * @property {'marks'|'spread'|'regions'} mode what the map shows
 * @property {boolean} tiles whether OpenStreetMap's tiles lie over the own ground
 * @property {number} speed
 * @property {boolean} loop
 * @property {string} language
 * @property {string} theme 'light', 'dark' or '' for the system's
 */

export class State extends EventTarget {
    constructor() {
        super();
        /** @type {Choice} */
        this.now = {
            window: {from: 0, to: 0}, span: 'all', everything: false, filter: noFilter(), incident: '', report: '',
            view: 'list', mode: 'marks', tiles: false, speed: 1, loop: false, language: 'en', theme: '',
        };
    }

    /**
     * Changes some of it and tells what.
     *
     * @param {Partial<Choice>} changes
     * @param {{playing?: boolean}} [how]
     */
    set(changes, how = {}) {
        const changed = new Set(Object.entries(changes)
            .filter(([key, value]) => /** @type {any} */ (this.now)[key] !== value).map(([key]) => key));
        if (!changed.size) return;
        Object.assign(this.now, changes);
        this.dispatchEvent(new CustomEvent('change', {detail: {changed, playing: how.playing ?? false}}));
    }
}
