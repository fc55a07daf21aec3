/** Reads a vector tile (Mapbox Vector Tile 2.1) of points into typed arrays. Computes, asks nobody. */

/**
 * @typedef {object} Marks the points of a tile; an attribute that is no number is 0
 * @property {number} n
 * @property {number} extent how many steps the tile is wide
 * @property {Int32Array} x in steps from its north-west corner
 * @property {Int32Array} y
 * @property {Record<string, Int32Array>} numbers by the attribute's name
 * @property {Uint32Array} idAt where in the tile's bytes each id stands
 * @property {Uint8Array} idLength
 */

const SIGNED = 6;
const STRING = 1;

/** The bytes of a tile, read from the front. */
class Bytes {
    /** @param {Uint8Array} bytes @param {number} at @param {number} end */
    constructor(bytes, at, end) {
        this.bytes = bytes;
        this.at = at;
        this.end = end;
        this.field = 0;
    }

    number() {
        let value = 0;
        let factor = 1;
        for (;;) {
            const byte = this.bytes[this.at++];
            value += (byte & 127) * factor;
            if (!(byte & 128)) return value;
            factor *= 128;
        }
    }

    signed() {
        const value = this.number();
        return value % 2 ? -(value + 1) / 2 : value / 2;
    }

    /** Goes to the next field; its number is `field` and its kind is given, -1 at the end. */
    next() {
        if (this.at >= this.end) return -1;
        const tag = this.number();
        this.field = Math.floor(tag / 8);
        return tag % 8;
    }

    /** What is within a field of bytes; this goes behind it. */
    part() {
        const length = this.number();
        this.at += length;
        return new Bytes(this.bytes, this.at - length, this.at);
    }

    /** Goes over what nobody wants. @param {number} kind */
    skip(kind) {
        if (kind === 0) this.number();
        else if (kind === 2) this.part();
        else this.at += kind === 1 ? 8 : 4;
    }

    text() {
        return new TextDecoder().decode(this.bytes.subarray(this.at, this.end));
    }
}

/** @param {Uint8Array} bytes of a tile with one layer of points, or none @param {string[]} wanted attributes that are numbers @returns {Marks} */
export function marks(bytes, wanted) {
    const tile = new Bytes(bytes, 0, bytes.length);
    /** @type {Bytes|null} */
    let layer = null;
    for (let kind = tile.next(); kind >= 0; kind = tile.next()) {
        if (tile.field === 3 && kind === 2) layer = tile.part();
        else tile.skip(kind);
    }
    /** @type {string[]} */
    const keys = [];
    /** @type {Bytes[]} */
    const features = [];
    const values = /** @type {number[]} */ ([]);
    const [textAt, textLength] = [/** @type {number[]} */ ([]), /** @type {number[]} */ ([])];
    let extent = 4096;
    for (let kind = layer?.next() ?? -1; layer && kind >= 0; kind = layer.next()) {
        if (layer.field === 2) features.push(layer.part());
        else if (layer.field === 3) keys.push(layer.part().text());
        else if (layer.field === 4) {
            const value = layer.part();
            value.next();
            const text = value.field === STRING ? value.part() : null;
            values.push(text ? 0 : value.field === SIGNED ? value.signed() : value.number());
            textAt.push(text?.at ?? 0);
            textLength.push(text ? text.end - text.at : 0);
        } else if (layer.field === 5) extent = layer.number();
        else layer.skip(kind);
    }
    const n = features.length;
    const columns = keys.map((key) => wanted.includes(key) ? new Int32Array(n) : null);
    const made = {
        n, extent, x: new Int32Array(n), y: new Int32Array(n), idAt: new Uint32Array(n), idLength: new Uint8Array(n),
        numbers: Object.fromEntries(wanted.map((name) => [name, columns[keys.indexOf(name)] ?? new Int32Array(n)])),
    };
    const id = keys.indexOf('id');
    features.forEach((feature, i) => {
        for (let kind = feature.next(); kind >= 0; kind = feature.next()) {
            if (feature.field === 2) {
                for (const tags = feature.part(); tags.at < tags.end;) {
                    const key = tags.number();
                    const value = tags.number();
                    const column = columns[key];
                    if (column) column[i] = values[value];
                    else if (key === id) [made.idAt[i], made.idLength[i]] = [textAt[value], textLength[value]];
                }
            } else if (feature.field === 4) {
                const path = feature.part();
                path.number();
                made.x[i] = path.signed();
                made.y[i] = path.signed();
            } else feature.skip(kind);
        }
    });
    return made;
}
