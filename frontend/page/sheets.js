/** The sheets that open from the bar; what is on them is fetched when they are first wanted. */

import {copy} from '../bar/bar.js';
import {popover} from '../bar/popover.js';
import {find} from '../dom.js';

/**
 * @typedef {object} Page what the sheets need of the page
 * @property {import('../state/state.js').State} state
 * @property {() => import('../words/words.js').Words} words
 * @property {() => import('./held.js').Held|import('../many/tiled.js').Tiled} stock
 * @property {() => string} query
 * @property {() => void} still stops what plays
 * @property {() => Promise<import('../picture/pictures.js').Pictures>} pictures
 */

/** @param {Page} page */
export function sheets(page) {
    const {state, words} = page;
    const on = (/** @type {string} */ action) => /** @type {HTMLElement} */ (find(`[data-action=${action}]`));
    const filters = popover(on('filters'), 'filters', async () => {
        const {filterSheet} = await import('../bar/filters.js');
        return filterSheet(state, words(), page.stock());
    });
    const [share, download] = /** @type {('share'|'download')[]} */ (['share', 'download']).map((name) => {
        const sheet = popover(on(name), name, async () => {
            const sheets = await import('../bar/share.js');
            return sheets[`${name}Sheet`](words(), page.query(), {
                copy: (text) => copy(text, words().t('share.copied')), image: async () => (await page.pictures()).image(), animation: play,
            });
        });
        /** @param {'gif'|'webm'} kind */
        const play = async (kind) => {
            sheet.hide();
            page.still();
            const {window} = state.now;
            await (await page.pictures()).animation(kind);
            state.set({window: {...window}});
        };
        return sheet;
    });
    on('filters').addEventListener('click', () => filters.toggle());
    on('download').addEventListener('click', () => download.toggle());
    on('share').addEventListener('click', () => {
        copy(location.href, words().t('bar.shared'));
        share.toggle();
    });
    return {filters, share};
}
