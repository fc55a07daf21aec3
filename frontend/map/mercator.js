/** Web Mercator at zoom 0: a world of 256 × 256 pixels. */

/** @param {number} lon */
export function worldX(lon) {
    return ((lon + 180) / 360) * 256;
}

/** @param {number} lat */
export function worldY(lat) {
    const s = Math.sin((Math.max(-85.0511, Math.min(85.0511, lat)) * Math.PI) / 180);
    return (0.5 - Math.log((1 + s) / (1 - s)) / (4 * Math.PI)) * 256;
}

/** How many zoom-0 pixels a kilometre is at a latitude. @param {number} lat */
export function worldPerKm(lat) {
    return 256 / (40075.017 * Math.max(0.05, Math.cos((lat * Math.PI) / 180)));
}

/**
 * A polygon or multipolygon as a path in the pixels of zoom 0.
 *
 * @param {{type: string, coordinates: any}} geometry
 */
export function worldPath(geometry) {
    const path = new Path2D();
    for (const ring of rings(geometry)) {
        ring.forEach(([lon, lat], i) => {
            if (i === 0) path.moveTo(worldX(lon), worldY(lat));
            else path.lineTo(worldX(lon), worldY(lat));
        });
        path.closePath();
    }
    return path;
}

/** @param {[number, number][][]} lines */
export function linePath(lines) {
    const path = new Path2D();
    for (const line of lines) {
        line.forEach(([lon, lat], i) => {
            if (i === 0) path.moveTo(worldX(lon), worldY(lat));
            else path.lineTo(worldX(lon), worldY(lat));
        });
    }
    return path;
}

/** @param {{type: string, coordinates: any}} geometry @returns {[number, number][][]} */
export function rings(geometry) {
    if (geometry.type === 'Polygon') return geometry.coordinates;
    if (geometry.type === 'MultiPolygon') return geometry.coordinates.flat();
    return [];
}

/**
 * A point well inside the largest ring: of the widest of a few horizontal cuts, the middle.
 *
 * @param {{type: string, coordinates: any}} geometry
 * @returns {{x: number, y: number, width: number, height: number, box: [number, number][]}} in the pixels of zoom 0, with the room there is, and two corners of the ring
 */
export function inside(geometry) {
    let best = {x: 0, y: 0, width: 0, height: 0, box: /** @type {[number, number][]} */ ([])};
    const outer = geometry.type === 'Polygon' ? [geometry.coordinates[0]]
        : geometry.coordinates.map((/** @type {any} */ polygon) => polygon[0]);
    for (const ring of outer) {
        const points = ring.map((/** @type {[number, number]} */ [lon, lat]) => [worldX(lon), worldY(lat)]);
        const ys = points.map((/** @type {number[]} */ p) => p[1]);
        const top = Math.min(...ys);
        const height = Math.max(...ys) - top;
        const xs = points.map((/** @type {number[]} */ p) => p[0]);
        const box = /** @type {[number, number][]} */ ([[Math.min(...xs), top], [Math.max(...xs), top + height]]);
        for (const part of [0.5, 0.4, 0.6, 0.3, 0.7]) {
            const cut = widestCut(points, top + height * part);
            // The middle is the better seat unless another is a good deal wider.
            const score = cut.width * (1 - Math.abs(part - 0.5));
            if (score > best.width) best = {x: cut.x, y: top + height * part, width: score, height, box};
        }
    }
    return best;
}

/** @param {number[][]} points @param {number} y */
function widestCut(points, y) {
    const crossings = [];
    for (let i = 0; i < points.length; i++) {
        const [x1, y1] = points[i];
        const [x2, y2] = points[(i + 1) % points.length];
        if (y1 > y !== y2 > y) crossings.push(x1 + ((y - y1) / (y2 - y1)) * (x2 - x1));
    }
    crossings.sort((a, b) => a - b);
    let x = 0;
    let width = 0;
    for (let i = 0; i + 1 < crossings.length; i += 2) {
        if (crossings[i + 1] - crossings[i] > width) {
            width = crossings[i + 1] - crossings[i];
            x = (crossings[i] + crossings[i + 1]) / 2;
        }
    }
    return {x, width};
}
