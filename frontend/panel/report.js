/** The page of one report: its own words, with what was found in them. */

import {el, icon} from '../dom.js';
import {GROUP_OF} from '../data/types.js';
import {beginning} from '../time/minutes.js';
import {plainDay, when} from '../words/when.js';
import {segments} from './segments.js';

/** @typedef {import('../words/words.js').Words} Words */

/**
 * @param {import('../data/contract.js').Report} report
 * @param {string} current the incident whose sentence is wanted
 * @param {Words} words
 * @param {{choose: (id: string) => void, hover: (id: string) => void, tip: (at: HTMLElement|null, lines: string[]) => void,
 *   spot: (at: {lon: number, lat: number}|null) => void}} doing
 */
export function reportPage(report, current, words, doing) {
    const text = report.text;
    const body = el('div', {class: 'body', lang: report.lang ?? null, dir: 'auto'});
    for (const segment of segments(report, current)) {
        const pieces = segment.pieces.map((piece) => pieceOf(piece, text, words, doing));
        body.append(...(segment.incidents.length ? [sentence(segment, pieces, current, doing)] : pieces));
    }
    const count = (/** @type {string} */ key, /** @type {unknown[]|undefined} */ list) =>
        el('span', {}, words.t(`report.${key}`, {n: list?.length ?? 0}));
    return el('article', {class: 'report', 'data-role': 'report-panel'},
        el('h2', {tabindex: -1, dir: 'auto'}, report.title || report.name || words.t('report.untitled')),
        el('p', {class: 'meta'},
            report.published && el('span', {}, words.t('report.published', {day: plainDay(beginning(report.published), words)})),
            report.author && el('span', {dir: 'auto'}, report.author),
            report.title && el('span', {}, report.name),
            report.same_text_as && el('span', {dir: 'auto'}, words.t('report.copy', {report: report.same_text_as})),
            safe(report.url) && el('a', {class: 'link', href: safe(report.url), target: '_blank', rel: 'noopener noreferrer nofollow'},
                words.t('report.original'), icon('external-link'))),
        el('p', {class: 'legend'}, count('incidents', report.incidents), count('places', report.toponyms), count('dates', report.dates)),
        body);
}

/** Only web addresses become links. @param {string|null} url */
export function safe(url) {
    return url && /^https?:\/\//i.test(url) ? url : null;
}

/**
 * @param {import('./segments.js').Segment} segment
 * @param {Node[]} pieces
 * @param {string} current
 * @param {{choose: (id: string) => void, hover: (id: string) => void}} doing
 */
function sentence(segment, pieces, current, doing) {
    const here = segment.incidents.find((m) => m.id === current) ?? segment.incidents[0];
    const open = () => doing.choose(here.id);
    return el('mark', {
        class: `${GROUP_OF[here.type] ?? ''}${here.id === current ? ' current' : ''}`, 'data-incident-id': here.id,
        'data-all': segment.incidents.map((m) => m.id).join(' '),
        role: 'button', tabindex: 0, title: segment.incidents.map((m) => m.title).join('\n'), onclick: open,
        onkeydown: (/** @type {KeyboardEvent} */ e) => {
            if (e.key === 'Enter' || e.key === ' ') {
                e.preventDefault();
                open();
            }
        },
        onpointerenter: () => doing.hover(here.id), onpointerleave: () => doing.hover(''),
        onfocus: () => doing.hover(here.id), onblur: () => doing.hover(''),
    }, pieces);
}

/**
 * @param {import('./segments.js').Piece} piece
 * @param {string} text
 * @param {Words} words
 * @param {{tip: (at: HTMLElement|null, lines: string[]) => void, spot: (at: {lon: number, lat: number}|null) => void}} doing
 * @returns {Node}
 */
function pieceOf(piece, text, words, doing) {
    const said = text.slice(piece.start, piece.end);
    if (!piece.toponym && !piece.date) return document.createTextNode(said);
    const lines = piece.toponym ? aboutName(piece.toponym, words) : aboutDate(/** @type {any} */ (piece.date), words);
    const {lon, lat} = piece.toponym ?? {lon: null, lat: null};
    return el('span', {
        class: piece.toponym ? `name ${piece.toponym.role}` : 'moment',
        onpointerenter: (/** @type {PointerEvent} */ e) => {
            doing.tip(/** @type {HTMLElement} */ (e.currentTarget), lines);
            if (lon !== null && lat !== null) doing.spot({lon, lat});
        },
        onpointerleave: () => {
            doing.tip(null, []);
            doing.spot(null);
        },
    }, said);
}

/** @param {import('../data/contract.js').Toponym} name @param {Words} words */
function aboutName(name, words) {
    const lines = [name.place ?? words.t('toponym.unresolved'), words.t(`role.${name.role}`)];
    if (name.reason) lines.push(name.reason);
    if (name.rejected?.length) {
        lines.push(words.t('toponym.rejected', {list: name.rejected.map((r) => `${r.name}, ${r.country} (${r.why})`).join('; ')}));
    }
    return lines;
}

/** @param {import('../data/contract.js').DateMark} mark @param {Words} words */
function aboutDate(mark, words) {
    return [when({start: mark.from, end: mark.to, time_precision: mark.precision}, words)];
}
