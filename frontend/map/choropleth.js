import {PALETTE, withAlpha} from './palette.js';

/** Counts every incident into the region it lies in, whatever its level. */
export class Choropleth {
    /** Region of each place, by key; '' for none. @type {string[]} */
    #regionOf = [];

    /** @param {import('../data/columns.js').Columns} columns @param {import('./ground.js').Ground} ground */
    constructor(columns, ground) {
        this.columns = columns;
        const context = /** @type {CanvasRenderingContext2D} */ (document.createElement('canvas').getContext('2d'));
        this.#regionOf = columns.places.map((place) => {
            if (ground.regions.has(place.key)) return place.key;
            if (place.area) return '';
            // a site at the edge of its city is the city's, as the list says, although the outline on the map is coarse
            for (const [key, {name}] of ground.regions) if (name.en === place.admin1) return key;
            const {x, y} = ground.spot(place);
            for (const [key, region] of ground.regions) if (context.isPointInPath(region.path, x, y)) return key;
            return '';
        });
    }

    /** How many of the shown incidents each region has. @param {import('./tally.js').Tally} tally */
    counts(tally) {
        /** @type {Map<string, number>} */
        const counts = new Map();
        for (let k = 0; k < tally.shown; k++) {
            const row = tally.rows[k];
            const key = this.#regionOf[this.columns.place[row]];
            if (key) counts.set(key, (counts.get(key) ?? 0) + (this.columns.weight?.[row] ?? 1));
        }
        if (this.columns.weight) for (const [key, n] of counts) counts.set(key, Math.round(n));
        return counts;
    }

    /**
     * @param {CanvasRenderingContext2D} context in the pixels of zoom 0
     * @param {import('./ground.js').Ground} ground
     * @param {Map<string, number>} counts
     * @param {import('./palette.js').Theme} theme
     */
    draw(context, ground, counts, theme) {
        const most = Math.max(1, ...counts.values());
        for (const [key, n] of counts) {
            const region = ground.regions.get(key);
            if (!region) continue;
            context.fillStyle = withAlpha(PALETTE[theme].unrest, 0.08 + 0.62 * Math.sqrt(n / most));
            context.fill(region.path);
        }
    }
}
