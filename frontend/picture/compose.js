/** Puts the map, its date, its key and its sources into one picture. */

import {GROUPS} from '../data/types.js';
import {PALETTE} from '../map/palette.js';
import {trace} from '../map/shapes.js';

const HEAD = 74;
const FOOT = 104;
const SANS = 'system-ui, -apple-system, "Segoe UI", Roboto, "Noto Sans", "DejaVu Sans", sans-serif';

/**
 * @typedef {object} Frame
 * @property {string} title
 * @property {string} date
 * @property {string} lead
 * @property {string} count
 * @property {string} credit
 * @property {string[]} groups names of the four groups
 * @property {{x: number, y: number, width: number, height: number}} part of the map that is seen
 */

/** @param {Frame['part']} part */
export function size(part) {
    return {width: part.width, height: part.height + HEAD + FOOT};
}

/**
 * @param {CanvasRenderingContext2D} context scaled so that the picture is as wide as the part of the map
 * @param {import('../map/canvas-layer.js').CanvasLayer[]} layers the lowest first
 * @param {import('../timeline/timeline.js').Timeline} timeline
 * @param {Frame} frame
 * @param {import('../map/palette.js').Theme} theme
 */
export function compose(context, layers, timeline, frame, theme) {
    const colours = PALETTE[theme];
    const {part} = frame;
    const {width, height} = size(part);
    context.fillStyle = colours.paper;
    context.fillRect(0, 0, width, height);
    context.save();
    context.beginPath();
    context.rect(0, HEAD, part.width, part.height);
    context.clip();
    for (const layer of layers) {
        const {x, y} = layer.position;
        context.drawImage(layer.canvas, x - part.x, y - part.y + HEAD, layer.width, layer.height);
    }
    context.restore();
    const text = (/** @type {string} */ said, /** @type {number} */ x, /** @type {number} */ y, /** @type {string} */ font, /** @type {string} */ colour) => {
        context.font = `${font} ${SANS}`;
        context.fillStyle = colour;
        context.fillText(said, x, y);
        return context.measureText(said).width;
    };
    context.textBaseline = 'alphabetic';
    context.textAlign = 'left';
    text(frame.lead, 20, 26, '400 13px', colours.label);
    const right = 20 + text(frame.date, 20, 57, '600 28px', colours.ink);
    context.textAlign = 'right';
    if (right < width - 260) text(frame.title, width - 20, 26, '600 13px', colours.ink);
    text(frame.count, width - 20, right < width - 260 ? 46 : 26, '400 13px', colours.label);
    context.textAlign = 'left';
    context.save();
    context.translate(20, height - FOOT + 6);
    timeline.picture(context, {width: width - 40, height: 68});
    context.restore();
    context.textAlign = 'left';
    context.textBaseline = 'alphabetic';
    let x = 20;
    GROUPS.forEach((group, g) => {
        context.beginPath();
        trace(context, group, x + 6, height - 14, 5);
        context.fillStyle = colours[group];
        context.fill();
        x += 18 + text(frame.groups[g], x + 16, height - 10, '400 12px', colours.ink) + 14;
    });
    context.textAlign = 'right';
    text(frame.credit, width - 20, height - 10, '400 11px', colours.label);
    context.textAlign = 'left';
}
