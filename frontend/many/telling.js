/** Asks what tiles do not say of incidents, where few are in view. */

import {ask, ServiceError} from '../data/api.js';

/** So few in the view are asked for one by one: titles, in how many reports, how they put it. */
const MOST_TOLD = 2500;
const TOLD = ['title', 'reports', 'assertion', 'status', 'confidence'];

export class Telling {
    #request = new AbortController();
    #told;
    #fail;

    /** @param {() => void} told called when more is known @param {(error: ServiceError) => void} fail tells the reader */
    constructor(told, fail) {
        this.#told = told;
        this.#fail = fail;
    }

    end() {
        this.#request.abort();
    }

    /** @param {import('./columns.js').TileColumns} columns @param {import('leaflet').LatLngBounds} bounds @param {string} query */
    async of(columns, bounds, query) {
        if (!columns.untold(bounds, MOST_TOLD)) return;
        this.end();
        const {signal} = this.#request = new AbortController();
        const box = [bounds.getWest(), bounds.getSouth(), bounds.getEast(), bounds.getNorth()].map((degrees, i) =>
            Math.max(-[180, 90][i % 2], Math.min([180, 90][i % 2], degrees)).toFixed(4));
        try {
            columns.tell(await ask(`/api/incidents?f=columns&properties=${TOLD}&limit=${MOST_TOLD}&bbox=${box}&${query}`, signal), bounds);
        } catch (e) {
            if (signal.aborted) return;
            if (!(e instanceof ServiceError)) throw e;
            this.#fail(e);
            return;
        }
        this.#told();
    }
}
