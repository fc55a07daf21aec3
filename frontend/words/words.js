/** The texts of one language, and the dates and numbers written as that language writes them. */

const LOCALES = {en: 'en-GB', ru: 'ru-RU', kk: 'kk-KZ'};

/** @typedef {Record<string, string|Record<string, string>>} Texts */

export class Words {
    #texts;
    #fallback;

    /**
     * @param {string} language
     * @param {Texts} texts
     * @param {Texts} [fallback] the English texts, for what is not yet translated
     * @param {typeof import('./kazakh.js')|null} [kazakh] where that is the language: browsers do not know it
     * @param {import('./titles.js').Titles|null} [titles] where the language is not that of the service
     */
    constructor(language, texts, fallback = texts, kazakh = null, titles = null) {
        this.kazakh = kazakh;
        this.titles = titles;
        this.language = language;
        this.locale = /** @type {Record<string, string>} */ (LOCALES)[language] ?? language;
        this.#texts = texts;
        this.#fallback = fallback;
        this.plural = new Intl.PluralRules(this.locale);
        this.numbers = new Intl.NumberFormat(this.locale);
    }

    /** The same language with more texts. @param {Texts} texts @param {Texts} fallback */
    with(texts, fallback) {
        return new Words(this.language, {...this.#texts, ...texts}, {...this.#fallback, ...fallback}, this.kazakh, this.titles);
    }

    /**
     * @param {string} key
     * @param {Record<string, string|number>} [values] `n` chooses the plural
     */
    t(key, values = {}) {
        let text = this.#texts[key] ?? this.#fallback[key] ?? key;
        if (typeof text !== 'string') text = text[this.plural.select(Number(values.n))] ?? text.other;
        return text.replace(/\{(\w+)\}/g, (_, name) => {
            const value = values[name];
            return typeof value === 'number' ? this.numbers.format(value) : String(value ?? '');
        });
    }

    /** Whether there is a text of that name. @param {string} key */
    has(key) {
        return key in this.#texts || key in this.#fallback;
    }
}

/** @param {string} language @returns {Promise<Words>} */
export async function load(language) {
    const read = async (/** @type {string} */ name) => {
        const answer = await fetch(`/words/${name}.json`);
        if (!answer.ok) throw new Error(`no words for ${name}`);
        return answer.json();
    };
    if (language === 'en') return new Words(language, await read(language));
    const [texts, fallback, kazakh, table, {Titles}] = await Promise.all([
        read(language), read('en'), language === 'kk' ? import('./kazakh.js') : null, read(`titles/${language}`), import('./titles.js')]);
    return new Words(language, texts, fallback, kazakh, new Titles(table));
}
