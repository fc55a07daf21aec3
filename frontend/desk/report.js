/** What an editor can do with a report: mark a sentence that was missed, and say when it was published. */

import {el} from '../dom.js';
import {button, field} from './dialog.js';
import {whyField} from './changes.js';
import {sentenceOf} from './drafts.js';

/** @typedef {import('./desk.js').Desk} Desk */
/** @typedef {import('../data/contract.js').Report} Report */

/** @param {Desk} desk @param {HTMLElement} page @param {Report} report */
export function dressReport(desk, page, report) {
    const {words} = desk;
    const begun = () => desk.drafts.get(sentenceOf(report));
    const write = async (/** @type {{start: number, end: number}|null} */ at) => {
        const {missed} = await import('./missed.js');
        if (at) missed(desk, report, at).addEventListener('close', () => (again.hidden = !begun()));
    };
    const mark = button('highlighter', words.t('desk.mark'), 'mark', () => write(selected(page)));
    const again = button('highlighter', words.t('desk.mark.again'), 'mark-again', () => write(begun()?.at));
    again.hidden = !begun();
    mark.disabled = true;
    const hint = el('small', {id: 'mark-hint'}, words.t('desk.mark.hint'));
    mark.setAttribute('aria-describedby', 'mark-hint');
    page.querySelector('.legend')?.before(el('div', {class: 'desk-actions'}, published(desk, report), el('p', {class: 'further marking'}, mark, again, hint)));
    const watch = () => {
        if (!page.isConnected && page.dataset.shown) return document.removeEventListener('selectionchange', watch);
        page.dataset.shown = 'yes';
        mark.disabled = !selected(page);
    };
    document.addEventListener('selectionchange', watch);
}

/** What is selected of the report's text, in UTF-16 units. @param {HTMLElement} page @returns {{start: number, end: number}|null} */
function selected(page) {
    const body = page.querySelector('.body');
    const selection = getSelection();
    if (!body || !selection || selection.isCollapsed || !selection.rangeCount) return null;
    const range = selection.getRangeAt(0);
    if (!body.contains(range.startContainer) || !body.contains(range.endContainer)) return null;
    const before = document.createRange();
    before.setStart(body, 0);
    before.setEnd(range.startContainer, range.startOffset);
    const text = range.toString();
    const start = before.toString().length + text.length - text.trimStart().length;
    const end = start + text.trim().length;
    return end > start ? {start, end} : null;
}

/** @param {Desk} desk @param {Report} report */
function published(desk, report) {
    const {words} = desk;
    const day = el('input', {type: 'date', name: 'published', value: report.published?.slice(0, 10) ?? '', required: true});
    const why = whyField(words);
    return el('details', {class: 'dating'}, el('summary', {}, words.t(report.published ? 'desk.published' : 'desk.published.none')),
        el('form', {
            class: 'inline', onsubmit: async (/** @type {Event} */ e) => {
                e.preventDefault();
                await desk.attempt(async () => {
                    await desk.call('PATCH', `/api/reports/${encodeURIComponent(report.id ?? report.name)}`, {published: day.value, why: why.input.value.trim()},
                        {'Content-Type': 'application/merge-patch+json'});
                    desk.did(words.t('desk.did.published'));
                    await desk.host.reload();
                    desk.host.pages.open();
                });
            },
        }, field(words.t('desk.published.day'), day), why.element, el('button', {type: 'submit', class: 'button'}, words.t('desk.save'))));
}
