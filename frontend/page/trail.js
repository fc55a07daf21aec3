/** Keeps the address in step with what is seen, and what is seen with the address. */

import {find} from '../dom.js';
import {read, readView, readWindow, write} from '../state/address.js';

/** @typedef {import('../time/window.js').Stretch} Stretch */

export class Trail {
    embedded = new URLSearchParams(location.search).has('embed');
    #state;
    #scene;

    /** @param {import('../state/state.js').State} state @param {import('../map/scene.js').Scene} scene */
    constructor(state, scene) {
        this.#state = state;
        this.#scene = scene;
    }

    /** @param {Stretch} limits @param {boolean} [step] whether the back button should come back to where we were */
    write(limits, step = false) {
        const {map} = this.#scene;
        const {lat, lng} = map.getCenter();
        const query = write(this.#state.now, limits, `${Math.round(map.getZoom() * 10) / 10}/${lat.toFixed(2)}/${lng.toFixed(2)}`);
        /** @type {HTMLAnchorElement} */ (find('[data-role=whole-page]')).href = `/?${query}`;
        const here = `?${query}${this.embedded ? '&embed=1' : ''}`;
        if (here !== location.search) history[step ? 'pushState' : 'replaceState'](null, '', here);
    }

    /** The window that the address asks for. @param {Stretch} limits */
    window(limits) {
        return readWindow(location.search, read(location.search).span ?? 'all', limits);
    }

    /** Takes the map to where the address says; false where it does not. */
    look() {
        const view = readView(location.search);
        if (view) this.#scene.map.setView([view.lat, view.lon], view.zoom, {animate: false});
        return Boolean(view);
    }

    /** Goes back to what the address says. @param {Stretch} limits */
    follow(limits) {
        const asked = read(location.search);
        this.#state.set({...asked, language: asked.language || this.#state.now.language, window: this.window(limits)});
        this.look();
    }
}
