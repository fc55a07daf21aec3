import assert from 'node:assert/strict';
import {test} from 'node:test';
import {Columns} from '../data/columns.js';
import {asksService, asQuery, isFiltering, mask, noFilter} from '../data/filter.js';
import {beginning as day} from '../time/minutes.js';
import {answer, incident} from './some.js';

const columns = new Columns(answer([
    incident({id: 'later', start: '2022-01-06', end: '2022-01-06', type: 'clash'}),
    incident({id: 'year', start: '2011-01-01', end: '2011-12-31', time_precision: 'year'}),
    incident({id: 'long', start: '2022-01-02', end: '2022-01-08', place: 'Zhanaozen', place_id: 'geonames:607610'}),
    incident({id: 'denied', start: '2022-01-05', end: '2022-01-05', assertion: 'denied', confidence: 0.4}),
]));
const passing = (changes) => [...mask(columns, {...noFilter(), ...changes})].flatMap((passes, i) => passes ? [columns.ids[i]] : []);

test('incidents stand in the order of time', () => {
    assert.deepEqual(columns.ids, ['year', 'long', 'denied', 'later']);
});

test('a slice holds what may lie in a window and leaves out what cannot', () => {
    assert.deepEqual(columns.slice(day('2022-01-05'), day('2022-01-06')), [1, 3]);
    assert.deepEqual(columns.slice(day('2011-06-01'), day('2011-06-02')), [0, 1]);
});

test('a place is kept once, with how many incidents it has', () => {
    assert.deepEqual(columns.places.map((p) => [p.name, p.count]), [['Almaty', 3], ['Zhanaozen', 1]]);
});

test('a region is an area, a town is a point', () => {
    const {places} = new Columns(answer([incident({place_level: 'region', place_id: 'r'}), incident()]));
    assert.deepEqual(places.map((p) => p.area).sort(), [false, true]);
});

test('of what only the service can find, what it has found passes', () => {
    assert.deepEqual(asksService({...noFilter(), q: 'oil'}), true);
    const found = columns.among(['long', 'gone']);
    const passes = mask(columns, {...noFilter(), q: 'oil', hidden: ['clash']}, found);
    assert.deepEqual([...passes].flatMap((p, i) => p ? [columns.ids[i]] : []), ['long']);
});

test('an incident is found again by its id', () => {
    assert.equal(columns.ids[columns.row('denied')], 'denied');
    assert.equal(columns.row('gone'), -1);
});

test('types, confidence and the day of publication each narrow the choice', () => {
    assert.deepEqual(passing({hidden: ['protest']}), ['later']);
    assert.deepEqual(passing({confidence: 0.5}), ['year', 'long', 'later']);
    assert.deepEqual(passing({asOf: '2022-01-05'}), []);
});

test('a place that is not there hides nothing', () => assert.equal(passing({place: 'geonames:0'}).length, 4));

test('the service is asked for the same filter', () => {
    const query = asQuery({...noFilter(), hidden: ['protest', 'riot'], q: 'Almaty'});
    assert.equal(query.get('q'), 'Almaty');
    assert.equal(query.get('type')?.split(',').length, 12);
    assert.equal(asQuery(noFilter()).toString(), '');
});

test('no filter is no filter', () => {
    assert.equal(isFiltering(noFilter()), false);
    assert.equal(isFiltering({...noFilter(), q: 'x'}), true);
});
