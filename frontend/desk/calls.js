/** Asks the service for what changes something, and says how it refused. */

export class Refusal extends Error {
    /** @param {number} status 0 where nobody answered @param {string} detail the service's own sentence */
    constructor(status, detail) {
        super(detail || String(status));
        this.status = status;
        this.detail = detail;
    }
}

/**
 * @param {string} method
 * @param {string} path
 * @param {any} [body] a file or a form goes as it is, all else as JSON
 * @param {Record<string, string>} [headers]
 * @returns {Promise<{body: any, etag: string}>}
 */
export async function call(method, path, body, headers = {}) {
    const raw = body === undefined || body instanceof FormData || body instanceof Blob;
    let answer;
    try {
        answer = await fetch(path, {
            method, body: raw ? body : JSON.stringify(body), credentials: 'same-origin',
            headers: {Accept: 'application/geo+json, application/json', ...(raw ? {} : {'Content-Type': 'application/json'}), ...headers},
        });
    } catch {
        throw new Refusal(0, '');
    }
    const told = parsed(await answer.text());
    if (!answer.ok) throw new Refusal(answer.status, String(told?.detail ?? told?.title ?? ''));
    return {body: told, etag: answer.headers.get('ETag') ?? ''};
}

/** @param {string} text */
function parsed(text) {
    try {
        return JSON.parse(text);
    } catch {
        return null;
    }
}

/** @param {Refusal} refusal @param {import('../words/words.js').Words} words */
export function reason({status, detail}, words) {
    const key = `desk.refused.${status}`;
    return [words.t(words.has(key) ? key : 'desk.refused'), detail].filter(Boolean).join(' ');
}
