import {bar, copy, label, setFilter, theme} from '../bar/bar.js';
import {filterSheet} from '../bar/filters.js';
import {key} from '../bar/key.js';
import {popover} from '../bar/popover.js';
import {shareSheet} from '../bar/share.js';
import {tip} from '../bar/tip.js';
import {ServiceError} from '../data/api.js';
import {Columns} from '../data/columns.js';
import {asQuery, isFiltering, mask} from '../data/filter.js';
import {GROUPS} from '../data/types.js';
import {find} from '../dom.js';
import {calm, Scene} from '../map/scene.js';
import {Pictures} from '../picture/pictures.js';
import {read, readView, readWindow, write as writeAddress} from '../state/address.js';
import {State} from '../state/state.js';
import {Timeline} from '../timeline/timeline.js';
import {busiest, whole} from '../time/extent.js';
import {barWidth, histogram} from '../time/histogram.js';
import {DAY, isoInterval} from '../time/minutes.js';
import {ofSpan, unit} from '../time/window.js';
import {headline} from '../words/when.js';
import {load} from '../words/words.js';
import {Pages} from './pages.js';
import {Playback} from './playback.js';
import {tipLines} from './pointing.js';
import {mainCountry, readCountry, readIncidents} from './store.js';
import {controls, noNotice, notice, select, translate, write} from './texts.js';

const LIST_EVERY_MS = 160;
const SLOW_MS = 1500;

/** The page: the state changes, everything else follows. Knows all parts, and is known by none. */
export class App {
    #state = new State();
    #words = /** @type {import('../words/words.js').Words} */ (/** @type {unknown} */ (null));
    #scene = new Scene(/** @type {HTMLElement} */ (find('#map')));
    #timeline = new Timeline(/** @type {HTMLElement} */ (find('[data-role=timeline]')));
    #playback = new Playback(this.#state, () => this.#words);
    #pages = new Pages(this.#state, this.#scene, () => this.#words);
    #pictures = new Pictures(this.#scene, this.#timeline, () => this.#words);
    #bar = bar(this.#state, () => this.#words);
    #filters = popover(/** @type {HTMLElement} */ (find('[data-action=filters]')), 'filters',
        () => filterSheet(this.#state, this.#words, this.#columns, this.#state.now.window));
    #share = popover(/** @type {HTMLElement} */ (find('[data-action=share]')), 'share', () => this.#shareSheet());
    #columns = new Columns([]);
    #limits = {from: 0, to: DAY};
    #reports = 0;
    #listed = 0;

    async start() {
        const asked = read(location.search);
        const language = asked.language || ['ru', 'kk'].find((l) => navigator.language.startsWith(l)) || 'en';
        Object.assign(this.#state.now, asked, {language});
        document.body.classList.toggle('embed', new URLSearchParams(location.search).has('embed'));
        this.#pages.panel.open = !document.body.classList.contains('embed') && (innerWidth > 760 || Boolean(asked.incident || asked.report));
        this.#applyTheme();
        this.#words = await load(language);
        this.#translate();
        this.#listen();
        await this.#load();
    }

    async #load() {
        const slow = setTimeout(() => notice('', this.#words.t('loading.slow'), this.#words), SLOW_MS);
        try {
            const {columns, reports} = await readIncidents(this.#scene.ground);
            this.#columns = columns;
            this.#reports = reports;
            noNotice();
        } catch (e) {
            if (!(e instanceof ServiceError)) throw e;
            const text = [this.#words.t(`error.${e.kind}`), e.detail].filter(Boolean).join(' ');
            document.body.classList.add('blank');
            notice('error.title', text, this.#words, () => this.#load());
            return;
        } finally {
            clearTimeout(slow);
        }
        document.body.classList.toggle('blank', !this.#columns.n);
        const country = mainCountry(this.#columns);
        this.#scene.use(this.#columns);
        this.#setLimits();
        this.#state.now.window = readWindow(location.search, this.#state.now.span, this.#limits);
        const view = readView(location.search);
        if (view) this.#scene.map.setView([view.lat, view.lon], view.zoom, {animate: false});
        else this.#scene.fit({...this.#pages.covered(), top: innerWidth > 760 ? 0 : 60});
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
        this.#playback.addEventListener('still', () => this.#still());
        this.#scene.addEventListener('point', (e) => {
            const {detail} = /** @type {CustomEvent} */ (e);
            tip(detail.x, detail.y, tipLines(detail, this.#scene, this.#words));
        });
        this.#scene.addEventListener('choose', (e) => this.#chosen(/** @type {CustomEvent} */ (e).detail));
        this.#scene.addEventListener('view', () => this.#address());
        this.#pages.panel.addEventListener('toggle', () => this.#controls());
        on('loop', () => state.set({loop: !state.now.loop}));
        on('panel', () => (this.#pages.panel.open = !this.#pages.panel.open));
        on('background', () => state.set({everything: !state.now.everything}));
        on('filters', () => this.#filters.toggle());
        on('share', () => {
            copy(location.href, this.#words.t('bar.shared'));
            this.#share.toggle();
        });
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
        if (changed.has('language')) {
            this.#words = await load(now.language);
            this.#translate();
            this.#applyTheme();
        }
        if (changed.has('theme')) this.#applyTheme();
        if (changed.has('everything')) {
            this.#setLimits();
            now.window = ofSpan({...this.#limits}, now.span === 'free' ? 'all' : now.span, this.#limits);
        }
        if (changed.has('mode') || changed.has('everything')) this.#look();
        if (changed.has('tiles')) this.#scene.tiles(now.tiles);
        if (changed.has('filter') || changed.has('everything') || changed.has('language')) this.#filtered();
        else if (changed.has('window') || changed.has('span')) this.#moved(playing);
        const page = ['incident', 'report', 'view', 'language'].some((key) => changed.has(key));
        if (page || (changed.has('filter') && !now.incident && !now.report)) this.#pages.open();
        if (playing) return;
        this.#controls();
        this.#address(['incident', 'report', 'filter', 'view', 'mode'].some((key) => changed.has(key)));
    }

    /** The filter or the data are others. */
    #filtered() {
        const {filter} = this.#state.now;
        this.#scene.mask = mask(this.#columns, filter);
        const everyType = mask(this.#columns, {...filter, hidden: []});
        const counts = new Uint32Array(GROUPS.length);
        for (let i = 0; i < this.#columns.n; i++) counts[this.#columns.group[i]] += everyType[i];
        this.#bar.show(counts);
        find('[data-action=filters]').classList.toggle('on', isFiltering(filter));
        this.#bars();
        this.#moved(false);
        this.#filters.refresh();
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
        const {window, span} = this.#state.now;
        this.#scene.show(window, {fade: playing ? unit(span, this.#limits) : 0, rings: playing && !calm()});
        this.#timeline.show(window, span);
        const {lead, date} = headline(window, span, this.#words);
        const shown = this.#scene.tally?.shown ?? 0;
        write('[data-role=lead]', lead);
        write('[data-role=date]', date);
        write('[data-role=count]', this.#words.t('count', {n: shown, m: this.#columns.n, k: this.#reports}));
        document.documentElement.dataset.shown = String(shown);
        if (playing && performance.now() - this.#listed < LIST_EVERY_MS) return;
        this.#listed = performance.now();
        this.#pages.fill(playing);
        if (playing) return;
        this.#timeline.say(`${lead} ${date}`);
        /** @type {HTMLAnchorElement} */ (find('[data-action=download]')).href = `/api/export.geojson?${this.#query()}`;
    }

    /** Nothing moves any more: say where we are. */
    #still() {
        this.#moved(false);
        const [date, count] = ['date', 'count'].map((role) => find(`[data-role=${role}]`).textContent ?? '');
        write('[data-role=announcer]', this.#words.t('announce', {date, count}));
    }

    #look() {
        const {mode} = this.#state.now;
        this.#scene.look(mode, this.#limits);
        key(/** @type {HTMLElement} */ (find('[data-role=key]')), this.#state, this.#words, this.#limits, theme(this.#state));
    }

    /** What is shown, as the service would be asked for it. */
    #query() {
        const query = asQuery(this.#state.now.filter);
        query.set('datetime', isoInterval(this.#state.now.window, '+06:00'));
        return query.toString().replace(/%2F/g, '/').replace(/%3A/g, ':').replace(/%2C/g, ',');
    }

    /** @param {{row: number, place: number}} at */
    #chosen({row, place}) {
        if (row < 0 && place < 0) return;
        if (document.body.classList.contains('embed')) return;
        if (row >= 0) this.#state.set({incident: this.#columns.incidents[row].id, report: ''});
        else {
            this.#state.set({incident: '', report: ''});
            setFilter(this.#state, {place: this.#columns.places[place].key});
        }
        this.#pages.panel.open = true;
    }

    #shareSheet() {
        return shareSheet(this.#words, this.#query(), {
            copy: (text) => copy(text, this.#words.t('share.copied')),
            image: () => this.#pictures.image(),
            animation: async () => {
                this.#share.hide();
                this.#playback.pause();
                const {window, span} = this.#state.now;
                await this.#pictures.animation(span, this.#limits);
                this.#state.set({window: {...window}});
            },
        });
    }

    #applyTheme() {
        const root = document.documentElement;
        if (this.#state.now.theme) root.dataset.theme = this.#state.now.theme;
        else delete root.dataset.theme;
        this.#timeline.theme = this.#pictures.theme = theme(this.#state);
        this.#scene.dress(theme(this.#state), this.#state.now.language);
        if (!this.#words) return;
        this.#bars();
        this.#look();
        this.#filtered();
    }

    #translate() {
        translate(this.#words, this.#scene);
        this.#playback.show();
        this.#setLimits();
        this.#look();
        this.#controls();
    }

    #controls() {
        if (this.#words) controls(this.#state.now, this.#pages.panel, this.#words);
    }

    /** @param {boolean} [step] whether the back button should come back to where we were */
    #address(step = false) {
        const {map} = this.#scene;
        const {lat, lng} = map.getCenter();
        const embed = document.body.classList.contains('embed') ? '&embed=1' : '';
        const query = writeAddress(this.#state.now, this.#limits, `${Math.round(map.getZoom() * 10) / 10}/${lat.toFixed(2)}/${lng.toFixed(2)}`) + embed;
        /** @type {HTMLAnchorElement} */ (find('[data-role=whole-page]')).href = `/?${query.replace('&embed=1', '')}`;
        if (`?${query}` !== location.search) history[step ? 'pushState' : 'replaceState'](null, '', `?${query}`);
    }

    #restored() {
        const asked = read(location.search);
        const language = asked.language || this.#state.now.language;
        this.#state.set({...asked, language, window: readWindow(location.search, asked.span ?? 'all', this.#limits)});
        const view = readView(location.search);
        if (view) this.#scene.map.setView([view.lat, view.lon], view.zoom, {animate: false});
        label(find('[data-action=theme]'), this.#words.t(theme(this.#state) === 'dark' ? 'bar.theme.light' : 'bar.theme.dark'));
    }
}
