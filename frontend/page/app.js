import {bar, setFilter, theme, toast} from '../bar/bar.js';
import {key} from '../bar/key.js';
import {tip} from '../bar/tip.js';
import {Columns, noIncidents} from '../data/columns.js';
import {isFiltering} from '../data/filter.js';
import {find} from '../dom.js';
import {calm} from '../map/camera.js';
import {Scene} from '../map/scene.js';
import {read as readAddress, readView, readWindow, write as writeAddress} from '../state/address.js';
import {State} from '../state/state.js';
import {Timeline} from '../timeline/timeline.js';
import {barWidth} from '../time/histogram.js';
import {DAY} from '../time/minutes.js';
import {endAt, ofSpan, unit} from '../time/window.js';
import {load} from '../words/words.js';
import {account} from './account.js';
import {Held} from './held.js';
import {live} from './live.js';
import {mainCountry, newest, read, readCountry} from './loading.js';
import {Pages} from './pages.js';
import {Playback} from './playback.js';
import {tipLines} from './pointing.js';
import {announce, question, readout} from './readout.js';
import {sheets} from './sheets.js';
import {controls, notice, select, translate} from './texts.js';

const LIST_EVERY_MS = 400;

/** The page: the state changes, everything else follows. Knows all parts, and is known by none. */
export class App {
    #state = new State();
    #words = /** @type {import('../words/words.js').Words} */ (/** @type {unknown} */ (null));
    #scene = new Scene(/** @type {HTMLElement} */ (find('#map')));
    #timeline = new Timeline(/** @type {HTMLElement} */ (find('[data-role=timeline]')));
    #playback = new Playback(this.#state, () => this.#words);
    #pages = new Pages(this.#state, this.#scene, () => this.#words);
    #bar = bar(this.#state, () => this.#words, (place) => this.#scene.go(place, this.#pages.covered()));
    #sheets = sheets({
        state: this.#state, words: () => this.#words, stock: () => this.#stock,
        query: () => question(this.#state.now), still: () => this.#playback.pause(), pictures: () => this.#pictures(),
    });
    /** @type {Held|import('../many/tiled.js').Tiled} */
    #stock = new Held(new Columns(noIncidents()), 0, () => this.#words);
    #limits = {from: 0, to: DAY};
    #listed = 0;
    #embedded = new URLSearchParams(location.search).has('embed');

    async start() {
        const asked = readAddress(location.search);
        const language = asked.language || ['ru', 'kk'].find((l) => navigator.language.startsWith(l)) || 'en';
        Object.assign(this.#state.now, asked, {language});
        document.body.classList.toggle('embed', this.#embedded);
        this.#pages.panel.open = !this.#embedded && (innerWidth > 760 || Boolean(asked.incident || asked.report));
        this.#applyTheme();
        this.#words = await load(language);
        this.#translate();
        this.#listen();
        if (!this.#embedded) {
            account({
                state: this.#state, words: () => this.#words, scene: this.#scene, pages: this.#pages, reload: () => this.#reload(),
            });
        }
        await this.#load();
        live(this.#stock.all, () => this.#reload());
    }

    async #load() {
        const got = await read(this.#scene, () => this.#words, () => this.#load());
        if (!got) return;
        this.#use(got);
        document.body.classList.toggle('blank', !got.all);
        const country = mainCountry(got.columns);
        const reading = country && readCountry(this.#scene.ground, country);
        // what is said in another language than the service's needs the names of places
        if (this.#words.titles) await reading;
        this.#state.now.window = readWindow(location.search, this.#state.now.span, this.#limits);
        const view = readView(location.search);
        if (view) this.#scene.map.setView([view.lat, view.lon], view.zoom, {animate: false});
        else this.#scene.camera.fit(got.columns.places, country, this.#scene.ground, {...this.#pages.covered(), top: innerWidth > 760 ? 0 : 60});
        this.#scene.grounded(country);
        this.#filtered();
        this.#pages.open();
        if (!got.all) notice('empty.title', this.#words.t('empty.text'), this.#words);
        await reading;
        this.#scene.grounded(country);
        this.#look();
        this.#scene.tiles(this.#state.now.tiles);
        await this.#stock.begun;
        document.documentElement.dataset.ready = 'true';
    }

    /** The same view of what is in the store by now. */
    async #reload() {
        const before = this.#stock;
        if (!before.all) return this.#load();
        const got = await newest(this.#scene, () => this.#words);
        if (!got || this.#stock !== before) return got?.end();
        const fresh = got.fresh(before);
        const {now} = this.#state;
        const atEnd = now.window.to >= this.#limits.to;
        this.#use(got);
        now.window = endAt(now.window, atEnd ? this.#limits.to : now.window.to, now.span, this.#limits);
        if (now.mode !== 'marks') this.#look();
        this.#filtered();
        this.#pages.refresh();
        if (fresh) toast(this.#words.t('live.new', {n: fresh}));
    }

    /** Other incidents are shown from now on. @param {Held|import('../many/tiled.js').Tiled} stock */
    #use(stock) {
        this.#stock.end();
        this.#stock = this.#pages.stock = stock;
        // what is drawn stays until there is something to be drawn instead
        if (stock.columns.n === stock.all || !this.#scene.columns?.n) this.#scene.use(stock.columns);
        stock.addEventListener('columns', () => this.#drawn());
        stock.addEventListener('listed', () => this.#moved(this.#playback.playing));
        this.#setLimits();
    }

    /** Tiles have come: others of the same incidents are drawn. */
    #drawn() {
        this.#scene.use(this.#stock.columns);
        this.#scene.mask = this.#stock.mask(this.#state.now.filter);
        this.#scene.show(this.#state.now.window, this.#motion(this.#playback.playing));
        this.#pages.refresh();
    }

    #setLimits() {
        const {everything} = this.#state.now;
        this.#limits = this.#stock.limits(everything);
        this.#timeline.limits = this.#playback.limits = this.#scene.marks.limits = this.#limits;
    }

    /** Says how many there are outside of the main days. */
    #outside() {
        const {everything, filter} = this.#state.now;
        const outside = this.#stock.outside(filter, this.#limits);
        const button = /** @type {HTMLButtonElement} */ (find('[data-action=background]'));
        button.hidden = !outside && !everything;
        button.textContent = this.#words.t(everything ? 'timeline.main' : 'timeline.outside', {n: outside});
    }

    #listen() {
        const state = this.#state;
        const on = (/** @type {string} */ action, /** @type {() => void} */ click) => find(`[data-action=${action}]`).addEventListener('click', click);
        state.addEventListener('change', (e) => this.#changed(/** @type {CustomEvent} */ (e).detail));
        this.#timeline.addEventListener('grab', () => this.#playback.pause());
        this.#timeline.addEventListener('window', (e) => state.set(/** @type {CustomEvent} */ (e).detail));
        this.#timeline.addEventListener('resize', () => this.#resized());
        this.#timeline.addEventListener('key', (e) => this.#playback.key(/** @type {CustomEvent} */ (e).detail));
        this.#playback.addEventListener('still', () => {
            this.#moved(false);
            announce(this.#words);
        });
        this.#scene.addEventListener('point', (e) => {
            const {detail} = /** @type {CustomEvent} */ (e);
            this.#tip(detail);
            this.#pages.highlight(detail);
        });
        this.#scene.addEventListener('choose', (e) => this.#chosen(/** @type {CustomEvent} */ (e).detail));
        this.#scene.addEventListener('view', () => {
            this.#address();
            this.#stock.look();
        });
        this.#pages.panel.addEventListener('toggle', () => this.#controls());
        on('loop', () => state.set({loop: !state.now.loop}));
        on('panel', () => (this.#pages.panel.open = !this.#pages.panel.open));
        on('background', () => state.set({everything: !state.now.everything}));
        select('span').addEventListener('change', () => {
            const span = select('span').value;
            state.set({span, window: ofSpan(state.now.window, span, this.#limits)});
        });
        select('speed').addEventListener('change', () => state.set({speed: Number(select('speed').value)}));
        matchMedia('(prefers-color-scheme: dark)').addEventListener('change', () => this.#applyTheme());
        addEventListener('popstate', () => this.#restored());
    }

    /** @param {{changed: Set<string>, playing: boolean}} change */
    async #changed({changed, playing}) {
        const {now} = this.#state;
        const any = (/** @type {string[]} */ ...keys) => keys.some((key) => changed.has(key));
        if (any('language')) {
            this.#words = await load(now.language);
            this.#translate();
        }
        if (any('theme', 'language')) this.#applyTheme();
        if (any('everything')) {
            this.#setLimits();
            now.window = ofSpan({...this.#limits}, now.span === 'free' ? 'all' : now.span, this.#limits);
        }
        if (any('mode', 'everything')) this.#look();
        if (any('tiles')) this.#scene.tiles(now.tiles);
        if (any('filter', 'everything', 'language')) this.#filtered();
        else if (any('window', 'span')) this.#moved(playing);
        if (any('incident', 'report', 'view', 'language') || (any('filter') && !now.incident && !now.report)) this.#pages.open();
        if (playing) return;
        this.#controls();
        this.#address(any('incident', 'report', 'filter', 'view', 'mode'));
    }

    /** The filter or the data are others. */
    #filtered() {
        const {filter} = this.#state.now;
        find('[data-action=filters]').classList.toggle('on', isFiltering(filter));
        if (!this.#stock.ready(filter, () => this.#filtered())) return;
        this.#scene.mask = this.#stock.mask(filter);
        this.#outside();
        this.#bar.show(this.#stock.groups(filter));
        this.#bars();
        this.#moved(false);
        this.#sheets.filters.refresh();
        this.#controls();
    }

    #bars() {
        if (!this.#words) return;
        this.#timeline.bars = this.#stock.bars(this.#state.now.filter, this.#limits, barWidth(this.#limits, this.#timeline.width));
        this.#timeline.words = this.#words;
        this.#timeline.show(this.#state.now.window, this.#state.now.span);
    }

    /** Counting takes most of a frame: it is done anew only where the bars become others. */
    #resized() {
        const {bars, width} = this.#timeline;
        // while days are counted through, the date gets wider, and then keeps its room
        const room = /** @type {HTMLElement} */ (find('.dock-date'));
        if (this.#playback.playing && innerWidth > 760) room.style.minWidth = `${room.offsetWidth}px`;
        if (!bars || bars.width !== barWidth(this.#limits, width)) return this.#bars();
        this.#timeline.show(this.#state.now.window, this.#state.now.span);
    }

    /** The window is another. @param {boolean} playing */
    #moved(playing) {
        const {now} = this.#state;
        this.#stock.at(now.window, playing);
        this.#scene.show(now.window, this.#motion(playing));
        this.#timeline.show(now.window, now.span);
        if (!this.#scene.tally) return;
        const said = readout(now, this.#stock.count(now.filter, now.window, this.#scene.tally), this.#words);
        if (playing && performance.now() - this.#listed < LIST_EVERY_MS) return;
        this.#listed = performance.now();
        this.#pages.fill(playing);
        if (playing) return;
        this.#timeline.say(said);
        /** @type {HTMLAnchorElement} */ (find('[data-action=download]')).href = `/api/export.geojson?${question(now)}`;
    }

    /** @param {boolean} playing */
    #motion(playing) {
        return {fade: playing ? unit(this.#state.now.span, this.#limits) : 0, rings: playing && !calm()};
    }

    /** @param {{row: number, place: number, x: number, y: number}} at */
    async #tip(at) {
        const show = () => tip(at.x, at.y, tipLines(at, this.#scene, this.#words));
        show();
        const {columns} = this.#scene;
        if (!columns || columns !== this.#stock.columns || at.row < 0 || columns.titles[at.row]) return;
        await this.#stock.title(at.row);
        if (this.#scene.marks.hovered === at.row && this.#scene.columns === columns) show();
    }

    #look() {
        this.#scene.look(this.#state.now.mode, this.#limits);
        key(/** @type {HTMLElement} */ (find('[data-role=key]')), this.#state, this.#words, this.#limits, theme(this.#state));
    }

    /** @param {{row: number, place: number}} at */
    #chosen({row, place}) {
        // what is drawn is not always of the stock: after others have come it stays until these can be drawn
        const {columns} = this.#scene;
        if (this.#embedded || !columns || (row < 0 && place < 0)) return;
        if (row >= 0) this.#state.set({incident: columns.ids[row], report: ''});
        else {
            this.#state.set({incident: '', report: ''});
            setFilter(this.#state, {place: columns.places[place].key});
        }
        this.#pages.panel.open = true;
    }

    async #pictures() {
        const {Pictures} = await import('../picture/pictures.js');
        return new Pictures(this.#scene, this.#timeline, this.#words, this.#state.now, this.#limits, theme(this.#state),
            (window) => this.#stock.count(this.#state.now.filter, window, /** @type {import('../map/tally.js').Tally} */ (this.#scene.tally)).shown);
    }

    #applyTheme() {
        const root = document.documentElement;
        if (this.#state.now.theme) root.dataset.theme = this.#state.now.theme;
        else delete root.dataset.theme;
        this.#timeline.theme = theme(this.#state);
        if (!this.#words) return this.#scene.dress(theme(this.#state), null);
        this.#scene.dress(theme(this.#state), this.#words);
        this.#bars();
        this.#look();
        this.#bar.dress();
    }

    #translate() {
        translate(this.#words, this.#scene);
        this.#scene.dress(theme(this.#state), this.#words);
        this.#playback.show();
        this.#setLimits();
        this.#look();
        this.#controls();
        this.#bar.dress();
    }

    #controls() {
        if (this.#words) controls(this.#state.now, this.#pages.panel, this.#words);
    }

    /** @param {boolean} [step] whether the back button should come back to where we were */
    #address(step = false) {
        const {map} = this.#scene;
        const {lat, lng} = map.getCenter();
        const query = writeAddress(this.#state.now, this.#limits, `${Math.round(map.getZoom() * 10) / 10}/${lat.toFixed(2)}/${lng.toFixed(2)}`);
        /** @type {HTMLAnchorElement} */ (find('[data-role=whole-page]')).href = `/?${query}`;
        const here = `?${query}${this.#embedded ? '&embed=1' : ''}`;
        if (here !== location.search) history[step ? 'pushState' : 'replaceState'](null, '', here);
    }

    #restored() {
        const asked = readAddress(location.search);
        const language = asked.language || this.#state.now.language;
        this.#state.set({...asked, language, window: readWindow(location.search, asked.span ?? 'all', this.#limits)});
        const view = readView(location.search);
        if (view) this.#scene.map.setView([view.lat, view.lon], view.zoom, {animate: false});
        this.#bar.dress();
    }
}
