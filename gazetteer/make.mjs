// Makes the gazetteer's data and the offline basemap from published packages: npm install && npm run make
import {mkdirSync, readdirSync, rmSync, writeFileSync} from 'node:fs';
import {gzipSync} from 'node:zlib';
import * as basemap from './make/basemap.mjs';
import * as places from './make/places.mjs';
import * as regions from './make/regions.mjs';
import * as sources from './make/sources.mjs';

const here = new URL('.', import.meta.url).pathname;
const say = (text) => process.stderr.write(`${text}\n`);
const group = (items, key) => {
    const groups = new Map();
    for (const item of items) {
        const k = key(item);
        if (k) groups.has(k) ? groups.get(k).push(item) : groups.set(k, [item]);
    }
    return groups;
};
const write = (name, text) => {
    const bytes = name.endsWith('.gz') ? gzipSync(text, {level: 9}) : Buffer.from(text);
    writeFileSync(here + name, bytes);
    return bytes.length;
};

const cities = sources.cities();
const admin1 = sources.admin1Names();
const admin2 = sources.admin2Names();
const shapes = sources.shapes();
const countries = sources.countries();
const files = readdirSync(`${here}supplement`).filter((name) => name.endsWith('.tsv')).sort();
const kept = files.flatMap((name) => sources.supplement(`${here}supplement/${name}`));
// A city that is its own region stands for it, so the region gets no line and its shape becomes the city's.
const cityOf = new Map(kept.flatMap((row) => row.kind === 'town' && row.same_as ? row.same_as.split('|').map((id) => [id, row.id]) : []));

say('which shape is which region');
const assigned = regions.assign(shapes, cities, admin1, admin2);
const belongs = shapes.map((shape, i) => ({...shape, ...assigned[i]}));
const topo = regions.connect(shapes, assigned);
const fine = regions.coarser(topo, 3e-4);
const whole = new Map(['country', 'admin1', 'admin2'].flatMap((level) =>
    regions.dissolve(fine, (p) => p[level]).map((g) => [`${level}:${g.id}`, regions.geojson(fine, g, 5)])));
const towns1 = group(cities, (c) => c.admin1);
const towns2 = group(cities, (c) => c.admin2);
const codes1 = [...admin1].filter(([code]) => !cityOf.has(`admin1:${code}`));
const shapes1 = group(belongs, (s) => s.admin1);
const shapes2 = group(belongs, (s) => s.admin2);
const rows1 = () => places.regionRows({codes: codes1, level: 'admin1', towns: towns1, shapesOf: shapes1, whole, known});
const known = new Set(countries.map((c) => `country:${c.iso2}`));
const first = rows1();
for (const row of first) known.add(row.slice(0, row.indexOf('\t')));
for (const code of admin1.keys()) if (cityOf.has(`admin1:${code}`)) known.add(`admin1:${code}`);
const second = places.regionRows({codes: admin2, level: 'admin2', towns: towns2, shapesOf: shapes2, whole, known});
for (const row of second) known.add(row.slice(0, row.indexOf('\t')));
const top = places.countryRows({countries, towns: group(cities, (c) => c.country), shapesOf: group(belongs, (s) => s.country), whole});
const rows = [...top, ...first, ...second, ...places.townRows(cities, known)];
say(`${rows.length} places, ${write('places.tsv.gz', `${rows.join('\n')}\n`)} bytes`);

say('regions');
const placeId = (level) => (p) => p[level] && (cityOf.get(`${level}:${p[level]}`) ?? (known.has(`${level}:${p[level]}`) ? `${level}:${p[level]}` : ''));
const polygons = [
    ...regions.dissolve(fine, (p) => p.country && `country:${p.country}`),
    ...regions.dissolve(fine, placeId('admin1')),
    ...regions.dissolve(fine, placeId('admin2')),
];
say(`${polygons.length} polygons, ${write('regions.topojson.gz', JSON.stringify(regions.file(fine, polygons, 2e5)))} bytes`);

say('basemap');
const names = new Map(rows.map((row) => row.split('\t')).map(([id, english, local]) => [id, {english, local}]));
for (const shape of belongs) {
    const id = `admin1:${shape.admin1}`;
    if (names.has(id) && shapes1.get(shape.admin1).length === 1) names.get(id).russian = shape.properties.name_ru;
}
for (const row of kept) {
    const name = names.get(row.id) ?? {};
    names.set(row.id, {
        english: row.english || name.english, local: row.local || name.local, russian: row.russian || name.russian,
        kazakh: row.country === 'KZ' ? row.local : undefined, population: Number(row.population) || undefined,
    });
}
const labelled = cities.filter((c) => !/PPL[QHWX]/.test(c.code)).map((c) => {
    const name = names.get(`geonames:${c.id}`);
    const population = name.population ?? c.population;
    const capital = c.code === 'PPLC';
    return {...c, ...name, population, capital, weight: population + (capital ? 1_000_000 : 0)};
});
rmSync(`${here}basemap`, {recursive: true, force: true});
mkdirSync(`${here}basemap`);
let size = write('basemap/world.json', basemap.world(regions.coarser(topo, 0.02), names, labelled));
say(`world.json ${size} bytes`);
const sketch = regions.coarser(topo, 1e-3);
const outlines = group(regions.dissolve(sketch, (p) => p.country && `${p.country} ${placeId('admin1')(p) || `country:${p.country}`}`), (g) => g.id.slice(0, 2));
const townsOf = group(labelled, (c) => c.country);
const keptOf = group(kept, (row) => row.country);
for (const [iso2, geometries] of outlines) {
    const named = geometries.map((g) => ({...g, id: g.id.slice(3)}));
    size += write(`basemap/${iso2}.json`, basemap.country(sketch, named, names, townsOf.get(iso2) ?? [], keptOf.get(iso2) ?? []));
}
say(`${outlines.size} countries, ${size} bytes of basemap`);
write('supplement/files.txt', `${files.join('\n')}\n`);
