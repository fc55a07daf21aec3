/** Answers whoever points at the map: tells what lies there, marks it in the panel, and opens it. */

import {setFilter} from '../bar/bar.js';
import {tip} from '../bar/tip.js';
import {tipLines} from './pointing.js';

/**
 * @typedef {object} Page what it needs of the page
 * @property {import('../state/state.js').State} state
 * @property {import('../map/scene.js').Scene} scene
 * @property {import('./pages.js').Pages} pages
 * @property {() => import('./held.js').Held|import('../many/tiled.js').Tiled} stock
 * @property {() => import('../words/words.js').Words} words
 */

/** @param {Page} page @param {boolean} embedded nothing opens there */
export function pointer({state, scene, pages, stock, words}, embedded) {
    scene.addEventListener('point', async (e) => {
        const at = /** @type {CustomEvent} */ (e).detail;
        const {columns} = scene;
        const show = () => tip(at.x, at.y, tipLines(at, scene, words()));
        show();
        pages.highlight(at);
        if (!columns || columns !== stock().columns || at.row < 0 || columns.titles[at.row]) return;
        await stock().title(at.row);
        if (scene.marks.hovered === at.row && scene.columns === columns) show();
    });
    scene.addEventListener('choose', (e) => {
        const {row, place} = /** @type {CustomEvent} */ (e).detail;
        // what is drawn is not always of the stock: after others have come it stays until these can be drawn
        const {columns} = scene;
        if (embedded || !columns || (row < 0 && place < 0)) return;
        if (row >= 0) state.set({incident: columns.ids[row], report: ''});
        else {
            state.set({incident: '', report: ''});
            setFilter(state, {place: columns.places[place].key});
        }
        pages.panel.open = true;
    });
}
