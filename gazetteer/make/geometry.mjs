const RADIUS_KM = 6371.0088;
const rad = Math.PI / 180;

/** Great-circle kilometres between two [lon, lat]. */
export function km([lon1, lat1], [lon2, lat2]) {
    const h = Math.sin((lat2 - lat1) * rad / 2) ** 2
        + Math.cos(lat1 * rad) * Math.cos(lat2 * rad) * Math.sin((lon2 - lon1) * rad / 2) ** 2;
    return 2 * RADIUS_KM * Math.asin(Math.sqrt(Math.min(1, h)));
}

/** Polygons as lists of rings, whatever the geometry's type. */
export function polygons(geometry) {
    return geometry.type === 'Polygon' ? [geometry.coordinates] : geometry.type === 'MultiPolygon' ? geometry.coordinates : [];
}

function ringArea(ring) {
    let sum = 0;
    for (let i = 1; i < ring.length; i++) {
        sum += (ring[i][0] - ring[i - 1][0]) * rad * (2 + Math.sin(ring[i - 1][1] * rad) + Math.sin(ring[i][1] * rad));
    }
    return sum * RADIUS_KM ** 2 / 2;
}

/** Square kilometres on the sphere. */
export function area(geometry) {
    return polygons(geometry).reduce((sum, [shell, ...holes]) =>
        sum + Math.abs(ringArea(shell)) - holes.reduce((s, hole) => s + Math.abs(ringArea(hole)), 0), 0);
}

function ringCentre(ring) {
    let x = 0, y = 0, a = 0;
    for (let i = 1; i < ring.length; i++) {
        const cross = ring[i - 1][0] * ring[i][1] - ring[i][0] * ring[i - 1][1];
        x += (ring[i - 1][0] + ring[i][0]) * cross;
        y += (ring[i - 1][1] + ring[i][1]) * cross;
        a += cross;
    }
    return a ? [x / (3 * a), y / (3 * a)] : ring[0];
}

function inRing([x, y], ring) {
    let inside = false;
    for (let i = 0, j = ring.length - 1; i < ring.length; j = i++) {
        const [xi, yi] = ring[i], [xj, yj] = ring[j];
        if (yi > y !== yj > y && x < (xj - xi) * (y - yi) / (yj - yi) + xi) inside = !inside;
    }
    return inside;
}

/** Is the point in one polygon, holes left out? */
export function inPolygon(point, rings) {
    return inRing(point, rings[0]) && !rings.slice(1).some((hole) => inRing(point, hole));
}

/** A point in the middle of the largest part: its centroid, or, in a crescent, the middle of the widest stretch at that height. */
export function centre(geometry) {
    const [largest] = polygons(geometry).map((rings) => [Math.abs(ringArea(rings[0])), rings]).sort((a, b) => b[0] - a[0]);
    const rings = largest[1];
    const middle = ringCentre(rings[0]);
    if (inPolygon(middle, rings)) return middle;
    const y = middle[1];
    const crossings = rings.flatMap((ring) => ring.slice(1).flatMap((b, i) => {
        const a = ring[i];
        return a[1] > y !== b[1] > y ? [(b[0] - a[0]) * (y - a[1]) / (b[1] - a[1]) + a[0]] : [];
    })).sort((a, b) => a - b);
    let best = [0, middle[0]];
    for (let i = 0; i + 1 < crossings.length; i += 2) {
        const width = crossings[i + 1] - crossings[i];
        if (width > best[0]) best = [width, (crossings[i] + crossings[i + 1]) / 2];
    }
    return [best[1], y];
}

/** Which shape a point lies in, fast enough for every town of the world: only the shapes of its one-degree cell are asked. */
export class Locator {
    #cells = new Map();

    constructor(features) {
        features.forEach((feature, index) => polygons(feature.geometry).forEach((rings) => {
            const xs = rings[0].map((p) => p[0]), ys = rings[0].map((p) => p[1]);
            const least = (v) => Math.floor(v.reduce((a, b) => Math.min(a, b))), most = (v) => Math.floor(v.reduce((a, b) => Math.max(a, b)));
            for (let x = least(xs); x <= most(xs); x++) {
                for (let y = least(ys); y <= most(ys); y++) {
                    const cell = x * 1000 + y;
                    this.#cells.set(cell, [...this.#cells.get(cell) ?? [], {index, rings}]);
                }
            }
        }));
    }

    /** The index of the feature, -1 at sea. */
    find(lon, lat) {
        const cell = this.#cells.get(Math.floor(lon) * 1000 + Math.floor(lat)) ?? [];
        return cell.find(({rings}) => inPolygon([lon, lat], rings))?.index ?? -1;
    }
}
