/** When it was: from, to, and how exactly that is known. */

import {el} from '../dom.js';
import {field} from './dialog.js';

const PRECISIONS = ['hour', 'day', 'week', 'month', 'year'];
const LASTING = ['emergency', 'blackout'];

/**
 * @param {import('./desk.js').Desk} desk
 * @param {import('./patch.js').Values} given
 */
export function periodFields({words}, given) {
    const precision = el('select', {name: 'time_precision', onchange: () => show()}, PRECISIONS.map((name) => el('option', {value: name}, words.t(`desk.precision.${name}`))));
    const day = (/** @type {string} */ name) => el('input', {type: 'date', name, max: '2100-12-31'});
    const clock = (/** @type {string} */ name) => el('input', {type: 'time', name, 'aria-label': words.t(`desk.${name}`)});
    const [from, to, until] = [day('start'), day('end'), day('in_force_until')];
    const [fromTime, toTime] = [clock('start-time'), clock('end-time')];
    const force = field(words.t('desk.field.in_force_until'), until);
    let offset = '';
    /** @type {Record<string, any>} */
    let set = {};
    const show = () => {
        const hours = precision.value === 'hour';
        fromTime.hidden = toTime.hidden = !hours;
        force.hidden = !LASTING.includes(given.type) && !until.value;
        if (!to.value) to.value = from.value;
    };
    /** As it came where it is the same, else with the place's offset if that is known. @param {HTMLInputElement} date @param {HTMLInputElement} time @param {string} before */
    const moment = (date, time, before) => {
        if (!date.value) return before;
        if (precision.value !== 'hour') return before.length === 10 && before === date.value ? before : date.value;
        const now = `${date.value}T${time.value || '00:00'}`;
        return before.startsWith(now) ? before : `${now}:00${offset}`;
    };
    return {
        element: el('fieldset', {class: 'period'}, el('legend', {}, words.t('when')),
            field(words.t('desk.field.start'), el('span', {class: 'pair'}, from, fromTime)), field(words.t('desk.field.end'), el('span', {class: 'pair'}, to, toTime)),
            field(words.t('desk.field.time_precision'), precision), force),
        value() {
            const start = moment(from, fromTime, set.start);
            const end = moment(to, toTime, set.end);
            return {time_precision: precision.value, start, end: end < start && end.length === start.length ? start : end, in_force_until: until.value ? (set.in_force_until?.startsWith(until.value) ? set.in_force_until : until.value) : null};
        },
        /** @param {Record<string, any>} v */
        set(v) {
            set = v;
            offset = /[+-]\d\d:\d\d$|Z$/.exec(v.start.slice(10))?.[0] ?? offset;
            precision.value = v.time_precision;
            from.value = v.start.slice(0, 10);
            to.value = v.end.slice(0, 10);
            fromTime.value = v.start.slice(11, 16);
            toTime.value = v.end.slice(11, 16);
            until.value = (v.in_force_until ?? '').slice(0, 10);
            show();
        },
    };
}
