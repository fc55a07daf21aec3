import assert from 'node:assert/strict';
import {test} from 'node:test';
import {some} from '../bench/some.js';
import {Columns, placesOf as columnPlaces, WANTED} from '../data/columns.js';
import {GROUPS, TYPES} from '../data/types.js';
import {Days} from '../many/days.js';
import {ASKED, joined, placesOf} from '../many/joined.js';
import {PlaceIndex} from '../many/places.js';
import {marks} from '../many/tile.js';
import {tilesOf} from '../many/view.js';
import {joinedAt} from '../many/whole.js';
import {worldX, worldY} from '../map/mercator.js';
import {busiest, whole} from '../time/extent.js';
import {histogram} from '../time/histogram.js';
import {DAY, isoDay} from '../time/minutes.js';

const answer = some(3000);
// some of them last: over the edge of a day, of a window, of all there is
answer.end = answer.end.map((end, i) => i % 7 ? end : end + (i % 40) * DAY);
const columns = new Columns(answer);
const all = new Uint8Array(columns.n).fill(1);

/** As /api/timeline counts them. @param {(row: number) => number} minute */
function steps(minute) {
    const counted = new Map();
    for (let i = 0; i < columns.n; i++) {
        const start = isoDay(Math.floor(minute(i) / DAY) * DAY);
        if (!counted.has(start)) counted.set(start, {start, types: {}});
        const {types} = counted.get(start);
        types[TYPES[columns.type[i]]] = (types[TYPES[columns.type[i]]] ?? 0) + 1;
    }
    return [...counted.values()];
}
const days = new Days(steps((i) => columns.start[i]), steps((i) => columns.end[i] - 1));
const limits = busiest(columns.start, columns.end);
const inside = ({from, to}) => columns.start.reduce((n, start, i) => n + +(start < to && columns.end[i] > from), 0);

test('what lies in a window of whole days is counted without knowing one of them', () => {
    for (const [a, b] of [[0, 60], [3, 4], [10, 40], [-5, 2], [58, 200], [-9, -3]]) {
        const window = {from: limits.from + a * DAY, to: limits.from + b * DAY};
        assert.equal(days.count(window), inside(window), `${a} to ${b}`);
    }
});

test('a type that is hidden is not counted', () => {
    const hidden = TYPES.filter((type) => type !== 'riot');
    assert.equal(days.count(limits, hidden), columns.type.reduce((n, type) => n + +(TYPES[type] === 'riot'), 0));
    assert.equal(days.count(limits, TYPES), 0);
});

test('within a day about as many are counted as there are', () => {
    const window = {from: limits.from + 10.25 * DAY, to: limits.from + 12.75 * DAY};
    assert.ok(Math.abs(days.count(window) - inside(window)) < 0.1 * inside(window));
});

test('the histogram of the counts is the histogram of the incidents', () => {
    for (const [from, to, width] of [[limits.from, limits.to, DAY], [limits.from + 10 * DAY, limits.from + 33 * DAY, 7 * DAY]]) {
        assert.deepEqual(days.bars({from, to}, width, [], days), histogram(columns, all, {from, to}, width));
    }
});

test('the groups are those of the incidents', () => {
    assert.deepEqual([...days.groups()], GROUPS.map((_, g) => columns.group.reduce((n, group) => n + +(group === g), 0)));
});

test('nothing at all is counted as nothing', () => {
    const none = new Days([], []);
    assert.equal(none.count({from: 0, to: 100 * DAY}), 0);
    assert.equal(none.bars({from: 0, to: DAY}, DAY, [], none).silent[0], 1);
});

test('the busiest stretch is found from the days alone', () => {
    const short = [...columns.start.keys()].filter((i) => columns.end[i] - columns.start[i] <= 30 * DAY);
    const byDay = new Map();
    for (const i of short) {
        const day = Math.floor(columns.start[i] / DAY);
        byDay.set(day, [...byDay.get(day) ?? [], i]);
    }
    const of = (value) => [...byDay.values()].map(value);
    const starts = of((rows) => Math.min(...rows.map((i) => columns.start[i])));
    const ends = of((rows) => Math.max(...rows.map((i) => columns.end[i])));
    assert.deepEqual(busiest(starts, ends, of((rows) => rows.length)), limits);
    assert.notDeepEqual(whole(columns.start, columns.end), limits);
});

/** Writes a tile as the service does. @param {{x: number, y: number, id: string, [key: string]: any}[]} points */
function tile(points) {
    const number = (/** @type {number} */ n) => {
        const bytes = [];
        for (; n > 127; n = Math.floor(n / 128)) bytes.push((n % 128) | 128);
        return [...bytes, n];
    };
    const signed = (/** @type {number} */ n) => number(n < 0 ? -2 * n - 1 : 2 * n);
    const part = (/** @type {number} */ field, /** @type {number[]} */ bytes) => [...number(field * 8 + 2), ...number(bytes.length), ...bytes];
    const text = (/** @type {string} */ said) => [...new TextEncoder().encode(said)];
    const keys = ['id', ...ASKED];
    const values = points.flatMap((point) => keys.map((key) => key === 'id' ? part(1, text(point.id)) : [...number(6 * 8), ...signed(point[key])]));
    const features = points.map(({x, y}, i) => [
        ...part(2, keys.flatMap((_, k) => [...number(k), ...number(i * keys.length + k)])), ...number(3 * 8), 1,
        ...part(4, [9, ...signed(x), ...signed(y)]),
    ]);
    return new Uint8Array(part(3, [...number(15 * 8), 2, ...part(1, text('incidents')), ...keys.flatMap((key) => part(3, text(key))),
        ...number(5 * 8), ...number(4096), ...features.flatMap((feature) => part(2, feature)), ...values.flatMap((value) => part(4, value))]));
}

const codes = {type: ['protest', 'riot', 'blackout'], precision: ['hour', 'day'], level: ['site', 'district', 'town', 'region', 'country']};
const point = (/** @type {any} */ changes) => ({x: 100, y: 200, id: 'a', start: 1000, end: 2000, type: 1, precision: 0, level: 2, ...changes});

test('a tile is read as it was written', () => {
    const read = marks(tile([point({}), point({id: 'long-id', x: 4095, y: 0, start: -90_000_000, end: -3})]), ASKED);
    assert.equal(read.n, 2);
    assert.deepEqual([...read.x, ...read.y], [100, 4095, 200, 0]);
    assert.deepEqual([...read.numbers.start], [1000, -90_000_000]);
    assert.deepEqual([...read.numbers.end], [2000, -3]);
});

test('an empty tile has nothing', () => assert.equal(marks(new Uint8Array(0), ASKED).n, 0));

test('attributes and fields that nobody knows are passed over', () => {
    const [known, more] = [tile([point({})]), [15 * 8 + 5, 1, 2, 3, 4, 14 * 8, 5]];
    const bytes = new Uint8Array([...known, ...more]);
    assert.equal(marks(bytes, ['start', 'depth']).numbers.depth[0], 0);
    assert.equal(marks(bytes, ['start', 'depth']).numbers.start[0], 1000);
});

const world = (/** @type {any} */ place) => ({x: worldX(place.lon), y: worldY(place.lat)});

test('a mark belongs to the nearest place of its size', () => {
    const places = [{lon: 76.92, lat: 43.25, level: 'town'}, {lon: 77, lat: 43.3, level: 'town'}, {lon: 76.93, lat: 43.25, level: 'region'}, {lon: -70, lat: -20, level: 'site'}];
    const index = new PlaceIndex(places);
    const {x, y} = world({lon: 76.93, lat: 43.251});
    assert.equal(index.nearest(x, y, 'town'), 0);
    assert.equal(index.nearest(x, y, 'region'), 2);
    assert.equal(index.nearest(x, y, 'site'), 3);
    assert.ok(index.nearest(x, y, 'country') >= 0);
});

test('of many places the nearest is found that all would have shown', () => {
    const places = some(5000).places;
    const list = places.lon.map((lon, i) => ({lon, lat: places.lat[i], level: 'town'}));
    const index = new PlaceIndex(list);
    const points = list.map(world);
    for (let k = 0; k < 200; k++) {
        const [x, y] = [161 + ((k * 37) % 30), 80 + ((k * 17) % 25)];
        const distance = (/** @type {{x: number, y: number}} */ p) => Math.hypot(p.x - x, p.y - y);
        assert.equal(distance(points[index.nearest(x, y, 'town')]), Math.min(...points.map(distance)));
    }
});

test('the marks of several tiles stand in the order of time', () => {
    const of = (/** @type {any[]} */ points, weight = 1) => {
        const bytes = tile(points);
        const read = marks(bytes, ASKED);
        return {...read, bytes, weight, place: placesOf(read, {z: 0, x: 0, y: 0}, new PlaceIndex([{lon: 0, lat: 0, level: 'town'}]), codes)};
    };
    const one = of([point({id: 'b', start: 50}), point({id: 'z', start: 7, type: 2})]);
    const two = of([point({id: 'a', start: 50}), point({id: 'early', start: -5, end: -5})], 3);
    const made = joined([one, two], codes, new Map([['z', 9999], ['b', 1]]));
    const ids = [...made.idEnds].map((end, i) => new TextDecoder().decode(made.idBytes.slice(i ? made.idEnds[i - 1] : 0, end)));
    assert.deepEqual(ids, ['early', 'z', 'a', 'b']);
    assert.deepEqual([...made.start], [-5, 7, 50, 50]);
    assert.equal(made.end[0], -4);
    assert.deepEqual([...made.force], [-4, 9999, 2000, 2000]);
    assert.deepEqual([...made.latest], [-4, 2000, 2000, 2000]);
    assert.deepEqual([...made.weight ?? []], [3, 1, 3, 1]);
    assert.equal(joined([one], codes, new Map()).weight, null);
});

test('a view is drawn from four tiles at most', () => {
    const box = (/** @type {number[]} */ [west, south, east, north]) => ({getWest: () => west, getSouth: () => south, getEast: () => east, getNorth: () => north});
    for (const zoom of [2, 4.5, 7, 13]) {
        const degrees = (360 * 1440 * 1.2) / 256 / 2 ** zoom;
        const tiles = tilesOf(box([70 - degrees / 2, 40, 70 + degrees / 2, 40 + degrees / 3]), zoom, {x: 1440, y: 900});
        assert.ok(tiles.length >= 1 && tiles.length <= 4, `${zoom}: ${tiles.length}`);
    }
    assert.deepEqual(tilesOf(box([-300, -89, 300, 89]), 2, {x: 1440, y: 900}), [{z: 0, x: 0, y: 0}]);
});

test('what few lie in a window are drawn once each, in order, at the places of the tiles', () => {
    const told = answer.places;
    const places = columnPlaces(answer);
    const of = (/** @type {number[]} */ rows) => {
        // the service names only the places of what it answers with
        const here = [...new Set(rows.map((i) => answer.place[i]))];
        const some = {...answer, ids: rows.map((i) => answer.ids[i]), place: rows.map((i) => here.indexOf(answer.place[i]))};
        for (const name of WANTED) if (name !== 'place') some[name] = rows.map((i) => answer[name][i]);
        some.places = {...told, n: here.length, id: here.map((i) => told.id[i])};
        return some;
    };
    const whole = joinedAt([of([7, 300, 900]), of([2, 300, 1500])], told, places, 9999);
    assert.deepEqual(whole.ids, [2, 7, 300, 900, 1500].map((i) => answer.ids[i]));
    assert.equal(whole.places, places);
    assert.deepEqual([...whole.place], [2, 7, 300, 900, 1500].map((i) => answer.place[i]));
    assert.equal(whole.all, 9999);
    assert.equal(whole.weight, null);
});
