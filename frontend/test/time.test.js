import assert from 'node:assert/strict';
import {test} from 'node:test';
import {busiest, whole} from '../time/extent.js';
import {histogram, barWidth} from '../time/histogram.js';
import {beginning, DAY, ending, HOUR, isoDay, isoShort} from '../time/minutes.js';
import {ticks} from '../time/ticks.js';
import {atStart, endAt, ofSpan, shift, step} from '../time/window.js';
import {Columns} from '../data/columns.js';
import {answer, incident} from './some.js';

const day = beginning;
const week = {from: day('2022-01-02'), to: day('2022-01-09')};

test('a day ends with its last minute', () => assert.equal(ending('2022-01-05') - beginning('2022-01-05'), DAY));

test('an hour counts on the clock of its place, whatever the offset', () => {
    assert.equal(beginning('2022-01-05T16:44:00+06:00'), beginning('2022-01-05T16:44:00+05:00'));
    assert.equal(isoShort(beginning('2022-01-05T16:44:00+06:00')), '2022-01-05T16:44');
});

test('what is no date is refused', () => assert.throws(() => beginning('on Wednesday'), /not a date/));

test('a window keeps its length when it meets the end of the data', () => {
    const two = {from: day('2022-01-06'), to: day('2022-01-08')};
    assert.deepEqual(shift(two, 30 * DAY, week), {from: day('2022-01-07'), to: day('2022-01-09')});
});

test('a cumulative window keeps its beginning', () => {
    assert.deepEqual(endAt(week, day('2022-01-04'), 'all', week), {from: week.from, to: day('2022-01-04')});
});

test('a window of a day is the day in which it ends', () => {
    const window = ofSpan({from: week.from, to: day('2022-01-05') + 13 * HOUR}, 'day', week);
    assert.equal(isoDay(window.from), '2022-01-05');
    assert.equal(window.to - window.from, DAY);
});

test('a step back from the middle of a day goes to the beginning of that day', () => {
    const window = {from: week.from, to: day('2022-01-05') + 13 * HOUR};
    assert.equal(step(window, -1, 'all', week).to, day('2022-01-05'));
});

test('a cumulative window never steps back to nothing', () => {
    const first = {from: week.from, to: week.from + DAY};
    assert.deepEqual(step(first, -1, 'all', week), first);
});

test('a playback begins with nothing shown when it accumulates, with the first window when it moves', () => {
    assert.equal(atStart(week, 'all', week).to, week.from);
    assert.equal(atStart({from: week.to - DAY, to: week.to}, 'day', week).from, week.from);
});

test('the timeline opens with the story, not with the background of ten years ago', () => {
    const starts = ['2011-01-01', '2011-12-16', '2022-01-02', '2022-01-05', '2022-01-06'].map(day);
    const ends = ['2011-12-31', '2011-12-16', '2022-01-02', '2022-01-05', '2022-01-08'].map(ending);
    assert.deepEqual(busiest(starts, ends), week);
    assert.equal(isoDay(whole(starts, ends).from), '2011-01-01');
});

test('without incidents there is still a timeline', () => assert.equal(busiest([], []).to, DAY));

test('the histogram counts every incident once, by day and group', () => {
    const columns = new Columns(answer([
        incident({start: '2022-01-02', end: '2022-01-03'}), incident({start: '2022-01-02', end: '2022-01-02', type: 'clash'}),
        incident({start: '2022-01-04', end: '2022-01-04', type: 'blackout'}), incident({start: '2022-01-20', end: '2022-01-20'}),
    ]));
    const bars = histogram(columns, new Uint8Array(4).fill(1), week, DAY);
    assert.deepEqual([...bars.counts.subarray(0, 12)], [1, 1, 0, 0, 0, 0, 0, 0, 0, 0, 0, 1]);
    assert.equal(bars.most, 2);
});

test('bars grow wider than a day rather than narrower than the eye', () => {
    assert.equal(barWidth(week, 800), DAY);
    assert.equal(barWidth({from: 0, to: 3650 * DAY}, 800), 30 * DAY);
});

test('a day is silent when nothing is told of it, not when a filter hides what is', () => {
    const columns = new Columns(answer([incident({start: '2022-01-03', end: '2022-01-04'}), incident({start: '2022-01-06', end: '2022-01-06'})]));
    assert.deepEqual([...histogram(columns, new Uint8Array(2), week, DAY).silent], [1, 0, 0, 1, 0, 1, 1]);
});

test('the axis marks the turns of years, not every 365 days', () => {
    const years = {from: day('2011-12-20'), to: day('2022-01-08')};
    const {at, options} = ticks(years, 0.3);
    assert.deepEqual(at, Array.from({length: 11}, (_, i) => day(`${2012 + i}-01-01`)));
    assert.deepEqual(options, {year: 'numeric'});
    assert.equal(ticks({...years, from: day('2011-03-01')}, 0.3).at[0], day('2011-03-01'));
});

test('two years on a wide screen are marked by their quarters, on a phone by their years', () => {
    const years = {from: day('2024-01-01'), to: day('2026-01-30')};
    assert.deepEqual(ticks(years, 1.4).at.slice(0, 3), ['2024-01-01', '2024-04-01', '2024-07-01'].map(day));
    assert.deepEqual(ticks(years, 0.45).at, ['2024-01-01', '2025-01-01', '2026-01-01'].map(day));
});

test('in a week each day is marked', () => {
    const {at, days} = ticks({from: day('2022-01-02'), to: day('2022-01-09')}, 150);
    assert.equal(at.length, 7);
    assert.ok(days);
});
