const OTHER_SCRIPTS_FROM = 100_000;

/** Two spellings with the same key are the same to the gazetteer; close to what Java's Folding does. */
export function key(name) {
    return name.normalize('NFD').replace(/\p{M}|[’‘'`ʻʼʹ´"“”.]/gu, '').replace(/[-‐‑–—/,_]/g, ' ').toLowerCase()
        .replace(/ё/g, 'е').replace(/\s+/g, ' ').trim();
}

/** Leaves each spelling once, the first one as it is written. */
export function once(names) {
    const seen = new Set();
    return names.map(clean).filter((name) => {
        const k = key(name);
        return k && !seen.has(k) && seen.add(k);
    });
}

function clean(name) {
    return String(name ?? '').replace(/[\t|\r\n]/g, ' ').replace(/\s+/g, ' ').trim();
}

/** Is this alternate name one a report could print? Airport codes, links and syllables of romanised Chinese are not. */
export function printable(name, population) {
    if (name.length > 60 || /[0-9(){}[\]:;/\\=@]/.test(name)) return false;
    const plain = name.normalize('NFD').replace(/\p{M}/gu, '');
    if (/^[\p{Script=Latin}\p{Script=Cyrillic}\s\p{P}\p{S}ʻʼʹ]+$/u.test(plain)) {
        if (plain.replace(/[^\p{L}]/gu, '').length < 3) return false;
        if (/^[A-Z]{3,4}$/.test(plain)) return false;
        return /^\p{Lu}/u.test(plain) || /^['’‘ʻ]?\p{Lu}/u.test(plain) || /^(al|el|ar|as|ash|at|az|an|ad|es|s|d|l)[-'’]\p{Lu}/u.test(plain);
    }
    return population > OTHER_SCRIPTS_FROM && !/\p{Script=Latin}/u.test(plain);
}

const CYRILLIC = {
    KZ: /[әғқңөұүһі]/i, RU: /^[^әғқңөұүһіїєґўђћџљњј]+$/i, BY: /^[^щиъ]+$/i, UA: /^[^ыэёъ]+$/i, BG: /^[^ыэёі]+$/i,
    KG: /[ңөү]|^[^іїєґў]+$/i, TJ: /[ғӣқӯҳҷ]|^[^іїєґў]+$/i, MN: /[өү]|^[^іїєґў]+$/i, RS: /^[^ыэёъщйьяю]+$/i, MK: /^[^ыэёъщйьяю]+$/i,
};
const PERSIAN = {IR: /^[^يكةأإىؤٱ]+$/, AF: /^[^يكةأإىٱ]+$/};
const ARABIC = new Set('SA SD EG SY IQ JO LB LY TN DZ MA YE OM AE QA KW BH PS MR'.split(' '));

const LATIN = Object.fromEntries(Array.from('абвгдеёжзийклмнопрстуфхцчшщъыьэюяіїєґўәғқңөұүһӣӯҳҷђћџљњј')
    .map((letter, i) => [letter, 'a b v g d e e zh z i i k l m n o p r s t u f kh ts ch sh shch  y  e yu ya i i e g u a g k n o u u h i u h j d c d l n j'.split(' ')[i]]));

function distance(a, b) {
    let row = Array.from({length: b.length + 1}, (_, i) => i);
    for (let i = 1; i <= a.length; i++) {
        const next = [i];
        for (let j = 1; j <= b.length; j++) {
            next[j] = Math.min(next[j - 1] + 1, row[j] + 1, row[j - 1] + (a[i - 1] === b[j - 1] ? 0 : 1));
        }
        row = next;
    }
    return row[b.length];
}

/** The name in the country's own letters, guessed: GeoNames gives alternates without their language. "" if none fits. */
export function localName(country, name, alternates) {
    const own = CYRILLIC[country];
    if (own) {
        const cyrillic = alternates.filter((a) => /^[\p{Script=Cyrillic}\s’'-]+$/u.test(a) && !/^(город|г\.)/i.test(a));
        const fitting = cyrillic.filter((a) => own.test(a));
        const sound = (a) => distance(Array.from(a.toLowerCase(), (c) => LATIN[c] ?? c).join(''), key(name));
        return (fitting.length ? fitting : cyrillic).sort((a, b) => sound(a) - sound(b))[0] ?? '';
    }
    const arabic = alternates.filter((a) => /^[\p{Script=Arabic}\p{M}\s]+$/u.test(a));
    if (PERSIAN[country]) return arabic.find((a) => PERSIAN[country].test(a)) ?? '';
    if (ARABIC.has(country)) return arabic.find((a) => !/[پچژگکیەۆڕڵې]/.test(a)) ?? '';
    return '';
}

const KINDS = / (region|oblast|oblisi|oblysy|province|governorate|prefecture|voivodeship|department|district|state|krai|canton|county|parish|municipality)$/i;

/** The other ways an English or Russian text names a region: without its kind, with another one, in the Russian cases. */
export function regionVariants(country, kind, names) {
    const variants = [];
    for (const name of names) {
        const base = name.replace(KINDS, '').replace(/ Oblast['’ʼ]$/, '');
        const latin = /^[\p{Script=Latin}\s'’-]+$/u.test(base);
        if (base !== name && !/^(north|south|east|west|central|northern|southern|eastern|western|northeastern|northwestern|southeastern|southwestern|capital|upper|lower|red|white|blue)$/i.test(base)) variants.push(base);
        if (latin && kind && !base.includes(' of ')) variants.push(`${base} ${kind}`);
        if (latin && 'KZ KG UZ TJ TM RU UA BY'.split(' ').includes(country) && !/ /.test(base.replace(/^(North|South|East|West) /, ''))) {
            variants.push(`${base} Region`, `${base} Oblast`, `${base} Province`);
        }
        const oblast = /^(.+[сц]к)ая область$/.exec(name);
        if (oblast) variants.push(`${oblast[1]}ой области`, `${oblast[1]}ую область`, `${oblast[1]}ой областью`);
        const krai = /^(.+[сц]к)ий край$/.exec(name);
        if (krai) variants.push(`${krai[1]}ого края`, `${krai[1]}ом крае`, `${krai[1]}ому краю`);
    }
    return variants;
}

const LANGUAGE = {
    KZ: 'kk', RU: 'ru', BY: 'be', UA: 'uk', KG: 'ky', UZ: 'uz', TJ: 'tg', AZ: 'az', AM: 'hy', GE: 'ka', TR: 'tr', IR: 'fa', AF: 'fa', MN: 'mn',
    BG: 'bg', RS: 'sr', MK: 'mk', GR: 'el', CY: 'el', IL: 'he', CN: 'zh', TW: 'zh', JP: 'ja', KR: 'ko', KP: 'ko', TH: 'th', IN: 'hi', BD: 'bn', PK: 'ur',
    LK: 'ta', ET: 'am', DE: 'de', AT: 'de', CH: 'de', FR: 'fr', ES: 'es', IT: 'it', PT: 'pt', BR: 'pt', NL: 'nl', PL: 'pl', CZ: 'cs', SK: 'sk', HU: 'hu',
    RO: 'ro', MD: 'ro', SE: 'sv', NO: 'nb', DK: 'da', FI: 'fi', EE: 'et', LV: 'lv', LT: 'lt', HR: 'hr', SI: 'sl', BA: 'bs', AL: 'sq', VN: 'vi', ID: 'id',
    ...Object.fromEntries('AR BO CL CO CR CU DO EC GT HN MX NI PA PE PY SV UY VE'.split(' ').map((c) => [c, 'es'])),
    ...Object.fromEntries([...ARABIC].map((c) => [c, 'ar'])),
};

/** The language a country's own names are shown in; "en" where we know none. */
export function language(country) {
    return LANGUAGE[country] ?? 'en';
}
