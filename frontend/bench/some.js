/** Made-up incidents in columns, the same ones each time: as many as wanted, over 60 days. */

const TYPES = ['protest', 'riot', 'seizure', 'arson', 'clash', 'attack', 'casualties', 'arrest', 'emergency', 'deployment', 'operation',
    'politics', 'blackout', 'disruption'];
const DAYS = 60;
const BEGIN = Date.UTC(2022, 0, 1) / 60000;

/** @param {number} seed */
function chance(seed) {
    let s = seed;
    return () => {
        s = (s + 0x6d2b79f5) | 0;
        let t = Math.imul(s ^ (s >>> 15), 1 | s);
        t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
        return ((t ^ (t >>> 14)) >>> 0) / 4294967296;
    };
}

/** @param {number} n @returns {import('../data/contract.js').ColumnsAnswer} */
export function some(n) {
    const any = chance(7);
    const towns = Math.min(20000, Math.max(50, n / 5));
    const place = (/** @type {(i: number) => any} */ value) => Array.from({length: towns}, (_, i) => value(i));
    const start = Array.from({length: n}, () => BEGIN + Math.floor(any() * DAYS * 24) * 60).sort((a, b) => a - b);
    const column = (/** @type {(i: number) => any} */ value) => start.map((_, i) => value(i));
    return {
        from_reports: Math.ceil(n / 8), ids: column((i) => `i${i}`), start, end: column((i) => start[i] + 60 * (1 + Math.floor(any() * 36))),
        type: column(() => TYPES[Math.floor(any() * TYPES.length)]), precision: column(() => 'hour'),
        reports: column(() => 1 + Math.floor(any() * 4)), confidence: column(() => 0.5 + any() / 2), status: column(() => 'extracted'),
        assertion: column(() => any() < 0.1 ? 'claimed' : 'stated'), in_force_until: column(() => null), first_published: column(() => null),
        // some towns see far more than others
        place: column(() => Math.floor(any() ** 2 * towns)), title: column((i) => `Incident ${i}`),
        places: {
            n: towns, id: place((i) => `p${i}`), name: place((i) => `Town ${i}`), name_local: place(() => ''), level: place(() => 'town'),
            country: place(() => 'KZ'), admin1: place(() => ''), lon: place(() => 47 + any() * 39), lat: place(() => 41 + any() * 13),
            uncertainty_km: place(() => 8),
        },
    };
}
