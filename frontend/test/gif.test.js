import assert from 'node:assert/strict';
import {test} from 'node:test';
import {commonColours, Gif} from '../picture/gif.js';

/** Reads back the indexes of every frame, as any viewer would. @param {Uint8Array} bytes */
function decode(bytes) {
    const frames = [];
    let at = 13 + 768;
    while (bytes[at] !== 0x3b) {
        if (bytes[at] === 0x21) {
            at += 2;
            while (bytes[at]) at += bytes[at] + 1;
            at++;
            continue;
        }
        at += 11;
        const data = [];
        while (bytes[at]) {
            data.push(...bytes.subarray(at + 1, at + 1 + bytes[at]));
            at += bytes[at] + 1;
        }
        at++;
        frames.push(unpack(data));
    }
    return frames;
}

/** @param {number[]} data */
function unpack(data) {
    const out = [];
    let width = 9;
    let bit = 0;
    /** @type {number[][]} */
    let table = [];
    /** @type {number[]|null} */
    let last = null;
    for (;;) {
        let code = 0;
        for (let b = 0; b < width; b++, bit++) code |= ((data[bit >> 3] >> (bit & 7)) & 1) << b;
        if (code === 257) return out;
        if (code === 256) {
            table = Array.from({length: 258}, (_, i) => [i]);
            width = 9;
            last = null;
            continue;
        }
        const entry = table[code] ?? [...last, last[0]];
        out.push(...entry);
        if (last) table.push([...last, entry[0]]);
        last = entry;
        if (table.length === 1 << width && width < 12) width++;
    }
}

const picture = (n, colour) => Uint8ClampedArray.from({length: n * 4}, (_, i) => colour(i >> 2)[i & 3] ?? 255);

test('a picture of many colours comes back as it was', () => {
    const pixels = picture(120 * 90, (i) => [((i * i) >> 3) & 0xf8, (i % 7) * 8, 0, 255]);
    const palette = commonColours([pixels]);
    const gif = new Gif(120, 90, palette);
    gif.add(pixels, 100);
    const [frame] = decode(gif.end());
    assert.equal(frame.length, 120 * 90);
    const exact = frame.filter((index, i) => palette[index - 1] === ((pixels[i * 4] << 16) | (pixels[i * 4 + 1] << 8) | pixels[i * 4 + 2])).length;
    assert.equal(exact, 120 * 90);
});

test('of a later frame only what has changed is written', () => {
    const still = picture(100, () => [255, 255, 255]);
    const moved = still.slice();
    moved.set([178, 24, 43], 40);
    const gif = new Gif(10, 10, commonColours([still, moved]));
    gif.add(still, 100);
    gif.add(moved, 100);
    const [, second] = decode(gif.end());
    assert.deepEqual(second.filter((index) => index !== 0).length, 1);
    assert.notEqual(second[10], 0);
});
