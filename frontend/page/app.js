import {bar, setFilter, theme, toast} from '../bar/bar.js';
import {key} from '../bar/key.js';
import {tip} from '../bar/tip.js';
import {Columns, noIncidents} from '../data/columns.js';
import {isFiltering} from '../data/filter.js';
import {find} from '../dom.js';
import {calm, Scene} from '../map/scene.js';
import {read as readAddress, readView, readWindow, write as writeAddress} from '../state/address.js';
import {State} from '../state/state.js';
import {Timeline} from '../timeline/timeline.js';
import {busiest, whole} from '../time/extent.js';
import {barWidth, histogram, isSilent} from '../time/histogram.js';
import {DAY} from '../time/minutes.js';
import {endAt, ofSpan, unit} from '../time/window.js';
import {load} from '../words/words.js';
import {account} from './account.js';
import {Finding} from './finding.js';
import {live} from './live.js';
import {mainCountry, newest, read, readCountry} from './loading.js';
import {Pages} from './pages.js';
import {Playback} from './playback.js';
import {tipLines} from './pointing.js';
import {announce, question, readout} from './readout.js';
import {sheets} from './sheets.js';
import {controls, notice, select, translate} from './texts.js';

const LIST_EVERY_MS = 160;

/** The page: the state changes, everything else follows. Knows all parts, and is known by none. */
export class App {
    #state = new State();
    #words = /** @type {import('../words/words.js').Words} */ (/** @type {unknown} */ (null));
    #scene = new Scene(/** @type {HTMLElement} */ (find('#map')));
    #timeline = new Timeline(/** @type {HTMLElement} */ (find('[data-role=timeline]')));
    #playback = new Playback(this.#state, () => this.#words);
    #pages = new Pages(this.#state, this.#scene, () => this.#words);
    #finding = new Finding(() => this.#words);
    #bar = bar(this.#state, () => this.#words, (place) => this.#scene.go(place, this.#pages.covered()));
    #sheets = sheets({
        state: this.#state, words: () => this.#words, columns: () => this.#columns, finding: this.#finding,
        query: () => question(this.#state.now), still: () => this.#playback.pause(), pictures: () => this.#pictures(),
    });
    #columns = new Columns(noIncidents());
    #limits = {from: 0, to: DAY};
    #reports = 0;
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
        live(this.#columns.n, () => this.#reload());
    }

    async #load() {
        const got = await read(this.#scene.ground, this.#words, () => this.#load());
        if (!got) return;
        this.#columns = got.columns;
        this.#reports = got.reports;
        this.#finding.forget();
        document.body.classList.toggle('blank', !this.#columns.n);
        const country = mainCountry(this.#columns);
        this.#scene.use(this.#columns);
        this.#setLimits();
        this.#state.now.window = readWindow(location.search, this.#state.now.span, this.#limits);
        const view = readView(location.search);
        if (view) this.#scene.map.setView([view.lat, view.lon], view.zoom, {animate: false});
        else this.#scene.fit(country, {...this.#pages.covered(), top: innerWidth > 760 ? 0 : 60});
        this.#scene.grounded(country);
        this.#filtered();
        this.#pages.open();
        if (!this.#columns.n) notice('empty.title', this.#words.t('empty.text'), this.#words);
        if (country) await readCountry(this.#scene.ground, country);
        this.#scene.grounded(country);
        this.#look();
        this.#scene.tiles(this.#state.now.tiles);
        document.documentElement.dataset.ready = 'true';
    }

    /** The same view of what is in the store by now. */
    async #reload() {
        const before = this.#columns;
        if (!before.n) return this.#load();
        const got = await newest();
        if (!got || this.#columns !== before) return;
        const fresh = got.columns.ids.filter((id) => before.row(id) < 0).length;
        const {now} = this.#state;
        const atEnd = now.window.to >= this.#limits.to;
        this.#columns = got.columns;
        this.#reports = got.reports;
        this.#finding.forget();
        this.#scene.use(this.#columns);
        this.#setLimits();
        now.window = endAt(now.window, atEnd ? this.#limits.to : now.window.to, now.span, this.#limits);
        if (now.mode !== 'marks') this.#look();
        this.#filtered();
        this.#pages.refresh();
        if (fresh) toast(this.#words.t('live.new', {n: fresh}));
    }

    #setLimits() {
        const {start, end} = this.#columns;
        const {everything} = this.#state.now;
        this.#limits = everything ? whole(start, end) : busiest(start, end);
        this.#timeline.limits = this.#playback.limits = this.#scene.marks.limits = this.#limits;
        const outside = start.reduce((n, s, i) => n + +(s >= this.#limits.to || end[i] <= this.#limits.from), 0);
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
        this.#timeline.addEventListener('resize', () => this.#bars());
        this.#timeline.addEventListener('key', (e) => this.#playback.key(/** @type {CustomEvent} */ (e).detail));
        this.#playback.addEventListener('still', () => {
            this.#moved(false);
            announce(this.#words);
        });
        this.#scene.addEventListener('point', (e) => {
            const {detail} = /** @type {CustomEvent} */ (e);
            tip(detail.x, detail.y, tipLines(detail, this.#scene, this.#words));
            this.#pages.highlight(detail);
        });
        this.#scene.addEventListener('choose', (e) => this.#chosen(/** @type {CustomEvent} */ (e).detail));
        this.#scene.addEventListener('view', () => this.#address());
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
        if (!this.#finding.ready(this.#columns, filter, () => this.#filtered())) return;
        this.#scene.mask = this.#finding.mask(this.#columns, filter);
        this.#bar.show(this.#finding.groups(this.#columns, filter));
        this.#bars();
        this.#moved(false);
        this.#sheets.filters.refresh();
        this.#controls();
    }

    #bars() {
        if (!this.#words) return;
        this.#timeline.bars = histogram(this.#columns, this.#scene.mask, this.#limits, barWidth(this.#limits, this.#timeline.width));
        this.#timeline.words = this.#words;
        this.#timeline.show(this.#state.now.window, this.#state.now.span);
    }

    /** The window is another. @param {boolean} playing */
    #moved(playing) {
        const {now} = this.#state;
        this.#scene.show(now.window, {fade: playing ? unit(now.span, this.#limits) : 0, rings: playing && !calm()});
        this.#timeline.show(now.window, now.span);
        const shown = this.#scene.tally?.shown ?? 0;
        const silent = !shown && isSilent(this.#columns, now.window);
        const said = readout(now, {shown, all: this.#columns.n, reports: this.#reports, silent}, this.#words);
        if (playing && performance.now() - this.#listed < LIST_EVERY_MS) return;
        this.#listed = performance.now();
        this.#pages.fill(playing);
        if (playing) return;
        this.#timeline.say(said);
        /** @type {HTMLAnchorElement} */ (find('[data-action=download]')).href = `/api/export.geojson?${question(now)}`;
    }

    #look() {
        this.#scene.look(this.#state.now.mode, this.#limits);
        key(/** @type {HTMLElement} */ (find('[data-role=key]')), this.#state, this.#words, this.#limits, theme(this.#state));
    }

    /** @param {{row: number, place: number}} at */
    #chosen({row, place}) {
        if (this.#embedded || (row < 0 && place < 0)) return;
        if (row >= 0) this.#state.set({incident: this.#columns.ids[row], report: ''});
        else {
            this.#state.set({incident: '', report: ''});
            setFilter(this.#state, {place: this.#columns.places[place].key});
        }
        this.#pages.panel.open = true;
    }

    async #pictures() {
        const {Pictures} = await import('../picture/pictures.js');
        return new Pictures(this.#scene, this.#timeline, this.#words, this.#state.now.span, this.#limits, theme(this.#state));
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
