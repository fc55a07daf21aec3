import assert from 'node:assert/strict';
import {readdirSync, readFileSync} from 'node:fs';
import {test} from 'node:test';
import {TYPES} from '../data/types.js';
import {figures} from '../words/figures.js';
import {headline, shortDay, when} from '../words/when.js';
import {learn} from '../words/places.js';
import {titleOf} from '../words/title.js';
import {Titles} from '../words/titles.js';
import {confidenceKey, parents, placeName, where} from '../words/where.js';
import {Words} from '../words/words.js';
import {beginning as day} from '../time/minutes.js';
import {incident} from './some.js';

const texts = (language, folder = 'words') => JSON.parse(readFileSync(new URL(`../${folder}/${language}.json`, import.meta.url), 'utf8'));
const en = new Words('en', texts('en'));
const said = (start, end, time_precision = 'day') => when({start, end, time_precision}, en);

test('a day has its weekday', () => assert.equal(said('2022-01-05', '2022-01-05'), 'Wednesday 5 January 2022'));
test('a Saturday and a Sunday are a weekend', () => assert.match(said('2022-01-01', '2022-01-02'), /^over the weekend of 1\s?–\s?2 January 2022$/));
test('two other days are not', () => assert.match(said('2022-01-04', '2022-01-05'), /^some time in 4\s?–\s?5 January 2022$/));
test('an hour is about that hour', () =>
    assert.equal(said('2022-01-05T16:44:00+06:00', '2022-01-05T16:59:00+06:00', 'hour'), 'Wednesday 5 January 2022, about 16:44'));
test('a month and a year are no more exact than that', () => {
    assert.equal(said('2011-12-01', '2011-12-31', 'month'), 'in December 2011');
    assert.equal(said('2011-01-01', '2011-12-31', 'year'), 'in 2011');
});

test('the timeline says what its date means', () => {
    const window = {from: day('2022-01-02'), to: day('2022-01-06')};
    assert.deepEqual(headline(window, 'all', en), {lead: 'Up to Wednesday', date: '5 January 2022'});
    assert.match(headline(window, 'days3', en).date, /^2\s?–\s?5 January 2022$/);
});

test('a town is in or near, a region is somewhere', () => {
    assert.equal(where({name: 'Almaty', local: 'Алматы', level: 'town'}, en), 'in or near Almaty');
    assert.equal(where({name: 'Mangystau Region', local: null, level: 'region'}, en), 'somewhere in Mangystau Region');
    assert.equal(parents(incident().properties, en), 'Kazakhstan');
});

test('a disputed toll is a range', () => {
    const {properties} = incident({deaths: 12, deaths_low: 8, deaths_high: 18, arrested: 3, arrested_low: 3, arrested_high: 3});
    assert.deepEqual(figures(properties, en), ['12 killed; the claims go from 8 to 18', '3 detained']);
});

test('confidence is a word', () => {
    assert.deepEqual([0.92, 0.8, 0.5, null].map(confidenceKey), ['sure.high', 'sure.fair', 'sure.low', 'sure.unknown']);
});

for (const language of ['ru', 'kk']) for (const folder of ['words', 'desk/words']) {
    test(`${folder} has every text of English in ${language}, with the same gaps to fill`, () => {
        const gaps = (text) => [...new Set(JSON.stringify(text).match(/\{\w+\}/g) ?? [])].sort();
        const other = texts(language, folder);
        assert.deepEqual(Object.keys(other).sort(), Object.keys(texts('en', folder)).sort());
        for (const [key, text] of Object.entries(texts('en', folder))) assert.deepEqual(gaps(other[key]), gaps(text), key);
    });
}

test('the desk asks for no text that it has not got', () => {
    const folder = new URL('../desk/', import.meta.url);
    const known = {...texts('en'), ...texts('en', 'desk/words')};
    for (const file of readdirSync(folder).filter((name) => name.endsWith('.js'))) {
        for (const [, key] of readFileSync(new URL(file, folder), 'utf8').matchAll(/\bt\('([^']+)'/g)) assert.ok(key in known, `${key} of ${file}`);
    }
});

test('a language can be given more texts', () => {
    const more = en.with({'desk.x': 'X {n}'}, {'desk.y': 'Y'});
    assert.deepEqual([more.t('desk.x', {n: 1}), more.t('desk.y'), more.t('play')], ['X 1', 'Y', 'Play']);
});

test('every type has a name', () => TYPES.forEach((type) => assert.ok(en.has(`type.${type}`), type)));

test('Kazakh dates need nothing of the browser', async () => {
    const kk = new Words('kk', texts('kk'), texts('en'), await import('../words/kazakh.js'));
    assert.equal(when({start: '2022-01-05', end: '2022-01-05', time_precision: 'day'}, kk), '2022 ж. 5 қаңтар, сәрсенбі');
    assert.equal(when({start: '2022-01-03', end: '2022-01-05', time_precision: 'day'}, kk), '2022 ж. 3–5 қаңтар аралығында');
    assert.equal(when({start: '2011-12-01', end: '2011-12-31', time_precision: 'month'}, kk), '2011 ж. желтоқсан');
});

const translated = async (language) => new Words(language, texts(language), texts('en'), language === 'kk' ? await import('../words/kazakh.js') : null,
    new Titles(texts(`titles/${language}`)));
const cityHall = {key: 'geonames:1526384', name: 'Almaty', local: 'Алматы', level: 'town', country: 'KZ'};

test('a title is said in Russian and in Kazakh, with its place', async () => {
    const title = 'Protesters storm government buildings in Almaty';
    assert.equal(titleOf(title, cityHall, en), title);
    assert.equal(titleOf(title, cityHall, await translated('ru')), 'Алматы: протестующие штурмуют здания власти');
    assert.equal(titleOf('Police disperse protesters in Almaty', cityHall, await translated('ru')), 'Алматы: разгон протестующих (полиция)');
    assert.equal(titleOf('Workers strike in Almaty', cityHall, await translated('kk')), 'Алматы: ереуіл (жұмысшылар)');
});

test('people in general are not named in a title, who stands in it is', async () => {
    const ru = await translated('ru');
    assert.equal(titleOf('People detained in Almaty', cityHall, ru), 'Алматы: задержания');
    assert.equal(titleOf('Activists detained in Almaty', cityHall, ru), 'Алматы: задержания (активисты)');
});

test('a title that a person has written stays as it is', async () => {
    for (const title of ['Ночной штурм акимата', 'Protests in Taraz', 'Something unheard of in Almaty', '']) {
        assert.equal(titleOf(title, cityHall, await translated('ru')), title);
    }
});

test('a place is called as the file of its country tells, else by a local name that can be read, else in English', async () => {
    learn([{id: 'oqiga:tengiz', name: 'Tengiz', ru: 'Тенгиз', kk: 'Теңіз'}, {id: 'admin1:KZ.09', name: 'Mangystau Region', ru: 'Мангистауская область', kk: 'Маңғыстау облысы'}]);
    const ru = await translated('ru');
    const tengiz = {key: 'oqiga:tengiz', name: 'Tengiz', local: 'Теңіз', level: 'site', country: 'KZ'};
    assert.equal(placeName(tengiz, ru), 'Тенгиз');
    assert.equal(placeName(tengiz, en), 'Tengiz');
    assert.equal(placeName({...tengiz, key: 'geonames:1'}, ru), 'Теңіз');
    assert.equal(placeName({...tengiz, key: 'geonames:2', local: 'تنگیز'}, ru), 'Tengiz');
    assert.equal(parents({...incident().properties, place: 'Zhanaozen', place_level: 'town', admin1: 'Mangystau Region'}, ru), 'Мангистауская область, Казахстан');
});

test('all that the lexicons put in a title can be said in both languages, but for a few of the newest', async () => {
    const folder = new URL('../../src/main/resources/org/oqiga/extract/', import.meta.url);
    const lines = readdirSync(folder).filter((name) => name.endsWith('.lexicon')).flatMap((name) => readFileSync(new URL(name, folder), 'utf8').split('\n'));
    const phrases = new Set(lines.flatMap((line) => / \| title ([^|]+)/.exec(line)?.[1].trim() ?? []).map((phrase) => phrase.replace(/\{\w+:([^}]*)\}/g, '$1')));
    assert.ok(phrases.size > 150);
    for (const language of ['ru', 'kk']) {
        const {titles} = await translated(language);
        const unsaid = [...phrases].filter((phrase) => !titles.phrase(phrase));
        assert.ok(unsaid.length < 0.1 * phrases.size, unsaid.join('\n'));
    }
});

test('a short day has its year where there are several', () => {
    const years = [day('2011-12-16'), day('2022-01-05')];
    assert.equal(shortDay(years[1], en), 'Wed 5 Jan');
    assert.equal(shortDay(years[1], en, years), 'Wed 5 Jan 2022');
    assert.equal(shortDay(years[1], en, [years[1], day('2022-01-07')]), 'Wed 5 Jan');
});
