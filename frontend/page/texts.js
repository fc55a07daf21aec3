/** Puts words into the page: those of a language, and messages. */

import {label} from '../bar/bar.js';
import {el, find} from '../dom.js';
import {SPANS} from '../time/window.js';

const SPEEDS = [0.25, 0.5, 1, 2, 4, 8];

/** @param {import('../words/words.js').Words} words @param {import('../map/scene.js').Scene} scene */
export function translate(words, scene) {
    document.documentElement.lang = words.language;
    document.title = words.t('app.title');
    const each = (/** @type {string} */ name, /** @type {(element: HTMLElement, text: string) => void} */ write) => {
        for (const element of document.querySelectorAll(`[data-${name}]`)) {
            const html = /** @type {HTMLElement} */ (element);
            write(html, words.t(html.dataset[name] ?? ''));
        }
    };
    each('label', label);
    each('text', (element, text) => (element.textContent = text));
    select('span').replaceChildren(...[...Object.keys(SPANS), 'free'].map((key) => el('option', {value: key}, words.t(`span.${key}`))));
    select('speed').replaceChildren(...SPEEDS.map((value) => el('option', {value}, `${words.numbers.format(value)}×`)));
    scene.map.getContainer().setAttribute('aria-label', words.t('map'));
    label(find('.leaflet-control-zoom-in'), words.t('map.zoomin'));
    label(find('.leaflet-control-zoom-out'), words.t('map.zoomout'));
    scene.credit.setPrefix(words.t('map.attribution'));
}

/** @param {string} action */
export function select(action) {
    return /** @type {HTMLSelectElement} */ (find(`select[data-action=${action}]`));
}

/** Writes only what differs: a playback writes sixty times a second. @param {string} selector @param {string} text */
export function write(selector, text) {
    const element = find(selector);
    if (element.textContent !== text) element.textContent = text;
}

/**
 * A message over the map.
 *
 * @param {string} title key, or '' for a quiet word
 * @param {string} text
 * @param {import('../words/words.js').Words} words
 * @param {() => void} [retry]
 */
export function notice(title, text, words, retry) {
    const element = /** @type {HTMLElement} */ (find('[data-role=notice]'));
    element.hidden = false;
    element.classList.toggle('quiet', !title);
    element.replaceChildren(
        ...(title ? [el('h2', {}, words.t(title))] : []), el('p', {}, text),
        ...(retry ? [el('button', {type: 'button', class: 'button', 'data-action': 'retry', onclick: () => {
            element.hidden = true;
            retry();
        }}, words.t('error.retry'))] : []));
}

export function noNotice() {
    /** @type {HTMLElement} */ (find('[data-role=notice]')).hidden = true;
}
