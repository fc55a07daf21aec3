import assert from 'node:assert/strict';
import {test} from 'node:test';
import {segments} from '../panel/segments.js';

const text = 'Crowds filled Almaty on Wednesday. Police fired. All was quiet.';
const told = (id, start, end) => ({id, type: 'protest', title: id, start, end});
const joined = (cut) => cut.map((s) => s.pieces.map((p) => text.slice(p.start, p.end)).join('')).join('');

test('nothing of the text is lost or said twice', () => {
    const report = {text, toponyms: [{start: 14, end: 20}], dates: [{start: 21, end: 33}], incidents: [told('a', 0, 34), told('b', 10, 48)]};
    assert.equal(joined(segments(report)), text);
    assert.equal(joined(segments(report, 'b')), text);
});

test('the wanted incident keeps its sentence whole', () => {
    const cut = segments({text, toponyms: [], dates: [], incidents: [told('a', 0, 34), told('b', 10, 48), told('c', 12, 20)]}, 'b');
    const whole = cut.filter((s) => s.incidents[0]?.id === 'b');
    assert.deepEqual(whole.map((s) => [s.start, s.end]), [[10, 48]]);
});

test('a name within a sentence stays a name', () => {
    const [sentence] = segments({text, toponyms: [{start: 14, end: 20, text: 'Almaty'}], dates: [], incidents: [told('a', 0, 34)]});
    assert.deepEqual(sentence.pieces.map((p) => Boolean(p.toponym)), [false, true, false]);
});

test('offsets outside the text are left aside', () => {
    const cut = segments({text, toponyms: [{start: -1, end: 4}], dates: [{start: 60, end: 99}], incidents: [told('a', 50, 500)]});
    assert.equal(joined(cut), text);
    assert.ok(cut.every((s) => !s.incidents.length));
});
