/** The page of one incident: what, when, where, how sure, and every sentence it rests on. */

import {el, icon, swatch} from '../dom.js';
import {GROUP_OF} from '../data/types.js';
import {beginning, ending} from '../time/minutes.js';
import {claim, figures} from '../words/figures.js';
import {days, plainDay, when} from '../words/when.js';
import {titleOf} from '../words/title.js';
import {confidenceKey, parents, where} from '../words/where.js';

/** @typedef {import('../words/words.js').Words} Words */

/**
 * @param {import('../data/contract.js').Incident} incident
 * @param {Words} words
 * @param {{read: (report: string) => void, locate: () => void}} doing
 */
export function incidentPage(incident, words, doing) {
    const p = incident.properties;
    const tolls = figures(p, words);
    const place = {key: p.place_id, name: p.place, local: p.place_local, level: p.place_level, country: p.country};
    const title = titleOf(p.title, place, words);
    return el('article', {class: 'incident', 'data-role': 'incident-panel', 'data-incident-id': incident.id, dir: 'auto'},
        el('p', {class: `kind ${GROUP_OF[p.type]}`}, swatch(GROUP_OF[p.type]), words.t(`type.${p.type}`)),
        el('h2', {tabindex: -1}, title),
        title !== p.title && el('p', {class: 'original', lang: 'en'}, p.title),
        el('dl', {class: 'facts'},
            fact('when', words.t('when'), when(p, words), p.in_force_until && p.in_force_until !== p.end
                ? words.t('when.force', {day: plainDay(ending(p.in_force_until) - 1, words)}) : ''),
            fact('where', words.t('where'), where(place, words), parents(p, words),
                el('button', {type: 'button', class: 'link', onclick: doing.locate}, icon('map-pin'), words.t('where.zoom'))),
            tolls.length > 0 && fact('toll', words.t('toll'), tolls.join('; '), ''),
            p.actors?.length > 0 && fact('who', words.t('who'), p.actors.map((name) => words.titles?.name(name) ?? name).join(', '), ''),
            fact('sure', words.t('sure'), words.t(confidenceKey(p.confidence)), [
                p.assertion !== 'stated' && words.t(`assertion.${p.assertion}`), words.t(`status.${p.status}`),
            ].filter(Boolean).join('; '), details(incident, words)),
        ),
        el('section', {class: 'sources'},
            el('h3', {}, words.t('sources', {n: p.reports})),
            (p.sources ?? []).map((source) => sourceCard(source, p.sources, words, doing.read))),
        joined(incident, words),
    );
}

/** Why several reports are taken for one incident. @param {import('../data/contract.js').Incident} incident @param {Words} words */
function joined(incident, words) {
    const tellings = incident.tellings ?? [];
    if (tellings.length < 2) return null;
    const {sources} = incident.properties;
    return el('details', {class: 'joined', 'data-role': 'joined'},
        el('summary', {}, words.t('joined')),
        tellings.map((telling) => el('p', {dir: 'auto'}, reason(telling, nameOf(telling.report, sources), words))));
}

/** @param {import('../data/contract.js').Telling} telling @param {string} report @param {Words} words */
function reason(telling, report, words) {
    const why = telling.joined;
    if (!why) {
        return words.t('joined.first', {
            report, type: words.t(`type.${telling.type}`), place: telling.place, days: days(beginning(telling.start), ending(telling.end), words),
        });
    }
    if (why.decision) return words.t('joined.decision', {report});
    return [
        words.t('joined.rule', {
            report, share: Math.round(why.shared_words * 100),
            days: days(beginning(why.first_day), ending(why.last_day), words),
        }),
        why.same_text && words.t('joined.copy'), why.figures && words.t(`joined.${why.figures}`),
    ].filter(Boolean).join('; ');
}

/** What people know a report by. @param {string} report @param {import('../data/contract.js').Source[]} sources */
function nameOf(report, sources) {
    return sources.find((source) => source.report === report)?.title || report;
}

/** @param {string} name @param {string} term @param {string} text @param {string} small @param {HTMLElement} [more] */
function fact(name, term, text, small, more) {
    return [el('dt', {}, term), el('dd', {'data-fact': name}, text, small ? el('small', {}, small) : null, more)];
}

/** @param {import('../data/contract.js').Incident} incident @param {Words} words */
function details(incident, words) {
    const p = incident.properties;
    const [lon, lat] = incident.geometry.coordinates;
    const lines = [
        p.confidence !== null && words.t('sure.figure', {n: p.confidence}),
        words.t('sure.position', {lat: lat.toFixed(3), lon: lon.toFixed(3)}),
        p.uncertainty_km && words.t('where.off', {n: p.uncertainty_km}),
    ];
    return el('details', {}, el('summary', {}, words.t('sure.details')), lines.filter(Boolean).map((line) => el('p', {}, String(line))));
}

/**
 * @param {import('../data/contract.js').Source} source
 * @param {import('../data/contract.js').Source[]} all
 * @param {Words} words
 * @param {(report: string) => void} read
 */
function sourceCard(source, all, words, read) {
    const told = claim(source, words);
    const by = [
        source.attribution && words.t('source.attribution', {who: source.attribution}),
        source.published && words.t('source.published', {day: plainDay(ending(source.published.slice(0, 10)) - 1, words)}),
        source.assertion !== 'stated' && words.has(`assertion.${source.assertion}`) && words.t(`assertion.${source.assertion}`),
        source.same_text_as && words.t('source.copy', {report: nameOf(source.same_text_as, all)}),
    ].filter(Boolean).join(', ');
    return el('figure', {class: 'source'},
        el('blockquote', {dir: 'auto'}, source.quote),
        told && el('p', {class: 'claim'}, told),
        el('figcaption', {class: 'by'},
            el('b', {dir: 'auto'}, source.title || source.name || source.report), by && ` — ${by}`),
        el('button', {type: 'button', class: 'link', 'data-report': source.report, onclick: () => read(source.report)},
            icon('file-text'), words.t('source.read')),
    );
}
