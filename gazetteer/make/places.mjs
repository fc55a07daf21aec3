import {area, centre, km} from './geometry.mjs';
import {key, language, localName, once, printable, regionVariants} from './names.mjs';

const round = (n, digits) => Number(n.toFixed(digits));

/** What a region measures where no shape of it is known: from its towns. */
function spread(towns) {
    const weight = towns.reduce((sum, t) => sum + t.population + 100, 0);
    const at = ['lon', 'lat'].map((axis) => towns.reduce((sum, t) => sum + t[axis] * (t.population + 100), 0) / weight);
    const far = towns.map((t) => km(at, [t.lon, t.lat])).sort((a, b) => a - b);
    return {at, radius: Math.max(8, far[Math.floor(far.length * 0.9)])};
}

/** Where a place lies and how large a circle of its area would be: by its polygon, else by its shapes, else by its towns. */
function measure(whole, shapes, towns) {
    if (whole) return {at: centre(whole), radius: Math.sqrt(area(whole) / Math.PI)};
    if (!shapes.length) return spread(towns);
    return {at: centre(shapes[0].geometry), radius: Math.sqrt(shapes.reduce((sum, s) => sum + area(s.geometry), 0) / Math.PI)};
}

function row({id, english, local = '', others = [], at, kind, parent, population, radius = 0, zone}) {
    const names = once([english, local, ...others]);
    const other = names.filter((n) => key(n) !== key(english) && key(n) !== key(local));
    return [id, names[0], key(local) === key(english) && local === english ? '' : local, other.join('|'), round(at[0], 4), round(at[1], 4), kind, parent,
        population, radius ? round(radius, radius < 10 ? 1 : 0) : '', zone].join('\t');
}

/** A line a town: everything of cities500. */
export function townRows(cities, known) {
    return cities.map((c) => {
        const alternates = c.alternates.filter((a) => printable(a, c.population));
        const local = localName(c.country, c.name, c.population > 100_000 ? c.alternates : alternates);
        const parent = [`admin2:${c.admin2}`, `admin1:${c.admin1}`, `country:${c.country}`].find((id) => known.has(id)) ?? '';
        return row({id: `geonames:${c.id}`, english: c.name, local, others: alternates, at: [c.lon, c.lat], kind: c.code, parent,
            population: c.population, zone: c.zone});
    });
}

/** Lines for the regions and districts that have a shape or a town. */
export function regionRows({codes, level, towns, shapesOf, whole, known}) {
    return [...codes].flatMap(([code, name]) => {
        const inside = (towns.get(code) ?? []).sort((a, b) => b.population - a.population);
        const shapes = shapesOf.get(code) ?? [];
        if (!inside.length && !shapes.length) return [];
        const country = code.slice(0, 2);
        const {at, radius} = measure(whole.get(`${level}:${code}`), shapes, inside);
        const p = shapes.length === 1 ? shapes[0].properties : undefined;
        const lang = `name_${language(country)}`;
        const natural = p ? once([p.name_en, p.name, p.name_ru, p[lang], p.name_uk, p.gn_name, p.name_local?.split('|')[0], ...(p.name_alt ?? '').split('|')]) : [];
        const english = /obl[iy]s[iy]|oblast['’]/i.test(name) && p?.name_en ? p.name_en : name;
        const others = natural.filter((n) => printable(n, 1e9));
        const parent = [`admin1:${code.split('.').slice(0, 2).join('.')}`, `country:${country}`].find((id) => id !== `admin1:${code}` && known.has(id)) ?? '';
        return [row({
            id: `${level}:${code}`, english, local: p && lang !== 'name_en' && p[lang] ? p[lang] : '',
            others: [...others, ...regionVariants(country, p?.type_en, [name, english, ...others])],
            at, kind: level, parent, population: inside.reduce((sum, t) => sum + t.population, 0), radius, zone: inside[0]?.zone ?? '',
        })];
    });
}

const LANGUAGES = 'en ru kk uk be de fr es it pt nl pl tr az uz ky tg sv'.split(' ');

const NEWSROOM = {
    RU: 'Russia', IR: 'Iran', SY: 'Syria', VN: 'Vietnam', KR: 'South Korea', KP: 'North Korea', BO: 'Bolivia', VE: 'Venezuela', TZ: 'Tanzania', MD: 'Moldova',
    LA: 'Laos', US: 'United States', GB: 'United Kingdom', AE: 'United Arab Emirates', CD: 'Democratic Republic of the Congo', CG: 'Republic of the Congo',
    CZ: 'Czech Republic', MK: 'North Macedonia', CN: 'China', TW: 'Taiwan', PS: 'Palestine', CI: 'Ivory Coast', SZ: 'Eswatini', TR: 'Turkey', LY: 'Libya',
    BN: 'Brunei', FM: 'Micronesia', VA: 'Vatican City', CV: 'Cape Verde', GM: 'Gambia', TL: 'East Timor', MM: 'Myanmar', HK: 'Hong Kong', MO: 'Macau', BS: 'Bahamas',
    VG: 'British Virgin Islands', VI: 'U.S. Virgin Islands', FK: 'Falkland Islands', MF: 'Saint Martin', SX: 'Sint Maarten',
};

/** Lines for the countries, their capital's hours theirs. */
export function countryRows({countries, towns, shapesOf, whole}) {
    return countries.flatMap(({iso2, name, names}) => {
        const inside = (towns.get(iso2) ?? []).sort((a, b) => b.population - a.population);
        const shapes = shapesOf.get(iso2) ?? [];
        if (!inside.length && !shapes.length) return [];
        const {at, radius} = measure(whole.get(`country:${iso2}`), shapes, inside);
        const own = names[language(iso2)] ?? '';
        const capital = inside.find((t) => t.code === 'PPLC') ?? inside[0];
        const others = [names.ru, names.kk, names.fa, names.ar, names.zh, ...LANGUAGES.map((l) => names[l])].flat().filter((n) => n && [...n].length > 1 && !/[()]/.test(n));
        return [row({
            id: `country:${iso2}`, english: NEWSROOM[iso2] ?? [names.en ?? name].flat()[0], local: language(iso2) === 'en' ? '' : [own].flat()[0],
            others: [names.en, name, ...others], at, kind: 'country', parent: '', population: inside.reduce((sum, t) => sum + t.population, 0),
            radius, zone: capital?.zone ?? '',
        })];
    });
}
