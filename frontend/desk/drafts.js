/** What somebody has begun and not sent, by what it is about: kept over a reload, for as long as the tab is open and for them alone. */

const BEGINNING = 'oqiga.draft.';

/** What a missed sentence of a report is kept as. @param {import('../data/contract.js').Report} report */
export const sentenceOf = (report) => `sentence of ${report.id ?? report.name}`;

export class Drafts {
    #whose;

    /** @param {() => string|null} whose who is writing */
    constructor(whose) {
        this.#whose = whose;
    }

    /** @param {string} about */
    #key(about) {
        return `${BEGINNING}${this.#whose()}.${about}`;
    }

    /** @param {string} about @returns {Record<string, any>|undefined} */
    get(about) {
        return JSON.parse(sessionStorage.getItem(this.#key(about)) ?? 'null') ?? undefined;
    }

    /** @param {string} about */
    has(about) {
        return this.get(about) !== undefined;
    }

    /** @param {string} about @param {Record<string, any>} begun */
    set(about, begun) {
        sessionStorage.setItem(this.#key(about), JSON.stringify(begun));
    }

    /** @param {string} about */
    delete(about) {
        sessionStorage.removeItem(this.#key(about));
    }

    /** Forgets all, whoever began it. */
    clear() {
        for (const key of Object.keys(sessionStorage)) if (key.startsWith(BEGINNING)) sessionStorage.removeItem(key);
    }
}
