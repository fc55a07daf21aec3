/** The sheet for taking things away: the address, a frame for another page, files, pictures. */

import {el, icon} from '../dom.js';

/** @typedef {import('../words/words.js').Words} Words */

export const FORMATS = ['geojson', 'csv', 'geojsonl', 'gpkg', 'kml'];

/** The markup that shows this view in another page. @param {string} address */
export function snippet(address) {
    const url = new URL(address);
    url.searchParams.set('embed', '1');
    return `<iframe src="${url.href.replace(/&/g, '&amp;').replace(/"/g, '&quot;')}" width="100%" height="600" loading="lazy" title="Oqiga"></iframe>`;
}

/**
 * @param {Words} words
 * @param {string} query the filter, as the service is asked for it
 * @param {{image: () => void, animation: (kind: 'gif'|'webm') => void, copy: (text: string) => void}} doing
 */
export function shareSheet(words, query, doing) {
    const code = snippet(location.href);
    return [
        el('h3', {}, words.t('share.address')),
        copyable(location.href, words, doing.copy),
        el('h3', {}, words.t('share.embed')),
        copyable(code, words, doing.copy),
        ...downloadSheet(words, query, doing),
    ];
}

/**
 * Files and pictures alone.
 *
 * @param {Words} words
 * @param {string} query
 * @param {{image: () => void, animation: (kind: 'gif'|'webm') => void}} doing
 */
export function downloadSheet(words, query, doing) {
    return [
        el('h3', {}, words.t('share.files')),
        el('p', {class: 'formats'}, FORMATS.map((format) =>
            el('a', {class: 'format', href: `/api/export.${format}?${query}`, download: true, 'data-format': format}, words.t(`format.${format}`)))),
        el('h3', {}, words.t('share.pictures')),
        el('p', {class: 'formats'},
            el('button', {type: 'button', class: 'format', 'data-action': 'image', onclick: doing.image}, words.t('share.image')),
            el('button', {type: 'button', class: 'format', 'data-action': 'animation', onclick: () => doing.animation('gif')}, words.t('share.animation')),
            films() && el('button', {type: 'button', class: 'format', 'data-action': 'film', onclick: () => doing.animation('webm')}, words.t('share.film'))),
    ];
}

/** Whether the browser can record a canvas. */
function films() {
    return typeof MediaRecorder === 'function' && MediaRecorder.isTypeSupported('video/webm');
}

/** @param {string} text @param {Words} words @param {(text: string) => void} copy */
function copyable(text, words, copy) {
    return el('p', {class: 'copyable'},
        el('input', {type: 'text', readonly: true, value: text, 'aria-label': words.t('share.text'), onfocus: (/** @type {Event} */ e) => /** @type {HTMLInputElement} */ (e.target).select()}),
        el('button', {type: 'button', class: 'format', onclick: () => copy(text)}, icon('copy'), words.t('share.copy')));
}
