/** Tolls as people say them: the best figure, and the range of the claims where they differ. */

/** @typedef {import('./words.js').Words} Words */

const KINDS = /** @type {const} */ (['deaths', 'injured', 'arrested']);

/**
 * @param {Record<string, any>} properties
 * @param {Words} words
 * @returns {string[]}
 */
export function figures(properties, words) {
    return KINDS.filter((kind) => properties[kind] !== null && properties[kind] !== undefined).map((kind) => {
        const best = properties[kind];
        const low = properties[`${kind}_low`] ?? best;
        const high = properties[`${kind}_high`] ?? best;
        const text = words.t(`figure.${kind}`, {n: best});
        return low === high ? text : words.t('figure.range', {text, low, high});
    });
}

/**
 * What one source claims, with whom it means.
 *
 * @param {import('../data/contract.js').Source} source
 * @param {Words} words
 */
export function claim(source, words) {
    return KINDS.filter((kind) => source[kind] !== null && source[kind] !== undefined).map((kind) => {
        const text = words.t(`figure.${kind}`, {n: /** @type {number} */ (source[kind])});
        return source.victims ? words.t('figure.of', {text, victims: source.victims}) : text;
    }).join(', ');
}
