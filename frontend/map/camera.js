/** Moves the map to what is to be seen, beside what floats over it. */

import * as L from 'leaflet';
import {wherePlayed} from './played.js';

/** @typedef {{right: number, bottom: number}} Covered how much of the map lies under the panel and the timeline */

/** Whether the reader has asked for no motion. */
export function calm() {
    return matchMedia('(prefers-reduced-motion: reduce)').matches;
}

export class Camera {
    #map;

    /** @param {L.Map} map */
    constructor(map) {
        this.#map = map;
    }

    /** The centre of the map where a place is in the middle of what is not covered. @param {{lon: number, lat: number}} place @param {number} zoom @param {Covered} covered */
    #beside({lon, lat}, zoom, {right, bottom}) {
        return this.#map.unproject(this.#map.project([lat, lon], zoom).add([right / 2, bottom / 2]), zoom);
    }

    /** Goes to a place of the gazetteer. @param {import('../data/contract.js').GazetteerPlace} place @param {Covered} covered */
    go(place, covered) {
        const zoom = {country: 4.5, region: 6, district: 8, town: 9, site: 11}[place.level] ?? 9;
        this.#map.flyTo(this.#beside(place, zoom, covered), zoom, {duration: 0.8, animate: !calm()});
    }

    /** Brings a place into view. @param {{lon: number, lat: number, level: string, area?: boolean}} place @param {Covered} covered */
    bring(place, covered, closer = false) {
        const map = this.#map;
        const zoom = place.area ? Math.min(map.getZoom(), place.level === 'country' ? 4.5 : 6) : Math.max(map.getZoom(), closer ? 9 : 0);
        const centre = this.#beside(place, zoom, covered);
        if (closer) map.flyTo(centre, zoom, {duration: 0.8, animate: !calm()});
        else {
            const at = map.latLngToContainerPoint([place.lat, place.lon]);
            const size = map.getSize();
            const seen = at.x > 30 && at.y > 30 && at.x < size.x - covered.right - 30 && at.y < size.y - covered.bottom - 30;
            if (!seen) map.panTo(centre, {animate: !calm()});
        }
    }

    /**
     * Brings all places into the part of the map that nothing covers, a country of which something is told as a whole; a few abroad do not
     * make the rest small.
     *
     * @param {import('../data/columns.js').Place[]} places
     * @param {string} country the one that most is about
     * @param {import('./ground.js').Ground} ground
     * @param {Covered & {top: number}} covered
     */
    fit(places, country, ground, covered) {
        const some = wherePlayed(places, country);
        if (!some.length) return;
        const bounds = L.latLngBounds(some.map((p) => L.latLng(p.lat, p.lon)));
        if (places.some((p) => p.level === 'country' && p.country === country)) {
            // its outermost corners may lie under what floats over the map
            const box = ground.countries.get(country)?.box.map((corner) => this.#map.unproject(corner, 0));
            if (box) bounds.extend(L.latLngBounds(box).pad(-0.08));
        }
        this.#map.fitBounds(bounds, {
            paddingTopLeft: [56, 72 + covered.top], paddingBottomRight: [56 + covered.right, 48 + covered.bottom], maxZoom: 8, animate: false,
        });
    }
}
