import assert from 'node:assert/strict';
import {readFileSync} from 'node:fs';
import {test} from 'node:test';
import {Columns} from '../data/columns.js';
import {borders} from '../map/borders.js';
import {cluster} from '../map/clusters.js';
import {seat} from '../map/labels.js';
import {inside, worldX, worldY} from '../map/mercator.js';
import {PALETTE} from '../map/palette.js';
import {wherePlayed} from '../map/played.js';
import {MOST_PACKED, packed} from '../map/shapes.js';
import {forerunners, moment} from '../map/spread.js';
import {Tally} from '../map/tally.js';
import {beginning as day} from '../time/minutes.js';
import {answer, incident} from './some.js';

test('near places share a mark when the map is far away, and part when it is closer', () => {
    const spots = [{x: 100, y: 100, weight: 5}, {x: 101, y: 100, weight: 1}, {x: 200, y: 100, weight: 2}];
    assert.deepEqual([...cluster(spots, 2, 26).of], [0, 0, 1]);
    assert.equal(new Set(cluster(spots, 6, 26).of).size, 3);
});

test('a cluster stands at its heaviest place', () => {
    const {centres} = cluster([{x: 1, y: 1, weight: 1}, {x: 1.1, y: 1, weight: 9}], 1, 26);
    assert.deepEqual([...centres], [1]);
});

test('fanned out marks do not hide one another', () => {
    for (let n = 2; n <= MOST_PACKED; n++) {
        for (const [i, [x, y]] of packed(n).entries()) {
            for (const [u, v] of packed(n).slice(i + 1)) assert.ok(Math.hypot(x - u, y - v) >= 2.3, `${n} marks`);
        }
    }
});

test('a label that would touch another looks for another side, and else stays away', () => {
    const wish = {x: 100, y: 50, width: 60, height: 12, gap: 6};
    const seats = seat([wish, {...wish, x: 150}, {...wish, x: 151, y: 51}], 260, 100);
    assert.deepEqual(seats.map((s) => s.wish), [0, 1, 2].slice(0, seats.length));
    assert.equal(new Set(seats.map((s) => `${s.x} ${s.y}`)).size, seats.length);
    assert.equal(seat([wish], 120, 100)[0].x, 100 - 6 - 60);
});

test('the name of an area is written inside it', () => {
    const at = inside({type: 'Polygon', coordinates: [[[0, 0], [10, 0], [10, 10], [5, 1], [0, 10], [0, 0]]]});
    assert.ok(at.x > worldX(0) && at.x < worldX(10) && at.y < worldY(0) && at.width > 0);
});

test('a tally counts points by cluster, areas by place, and what is in force beyond its declaration', () => {
    const columns = new Columns(answer([
        incident({start: '2022-01-05', end: '2022-01-05', type: 'clash'}), incident({start: '2022-01-06', end: '2022-01-06'}),
        incident({start: '2022-01-05', end: '2022-01-05', type: 'emergency', in_force_until: '2022-01-19', place_level: 'region', place_id: 'region'}),
    ]));
    const tally = new Tally(columns);
    tally.use(new Int32Array(columns.places.length), 1);
    const region = columns.places.findIndex((p) => p.key === 'region');
    tally.over(new Uint8Array(3).fill(1), {from: day('2022-01-05'), to: day('2022-01-06')});
    assert.deepEqual([tally.shown, tally.totals[0], tally.count(region)], [2, 1, 1]);
    tally.over(new Uint8Array(3).fill(1), {from: day('2022-01-08'), to: day('2022-01-09')});
    assert.deepEqual([tally.shown, tally.areas().length, tally.count(region)], [0, 1, 0]);
    assert.ok(tally.inForce(region));
});

const luminance = (hex) => [1, 3, 5].map((i) => parseInt(hex.slice(i, i + 2), 16) / 255)
    .map((c) => c <= 0.04045 ? c / 12.92 : ((c + 0.055) / 1.055) ** 2.4).reduce((sum, c, i) => sum + c * [0.2126, 0.7152, 0.0722][i], 0);
const contrast = (a, b) => {
    const [low, high] = [luminance(a), luminance(b)].sort((x, y) => x - y);
    return (high + 0.05) / (low + 0.05);
};

for (const [theme, colours] of Object.entries(PALETTE)) {
    test(`the marks of the ${theme} theme stand out from their ground`, () => {
        for (const group of ['unrest', 'violence', 'response', 'disruption', 'accent']) {
            assert.ok(contrast(colours[group], colours.land) >= 3.6, `${group} on land: ${contrast(colours[group], colours.land)}`);
        }
    });

    test(`the texts of the ${theme} theme can be read`, () => {
        for (const text of ['ink', 'label', 'accent', 'unrest', 'violence', 'response', 'disruption']) {
            assert.ok(contrast(colours[text], colours.paper) >= 4.5, `${text}: ${contrast(colours[text], colours.paper)}`);
        }
    });
}

test('the page and the drawing have the same colours', () => {
    const css = readFileSync(new URL('../style/tokens.css', import.meta.url), 'utf8');
    for (const [name, light] of Object.entries(PALETTE.light)) {
        assert.match(css, new RegExp(`--${name}: light-dark\\(${light}, ${PALETTE.dark[name]}\\)`));
    }
});

test('a border between two regions is inner and drawn once, the rest is outer', () => {
    const square = (x) => ({type: 'Polygon', coordinates: [[[x, 0], [x + 1, 0], [x + 1, 1], [x, 1], [x, 0]]]});
    const {outer, inner} = borders([square(0), square(1)]);
    const length = (lines) => lines.reduce((sum, line) => sum + line.length - 1, 0);
    assert.deepEqual(inner, [[[1, 0], [1, 1]]]);
    assert.equal(length(outer), 6);
});

test('an arrival comes from the nearest place of an earlier day, the first from nowhere', () => {
    const at = (x, date) => ({x, y: 0, first: day(date), n: 1});
    assert.deepEqual([...forerunners([at(0, '2022-01-02'), at(5, '2022-01-04'), at(4, '2022-01-04'), at(9, '2022-01-05')])], [-1, 0, 0, 1]);
});

for (const theme of ['light', 'dark']) {
    test(`every day of the spread stands out from the ground of the ${theme} theme`, () => {
        for (let part = 0; part <= 1; part += 0.05) assert.ok(contrast(moment(part, theme), PALETTE[theme].land) >= 3, `${part}`);
    });
}

test('the map begins with the country that most is told of, and not with a protest abroad', () => {
    const place = (/** @type {string} */ country, /** @type {number} */ count, level = 'town') =>
        /** @type {import('../data/columns.js').Place} */ ({country, count, level, lon: 0, lat: 0});
    const places = [place('KZ', 60), place('KZ', 30, 'country'), place('DE', 1), place('US', 2)];
    assert.deepEqual(wherePlayed(places, 'KZ'), [places[0]]);
    assert.equal(wherePlayed([place('KZ', 5), place('KG', 4)], 'KZ').length, 2);
    assert.equal(wherePlayed([place('KZ', 5, 'country')], 'KZ').length, 1);
});
