/** The basemap as read: what is land, what is a region, where the cities are. */

import {borders} from './borders.js';
import {inside, linePath, worldPath, worldX, worldY} from './mercator.js';

/** @typedef {{path: Path2D, name: Record<string, string>, x: number, y: number, width: number, key: string,
 *   edge: Path2D, box: [number, number][]}} Shape `edge` is what is drawn as its border, `box` two corners of its greatest part */
/** @typedef {{name: Record<string, string>, x: number, y: number, population: number, rank: number}} City */

export class Ground {
    constructor() {
        /** @type {Map<string, Shape>} by iso2, or by a number where it has none */
        this.countries = new Map();
        /** @type {Map<string, Shape>} by place id */
        this.regions = new Map();
        /** @type {City[]} the greatest first */
        this.cities = [];
        this.land = new Path2D();
        this.borders = new Path2D();
        /** Between the regions, and around all of them. */
        this.innerBorders = new Path2D();
        this.outerBorders = new Path2D();
    }

    /** @param {{features: any[]}} world */
    addWorld(world) {
        for (const {geometry, properties: p} of world.features) {
            if (geometry.type === 'Point') this.#city(geometry, p);
            else if (geometry.type.endsWith('Polygon')) {
                const shape = this.#shape(geometry, p, p.iso2 ?? '');
                this.land.addPath(shape.path);
                this.countries.set(p.iso2 || String(this.countries.size), shape);
            } else this.borders.addPath(worldPath(geometry));
        }
        this.#sort();
    }

    /** @param {{features: any[]}} country @param {string} iso2 */
    addCountry(country, iso2) {
        const outline = new Path2D();
        const areas = [];
        for (const {geometry, properties: p} of country.features) {
            if (geometry.type === 'Point') this.#city(geometry, p);
            else if (geometry.type.endsWith('Polygon') && p.place_id) {
                const shape = this.#shape(geometry, p, p.place_id);
                this.regions.set(p.place_id, shape);
                outline.addPath(shape.path);
                areas.push(geometry);
            }
        }
        const {outer, inner} = borders(areas);
        const edge = linePath(outer);
        this.outerBorders.addPath(edge);
        this.innerBorders.addPath(linePath(inner));
        const whole = this.countries.get(iso2);
        // The regions are drawn finer than the world; the country takes their outline.
        if (whole && areas.length > 1) this.countries.set(iso2, {...whole, path: outline, edge});
        this.#sort();
    }

    /** Where a place lies, in the pixels of zoom 0. @param {{lon: number, lat: number}} place */
    spot(place) {
        return {x: worldX(place.lon), y: worldY(place.lat)};
    }

    /**
     * The outline of an area, if there is one.
     *
     * @param {import('../data/columns.js').Place} place
     */
    outline(place) {
        return this.regions.get(place.key) ?? (place.level === 'country' ? this.countries.get(place.country ?? '') : undefined);
    }

    /** @param {any} geometry @param {any} p @param {string} key @returns {Shape} */
    #shape(geometry, p, key) {
        const {x, y, width, box} = inside(geometry);
        const path = worldPath(geometry);
        return {path, edge: path, name: names(p), x, y, width, key, box};
    }

    /** @param {any} geometry @param {any} p */
    #city(geometry, p) {
        const [lon, lat] = geometry.coordinates;
        this.cities.push({
            name: names(p), x: worldX(lon), y: worldY(lat), population: p.population ?? 0,
            rank: (p.population ?? 0) * (p.capital ? 4 : 1),
        });
    }

    #sort() {
        // A city may stand in both files; the greater entry wins.
        const seen = new Set();
        this.cities = this.cities.sort((a, b) => b.rank - a.rank).filter(({x, y}) => {
            const key = `${Math.round(x * 40)},${Math.round(y * 40)}`;
            return !seen.has(key) && seen.add(key);
        });
    }
}

/** @param {any} p @returns {Record<string, string>} */
function names(p) {
    // A local name helps those who read its script, and only them.
    const local = /^[\p{Script=Cyrillic}\P{L}]+$/u.test(p.local ?? '') ? p.local : null;
    return {en: p.name, ru: p.name_ru ?? local ?? p.name, kk: p.name_kk ?? local ?? p.name};
}
