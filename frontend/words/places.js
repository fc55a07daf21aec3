/** What places are called in Russian and Kazakh, as far as the files of the countries tell. */

/** @type {Map<string, Record<string, string>>} by id, and by their English names, of which the greater place has its own */
const known = new Map();

/** @param {{id: string, name: string, ru?: string, kk?: string}[]} names */
export function learn(names) {
    for (const {id, name, ...called} of names) {
        known.set(id, called);
        if (!known.has(name)) known.set(name, called);
    }
}

/** @param {string} key the id, or the English name @param {string} language */
export function called(key, language) {
    return known.get(key)?.[language];
}
