import {topology} from 'topojson-server';
import {feature, mergeArcs, quantize} from 'topojson-client';
import {filter, filterWeight, presimplify, simplify} from 'topojson-simplify';
import {Locator} from './geometry.mjs';

const SURE = 0.6;

/**
 * Says which GeoNames region each Natural Earth shape is. The towns inside decide, because the codes of Natural Earth are
 * partly of another year; where too few towns lie inside, its own code does.
 */
export function assign(shapes, cities, admin1, admin2) {
    const locator = new Locator(shapes);
    const votes = shapes.map(() => ({first: new Map(), second: new Map(), total: 0}));
    for (const city of cities) {
        const index = locator.find(city.lon, city.lat);
        if (index < 0) continue;
        const vote = votes[index];
        vote.total++;
        vote.first.set(city.admin1, (vote.first.get(city.admin1) ?? 0) + 1);
        vote.second.set(city.admin2, (vote.second.get(city.admin2) ?? 0) + 1);
    }
    const bySuffix = new Map([...admin2.keys()].map((code) => [code.replace(/^(\w\w)\.[^.]+/, '$1'), code]));
    return shapes.map(({properties: p}, i) => {
        const {first, total} = votes[i];
        const [best, count] = [...first].sort((a, b) => b[1] - a[1])[0] ?? ['', 0];
        const second = bySuffix.get(p.gn_a1_code) ?? '';
        const listed = admin1.has(p.gn_a1_code) ? p.gn_a1_code : second ? second.split('.').slice(0, 2).join('.') : '';
        const voted = total >= 3 && count / total >= SURE && admin1.has(best) ? best : '';
        const first1 = voted || (total < 3 ? listed : '');
        return {
            admin1: first1, admin2: second && second.startsWith(`${first1}.`) ? second : '',
            country: first1 ? first1.slice(0, 2) : /^[A-Z]{2}$/.test(p.iso_a2) ? p.iso_a2 : '',
        };
    });
}

/** The shapes as one topology, so that what is simplified or merged later keeps its borders in common. */
export function connect(shapes, assigned) {
    const collection = {type: 'FeatureCollection', features: shapes.map((s, i) => ({type: 'Feature', properties: assigned[i], geometry: s.geometry}))};
    const cosine = ([[x0, y0], [x1, y1], [x2, y2]]) =>
        Math.abs((x0 - x2) * (y1 - y0) - (x0 - x1) * (y2 - y0)) / 2 * Math.cos((y0 + y1 + y2) / 3 * Math.PI / 180);
    return presimplify(topology({shapes: collection}, 1e6), cosine);
}

/** Coarser: leaves out corners, and islands, of fewer than so many square degrees. */
export function coarser(topo, squareDegrees) {
    const simple = simplify(topo, squareDegrees);
    return filter(simple, filterWeight(simple, squareDegrees));
}

/** Groups the shapes by a key and dissolves the borders within a group. */
export function dissolve(topo, key) {
    const groups = new Map();
    for (const shape of topo.objects.shapes.geometries) {
        const id = shape.type && key(shape.properties);
        if (id) groups.set(id, [...groups.get(id) ?? [], shape]);
    }
    return [...groups].map(([id, members]) => ({id, ...mergeArcs(topo, members)}));
}

/** A topology of the given geometries only, in whole numbers. */
export function file(topo, geometries, steps) {
    const used = {...topo, objects: {places: {type: 'GeometryCollection', geometries}}};
    return quantize(filter(used), steps);
}

/** A geometry of the topology as GeoJSON, numbers cut to so many places. */
export function geojson(topo, geometry, digits) {
    const cut = (c) => typeof c[0] === 'number' ? c.map((n) => Number(n.toFixed(digits))) : c.map(cut);
    const {type, coordinates} = feature(topo, geometry).geometry;
    const distinct = (ring) => ring.filter((p, i) => i === 0 || p[0] !== ring[i - 1][0] || p[1] !== ring[i - 1][1]);
    const closed = (ring) => ring.at(-1)[0] === ring[0][0] && ring.at(-1)[1] === ring[0][1] ? ring : [...ring, ring[0]];
    const tidy = (rings) => rings.map(cut).map(distinct).map(closed).filter((ring) => ring.length >= 4);
    const parts = (type === 'Polygon' ? [coordinates] : coordinates).map(tidy).filter((rings) => rings.length);
    return parts.length === 1 ? {type: 'Polygon', coordinates: parts[0]} : {type: 'MultiPolygon', coordinates: parts};
}
