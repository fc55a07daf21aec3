/** Cuts a report's text into stretches that can be marked without overlapping. Computes, touches no page. */

/**
 * @typedef {object} Piece a stretch of text, with the name or date that it is
 * @property {number} start
 * @property {number} end
 * @property {import('../data/contract.js').Toponym|null} toponym
 * @property {import('../data/contract.js').DateMark|null} date
 *
 * @typedef {object} Segment a stretch of text, with the incidents it tells
 * @property {number} start
 * @property {number} end
 * @property {import('../data/contract.js').IncidentMark[]} incidents
 * @property {Piece[]} pieces
 */

/**
 * The incident named `current` keeps its sentence whole, whatever else lies in it.
 *
 * @param {Pick<import('../data/contract.js').Report, 'text'|'toponyms'|'dates'|'incidents'>} report
 * @param {string} [current]
 * @returns {Segment[]}
 */
export function segments(report, current = '') {
    const length = report.text.length;
    const usable = (/** @type {{start: number, end: number}} */ m) => m.start >= 0 && m.end > m.start && m.end <= length;
    const incidents = (report.incidents ?? []).filter(usable);
    const whole = incidents.find((m) => m.id === current);
    const cuts = new Set([0, length]);
    for (const m of incidents) for (const at of [m.start, m.end]) if (!whole || at <= whole.start || at >= whole.end) cuts.add(at);
    if (whole) cuts.add(whole.start).add(whole.end);
    const edges = [...cuts].sort((a, b) => a - b);
    const inner = [
        ...(report.toponyms ?? []).filter(usable).map((m) => ({start: m.start, end: m.end, toponym: m, date: null})),
        ...(report.dates ?? []).filter(usable).map((m) => ({start: m.start, end: m.end, toponym: null, date: m})),
    ].sort((a, b) => a.start - b.start || b.end - a.end);
    const out = [];
    let next = 0;
    for (let e = 0; e + 1 < edges.length; e++) {
        const [start, end] = [edges[e], edges[e + 1]];
        const told = incidents.filter((m) => m.start < end && m.end > start && (!whole || m === whole || m.start <= start && m.end >= end || start >= whole.start && end <= whole.end));
        if (whole && start >= whole.start && end <= whole.end) told.sort((a, b) => +(b === whole) - +(a === whole));
        while (next < inner.length && inner[next].end <= start) next++;
        out.push({start, end, incidents: told, pieces: pieces(start, end, inner, next)});
    }
    return out;
}

/**
 * @param {number} start
 * @param {number} end
 * @param {Piece[]} inner ascending
 * @param {number} first
 * @returns {Piece[]}
 */
function pieces(start, end, inner, first) {
    const out = [];
    let at = start;
    for (let k = first; k < inner.length && inner[k].start < end; k++) {
        const from = Math.max(at, inner[k].start);
        const to = Math.min(end, inner[k].end);
        if (from >= to) continue;
        if (from > at) out.push({start: at, end: from, toponym: null, date: null});
        out.push({...inner[k], start: from, end: to});
        at = to;
    }
    if (at < end) out.push({start: at, end, toponym: null, date: null});
    return out;
}
