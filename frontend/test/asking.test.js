import assert from 'node:assert/strict';
import {afterEach, test} from 'node:test';
import {some} from '../bench/some.js';
import {Columns} from '../data/columns.js';
import {noFilter} from '../data/filter.js';
import {TYPES} from '../data/types.js';
import {counts, sum} from '../many/asking.js';
import {TileColumns} from '../many/columns.js';
import {Latest} from '../many/latest.js';
import {question} from '../page/readout.js';
import {busiest} from '../time/extent.js';
import {beginning, DAY, ending, floorDay, HOUR, isoDay, isoDays, isoShort} from '../time/minutes.js';

const given = some(3000);
given.end = given.end.map((end, i) => i % 7 ? end : end + (i % 40) * DAY);
const all = new Columns(given);
const limits = busiest(all.start, all.end);
const day = limits.from + 10 * DAY;
const rows = [...all.start.keys()];
const within = ({from, to}) => rows.filter((i) => all.start[i] < to && all.end[i] > from);

const reach = globalThis.fetch;
afterEach(() => (globalThis.fetch = reach));

/** @param {any} body @param {number} [status] */
function answer(body, status = 200) {
    return new Response(JSON.stringify(body), {status});
}

/** Answers as the service does, to whom hours have a clock and days have none. @param {string} path */
function serve(path) {
    const {pathname, searchParams} = new URL(path, 'http://localhost');
    const datetime = searchParams.get('datetime');
    assert.match(datetime, /^\d{4}-\d\d-\d\d\/\d{4}-\d\d-\d\d$/, 'a moment would be one of a single clock');
    const [first, last] = datetime.split('/');
    const window = {from: beginning(first), to: ending(last)};
    const found = rows.filter((i) => floorDay(all.start[i]) < window.to && Math.ceil(all.end[i] / DAY) * DAY > window.from);
    if (pathname !== '/api/timeline') {
        const latest = found.slice(-Number(searchParams.get('latest')));
        const picked = Object.fromEntries(Object.entries(given).filter(([, v]) => Array.isArray(v)).map(([name, values]) => [name, latest.map((i) => values[i])]));
        return answer({...picked, places: given.places});
    }
    const steps = new Map();
    for (const i of found) {
        const minute = searchParams.get('of') === 'end' ? all.end[i] - 1 : all.start[i];
        const start = searchParams.get('by') === 'hour' ? new Date(Math.floor(minute / HOUR) * HOUR * 60000).toISOString().slice(0, 16) : `${isoDay(minute).slice(0, 8)}01`;
        if (!steps.has(start)) steps.set(start, {start, types: {}});
        const {types} = steps.get(start);
        types[TYPES[all.type[i]]] = (types[TYPES[all.type[i]]] ?? 0) + 1;
    }
    return answer({steps: [...steps.values()]});
}

/** @param {number[]} hours @param {number[]} [more] */
const stretch = ([a, b]) => ({from: day + a * HOUR, to: day + b * HOUR});
const WINDOWS = [[0, 24], [12, 18], [7, 8], [0, 6], [18, 24], [20, 28], [5, 24 * 9 + 11]];

test('what lies in some hours of each place is counted though the service knows no such question', async () => {
    globalThis.fetch = async (path) => serve(path);
    for (const hours of WINDOWS) {
        const window = stretch(hours);
        const found = await counts('', window);
        assert.ok(within(window).length > 0);
        assert.deepEqual([...found], TYPES.map((_, t) => within(window).filter((i) => all.type[i] === t).length), isoShort(window.from));
    }
    assert.equal(sum(await counts('', {from: day, to: day})), 0);
});

/** Lists a window. @param {any} window @param {any} [filter] */
async function listed(window, filter = noFilter()) {
    const failures = [];
    let told = () => {};
    const done = new Promise((resolve) => (told = resolve));
    const latest = new Latest(() => told(undefined), (e) => {
        failures.push(e.kind);
        told(undefined);
    });
    latest.of(filter, window, false);
    await done;
    return {latest, failures};
}

test('the latest of some hours are listed, not those of a day', async () => {
    globalThis.fetch = async (path) => serve(path);
    for (const hours of WINDOWS) {
        const window = stretch(hours);
        const {latest} = await listed(window);
        const {columns, rows: shown} = latest.of(noFilter(), window, false);
        assert.deepEqual([...shown].map((i) => columns.ids[i]), within(window).slice(-200).map((i) => all.ids[i]));
        if (window.from % DAY || window.to % DAY) assert.equal(latest.exact(noFilter(), window), within(window).length);
        latest.end();
    }
});

test('a list that could not be had is told of, and asked for again', async () => {
    globalThis.fetch = async () => answer({}, 503);
    const window = stretch([0, 24]);
    const {latest, failures} = await listed(window);
    assert.deepEqual(failures, ['broken']);
    let asked = 0;
    globalThis.fetch = async (path) => {
        asked++;
        return serve(path);
    };
    // so long it rests while it plays
    await new Promise((resolve) => setTimeout(resolve, 1050));
    latest.of(noFilter(), window, true);
    await new Promise((resolve) => setTimeout(resolve, 50));
    assert.equal(asked, 1);
    assert.ok(latest.of(noFilter(), window, true).rows.length > 0);
    latest.end();
});

test('the failure of what is not wanted any more is nobody’s business', async () => {
    const [before, window] = [stretch([0, 24]), stretch([24, 48])];
    globalThis.fetch = async (path) => {
        if (!path.includes(isoDay(before.from))) return serve(path);
        await new Promise((resolve) => setTimeout(resolve, 100));
        return answer({}, 503);
    };
    const failures = [];
    const latest = new Latest(() => {}, (e) => failures.push(e.kind));
    latest.of(noFilter(), before, false);
    await new Promise((resolve) => setTimeout(resolve, 300));
    latest.of(noFilter(), window, false);
    await new Promise((resolve) => setTimeout(resolve, 400));
    assert.deepEqual(failures, []);
    assert.equal(latest.of(noFilter(), window, false).rows.length, Math.min(200, within(window).length));
    latest.end();
});

test('where all types are hidden nothing is listed, and nobody asked', async () => {
    globalThis.fetch = async () => assert.fail('asked');
    const latest = new Latest(() => {}, () => assert.fail('failed'));
    const filter = {...noFilter(), hidden: [...TYPES]};
    assert.equal(latest.of(filter, stretch([0, 24]), false).rows.length, 0);
    await new Promise((resolve) => setTimeout(resolve, 300));
    assert.equal(latest.of(filter, stretch([0, 24]), false).rows.length, 0);
});

test('a window is asked for by the days that it touches', () => {
    assert.equal(isoDays({from: beginning('2022-01-05'), to: beginning('2022-01-06')}), '2022-01-05/2022-01-05');
    assert.equal(isoDays({from: beginning('2022-01-05T23:59') + 0.6, to: beginning('2022-01-06') + 0.2}), '2022-01-05/2022-01-06');
    assert.equal(isoDays({from: beginning('2022-01-05'), to: beginning('2022-01-05')}), '2022-01-05/2022-01-05');
    const window = {from: beginning('2022-01-05T12:00'), to: beginning('2022-01-05T18:00')};
    assert.equal(question(/** @type {any} */ ({filter: noFilter(), window})), 'datetime=2022-01-05/2022-01-05');
});

test('a view is asked about until it has been told of', () => {
    const view = /** @type {any} */ ({contains: () => true});
    const joined = {n: 1, idBytes: new TextEncoder().encode('a'), idEnds: Uint32Array.of(1), place: Uint32Array.of(0)};
    const columns = new TileColumns(/** @type {any} */ (joined), /** @type {any} */ ([{lat: 43, lon: 77}]), 1);
    assert.ok(columns.untold(view, 10));
    assert.ok(columns.untold(view, 10), 'an answer that did not come is asked for again');
    columns.tell({ids: ['a'], title: ['A march'], reports: [2], assertion: ['reported'], status: ['extracted'], confidence: [1]}, view);
    assert.ok(!columns.untold(view, 10));
    assert.equal(columns.titles[0], 'A march');
});
