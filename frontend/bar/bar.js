/** The bar on top: groups, search, sharing, theme and language. */

import {el, find, icon, swatch} from '../dom.js';
import {GROUP_OF, GROUPS, TYPES} from '../data/types.js';

/** @typedef {import('../words/words.js').Words} Words */
/** @typedef {import('../state/state.js').State} State */

const SEARCH_PAUSE_MS = 300;

/** @param {State} state @param {() => Words} words @param {(place: import('../data/contract.js').GazetteerPlace) => void} go */
export function bar(state, words, go) {
    const groups = /** @type {HTMLElement} */ (find('[data-role=groups]'));
    const search = /** @type {HTMLInputElement} */ (find('[data-role=search]'));
    let pause = 0;
    search.addEventListener('input', () => {
        clearTimeout(pause);
        pause = window.setTimeout(() => setFilter(state, {q: search.value.trim()}), SEARCH_PAUSE_MS);
    });
    search.form?.addEventListener('submit', (e) => {
        e.preventDefault();
        clearTimeout(pause);
        setFilter(state, {q: search.value.trim()});
    });
    search.addEventListener('focus', async () => {
        const {suggest} = await import('./suggestions.js');
        suggest(search, words, go);
    }, {once: true});
    find('[data-action=theme]').addEventListener('click', () => state.set({theme: theme(state) === 'dark' ? 'light' : 'dark'}));
    const language = /** @type {HTMLSelectElement} */ (find('[data-action=language]'));
    language.addEventListener('change', () => state.set({language: language.value}));

    return {
        /** @param {Uint32Array} counts of each group */
        show(counts) {
            const {filter} = state.now;
            if (document.activeElement !== search) search.value = filter.q;
            groups.replaceChildren(...GROUPS.map((group, g) => {
                const types = TYPES.filter((type) => GROUP_OF[type] === group);
                const on = types.some((type) => !filter.hidden.includes(type));
                return el('button', {
                    type: 'button', class: 'chip', 'aria-pressed': String(on), 'data-group': group,
                    onclick: () => {
                        toggle(state, types, on);
                        /** @type {HTMLElement|null} */ (groups.querySelector(`[data-group=${group}]`))?.focus();
                    },
                }, swatch(group), el('span', {class: 'name'}, words().t(`group.${group}`)), el('span', {class: 'n'}, words().numbers.format(counts[g])));
            }));
        },
        /** The theme or the language is another. */
        dress() {
            language.value = state.now.language;
            const dark = theme(state) === 'dark';
            const button = /** @type {HTMLElement} */ (find('[data-action=theme]'));
            button.replaceChildren(icon(dark ? 'sun' : 'moon'));
            label(button, words().t(dark ? 'bar.theme.light' : 'bar.theme.dark'));
        },
    };
}

/** @param {State} state @param {string[]} types @param {boolean} hide */
function toggle(state, types, hide) {
    const others = state.now.filter.hidden.filter((type) => !types.includes(type));
    setFilter(state, {hidden: hide ? [...others, ...types] : others});
}

/** @param {State} state @param {Partial<import('../data/filter.js').Filter>} changes */
export function setFilter(state, changes) {
    state.set({filter: {...state.now.filter, ...changes}});
}

/** @param {State} state @returns {import('../map/palette.js').Theme} */
export function theme(state) {
    const system = matchMedia('(prefers-color-scheme: dark)').matches ? 'dark' : 'light';
    return /** @type {import('../map/palette.js').Theme} */ (state.now.theme || system);
}

/** @param {Element} element @param {string} text */
export function label(element, text) {
    element.setAttribute('aria-label', text);
    if (element.matches('button, a')) element.setAttribute('title', text);
    if (element instanceof HTMLInputElement) element.placeholder = text;
}

/** @param {string} text @param {string} said */
export async function copy(text, said) {
    await navigator.clipboard?.writeText(text).catch(() => {});
    toast(said);
}

let toastTimer = 0;

/** @param {string} text */
export function toast(text) {
    const element = /** @type {HTMLElement} */ (find('[data-role=toast]'));
    element.textContent = text;
    element.hidden = false;
    clearTimeout(toastTimer);
    toastTimer = setTimeout(() => (element.hidden = true), 2600);
}
