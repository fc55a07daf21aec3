/** Bringing reports in: pasted, dropped or by their address; and how far they have got. */

import {el} from '../dom.js';
import {moment} from './changes.js';
import {button, dialog, field, line} from './dialog.js';

/** @typedef {import('./desk.js').Desk} Desk */

const SHOWN = 60;
const AGAIN_MS = 1500;
const MINUTES = 30;

/** @param {Desk} desk @param {File[]} [dropped] */
export function bring(desk, dropped = []) {
    const {words} = desk;
    const text = el('textarea', {rows: 6, name: 'text', placeholder: words.t('desk.bring.placeholder')});
    const name = el('input', {type: 'text', name: 'name', maxlength: 120, autocomplete: 'off'});
    const day = el('input', {type: 'date', name: 'published', max: '2100-12-31'});
    const files = el('input', {type: 'file', multiple: true, name: 'files', onchange: () => send(files.files ?? [])});
    const said = line();
    const say = (/** @type {string} */ told) => (said.textContent = told);
    const list = el('ul', {class: 'desk-list arrivals', 'data-role': 'arrivals'});
    const feeds = el('ul', {class: 'desk-list', 'data-role': 'feeds'});
    let pause = 0;
    const show = async () => {
        clearTimeout(pause);
        if (!list.isConnected) return;
        await desk.attempt(async () => {
            const {body} = await desk.call('GET', `/api/arrivals?limit=${SHOWN}`);
            const arrivals = body.arrivals ?? body;
            const focused = /** @type {HTMLElement|null} */ (document.activeElement)?.dataset?.key;
            list.replaceChildren(...arrivals.map((/** @type {any} */ arrival) => item(desk, arrival, say, show)));
            if (focused) /** @type {HTMLElement|null} */ (list.querySelector(`[data-key="${focused}"]`))?.focus();
            if (arrivals.some((/** @type {any} */ a) => ['waiting', 'working', 'failed'].includes(a.state))) pause = window.setTimeout(show, AGAIN_MS);
        }, say);
    };
    /** @param {string} path @param {any} body @param {Record<string, string>} [headers] */
    const post = (path, body, headers) => desk.attempt(async () => {
        say(words.t('desk.bring.sending'));
        const {body: taken} = await desk.call('POST', path, body, headers);
        say(words.t('desk.bring.taken', {n: taken.arrivals?.length ?? 1}));
        await show();
    }, say);
    /** @param {Iterable<File>} given */
    const send = async (given) => {
        const chosen = [...given];
        if (!chosen.length) return;
        const form = new FormData();
        for (const file of chosen) form.append('files', file, file.name);
        await post(`/api/reports${day.value ? `?published=${day.value}` : ''}`, form);
        files.value = '';
    };
    const paste = async (/** @type {Event} */ e) => {
        e.preventDefault();
        const written = text.value.trim();
        if (!written) return text.focus();
        const ok = /^https?:\/\/\S+$/.test(written) ? await post('/api/reports', {url: written})
            : await post(`/api/reports?name=${encodeURIComponent(fileName(name.value, written))}${day.value ? `&published=${day.value}` : ''}`, new Blob([written], {type: 'text/plain;charset=utf-8'}), {'Content-Type': 'text/plain;charset=utf-8'});
        if (ok) text.value = name.value = '';
    };
    const zone = el('label', {class: 'drop', ondragover: over, ondragleave: over, ondrop: (/** @type {DragEvent} */ e) => {
        over(e);
        send(e.dataTransfer?.files ?? []);
    }}, el('span', {}, words.t('desk.bring.drop')), files);
    const sheet = dialog('bring', words.t('desk.menu.bring'), words, () => [el('div', {class: 'dialog-body'},
        el('form', {onsubmit: paste}, field(words.t('desk.bring.text'), text, words.t('desk.bring.hint')), el('div', {class: 'inline'}, field(words.t('desk.bring.name'), name), field(words.t('desk.bring.published'), day)),
            el('p', {class: 'doing'}, el('button', {type: 'submit', class: 'button'}, words.t('desk.bring.do')))),
        zone, said, el('h3', {}, words.t('desk.arrivals')), list,
        el('details', {ontoggle: (/** @type {Event} */ e) => /** @type {HTMLDetailsElement} */ (e.target).open && showFeeds(desk, feeds, say)},
            el('summary', {}, words.t('desk.feeds')), feedForm(desk, feeds, say), feeds))]);
    const arrived = () => show();
    addEventListener('arrivals', arrived);
    sheet.addEventListener('close', () => {
        clearTimeout(pause);
        removeEventListener('arrivals', arrived);
    });
    show();
    send(dropped);
}

/** @param {DragEvent} e */
function over(e) {
    e.preventDefault();
    /** @type {HTMLElement} */ (e.currentTarget).classList.toggle('over', e.type === 'dragover');
}

/** What a pasted report is called: as said, or by its first words. @param {string} said @param {string} text */
function fileName(said, text) {
    const words = (said.trim() || text.split('\n')[0]).toLowerCase().replace(/[^\p{L}\p{N}]+/gu, '-').replace(/^-|-$/g, '').slice(0, 60);
    return /\.\w{2,5}$/.test(said.trim()) ? said.trim() : `${words || 'report'}.txt`;
}

/** @param {Desk} desk @param {any} arrival @param {(text: string) => void} say @param {() => Promise<void>} show */
function item(desk, arrival, say, show) {
    const {words} = desk;
    const {id, name, state, error, failures, report} = arrival;
    const act = (/** @type {string} */ icon, /** @type {string} */ key, /** @type {string} */ action, /** @type {() => Promise<any>} */ doing) => {
        const one = button(icon, words.t(key), action, () => desk.attempt(doing, say).then(show), 'link');
        one.dataset.key = `${action}-${id}`;
        return one;
    };
    return el('li', {'data-state': state, 'data-arrival': id},
        el('span', {class: 'grow'}, el('b', {dir: 'auto'}, name), el('small', {class: `state ${state}`}, words.t(`desk.arrival.${state}`, {n: failures ?? 0})),
            error && el('small', {class: 'error', dir: 'auto'}, error)),
        state === 'done' && report && button('', words.t('desk.arrival.read'), 'read', () => {
            document.querySelector('dialog[data-dialog=bring]')?.dispatchEvent(new Event('cancel'));
            /** @type {HTMLDialogElement|null} */ (document.querySelector('dialog[data-dialog=bring]'))?.close();
            desk.state.set({report, incident: ''});
        }, 'link'),
        state === 'parked' && act('rotate-ccw', 'error.retry', 'retry-arrival', () => desk.call('POST', `/api/arrivals/${id}/retry`)),
        state === 'parked' && act('trash-2', 'desk.arrival.away', 'away', () => desk.call('DELETE', `/api/arrivals/${id}`)));
}

/** @param {Desk} desk @param {HTMLElement} list @param {(text: string) => void} say */
function showFeeds(desk, list, say) {
    const {words} = desk;
    return desk.attempt(async () => {
        const {body} = await desk.call('GET', '/api/feeds');
        list.replaceChildren(...(body.feeds ?? body).map((/** @type {any} */ feed) => el('li', {},
            el('span', {class: 'grow'}, el('b', {}, feed.url), el('small', {}, feed.last_polled ? words.t('desk.feeds.polled', {at: moment(feed.last_polled, words)}) : words.t('desk.feeds.never')),
                feed.last_error && el('small', {class: 'error'}, feed.last_error)),
            button('trash-2', words.t('desk.arrival.away'), 'away', () => desk.attempt(async () => {
                await desk.call('DELETE', `/api/feeds/${feed.id}`);
                await showFeeds(desk, list, say);
            }, say), 'link'))));
    }, say);
}

/** @param {Desk} desk @param {HTMLElement} list @param {(text: string) => void} say */
function feedForm(desk, list, say) {
    const {words} = desk;
    const url = el('input', {type: 'url', required: true, name: 'feed', placeholder: 'https://'});
    const every = el('input', {type: 'number', min: 1, max: 10080, value: MINUTES, name: 'every_minutes'});
    return el('form', {
        class: 'inline', onsubmit: (/** @type {Event} */ e) => {
            e.preventDefault();
            desk.attempt(async () => {
                await desk.call('POST', '/api/feeds', {url: url.value.trim(), every_minutes: Number(every.value)});
                url.value = '';
                await showFeeds(desk, list, say);
            }, say);
        },
    }, field(words.t('desk.feeds.url'), url), field(words.t('desk.feeds.every'), every), el('button', {type: 'submit', class: 'button'}, words.t('desk.feeds.add')));
}
