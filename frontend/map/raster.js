/**
 * A picture in memory that marks are written into, pixel by pixel: of many thousand incidents this takes a few milliseconds,
 * where the canvas's own drawing takes ten times that. Computes, touches no page.
 */

/** @typedef {{pixels: Uint32Array, xs: Int16Array, ys: Int16Array}} Sprite what of a mark is seen: ABGR, not premultiplied, and where from its middle */

/**
 * @typedef {object} Ring a round mark whose rim is told apart by sectors
 * @property {number} size
 * @property {Uint8Array} sector of each pixel
 * @property {Uint8Array} rim how much of a pixel is rim
 * @property {Uint8Array} disc how much of a pixel is mark at all
 */

export const SECTORS = 96;

export class Raster {
    width = 0;
    height = 0;
    pixels = new Uint32Array(0);
    bytes = new Uint8ClampedArray(0);

    /** @param {number} width @param {number} height @returns {boolean} whether it has another size than before */
    resize(width, height) {
        if (width === this.width && height === this.height) return false;
        this.width = width;
        this.height = height;
        this.pixels = new Uint32Array(width * height);
        this.bytes = new Uint8ClampedArray(this.pixels.buffer);
        return true;
    }

    clear() {
        this.pixels.fill(0);
    }

    /** @param {Sprite} sprite @param {number} x of its middle @param {number} y @param {number} [part] how present it is, 0 to 1 */
    add({pixels, xs, ys}, x, y, part = 1) {
        const {width, height, pixels: out} = this;
        const [left, top] = [Math.round(x), Math.round(y)];
        const whole = part >= 1;
        for (let k = 0; k < pixels.length; k++) {
            const [u, v] = [left + xs[k], top + ys[k]];
            if (u < 0 || v < 0 || u >= width || v >= height) continue;
            const source = pixels[k];
            const alpha = whole ? source >>> 24 : ((source >>> 24) * part) | 0;
            const at = v * width + u;
            out[at] = alpha === 255 ? source : over(source, alpha, out[at]);
        }
    }

    /**
     * @param {Ring} ring
     * @param {Uint32Array} colours of the sectors
     * @param {number} paper what is inside
     * @param {number} x of its middle
     * @param {number} y
     * @param {number} [part]
     */
    ring({size, sector, rim, disc}, colours, paper, x, y, part = 1) {
        const left = Math.round(x - size / 2);
        const top = Math.round(y - size / 2);
        const [from, to] = [Math.max(0, -left), Math.min(size, this.width - left)];
        const bottom = Math.min(size, this.height - top);
        for (let v = Math.max(0, -top); v < bottom; v++) {
            let at = (top + v) * this.width + left + from;
            for (let k = v * size + from; k < v * size + to; k++, at++) {
                if (disc[k] === 0) continue;
                const share = rim[k];
                const colour = share === 0 ? paper : share === 255 ? colours[sector[k]] : over(colours[sector[k]], share, paper);
                const alpha = part >= 1 ? disc[k] : (disc[k] * part) | 0;
                this.pixels[at] = alpha === 255 ? colour : over(colour, alpha, this.pixels[at]);
            }
        }
    }
}

/** A colour with an opacity over another one. @param {number} source @param {number} alpha 0 to 255 @param {number} below */
export function over(source, alpha, below) {
    const under = below >>> 24;
    if (under === 0) return ((source & 0xffffff) | (alpha << 24)) >>> 0;
    let a = alpha + (alpha >> 7);
    let sum = 255;
    if (under < 255) {
        sum = alpha + ((under * (255 - alpha)) / 255);
        a = ((alpha * 256) / sum) | 0;
    }
    const b = 256 - a;
    const redBlue = (((source & 0xff00ff) * a + (below & 0xff00ff) * b) >>> 8) & 0xff00ff;
    const green = (((source & 0xff00) * a + (below & 0xff00) * b) >>> 8) & 0xff00;
    return (redBlue | green | (Math.round(sum) << 24)) >>> 0;
}

/** What is seen of a square picture. @param {Uint32Array} square @param {number} size @returns {Sprite} */
export function sprite(square, size) {
    const seen = [...square.keys()].filter((k) => square[k] !== 0);
    const half = size >> 1;
    return {
        pixels: Uint32Array.from(seen, (k) => square[k]),
        xs: Int16Array.from(seen, (k) => (k % size) - half), ys: Int16Array.from(seen, (k) => Math.floor(k / size) - half),
    };
}

/** "#rrggbb" as an opaque pixel. @param {string} hex */
export function pixel(hex) {
    const n = parseInt(hex.slice(1), 16);
    return ((255 << 24) | ((n & 255) << 16) | (n & 0xff00) | (n >> 16)) >>> 0;
}

/**
 * The shape of a ring.
 *
 * @param {number} radius in pixels
 * @param {number} rim how wide its rim is
 * @param {number} margin of paper around it
 * @returns {Ring}
 */
export function ringShape(radius, rim, margin) {
    const size = 2 * Math.ceil(radius + margin + 1);
    const shape = {size, sector: new Uint8Array(size * size), rim: new Uint8Array(size * size), disc: new Uint8Array(size * size)};
    const covers = (/** @type {number} */ distance) => Math.max(0, Math.min(1, distance + 0.5));
    for (let v = 0; v < size; v++) {
        for (let u = 0; u < size; u++) {
            const [x, y] = [u + 0.5 - size / 2, v + 0.5 - size / 2];
            const d = Math.hypot(x, y);
            const k = v * size + u;
            shape.disc[k] = 255 * covers(radius + margin - d);
            shape.rim[k] = 255 * covers(radius - d) * covers(d - (radius - rim));
            // from the top, clockwise
            const turn = (Math.atan2(x, -y) / (2 * Math.PI) + 1) % 1;
            shape.sector[k] = Math.min(SECTORS - 1, Math.floor(turn * SECTORS));
        }
    }
    return shape;
}

/**
 * Which colour each sector of a ring has: as many of them as a group has incidents, with a gap between two groups.
 *
 * @param {ArrayLike<number>} counts
 * @param {number} from where in counts the groups begin
 * @param {ArrayLike<number>} colours of the groups
 * @param {number} paper
 * @param {Uint32Array} sectors is filled
 */
export function divide(counts, from, colours, paper, sectors) {
    const n = colours.length;
    let total = 0;
    let groups = 0;
    for (let g = 0; g < n; g++) {
        total += counts[from + g];
        if (counts[from + g]) groups++;
    }
    let at = 0;
    let sum = 0;
    for (let g = 0; g < n; g++) {
        if (!counts[from + g]) continue;
        sum += counts[from + g];
        const first = at;
        // the smallest group is still seen
        at = sum === total ? SECTORS : Math.max(at + 4, Math.min(SECTORS - 4, Math.round((sum / total) * SECTORS)));
        sectors.fill(colours[g], first, at);
        if (groups > 1) sectors[first] = paper;
    }
}
