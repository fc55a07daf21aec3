/** The controls beside the timeline, and the button of the panel: what they say, and what they do. */

import {label} from '../bar/bar.js';
import {find} from '../dom.js';
import {ofSpan} from '../time/window.js';
import {select} from './texts.js';

/** @typedef {import('../state/state.js').State} State */
/** @typedef {import('../panel/panel.js').Panel} Panel */

/** Lets them change the state. @param {State} state @param {Panel} panel @param {() => import('../time/window.js').Stretch} limits */
export function listen(state, panel, limits) {
    const on = (/** @type {string} */ action, /** @type {() => void} */ click) => find(`[data-action=${action}]`).addEventListener('click', click);
    on('loop', () => state.set({loop: !state.now.loop}));
    on('panel', () => (panel.open = !panel.open));
    on('background', () => state.set({everything: !state.now.everything}));
    select('span').addEventListener('change', () => {
        const span = select('span').value;
        state.set({span, window: ofSpan(state.now.window, span, limits())});
    });
    select('speed').addEventListener('change', () => state.set({speed: Number(select('speed').value)}));
}

/**
 * @param {import('../state/state.js').Choice} now
 * @param {Panel} panel
 * @param {import('../words/words.js').Words} words
 */
export function show(now, panel, words) {
    select('span').value = now.span;
    const free = select('span').querySelector('[value=free]');
    if (free instanceof HTMLOptionElement) free.hidden = now.span !== 'free';
    select('speed').value = String(now.speed);
    find('[data-action=loop]').setAttribute('aria-pressed', String(now.loop));
    const button = find('[data-action=panel]');
    label(button, words.t(panel.open ? 'bar.panel.close' : 'bar.panel.open'));
    button.setAttribute('aria-expanded', String(panel.open));
}
