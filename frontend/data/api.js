/** Asks the service, and turns every way of failing into one error with words for the reader. */

import {WANTED} from './columns.js';

/** What went wrong, as a key of the words and the service's own sentence. */
export class ServiceError extends Error {
    /** @param {'unreachable'|'missing'|'refused'|'broken'} kind @param {string} [detail] */
    constructor(kind, detail = '') {
        super(detail || kind);
        this.kind = kind;
        this.detail = detail;
    }
}

/**
 * @param {string} path
 * @param {AbortSignal} [signal]
 * @returns {Promise<any>}
 */
export async function ask(path, signal) {
    let answer;
    try {
        answer = await fetch(path, {signal, headers: {Accept: 'application/geo+json, application/json'}});
    } catch (e) {
        if (signal?.aborted) throw e;
        throw new ServiceError('unreachable');
    }
    if (answer.ok) {
        try {
            return await answer.json();
        } catch {
            throw new ServiceError('broken');
        }
    }
    throw new ServiceError(answer.status === 404 ? 'missing' : answer.status < 500 ? 'refused' : 'broken',
        await problem(answer));
}

/** @param {Response} answer */
async function problem(answer) {
    try {
        const {detail, title} = await answer.json();
        return String(detail ?? title ?? '');
    } catch {
        return '';
    }
}

/** Everything the map plays from; where that is too much, `days` and places of it. @returns {Promise<any>} */
export function columns() {
    return ask(`/api/incidents?f=map&properties=${WANTED}`);
}

/** The ids of what passes a filter. @param {URLSearchParams} query @param {AbortSignal} signal @returns {Promise<{ids: string[]}>} */
export function matching(query, signal) {
    return ask(`/api/incidents?f=columns&properties=id&${query}`, signal);
}

/** @param {string} id @param {AbortSignal} [signal] @returns {Promise<import('./contract.js').Incident>} */
export function incident(id, signal) {
    return ask(`/api/incidents/${encodeURIComponent(id)}`, signal);
}

/** @param {string} id @param {AbortSignal} [signal] @returns {Promise<import('./contract.js').Report>} */
export function report(id, signal) {
    return ask(`/api/reports/${encodeURIComponent(id)}`, signal);
}

/** @param {string} name its beginning @param {AbortSignal} signal @returns {Promise<import('./contract.js').GazetteerPlace[]>} */
export async function places(name, signal) {
    return (await ask(`/api/places?limit=5&q=${encodeURIComponent(name)}`, signal)).places;
}
