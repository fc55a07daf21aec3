import * as L from 'leaflet';
import {AreaLayer} from './area-layer.js';
import {Basemap} from './basemap.js';
import {calm, Camera} from './camera.js';
import {Ground} from './ground.js';
import {LabelLayer} from './label-layer.js';
import {MarkLayer} from './mark-layer.js';
import {Tally} from './tally.js';

const PANES = ['ground', 'tiles', 'areas', 'labels', 'marks'];
const TILES = 'https://tile.openstreetmap.org/{z}/{x}/{y}.png';

/** The map with its four drawings; tells what is pointed at and chosen. */
export class Scene extends EventTarget {
    /** @param {HTMLElement} element */
    constructor(element) {
        super();
        this.map = L.map(element, {
            zoomControl: false, attributionControl: false, zoomSnap: 0.5, zoomDelta: 1, wheelPxPerZoomLevel: 90, minZoom: 2, maxZoom: 13,
            worldCopyJump: false, maxBounds: [[-75, -200], [85, 200]], maxBoundsViscosity: 0.6,
        }).setView([48, 67], 5);
        this.camera = new Camera(this.map);
        PANES.forEach((name, i) => {
            const pane = this.map.createPane(name);
            pane.style.zIndex = String(200 + 10 * i);
            pane.style.pointerEvents = 'none';
        });
        this.ground = new Ground();
        this.basemap = new Basemap(this.ground).addTo(this.map);
        this.areas = new AreaLayer(this.ground).addTo(this.map);
        this.labels = new LabelLayer(this.ground).addTo(this.map);
        this.marks = new MarkLayer().addTo(this.map);
        /** @type {L.TileLayer|null} */
        this.osm = null;
        /** @type {Tally|null} */
        this.tally = null;
        /** @type {Uint8Array} */
        this.mask = new Uint8Array(0);
        this.marks.onclustered = () => this.#count();
        // The labels keep clear of the marks, which are laid out last.
        this.map.on('moveend', () => this.#name());
        this.zoom = L.control.zoom({position: 'bottomleft', zoomInText: '+', zoomOutText: '−'}).addTo(this.map);
        this.credit = L.control.attribution({position: 'bottomleft', prefix: ''}).addTo(this.map);
        this.map.on('mousemove', (e) => this.#over(e));
        this.map.on('mouseout', () => this.#point(-1, -1, -1, null));
        this.map.on('click', (e) => this.#click(e));
        this.map.on('moveend', () => this.dispatchEvent(new Event('view')));
    }

    /** @param {import('../data/columns.js').Columns} columns */
    use(columns) {
        this.columns = columns;
        this.tally = new Tally(columns);
        this.mask = new Uint8Array(columns.n).fill(1);
        this.areas.columns = columns;
        this.areas.tally = this.tally;
        this.marks.use(columns, this.tally);
        if (this.areas.choropleth) this.areas.choropleth.columns = columns;
    }

    /**
     * Counts and draws what lies in a window.
     *
     * @param {import('../time/window.js').Stretch} window
     * @param {{fade: number, rings: boolean, exact?: boolean}} motion `exact`: no shade may come late
     */
    show(window, motion) {
        this.marks.window = window;
        this.marks.fade = motion.fade;
        this.marks.rings = motion.rings;
        this.#count();
        this.marks.paint();
        if (this.areas.update(motion.fade > 0 && !motion.exact)) this.#name(true);
    }

    /** @param {'marks'|'spread'|'regions'} mode @param {import('../time/window.js').Stretch} limits */
    async look(mode, limits) {
        this.marks.mode = mode;
        this.marks.limits = limits;
        // What is seldom looked at is fetched when it is.
        const {Choropleth} = mode === 'regions' ? await import('./choropleth.js') : {};
        if (mode === 'spread') this.marks.spread ??= (await import('./spread-drawing.js')).drawSpread;
        if (this.marks.mode !== mode) return;
        this.areas.choropleth = Choropleth && this.columns ? new Choropleth(this.columns, this.ground) : null;
        this.marks.paint();
        this.areas.update();
        this.#name();
    }

    /** Lays OpenStreetMap's tiles over the own ground, or takes them away: they ask another server. @param {boolean} on */
    tiles(on) {
        if (on === Boolean(this.osm)) return;
        if (this.osm) {
            this.osm.remove();
            this.osm = null;
            this.labels.addTo(this.map);
        } else {
            const attribution = '© <a href="https://www.openstreetmap.org/copyright" rel="noopener">OpenStreetMap</a>';
            // Its servers want to know which page asks; the rest of the page tells nobody.
            this.osm = L.tileLayer(TILES, {pane: 'tiles', maxZoom: 19, attribution, referrerPolicy: 'strict-origin-when-cross-origin'}).addTo(this.map);
            this.labels.remove();
        }
    }

    /** @param {number} row */
    choose(row) {
        this.marks.chosen = row;
        this.areas.chosen = row >= 0 && this.columns ? this.columns.place[row] : -1;
        this.marks.repaint();
        this.areas.update();
    }

    /** Shows an incident as pointed at: by its mark, its town's mark, or its area. @param {number} row */
    hover(row) {
        this.#hover(row, row >= 0 && this.columns?.placeOf(row).area ? this.columns.place[row] : -1);
    }

    /** @param {number} row @param {number} area */
    #hover(row, area) {
        if (this.marks.hovered !== row) {
            this.marks.hovered = row;
            this.marks.repaint();
        }
        this.areas.hovered = area;
        this.areas.update();
    }

    /** Rings a place that is named in a text. @param {{lon: number, lat: number}|null} at */
    spot(at) {
        if (at === this.marks.spotted) return;
        this.marks.spotted = at;
        this.marks.repaint();
    }

    /** Goes to a place of the gazetteer. @param {import('../data/contract.js').GazetteerPlace} place @param {import('./camera.js').Covered} covered */
    go(place, covered) {
        this.camera.go(place, covered);
        this.spot(place);
    }

    /** @param {import('./palette.js').Theme} theme @param {import('../words/words.js').Words|null} words */
    dress(theme, words) {
        for (const layer of [this.basemap, this.areas, this.labels, this.marks]) layer.theme = theme;
        this.labels.words = words;
        this.basemap.paint();
        this.labels.paint();
        this.areas.update();
        this.marks.paint();
    }

    /** The ground has got more to show. @param {string} focus */
    grounded(focus) {
        this.basemap.focus = this.labels.focus = focus;
        this.basemap.paint();
        this.areas.paint();
        this.#name();
    }

    /** Brings one incident into view, if it is not. @param {number} row @param {import('./camera.js').Covered} covered */
    locate(row, covered, closer = false) {
        if (this.columns && row >= 0) this.camera.bring(this.columns.placeOf(row), covered, closer);
    }

    /** Writes the names, those of areas with their counts. @param {boolean} [counted] nothing else has changed */
    #name(counted = false) {
        const before = this.labels.counts;
        this.labels.counts = this.#counts();
        if (counted && same(before, this.labels.counts)) return;
        if (!counted) this.labels.busy = this.marks.mode === 'regions' ? [] : this.marks.stands();
        this.labels.paint();
    }

    /** How many incidents are told of each area as a whole, by its key. @returns {Map<string, number>} */
    #counts() {
        if (this.areas.choropleth && this.tally) return this.areas.choropleth.counts(this.tally);
        const counts = new Map();
        for (const at of this.tally?.areas() ?? []) {
            const place = /** @type {import('../data/columns.js').Columns} */ (this.columns).places[at];
            const count = this.tally?.count(at) ?? 0;
            if (place.area && count) counts.set(place.level === 'country' ? place.country ?? '' : place.key, count);
        }
        return counts;
    }

    #count() {
        if (this.tally) this.tally.over(this.mask, this.marks.window);
    }

    /** @param {L.LeafletMouseEvent} e */
    #at(e) {
        const touch = /** @type {any} */ (e.originalEvent).pointerType === 'touch';
        const m = e.containerPoint.subtract(this.marks.position);
        const hit = this.marks.at(m.x, m.y, touch ? 10 : 3);
        if (hit) return {row: hit.row, place: hit.row < 0 ? this.marks.placeOf(hit.cluster) : -1, cluster: hit.row < 0 ? hit.cluster : -1};
        const a = e.containerPoint.subtract(this.areas.position);
        return {row: -1, place: this.areas.at(a.x, a.y), cluster: -1};
    }

    /** @param {L.LeafletMouseEvent} e */
    #over(e) {
        const {row, place, cluster} = this.#at(e);
        this.#point(row, place, cluster, e.originalEvent);
    }

    /** @param {number} row @param {number} place @param {number} cluster @param {MouseEvent|null} e */
    #point(row, place, cluster, e) {
        this.#hover(row, place >= 0 && this.columns?.places[place].area ? place : -1);
        this.map.getContainer().classList.toggle('over-mark', row >= 0 || place >= 0);
        this.dispatchEvent(new CustomEvent('point', {detail: {row, place, cluster, x: e?.clientX ?? 0, y: e?.clientY ?? 0}}));
    }

    /** @param {L.LeafletMouseEvent} e */
    #click(e) {
        const {row, place, cluster} = this.#at(e);
        this.spot(null);
        if (cluster >= 0 && this.#opens(cluster)) this.map.flyTo(e.latlng, Math.min(13, this.map.getZoom() + 2), {duration: 0.6, animate: !calm()});
        else this.dispatchEvent(new CustomEvent('choose', {detail: {row, place}}));
    }

    /** Whether a cluster holds several places that part when the map is closer. @param {number} cluster */
    #opens(cluster) {
        const places = this.columns?.places.filter((p, i) => !p.area && this.tally?.clusterOf[i] === cluster) ?? [];
        return places.length > 1 && this.map.getZoom() < 12;
    }
}

/** @param {Map<string, number>} a @param {Map<string, number>} b */
function same(a, b) {
    return a.size === b.size && [...a].every(([key, n]) => b.get(key) === n);
}
