/** The key of the map: what it shows, and how to read it. */

import {el, swatch} from '../dom.js';
import {shortDay} from '../words/when.js';

const MODES = /** @type {const} */ (['marks', 'spread', 'regions']);

/**
 * @param {HTMLElement} element
 * @param {import('../state/state.js').State} state
 * @param {import('../words/words.js').Words} words
 * @param {{from: number, to: number}} limits
 * @param {import('../map/palette.js').Theme} theme
 */
export function key(element, state, words, limits, theme) {
    const {mode} = state.now;
    const open = element.querySelector('details')?.open ?? false;
    const focused = document.activeElement?.getAttribute('data-mode');
    const details = el('details', {open}, el('summary', {}, words.t('key')), el('ul', {}, ...explained(mode, words)),
        el('label', {class: 'choice'}, el('input', {type: 'checkbox', 'data-action': 'tiles', checked: state.now.tiles,
            onchange: (/** @type {Event} */ e) => state.set({tiles: /** @type {HTMLInputElement} */ (e.target).checked})}), el('span', {}, words.t('key.tiles'))));
    element.replaceChildren(
        el('div', {class: 'modes', role: 'group', 'aria-label': words.t('key.modes')}, MODES.map((m) =>
            el('button', {type: 'button', 'data-mode': m, 'aria-pressed': String(m === mode), onclick: () => state.set({mode: m})}, words.t(`mode.${m}`)))),
        ...(mode === 'spread' ? [rampLine(words, limits, theme)] : []), details);
    if (focused) /** @type {HTMLElement|null} */ (element.querySelector(`[data-mode=${focused}]`))?.focus();
}

/** Which colour is which day: the view says nothing without it. @param {import('../words/words.js').Words} words @param {{from: number, to: number}} limits @param {import('../map/palette.js').Theme} theme */
function rampLine(words, limits, theme) {
    const ramp = el('canvas', {class: 'ramp', width: 160, height: 8, 'aria-hidden': 'true'});
    paintRamp(ramp, theme);
    return el('p', {class: 'ramp-line'}, ...[limits.from, limits.to - 1].map((at, i, all) => [shortDay(at, words, all), i ? '' : ramp]));
}

/** @param {string} mode @param {import('../words/words.js').Words} words */
function explained(mode, words) {
    if (mode !== 'marks') return [el('li', {}, words.t(`key.${mode}`))];
    const line = (/** @type {Node} */ sign, /** @type {string} */ text) => el('li', {}, sign, el('span', {}, text));
    const hollow = swatch('unrest');
    hollow.classList.add('hollow');
    return [
        ...['unrest', 'violence', 'response', 'disruption'].map((group) => line(swatch(group), words.t(`key.${group}`))),
        line(hollow, words.t('key.hollow')),
        line(el('i', {class: 'sign ring'}, '9'), words.t('key.many')),
        line(el('i', {class: 'sign shade'}), words.t('key.area')),
        line(el('i', {class: 'sign hatch'}), words.t('key.force')),
    ];
}

/** @param {HTMLCanvasElement} ramp @param {import('../map/palette.js').Theme} theme */
async function paintRamp(ramp, theme) {
    const {moment} = await import('../map/spread.js');
    const context = /** @type {CanvasRenderingContext2D} */ (ramp.getContext('2d'));
    for (let x = 0; x < ramp.width; x++) {
        context.fillStyle = moment(x / (ramp.width - 1), theme);
        context.fillRect(x, 0, 1, ramp.height);
    }
}
