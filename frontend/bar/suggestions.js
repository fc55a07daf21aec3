/** Offers places of the gazetteer under the search box; choosing one takes the map there. */

import {places, ServiceError} from '../data/api.js';
import {el, icon} from '../dom.js';
import {countryName} from '../words/where.js';

const PAUSE_MS = 180;
const LEAST = 2;

/** @typedef {import('../data/contract.js').GazetteerPlace} GazetteerPlace */

/**
 * @param {HTMLInputElement} input
 * @param {() => import('../words/words.js').Words} words
 * @param {(place: GazetteerPlace) => void} go
 * @param {string} [id] of the list, one of its kind in the page
 */
export function suggest(input, words, go, id = 'suggestions') {
    const list = el('ul', {class: 'suggestions', role: 'listbox', id, hidden: true});
    input.parentElement?.append(list);
    for (const [name, value] of Object.entries({role: 'combobox', 'aria-controls': id, 'aria-autocomplete': 'list', 'aria-expanded': 'false'})) {
        input.setAttribute(name, value);
    }
    let pause = 0;
    let at = -1;
    let request = new AbortController();
    /** @type {GazetteerPlace[]} */
    let found = [];

    const show = (/** @type {GazetteerPlace[]} */ next) => {
        found = next;
        list.setAttribute('aria-label', words().t('search.places'));
        list.replaceChildren(...found.map((place, i) => el('li', {
            role: 'option', id: `${id}-${i}`, 'data-place': place.id, 'aria-selected': 'false',
            // before the box loses the focus, which would close the list
            onpointerdown: (/** @type {Event} */ e) => {
                e.preventDefault();
                choose(i);
            },
        }, icon('map-pin'), el('span', {}, (words().kazakh && place.name_local) || place.name), el('small', {}, around(place, words())))));
        list.hidden = !found.length;
        input.setAttribute('aria-expanded', String(!list.hidden));
        mark(-1);
    };
    const mark = (/** @type {number} */ next) => {
        at = next;
        [...list.children].forEach((item, i) => item.setAttribute('aria-selected', String(i === at)));
        if (at < 0) input.removeAttribute('aria-activedescendant');
        else input.setAttribute('aria-activedescendant', `${id}-${at}`);
    };
    const close = () => {
        clearTimeout(pause);
        request.abort();
        show([]);
    };
    const choose = (/** @type {number} */ i) => {
        const place = found[i];
        close();
        go(place);
    };
    const ask = async () => {
        request.abort();
        request = new AbortController();
        const {signal} = request;
        try {
            const next = await places(input.value.trim(), signal);
            if (!signal.aborted && document.activeElement === input) show(next);
        } catch (e) {
            if (!signal.aborted && !(e instanceof ServiceError)) throw e;
        }
    };
    const typed = () => {
        clearTimeout(pause);
        if (input.value.trim().length < LEAST) close();
        else pause = window.setTimeout(ask, PAUSE_MS);
    };
    input.addEventListener('input', typed);
    input.addEventListener('blur', close);
    input.addEventListener('keydown', (e) => {
        if (list.hidden) return;
        const by = e.key === 'ArrowDown' ? 1 : e.key === 'ArrowUp' ? -1 : 0;
        if (by) mark((at + 1 + by + found.length + 1) % (found.length + 1) - 1);
        else if (e.key === 'Escape') close();
        else if (e.key === 'Enter' && at >= 0) choose(at);
        else return;
        e.preventDefault();
    });
    if (input.value.trim()) typed();
}

/** @param {GazetteerPlace} place @param {import('../words/words.js').Words} words */
function around(place, words) {
    const country = place.in.country && place.level !== 'country' ? countryName(place.in.country, words) : '';
    return [place.in.admin1 !== place.name ? place.in.admin1 : '', country].filter(Boolean).join(', ');
}
