/** A sheet over the page that wants an answer; the focus stays in it, and goes back to where it was. */

import {el, icon} from '../dom.js';

/**
 * @param {string} name
 * @param {string} title
 * @param {import('../words/words.js').Words} words
 * @param {(close: () => void) => (Node|string|null|false)[]} content
 */
export function dialog(name, title, words, content) {
    const close = () => sheet.close();
    const sheet = el('dialog', {class: 'desk-dialog', 'data-dialog': name, 'aria-labelledby': `dialog-${name}`},
        el('header', {}, el('h2', {id: `dialog-${name}`}, title),
            el('button', {type: 'button', class: 'tool', 'aria-label': words.t('close'), title: words.t('close'), onclick: close}, icon('x'))));
    sheet.append(...content(close).filter((node) => node !== null && node !== false));
    sheet.addEventListener('close', () => sheet.remove());
    document.body.append(sheet);
    sheet.showModal();
    /** @type {HTMLElement|null} */ (sheet.querySelector('input:not([type=hidden]), textarea, select') ?? sheet.querySelector('.dialog-body button'))?.focus();
    return sheet;
}

/**
 * One thing to fill in, with its name before it.
 *
 * @param {string} label
 * @param {HTMLElement} input
 * @param {string} [hint]
 */
export function field(label, input, hint = '') {
    return el('label', {class: 'field'}, el('span', {}, label), input, hint && el('small', {}, hint));
}

/** A line that tells what has come of it, and is read out. @param {'status'|'alert'} [role] */
export function line(role = 'status') {
    return el('p', {class: 'said', role});
}

/** One of the icons that only the desk has. @param {string} name */
export function sign(name) {
    const svg = icon(name);
    svg.firstElementChild?.setAttribute('href', `/desk/icons.svg#${name}`);
    return svg;
}

/**
 * A button that asks once more before it does what cannot be undone.
 *
 * @param {string} name
 * @param {string} text
 * @param {string} sure
 * @param {string} action
 * @param {() => void} doing
 */
export function twice(name, text, sure, action, doing) {
    const one = button(name, text, action, () => {
        if (one.dataset.sure) return doing();
        one.dataset.sure = 'yes';
        one.replaceChildren(sign('triangle-alert'), sure);
    }, 'link');
    one.addEventListener('blur', () => {
        delete one.dataset.sure;
        one.replaceChildren(sign(name), text);
    });
    return one;
}

/**
 * @param {string} name
 * @param {string} text
 * @param {string} action
 * @param {() => void} onclick
 * @param {string} [kind] its class
 */
export function button(name, text, action, onclick, kind = 'format') {
    return el('button', {type: 'button', class: kind, 'data-action': action, onclick}, name && sign(name), text);
}
