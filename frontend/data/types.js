/** The fourteen types of incident and the four groups they are drawn as. */

/** @typedef {'unrest'|'violence'|'response'|'disruption'} Group */

/** @type {Group[]} */
export const GROUPS = ['unrest', 'violence', 'response', 'disruption'];

/** @type {Record<string, Group>} */
export const GROUP_OF = {
    protest: 'unrest',
    riot: 'unrest',
    seizure: 'unrest',
    arson: 'unrest',
    clash: 'violence',
    attack: 'violence',
    casualties: 'violence',
    arrest: 'response',
    emergency: 'response',
    deployment: 'response',
    operation: 'response',
    politics: 'response',
    blackout: 'disruption',
    disruption: 'disruption',
};

export const TYPES = Object.keys(GROUP_OF);

/** From exact to vague; the first two are dots, the others are areas. */
export const LEVELS = ['site', 'town', 'district', 'region', 'country'];
export const FIRST_AREA_LEVEL = 2;

export const PRECISIONS = ['day', 'hour', 'week', 'month', 'year'];
export const STATUSES = ['extracted', 'verified', 'disputed', 'rejected'];
export const ASSERTIONS = ['stated', 'claimed', 'attempted', 'denied'];

/** Types that hold over an area while they are in force, and are drawn hatched. */
export const LASTING = new Set(['emergency', 'blackout']);
