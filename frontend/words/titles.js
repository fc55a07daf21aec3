/**
 * What the service puts in English, said in another language: the titles of incidents, and who took part. They are made of set
 * phrases and the names of those who took part, both of which the table of the language has.
 */

/**
 * @typedef {object} Table
 * @property {Record<string, [string, string]>} names each as it stands alone, and as it follows a noun or an object of it stands
 * @property {Record<string, string>} titles `{}` stands for a name; in what it becomes `{0}` is the first name, `{0+}` its other form, and what
 *   is in brackets is left out where the name is just anybody's
 */

const ANYBODY = new Set(['people', 'a crowd']);

export class Titles {
    #names;
    #phrases;
    /** @type {Map<string, string|null>} */
    #known = new Map();

    /** @param {Table} table */
    constructor({names, titles}) {
        this.#names = names;
        const name = `(${Object.keys(names).sort((a, b) => b.length - a.length).join('|')})`;
        this.#phrases = Object.entries(titles).map(([from, to]) => ({from: new RegExp(`^${from.replaceAll('{}', name)}$`), to}));
    }

    /** A title without its place; null where it is none of the service's. @param {string} phrase */
    phrase(phrase) {
        let said = this.#known.get(phrase);
        if (said === undefined) this.#known.set(phrase, said = this.#say(phrase.charAt(0).toLowerCase() + phrase.slice(1)));
        return said;
    }

    /** Who took part. @param {string} name */
    name(name) {
        return this.#names[name]?.[0] ?? name;
    }

    /** @param {string} phrase */
    #say(phrase) {
        for (const {from, to} of this.#phrases) {
            const names = from.exec(phrase)?.slice(1);
            if (!names) continue;
            const filled = (/** @type {string} */ text) => text.replace(/\{(\d)(\+?)\}/g, (_, i, other) => this.#names[names[i]][other ? 1 : 0]);
            return filled(to.replace(/\[([^\]]*\{(\d)\+?\}[^\]]*)\]/g, (_, text, i) => ANYBODY.has(names[i]) ? '' : text));
        }
        return null;
    }
}
