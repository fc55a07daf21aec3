/** A sheet of choices that opens under its button and goes when one looks elsewhere. */

import {el} from '../dom.js';

/**
 * @param {HTMLElement} button
 * @param {string} name
 * @param {() => Promise<(Node|string|null|false)[]>} content asked for each time it opens
 */
export function popover(button, name, content) {
    const sheet = el('div', {class: 'popover', popover: 'auto', 'data-popover': name, role: 'dialog'});
    document.body.append(sheet);
    const fill = async () => sheet.replaceChildren(...(await content()).filter((node) => node !== null && node !== false));
    button.setAttribute('aria-haspopup', 'dialog');
    button.setAttribute('aria-expanded', 'false');
    sheet.addEventListener('toggle', (e) => {
        const open = /** @type {any} */ (e).newState === 'open';
        button.setAttribute('aria-expanded', String(open));
        if (open) sheet.setAttribute('aria-label', button.getAttribute('aria-label') ?? '');
    });
    return {
        sheet,
        get open() {
            return sheet.matches(':popover-open');
        },
        async show() {
            await fill();
            if (this.open) return;
            sheet.showPopover();
            const box = button.getBoundingClientRect();
            const left = Math.min(box.left, innerWidth - sheet.offsetWidth - 8);
            sheet.style.left = `${Math.max(8, left)}px`;
            sheet.style.top = `${box.bottom + 8}px`;
            /** @type {HTMLElement|null} */ (sheet.querySelector('input, button, a, select'))?.focus();
        },
        hide() {
            sheet.hidePopover();
        },
        toggle() {
            if (this.open) this.hide();
            else this.show();
        },
        /** Fills it again, keeping the focus where it was. */
        async refresh() {
            if (!this.open) return;
            const key = document.activeElement?.getAttribute('data-key');
            await fill();
            if (key) /** @type {HTMLElement|null} */ (sheet.querySelector(`[data-key="${key}"]`))?.focus();
        },
    };
}
