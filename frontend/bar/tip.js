/** The small text beside the pointer. */

import {el, find} from '../dom.js';

/**
 * @param {number} x
 * @param {number} y
 * @param {string[]} lines the first is the title; none: it goes
 */
export function tip(x, y, lines) {
    const element = /** @type {HTMLElement} */ (find('[data-role=tip]'));
    element.hidden = lines.length === 0;
    if (!lines.length) return;
    element.replaceChildren(el('strong', {dir: 'auto'}, lines[0]), ...lines.slice(1).map((line) => el('span', {dir: 'auto'}, line)));
    const {width, height} = element.getBoundingClientRect();
    const left = x + 14 + width > innerWidth - 8 ? x - width - 14 : x + 14;
    const top = y + 16 + height > innerHeight - 8 ? y - height - 12 : y + 16;
    element.style.transform = `translate(${Math.max(8, left)}px, ${Math.max(8, top)}px)`;
    element.style.left = element.style.top = '0';
}
