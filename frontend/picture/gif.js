/** Writes animated GIFs: one palette for all frames, and of each frame only what has changed. Computes, touches no page. */

/** The index that leaves a pixel as it was. */
const CLEAR = 0;
const COLOURS = 255;

/**
 * The commonest colours of some pictures.
 *
 * @param {Uint8ClampedArray[]} pictures RGBA
 * @returns {number[]} as 0xRRGGBB, at most COLOURS
 */
export function commonColours(pictures) {
    const counts = new Map();
    for (const pixels of pictures) {
        for (let i = 0; i < pixels.length; i += 4) {
            // Close shades count as one, by their upper bits; the colour kept is the first one met.
            const key = ((pixels[i] >> 3) << 10) | ((pixels[i + 1] >> 3) << 5) | (pixels[i + 2] >> 3);
            const seen = counts.get(key);
            if (seen) seen.n++;
            else counts.set(key, {n: 1, colour: (pixels[i] << 16) | (pixels[i + 1] << 8) | pixels[i + 2]});
        }
    }
    return [...counts.values()].sort((a, b) => b.n - a.n).slice(0, COLOURS).map(({colour}) => colour);
}

export class Gif {
    /** @type {number[]} */
    #bytes = [];
    #width;
    #height;
    #palette;
    /** @type {Map<number, number>} */
    #nearest = new Map();
    /** @type {Uint8Array|null} */
    #last = null;

    /** @param {number} width @param {number} height @param {number[]} palette */
    constructor(width, height, palette) {
        this.#width = width;
        this.#height = height;
        this.#palette = palette;
        this.#text('GIF89a');
        this.#short(width);
        this.#short(height);
        // 256 colours, of which the first is never seen.
        this.#bytes.push(0xf7, 0, 0, 0, 0, 0);
        for (let i = 0; i < COLOURS; i++) {
            const colour = palette[i] ?? 0;
            this.#bytes.push(colour >> 16, (colour >> 8) & 255, colour & 255);
        }
        this.#bytes.push(0x21, 0xff, 11);
        this.#text('NETSCAPE2.0');
        this.#bytes.push(3, 1, 0, 0, 0);
    }

    /** @param {Uint8ClampedArray} pixels RGBA @param {number} delayMs */
    add(pixels, delayMs) {
        const indexes = new Uint8Array(this.#width * this.#height);
        for (let i = 0; i < indexes.length; i++) {
            const colour = (pixels[i * 4] << 16) | (pixels[i * 4 + 1] << 8) | pixels[i * 4 + 2];
            indexes[i] = this.#nearest.get(colour) ?? this.#find(colour);
        }
        const fresh = indexes.slice();
        if (this.#last) for (let i = 0; i < fresh.length; i++) if (fresh[i] === this.#last[i]) fresh[i] = CLEAR;
        this.#last = indexes;
        this.#bytes.push(0x21, 0xf9, 4, 0x05);
        this.#short(Math.round(delayMs / 10));
        this.#bytes.push(CLEAR, 0, 0x2c);
        for (const n of [0, 0, this.#width, this.#height]) this.#short(n);
        this.#bytes.push(0);
        this.#compress(fresh);
    }

    /** @returns {Uint8Array<ArrayBuffer>} */
    end() {
        this.#bytes.push(0x3b);
        return Uint8Array.from(this.#bytes);
    }

    /** @param {number} colour */
    #find(colour) {
        const [r, g, b] = [colour >> 16, (colour >> 8) & 255, colour & 255];
        let best = 1;
        let least = Infinity;
        this.#palette.forEach((c, i) => {
            const d = 2 * ((c >> 16) - r) ** 2 + 4 * (((c >> 8) & 255) - g) ** 2 + ((c & 255) - b) ** 2;
            if (d < least) {
                least = d;
                best = i + 1;
            }
        });
        this.#nearest.set(colour, best);
        return best;
    }

    /** LZW, in blocks of 255 bytes. @param {Uint8Array} indexes */
    #compress(indexes) {
        this.#bytes.push(8);
        /** @type {number[]} */
        let block = [];
        let bits = 0;
        let held = 0;
        let width = 9;
        const put = (/** @type {number} */ code) => {
            held |= code << bits;
            bits += width;
            while (bits >= 8) {
                block.push(held & 255);
                held >>>= 8;
                bits -= 8;
                if (block.length === 255) {
                    this.#bytes.push(255, ...block);
                    block = [];
                }
            }
        };
        let codes = new Map();
        let next = 258;
        put(256);
        let prefix = indexes[0];
        for (let i = 1; i < indexes.length; i++) {
            const key = (prefix << 8) | indexes[i];
            const code = codes.get(key);
            if (code !== undefined) {
                prefix = code;
                continue;
            }
            put(prefix);
            codes.set(key, next);
            if (next === 1 << width && width < 12) width++;
            next++;
            if (next > 4095) {
                put(256);
                codes = new Map();
                next = 258;
                width = 9;
            }
            prefix = indexes[i];
        }
        put(prefix);
        put(257);
        if (bits > 0) block.push(held & 255);
        if (block.length) this.#bytes.push(block.length, ...block);
        this.#bytes.push(0);
    }

    /** @param {number} n */
    #short(n) {
        this.#bytes.push(n & 255, n >> 8);
    }

    /** @param {string} text */
    #text(text) {
        for (const c of text) this.#bytes.push(c.charCodeAt(0));
    }
}
