/** Why an incident waits for eyes: the service says it in English, the page in the reader's language. Computes, touches no page. */

/** @typedef {import('../words/words.js').Words} Words */

const KINDS = /** @type {Record<string, string>} */ ({killed: 'deaths', injured: 'injured', arrested: 'arrested'});

/** @type {[RegExp, (words: Words, found: RegExpExecArray) => string][]} */
const KNOWN = [
    [/^somebody disputes it$/, (words) => words.t('desk.reason.disputed')],
    [/^very low confidence$/, (words) => words.t('desk.reason.verylow')],
    [/^low confidence$/, (words) => words.t('desk.reason.low')],
    [/^violence$/, (words) => words.t('group.violence').toLocaleLowerCase(words.locale)],
    [/^its place is vague$/, (words) => words.t('desk.reason.vague')],
    [/^only its country is known$/, (words) => words.t('desk.reason.country')],
    [/^only its region is known$/, (words) => words.t('desk.reason.region')],
    [/^only its (week|month|year) is known$/, (words, [, unit]) => words.t('desk.reason.period', {unit: words.t(`desk.precision.${unit}`)})],
    [/^(claimed|denied), not stated$/, (words, [, how]) => words.t(`assertion.${how}`)],
    [/^told by (\d+) reports$/, (words, [, n]) => words.t('list.reports', {n: Number(n)})],
    [/^reports give from (\d+) to (\d+) (killed|injured|arrested)$/, (words, [, low, high, kind]) =>
        words.t('desk.reason.range', {text: words.t(`figure.${KINDS[kind]}`, {n: Number(high)}), low: Number(low), high: Number(high)})],
    [/^(\d+) (killed|injured|arrested)$/, (words, [, n, kind]) => words.t(`figure.${KINDS[kind]}`, {n: Number(n)})],
];

/** @param {string} text as the service says it @param {Words} words */
export function reasonText(text, words) {
    for (const [form, say] of KNOWN) {
        const found = form.exec(text);
        if (found) return say(words, found);
    }
    return text;
}
