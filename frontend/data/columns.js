/** Incidents as columns sorted by time: what every frame is drawn from. */

import {DAY} from '../time/minutes.js';
import {ASSERTIONS, FIRST_AREA_LEVEL, GROUP_OF, GROUPS, LASTING, LEVELS, PRECISIONS, STATUSES, TYPES} from './types.js';

/** @typedef {import('./contract.js').ColumnsAnswer} ColumnsAnswer */

/**
 * @typedef {object} Place
 * @property {string} key
 * @property {string} name
 * @property {string|null} local
 * @property {string} level
 * @property {string|null} country
 * @property {string|null} admin1
 * @property {number} lon
 * @property {number} lat
 * @property {number} km how far off it may be
 * @property {boolean} area
 * @property {number} count how many incidents it has in all
 */

/** What the service is asked for. */
export const WANTED = ['start', 'end', 'type', 'precision', 'reports', 'confidence', 'status', 'assertion', 'in_force_until',
    'first_published', 'place', 'title'];

const NEVER = 2147483647;

export class Columns {
    /** @type {Map<string, number>|null} */
    #rows = null;

    /** @param {ColumnsAnswer} answer as the service gives it, sorted by start */
    constructor(answer) {
        const n = answer.ids.length;
        this.n = n;
        /** How many there are, also of those that are not here. */
        this.all = n;
        /** How they were asked for. */
        this.asked = '';
        /** How many each stands for; nothing where each stands for itself. @type {Float32Array|null} */
        this.weight = null;
        this.ids = answer.ids;
        this.titles = answer.title;
        this.start = Int32Array.from(answer.start);
        this.end = new Int32Array(n);
        /** Where a lasting measure ends that is still in force after its declaration; else as `end`. */
        this.force = new Int32Array(n);
        this.lasting = new Uint8Array(n);
        this.type = codes(TYPES, answer.type);
        this.group = new Uint8Array(n);
        this.precision = codes(PRECISIONS, answer.precision);
        this.status = codes(STATUSES, answer.status);
        this.assertion = codes(ASSERTIONS, answer.assertion);
        this.reports = Uint16Array.from(answer.reports);
        this.confidence = Float32Array.from(answer.confidence, (value) => value ?? 0);
        /** The day it was first told, counted from 1970-01-01. */
        this.published = Int32Array.from(answer.first_published, (day) => day ?? NEVER);
        this.place = Uint32Array.from(answer.place);
        this.places = placesOf(answer);
        /** The latest end up to and including each row; ascending, so that a slice can be found by halving. */
        this.latest = new Int32Array(n);
        this.#fill(answer);
    }

    /** @param {ColumnsAnswer} answer */
    #fill(answer) {
        const groups = Uint8Array.from(TYPES, (type) => GROUPS.indexOf(GROUP_OF[type]));
        const lasting = Uint8Array.from(TYPES, (type) => +LASTING.has(type));
        let latest = -NEVER;
        for (let i = 0; i < this.n; i++) {
            const end = Math.max(this.start[i] + 1, answer.end[i]);
            this.end[i] = end;
            this.lasting[i] = lasting[this.type[i]];
            this.force[i] = (this.lasting[i] && answer.in_force_until[i]) || end;
            this.group[i] = groups[this.type[i]];
            this.places[this.place[i]].count++;
            latest = Math.max(latest, end);
            this.latest[i] = latest;
        }
    }

    /** The row of an incident, or -1. @param {string} id */
    row(id) {
        if (!id) return -1;
        this.#rows ??= new Map(this.ids.map((each, i) => [each, i]));
        return this.#rows.get(id) ?? -1;
    }

    /** When it happened, for the words. @param {number} row */
    period(row) {
        return {from: this.start[row], to: this.end[row], precision: PRECISIONS[this.precision[row]]};
    }

    /** @param {number} row */
    placeOf(row) {
        return this.places[this.place[row]];
    }

    /**
     * The rows that may lie in [from, to): all outside do not, those inside have still to be asked one by one.
     *
     * @param {number} from
     * @param {number} to
     * @returns {[number, number]}
     */
    slice(from, to) {
        return [firstAbove(this.latest, from), firstAbove(this.start, to - 1)];
    }

    /** Which rows are among some incidents: one byte a row. @param {string[]} ids */
    among(ids) {
        const passes = new Uint8Array(this.n);
        for (const id of ids) {
            const row = this.row(id);
            if (row >= 0) passes[row] = 1;
        }
        return passes;
    }
}

/** The columns of a store without incidents. @returns {ColumnsAnswer} */
export function noIncidents() {
    /** @type {any} */
    const answer = {from_reports: 0, ids: [], places: {n: 0}};
    for (const name of WANTED) answer[name] ??= [];
    return answer;
}

/** @param {readonly string[]} list @param {string[]} values */
function codes(list, values) {
    const of = new Map(list.map((value, i) => [value, i]));
    return Uint8Array.from(values, (value) => of.get(value) ?? 0);
}

/** @param {ColumnsAnswer} answer @returns {Place[]} */
export function placesOf({places: p}) {
    return Array.from({length: p.n}, (_, i) => ({
        key: p.id[i], name: p.name[i], local: p.name_local[i] || null, level: p.level[i], country: p.country[i] || null, admin1: p.admin1[i] || null,
        lon: p.lon[i], lat: p.lat[i], km: p.uncertainty_km[i], area: LEVELS.indexOf(p.level[i]) >= FIRST_AREA_LEVEL, count: 0,
    }));
}

/** The day, counted from 1970-01-01, of an ISO date. @param {string} text */
export function dayNumber(text) {
    return Date.parse(text) / 60000 / DAY;
}

/**
 * The first index whose value is greater than `value`, in ascending values.
 *
 * @param {Int32Array} values
 * @param {number} value
 */
export function firstAbove(values, value) {
    let low = 0;
    let high = values.length;
    while (low < high) {
        const middle = (low + high) >> 1;
        if (values[middle] > value) high = middle;
        else low = middle + 1;
    }
    return low;
}
