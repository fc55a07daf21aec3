import {Columns, noIncidents} from '../data/columns.js';
import {ASSERTIONS, STATUSES} from '../data/types.js';

/** Incidents read from tiles, as the map draws them: what tiles do not say is filled in where it is asked for. */
export class TileColumns extends Columns {
    /** @type {string[]|null} */
    #ids = null;
    /** The view of which everything has been told. @type {import('leaflet').LatLngBounds|null} */
    #told = null;

    /** @param {import('./joined.js').Joined|null} joined none: no incident @param {import('../data/columns.js').Place[]} places @param {number} all how many there are beside these */
    constructor(joined, places, all) {
        super(noIncidents());
        this.places = places;
        this.all = all;
        const n = joined?.n ?? 0;
        if (joined) {
            const {start, end, force, latest, type, group, lasting, precision, place, weight} = joined;
            Object.assign(this, {n, start, end, force, latest, type, group, lasting, precision, place, weight});
        }
        this.status = new Uint8Array(n);
        this.assertion = new Uint8Array(n);
        this.reports = new Uint16Array(n).fill(1);
        this.confidence = new Float32Array(n).fill(1);
        this.published = new Int32Array(n);
        this.titles = new Array(n);
        // written out when somebody wants them
        Object.defineProperty(this, 'ids', {get: () => this.#ids ??= joined ? written(joined) : []});
    }

    /** Whether few enough lie in a view to be told of each, and not all of it has been told. @param {import('leaflet').LatLngBounds} view @param {number} most */
    untold(view, most) {
        if (!this.n || this.#told?.contains(view)) return false;
        const inside = Uint8Array.from(this.places, ({lat, lon}) => +view.contains([lat, lon]));
        let n = 0;
        for (let i = 0; i < this.n && n <= most; i++) n += inside[this.place[i]];
        return n <= most;
    }

    /** @param {{ids: string[], title: string[], reports: number[], assertion: string[], status: string[], confidence: (number|null)[]}} told @param {import('leaflet').LatLngBounds} view of which this is everything */
    tell(told, view) {
        this.#told = view;
        told.ids.forEach((id, i) => {
            const row = this.row(id);
            if (row < 0) return;
            this.titles[row] = told.title[i];
            this.reports[row] = told.reports[i];
            this.assertion[row] = Math.max(0, ASSERTIONS.indexOf(told.assertion[i]));
            this.status[row] = Math.max(0, STATUSES.indexOf(told.status[i]));
            this.confidence[row] = told.confidence[i] ?? 0;
        });
    }
}

/** @param {import('./joined.js').Joined} joined */
function written({n, idBytes, idEnds}) {
    const text = new TextDecoder().decode(idBytes);
    const ids = new Array(n);
    for (let i = 0; i < n; i++) ids[i] = text.slice(i ? idEnds[i - 1] : 0, idEnds[i]);
    return ids;
}
