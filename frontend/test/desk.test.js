import assert from 'node:assert/strict';
import {test} from 'node:test';
import {conflicts, giveBack, patch, setByPerson, values} from '../desk/patch.js';
import {incident} from './some.js';
import {reasonText} from '../desk/reasons.js';
import {Words} from '../words/words.js';
import {readFileSync} from 'node:fs';

const before = values(incident({title: 'Protest in Almaty', deaths: 12, deaths_low: 8, deaths_high: 18}));

test('what nobody touched is not sent', () => assert.deepEqual(patch(before, values(incident({title: 'Protest in Almaty', deaths: 12, deaths_low: 8, deaths_high: 18}))), {}));

test('only what differs is sent', () => {
    assert.deepEqual(patch(before, {...before, title: 'Riot in Almaty', type: 'riot'}), {title: 'Riot in Almaty', type: 'riot'});
});

test('a figure that is taken away is none, not what the machine had read', () => {
    assert.deepEqual(patch(before, {...before, deaths: null}), {deaths: 'none'});
    assert.deepEqual(patch(before, {...before, deaths: {low: 8, best: 8, high: 18}}), {deaths: {low: 8, best: 8, high: 18}});
});

test('a place of the gazetteer is sent by its id, a point on the map by its coordinates', () => {
    assert.deepEqual(patch(before, {...before, place: {place_id: 'geonames:1', name: 'Oral', coordinates: [51, 51]}}), {place_id: 'geonames:1'});
    assert.deepEqual(patch(before, {...before, place: {moved: true, coordinates: [51.1, 51.2], uncertainty_km: 2}}), {coordinates: [51.1, 51.2], uncertainty_km: 2});
    assert.deepEqual(patch(before, {...before, place: {moved: true, coordinates: [51.1, 51.2], uncertainty_km: null}}), {coordinates: [51.1, 51.2]});
});

test('what somebody else has changed is a conflict only where we have changed it otherwise', () => {
    const mine = {...before, title: 'Mine', type: 'riot'};
    const theirs = {...before, title: 'Theirs', type: 'riot', assertion: 'claimed'};
    assert.deepEqual(conflicts(before, mine, theirs).map(({key, both}) => [key, both]), [['title', true], ['type', false], ['assertion', false]]);
});

test('the exact place is corrected, not the rounded one that the public is told', () => {
    const rounded = {...incident(), corrections: {public_km: 10}, exact: {coordinates: [76.9, 43.2], place: 'Republic Square', place_id: 'x', uncertainty_km: 0.3}};
    const now = values(rounded);
    assert.deepEqual(now.place, {place_id: 'x', name: 'Republic Square', coordinates: [76.9, 43.2], uncertainty_km: 0.3});
    assert.equal(now.public_km, 10);
});

test('what a person has set is told with what the machine had read', () => {
    const {properties, geometry} = incident();
    const feature = {...incident({title: 'Corrected', deaths: 3}), corrections: {title: 'Corrected', coordinates: [1, 2], uncertainty_km: 1, deaths: {low: 3, best: 3, high: 3}},
        extracted: {...properties, title: 'As read', coordinates: geometry.coordinates}};
    const set = setByPerson(feature);
    assert.deepEqual(set.map(({key}) => key), ['title', 'place', 'deaths']);
    assert.equal(set[0].was, 'As read');
    assert.equal(set[1].was.name, properties.place);
    assert.deepEqual(setByPerson(incident()), []);
});

test('the place is given back as a whole', () => {
    assert.deepEqual(giveBack('place'), {place_id: null, coordinates: null, uncertainty_km: null});
    assert.deepEqual(giveBack('title'), {title: null});
});

test('why an incident waits is said in the reader’s language, and as it came where that is not known', () => {
    const texts = (file) => JSON.parse(readFileSync(new URL(file, import.meta.url), 'utf8'));
    const words = (language) => new Words(language, {...texts(`../words/${language}.json`), ...texts(`../desk/words/${language}.json`)});
    assert.equal(reasonText('reports give from 8 to 18 killed', words('en')), '18 killed; reports give from 8 to 18');
    assert.equal(reasonText('very low confidence', words('ru')), 'очень слабо обосновано');
    assert.equal(reasonText('only its month is known', words('ru')), 'известно с точностью: месяц');
    assert.equal(reasonText('told by 3 reports', words('en')), '3 reports');
    assert.equal(reasonText('a comet was seen', words('kk')), 'a comet was seen');
});
