import {readFileSync} from 'node:fs';
import {area} from './geometry.mjs';
import {dissolve, geojson} from './regions.mjs';

const collection = (features, more = {}) => JSON.stringify({type: 'FeatureCollection', ...more, features});
const drawn = (geometry) => geometry.type === 'Polygon' || geometry.coordinates.length > 0;

const CALLED = new Map(readFileSync(new URL('labels.tsv', import.meta.url), 'utf8').split('\n').filter((line) => line && !line.startsWith('#')).map((line) => {
    const [name, ru, kk] = line.split('\t');
    return [name, {ru, kk}];
}));

const label = (town) => ({
    type: 'Feature',
    properties: {kind: 'label', name: town.english, local: town.local || town.english, name_ru: town.russian || CALLED.get(town.english)?.ru, name_kk: CALLED.get(town.english)?.kk, population: town.population, capital: town.capital || undefined},
    geometry: {type: 'Point', coordinates: [Number(town.lon.toFixed(3)), Number(town.lat.toFixed(3))]},
});

/** The biggest towns, but none so near to a bigger one that the labels would sit on each other. */
export function labels(towns, most, degreesApart) {
    const chosen = [];
    for (const town of [...towns].sort((a, b) => b.weight - a.weight)) {
        if (chosen.length === most) break;
        if (chosen.every((c) => Math.hypot((c.lon - town.lon) * Math.cos(town.lat * Math.PI / 180), c.lat - town.lat) > degreesApart)) chosen.push(town);
    }
    return chosen.map(label);
}

/** The whole world: a polygon a country, and the labels of its biggest cities. */
export function world(topo, names, towns) {
    const countries = dissolve(topo, (p) => p.country).map((geometry) => ({
        type: 'Feature',
        properties: {kind: 'country', iso2: geometry.id, name: names.get(`country:${geometry.id}`)?.english ?? geometry.id},
        geometry: geojson(topo, geometry, 2),
    })).filter((f) => drawn(f.geometry)).sort((a, b) => area(b.geometry) - area(a.geometry));
    return collection([...countries, ...labels(towns, 300, 1.5)]);
}

/** One country: the outlines of its regions, its towns, and what the places kept by hand are called in other languages. */
export function country(topo, geometries, names, towns, kept) {
    const regions = geometries.map((geometry) => {
        const name = names.get(geometry.id);
        return {
            type: 'Feature',
            properties: {kind: 'region', place_id: geometry.id, name: name?.english ?? '', name_ru: name?.russian || undefined, name_kk: name?.kazakh || undefined},
            geometry: geojson(topo, geometry, 3),
        };
    }).filter((f) => drawn(f.geometry));
    const called = kept.flatMap(({id}) => {
        const {english: name, russian: ru, kazakh: kk} = names.get(id);
        return ru ? [{id, name, ru, kk: kk || undefined}] : [];
    });
    return collection([...regions, ...labels(towns, 150, 0.05)], called.length ? {names: called} : {});
}
