import {CanvasLayer} from './canvas-layer.js';
import {PALETTE, withAlpha} from './palette.js';

/** Draws water, land and borders; needs no tile server. */
export class Basemap extends CanvasLayer {
    /** @param {import('./ground.js').Ground} ground */
    constructor(ground) {
        super('ground', 0.35);
        this.ground = ground;
        /** @type {import('./palette.js').Theme} */
        this.theme = 'light';
        this.focus = '';
    }

    /** @param {CanvasRenderingContext2D} context */
    draw(context) {
        const colours = PALETTE[this.theme];
        const {land, borders, innerBorders, outerBorders, regions, countries} = this.ground;
        const px = 1 / this.scale;
        context.fillStyle = colours.water;
        context.fillRect(0, 0, this.width, this.height);
        context.save();
        this.toWorld(context);
        context.lineJoin = 'round';
        context.fillStyle = colours.land;
        context.fill(land, 'evenodd');
        context.strokeStyle = withAlpha(colours.border, 0.55);
        context.lineWidth = 0.8 * px;
        context.stroke(land);
        context.stroke(borders);
        context.strokeStyle = colours.border;
        if (regions.size) {
            // Drawn finer than the world around them, the regions cover its border first.
            for (const region of regions.values()) context.fill(region.path, 'evenodd');
            context.lineWidth = 1.5 * px;
            context.stroke(outerBorders);
            context.lineWidth = 0.8 * px;
            context.setLineDash([4 * px, 3 * px]);
            context.stroke(innerBorders);
            context.setLineDash([]);
        } else if (countries.has(this.focus)) {
            context.lineWidth = 1.6 * px;
            context.stroke(/** @type {import('./ground.js').Shape} */ (countries.get(this.focus)).path);
        }
        context.restore();
    }
}
