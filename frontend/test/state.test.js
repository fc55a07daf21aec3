import assert from 'node:assert/strict';
import {test} from 'node:test';
import {read, readView, readWindow, write} from '../state/address.js';
import {State} from '../state/state.js';
import {beginning as day} from '../time/minutes.js';

const limits = {from: day('2022-01-02'), to: day('2022-01-10')};
const choice = () => ({...new State().now, window: {...limits}});

test('the address of the first view is empty', () => assert.equal(write(choice(), limits), ''));

test('what is written is read again', () => {
    const now = choice();
    Object.assign(now, {span: 'day', window: {from: day('2022-01-05'), to: day('2022-01-06')}, incident: 'a1', report: 'r/1', speed: 2, language: 'ru', theme: 'dark', loop: true});
    now.filter = {...now.filter, hidden: ['protest', 'riot'], q: 'Алматы & fire', asOf: '2022-01-06', confidence: 0.5};
    const query = write(now, limits, '5/48.00/67.00');
    const again = read(`?${query}`);
    for (const key of ['span', 'incident', 'report', 'speed', 'language', 'theme', 'loop', 'filter']) assert.deepEqual(again[key], now[key], key);
    assert.deepEqual(readWindow(`?${query}`, 'day', limits), now.window);
    assert.deepEqual(readView(`?${query}`), {zoom: 5, lat: 48, lon: 67});
});

test('an own range is written as its first and last day', () => {
    const now = {...choice(), span: 'free', window: {from: day('2022-01-03'), to: day('2022-01-06')}};
    assert.equal(write(now, limits), 'from=2022-01-03&to=2022-01-05');
    assert.deepEqual(readWindow('?from=2022-01-03&to=2022-01-05', 'free', limits), now.window);
});

test('nonsense in the address is left aside', () => {
    const asked = read('?span=aeon&hide=protest,%3Cscript%3E&speed=-3&confidence=x&lang=xx&asof=yesterday&theme=pink');
    assert.deepEqual(asked.filter, {...new State().now.filter, hidden: ['protest']});
    assert.deepEqual([asked.span, asked.speed, asked.language, asked.theme], ['all', 1, '', '']);
    assert.deepEqual(readWindow('?to=2022-13-99x', 'all', limits), limits);
    assert.equal(readView('?map=1/2'), null);
});

test('a state tells only what has changed', () => {
    const state = new State();
    const told = [];
    state.addEventListener('change', (e) => told.push([...e.detail.changed]));
    state.set({speed: 2, loop: false});
    state.set({speed: 2});
    assert.deepEqual(told, [['speed']]);
});
