/** Where it was: one of the places the reading had thought of, one of the gazetteer, or a point on the map. */

import * as L from 'leaflet';
import {suggest} from '../bar/suggestions.js';
import {report, ServiceError} from '../data/api.js';
import {el} from '../dom.js';
import {countryName} from '../words/where.js';
import {button, field} from './dialog.js';

/** @typedef {import('./patch.js').Where} Where */
/** @typedef {{place_id: string, name: string, country: string, level: string, why: string}} Candidate */

const STEP_PX = 8;
const SOURCES = 3;

/**
 * @param {import('./desk.js').Desk} desk
 * @param {any} feature
 * @param {Where} given
 */
export function placePicker(desk, feature, given) {
    const {words} = desk;
    const {map} = desk.host.scene;
    let now = given;
    /** @type {L.Marker|null} */
    let pin = null;
    const current = el('p', {class: 'current', role: 'status'});
    const search = el('input', {type: 'search', name: 'place', autocomplete: 'off', placeholder: words.t('desk.place.search'), 'aria-label': words.t('desk.place.search')});
    const candidates = el('div', {class: 'candidates', hidden: true});
    const [lat, lon, off] = ['lat', 'lon', 'uncertainty_km'].map((name) => el('input', {type: 'number', step: 'any', name, min: name === 'uncertainty_km' ? 0 : null, onchange: () => point()}));
    const move = button('move', words.t('desk.place.move'), 'move', () => (pin ? away() : show()));

    const tell = () => {
        current.replaceChildren(el('b', {}, now.moved ? words.t('desk.place.point') : now.name ?? ''),
            now.coordinates ? ` ${now.coordinates[1].toFixed(3)}, ${now.coordinates[0].toFixed(3)}` : '');
        for (const each of candidates.querySelectorAll('button')) each.setAttribute('aria-pressed', String(!now.moved && each.dataset.place === now.place_id));
        [lat.value, lon.value] = now.coordinates ? [now.coordinates[1].toFixed(5), now.coordinates[0].toFixed(5)] : ['', ''];
        off.value = String(now.uncertainty_km ?? '');
        move.setAttribute('aria-pressed', String(Boolean(pin)));
        if (pin && now.coordinates) pin.setLatLng([now.coordinates[1], now.coordinates[0]]);
    };
    const to = (/** @type {Where} */ next) => {
        now = next;
        tell();
        // the form listens, as it does to its inputs
        element.dispatchEvent(new Event('change', {bubbles: true}));
    };
    const point = () => {
        if (lat.value === '' || lon.value === '') return;
        const at = [Math.max(-180, Math.min(180, Number(lon.value))), Math.max(-90, Math.min(90, Number(lat.value)))];
        to({moved: true, coordinates: at, uncertainty_km: off.value === '' ? null : Math.max(0, Number(off.value))});
    };
    const dropped = () => {
        const {lat: y, lng: x} = /** @type {L.Marker} */ (pin).getLatLng();
        to({moved: true, coordinates: [Math.round(x * 1e5) / 1e5, Math.round(y * 1e5) / 1e5], uncertainty_km: off.value === '' ? null : Number(off.value)});
    };
    const show = () => {
        const [x, y] = now.coordinates ?? feature.geometry.coordinates;
        pin = L.marker([y, x], {
            draggable: true, autoPan: true, keyboard: true, title: words.t('desk.place.drag'), alt: words.t('desk.place.drag'),
            icon: L.divIcon({className: 'desk-pin', iconSize: [26, 26], iconAnchor: [13, 26]}),
        }).addTo(map);
        pin.on('dragend', dropped);
        pin.getElement()?.addEventListener('keydown', (e) => {
            const by = {ArrowLeft: [-1, 0], ArrowRight: [1, 0], ArrowUp: [0, -1], ArrowDown: [0, 1]}[e.key];
            if (!by || !pin) return;
            e.preventDefault();
            e.stopPropagation();
            pin.setLatLng(map.containerPointToLatLng(map.latLngToContainerPoint(pin.getLatLng()).add([STEP_PX * by[0], STEP_PX * by[1]])));
            dropped();
        });
        const seen = map.latLngToContainerPoint([y, x]);
        const {right, bottom} = desk.host.pages.covered();
        const size = map.getSize();
        if (seen.x < 20 || seen.y < 40 || seen.x > size.x - right - 20 || seen.y > size.y - bottom - 20) {
            map.panTo(map.unproject(map.project([y, x]).add([right / 2, bottom / 2])), {animate: false});
        }
        tell();
        pin.getElement()?.focus();
    };
    const away = () => {
        pin?.remove();
        pin = null;
        tell();
    };

    const element = el('fieldset', {class: 'place'}, el('legend', {}, words.t('where')), current, candidates,
        el('div', {class: 'place-search'}, search), move,
        el('details', {}, el('summary', {}, words.t('desk.place.coordinates')),
            el('p', {class: 'three'}, field(words.t('desk.place.lat'), lat), field(words.t('desk.place.lon'), lon), field(words.t('desk.place.off'), off))));
    suggest(search, () => words, (found) => {
        to({place_id: found.id, name: found.name, coordinates: [found.lon, found.lat], uncertainty_km: null});
        search.value = '';
        desk.host.scene.spot({lon: found.lon, lat: found.lat});
    }, 'desk-places');
    // the list below it needs room
    search.addEventListener('focus', () => search.scrollIntoView({block: innerWidth > 760 ? 'nearest' : 'start'}));
    // Enter chooses a place here, and does not send the form
    search.addEventListener('keydown', (e) => {
        if (e.key === 'Enter') e.preventDefault();
    });
    thoughtOf(feature).then((found) => {
        if (!found.length) return;
        candidates.hidden = false;
        candidates.replaceChildren(el('p', {}, words.t('desk.place.candidates')), ...found.map((c) => el('button', {
            type: 'button', class: 'candidate', 'data-place': c.place_id, 'aria-pressed': 'false',
            onclick: () => to({place_id: c.place_id, name: c.name, uncertainty_km: null}),
        }, el('b', {}, c.name), ` ${c.country && c.level !== 'country' ? countryName(c.country, words) : ''}`, c.why && el('small', {}, c.why))));
        tell();
    });
    return {
        element,
        value: () => now,
        set(/** @type {Where} */ next) {
            now = next;
            tell();
        },
        leave: away,
    };
}

/** What the reading had rejected for the names in the sentences that tell it. @param {any} feature */
async function thoughtOf(feature) {
    /** @type {Map<string, Candidate>} */
    const found = new Map();
    /** @type {Map<string, Candidate>} of the same name elsewhere in the report */
    const further = new Map();
    const {place_id: id, sources} = feature.properties;
    for (const source of (sources ?? []).slice(0, SOURCES)) {
        try {
            const {toponyms} = await report(source.report);
            for (const name of toponyms ?? []) {
                const here = name.start >= source.start && name.end <= source.end;
                if (!here && name.place_id !== id) continue;
                if (here && name.place_id && name.place_id !== id) {
                    found.set(name.place_id, {place_id: name.place_id, name: name.place ?? name.text, country: '', level: name.level ?? '', why: ''});
                }
                for (const other of name.rejected ?? []) (here ? found : further).set(other.place_id, other);
            }
        } catch (e) {
            if (!(e instanceof ServiceError)) throw e;
        }
    }
    const all = found.size ? found : further;
    all.delete(id);
    return [...all.values()].slice(0, 8);
}
