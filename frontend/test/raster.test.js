import assert from 'node:assert/strict';
import {test} from 'node:test';
import {divide, over, pixel, Raster, ringShape, SECTORS, sprite} from '../map/raster.js';

const RED = pixel('#ff0000');
const BLUE = pixel('#0000ff');
const canvas = () => {
    const raster = new Raster();
    raster.resize(10, 10);
    return raster;
};

test('a mark stands where its middle is put, and what lies outside is left away', () => {
    const raster = canvas();
    const mark = sprite(new Uint32Array(16).fill(RED), 4);
    raster.add(mark, 5, 5);
    assert.equal(raster.pixels[5 * 10 + 5], RED);
    assert.equal(raster.pixels[0], 0);
    raster.add(mark, 0, 0);
    raster.add(mark, 10, 9);
    assert.equal(raster.pixels[0], RED);
    assert.equal(raster.pixels.filter((p) => p === RED).length, 16 + 4 + 6);
});

test('a fading mark is as transparent as it is absent', () => {
    const raster = canvas();
    raster.add(sprite(new Uint32Array(4).fill(RED), 2), 5, 5, 0.5);
    assert.equal(raster.pixels[5 * 10 + 5] >>> 24, 127);
});

test('half a red over blue is purple, and stays opaque', () => {
    const mixed = over(RED, 128, BLUE);
    assert.equal(mixed >>> 24, 255);
    assert.ok(Math.abs((mixed & 255) - 128) < 3 && Math.abs(((mixed >> 16) & 255) - 127) < 3);
});

test('a transparent colour over another is less transparent than both', () => {
    const mixed = over(RED, 100, (BLUE & 0xffffff) | (100 << 24));
    assert.ok(mixed >>> 24 > 100 && mixed >>> 24 < 200);
});

test('a ring is divided as its groups are, with a gap between them', () => {
    const sectors = new Uint32Array(SECTORS);
    divide([0, 3, 1, 0], 0, [1, 2, 3, 4], 9, sectors);
    const count = (value) => sectors.filter((s) => s === value).length;
    assert.deepEqual([count(1), count(2), count(3), count(4), count(9)], [0, SECTORS * 0.75 - 1, SECTORS / 4 - 1, 0, 2]);
    divide([0, 1000, 0, 1], 0, [1, 2, 3, 4], 9, sectors);
    assert.ok(sectors.includes(4), 'the smallest group is seen');
    divide([0, 5, 0, 0], 0, [1, 2, 3, 4], 9, sectors);
    assert.ok(sectors.every((s) => s === 2), 'one group has no gap');
});

test('a ring has paper inside and its rim outside', () => {
    const raster = canvas();
    raster.resize(40, 40);
    raster.ring(ringShape(12, 4, 1.5), new Uint32Array(SECTORS).fill(RED), BLUE, 20, 20);
    assert.equal(raster.pixels[20 * 40 + 20], BLUE);
    assert.equal(raster.pixels[20 * 40 + 30], RED);
    assert.equal(raster.pixels[20 * 40 + 39], 0);
});
