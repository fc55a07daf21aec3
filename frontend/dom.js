/** Builds elements without markup: whatever a report says stays text. */

/** @typedef {Node|string|null|undefined|false} Child */

/**
 * @template {keyof HTMLElementTagNameMap} K
 * @param {K} tag
 * @param {Record<string, any>} [attributes] `on…` listens, `data` and `aria` are spread, null and false are left out
 * @param {...(Child|Child[])} children
 * @returns {HTMLElementTagNameMap[K]}
 */
export function el(tag, attributes = {}, ...children) {
    const element = document.createElement(tag);
    for (const [name, value] of Object.entries(attributes)) {
        if (value === null || value === undefined || value === false) continue;
        if (name.startsWith('on')) element.addEventListener(name.slice(2), value);
        else if (name === 'data') Object.assign(element.dataset, value);
        else if (name === 'class') element.className = value;
        else element.setAttribute(name, value === true ? '' : String(value));
    }
    for (const child of children.flat()) if (child || child === '') element.append(child);
    return element;
}

const SVG = 'http://www.w3.org/2000/svg';

/** One of the icons that stand in the page. @param {string} name */
export function icon(name) {
    const svg = document.createElementNS(SVG, 'svg');
    svg.setAttribute('class', 'icon');
    svg.setAttribute('aria-hidden', 'true');
    const use = document.createElementNS(SVG, 'use');
    use.setAttribute('href', `#${name}`);
    svg.append(use);
    return svg;
}

/** The mark of a group, for legends and lists. @param {string} group */
export function swatch(group) {
    const svg = icon(`mark-${group}`);
    svg.setAttribute('class', `swatch ${group}`);
    return svg;
}

/**
 * @template {Element} T
 * @param {string} selector
 * @returns {T}
 */
export function find(selector, within = /** @type {ParentNode} */ (document)) {
    const element = within.querySelector(selector);
    if (!element) throw new Error(`the page has no ${selector}`);
    return /** @type {T} */ (element);
}
