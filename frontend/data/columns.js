/** Incidents as columns sorted by time: what every frame is drawn from. */

import {beginning, ending} from '../time/minutes.js';
import {ASSERTIONS, FIRST_AREA_LEVEL, GROUP_OF, GROUPS, LASTING, LEVELS, STATUSES, TYPES} from './types.js';

/** @typedef {import('./contract.js').Incident} Incident */

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

/** @param {readonly string[]} list @param {string} value */
const code = (list, value) => Math.max(0, list.indexOf(value));

export class Columns {
    /** @param {Incident[]} incidents */
    constructor(incidents) {
        const rows = incidents
            .map((incident) => ({incident, from: beginning(incident.properties.start)}))
            .sort((a, b) => a.from - b.from || (a.incident.id < b.incident.id ? -1 : 1));
        const n = rows.length;
        this.n = n;
        this.incidents = rows.map((row) => row.incident);
        this.start = new Int32Array(n);
        this.end = new Int32Array(n);
        /** Where a lasting measure ends that is still in force after its declaration; else as `end`. */
        this.force = new Int32Array(n);
        this.lasting = new Uint8Array(n);
        this.type = new Uint8Array(n);
        this.group = new Uint8Array(n);
        this.status = new Uint8Array(n);
        this.assertion = new Uint8Array(n);
        this.reports = new Uint16Array(n);
        this.confidence = new Float32Array(n);
        this.place = new Uint32Array(n);
        /** @type {Place[]} */
        this.places = [];
        /** @type {Map<string, number>} */
        this.indexOf = new Map();
        /** The latest end up to and including each row; ascending, so that a slice can be found by halving. */
        this.latest = new Int32Array(n);
        this.#fill(rows);
    }

    /** @param {{incident: Incident, from: number}[]} rows */
    #fill(rows) {
        const keys = new Map();
        let latest = -Infinity;
        rows.forEach(({incident, from}, i) => {
            const p = incident.properties;
            this.indexOf.set(incident.id, i);
            this.start[i] = from;
            this.end[i] = Math.max(from + 1, ending(p.end));
            this.lasting[i] = LASTING.has(p.type) ? 1 : 0;
            this.force[i] = this.lasting[i] && p.in_force_until ? ending(p.in_force_until) : this.end[i];
            this.type[i] = code(TYPES, p.type);
            this.group[i] = GROUPS.indexOf(GROUP_OF[p.type] ?? 'disruption');
            this.status[i] = code(STATUSES, p.status);
            this.assertion[i] = code(ASSERTIONS, p.assertion);
            this.reports[i] = p.reports ?? p.sources?.length ?? 1;
            this.confidence[i] = p.confidence ?? 0;
            this.place[i] = this.#placeOf(incident, keys);
            latest = Math.max(latest, this.end[i]);
            this.latest[i] = latest;
        });
    }

    /** @param {Incident} incident @param {Map<string, number>} keys */
    #placeOf(incident, keys) {
        const p = incident.properties;
        const [lon, lat] = incident.geometry.coordinates;
        const key = p.place_id ?? `${lon},${lat}`;
        let at = keys.get(key);
        if (at === undefined) {
            at = this.places.length;
            keys.set(key, at);
            this.places.push({
                key, name: p.place, local: p.place_local, level: p.place_level, country: p.country, admin1: p.admin1,
                lon, lat, km: p.uncertainty_km ?? 0, area: LEVELS.indexOf(p.place_level) >= FIRST_AREA_LEVEL, count: 0,
            });
        }
        this.places[at].count++;
        return at;
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
