/** What people decided for incidents that have gone since: it waits for them to come back, or to be undone. */

import {el} from '../dom.js';
import {called, moment, told} from './changes.js';
import {button, dialog} from './dialog.js';

/** @typedef {{kind: string, incident: string, fields?: Record<string, any>, quote?: string, report?: string, who: string, at: string, change: number|null}} Orphan */

/** @param {import('./desk.js').Desk} desk @param {Orphan[]} orphans */
export function waiting(desk, orphans) {
    const {words} = desk;
    return orphans.length > 0 && el('p', {class: 'waiting', 'data-role': 'waiting'},
        button('inbox', words.t('desk.waiting', {n: orphans.length}), 'waiting', () => show(desk, orphans), 'link'));
}

/** @param {import('./desk.js').Desk} desk @param {Orphan[]} orphans */
function show(desk, orphans) {
    const {words} = desk;
    dialog('waiting', words.t('desk.waiting.title'), words, (close) => [el('div', {class: 'dialog-body'},
        el('p', {}, words.t('desk.waiting.text')),
        el('ol', {class: 'changes'}, orphans.map((orphan) => el('li', {class: 'change', 'data-incident': orphan.incident},
            el('p', {}, el('b', {}, orphan.who ?? ''), ` · ${words.t(orphan.kind === 'missed' ? 'desk.what.marked' : 'desk.what.corrected')} · `,
                el('time', {datetime: orphan.at}, moment(orphan.at, words))),
            orphan.quote && el('blockquote', {dir: 'auto'}, orphan.quote),
            Object.entries(orphan.fields ?? {}).filter(([key]) => words.has(`desk.field.${key}`)).map(([key, value]) =>
                el('p', {class: 'difference'}, `${called(key, words)}: ${told(key, value, words)}`)),
            el('p', {class: 'difference', dir: 'auto'}, orphan.report ?? orphan.incident),
            orphan.change !== null && button('undo-2', words.t('desk.undo'), 'undo', async () => {
                close();
                // what has gone is not there to be shown
                await desk.undo(/** @type {number} */ (orphan.change));
                await desk.queue.refresh();
            }, 'link')))))]);
}
