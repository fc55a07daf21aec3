import {area} from './geometry.mjs';
import {dissolve, geojson} from './regions.mjs';

const collection = (features) => JSON.stringify({type: 'FeatureCollection', features});
const drawn = (geometry) => geometry.type === 'Polygon' || geometry.coordinates.length > 0;

const label = (town) => ({
    type: 'Feature',
    properties: {kind: 'label', name: town.english, local: town.local || town.english, name_ru: town.russian || undefined, population: town.population, capital: town.capital || undefined},
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

/** One country: the outlines of its regions, and its towns. */
export function country(iso2, topo, geometries, names, towns) {
    const regions = geometries.map((geometry) => {
        const name = names.get(geometry.id);
        return {
            type: 'Feature',
            properties: {kind: 'region', place_id: geometry.id, name: name?.english ?? '', name_ru: name?.russian || undefined, name_kk: name?.kazakh || undefined},
            geometry: geojson(topo, geometry, 3),
        };
    }).filter((f) => drawn(f.geometry));
    return collection([...regions, ...labels(towns, 150, 0.05)]);
}
