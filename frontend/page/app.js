import {bar, theme, toast} from '../bar/bar.js';
import {key} from '../bar/key.js';
import {Columns, noIncidents} from '../data/columns.js';
import {isFiltering} from '../data/filter.js';
import {find} from '../dom.js';
import {calm} from '../map/camera.js';
import {Scene} from '../map/scene.js';
import {read as readAddress} from '../state/address.js';
import {State} from '../state/state.js';
import {endAt, ofSpan, unit} from '../time/window.js';
import {load} from '../words/words.js';
import {account} from './account.js';
import {listen, show} from './controls.js';
import {Held} from './held.js';
import {live} from './live.js';
import {mainCountry, newest, read, readCountry} from './loading.js';
import {Pages} from './pages.js';
import {paper} from './paper.js';
import {Playback} from './playback.js';
import {pointer} from './pointer.js';
import {announce, question, readout} from './readout.js';
import {Scale} from './scale.js';
import {sheets} from './sheets.js';
import {notice, translate} from './texts.js';
import {Trail} from './trail.js';

const LIST_EVERY_MS = 400;

/** The page: the state changes, everything else follows. Knows all parts, and is known by none. */
export class App {
    #state = new State();
    #words = /** @type {import('../words/words.js').Words} */ (/** @type {unknown} */ (null));
    #scene = new Scene(/** @type {HTMLElement} */ (find('#map')));
    #trail = new Trail(this.#state, this.#scene);
    #said = () => this.#words;
    #scale = new Scale(this.#state, () => this.#stock, this.#said);
    #playback = new Playback(this.#state, this.#said);
    #pages = new Pages(this.#state, this.#scene, this.#said);
    #bar = bar(this.#state, this.#said, (place) => this.#scene.go(place, this.#pages.covered()));
    #sheets = sheets({
        state: this.#state, words: this.#said, stock: () => this.#stock,
        query: () => question(this.#state.now), still: () => this.#playback.pause(), pictures: () => this.#pictures(),
    });
    /** @type {Held|import('../many/tiled.js').Tiled} */
    #stock = new Held(new Columns(noIncidents()), 0, this.#said);
    #listed = 0;

    async start() {
        const asked = readAddress(location.search);
        const language = asked.language || ['ru', 'kk'].find((l) => navigator.language.startsWith(l)) || 'en';
        Object.assign(this.#state.now, asked, {language});
        document.body.classList.toggle('embed', this.#trail.embedded);
        this.#pages.panel.open = !this.#trail.embedded && (innerWidth > 760 || Boolean(asked.incident || asked.report));
        this.#applyTheme();
        this.#words = await load(language);
        this.#translate();
        this.#listen();
        paper(this.#state);
        if (!this.#trail.embedded) {
            account({state: this.#state, words: this.#said, scene: this.#scene, pages: this.#pages, reload: () => this.#reload()});
        }
        await this.#load();
        live(this.#stock.all, () => this.#reload());
    }

    async #load() {
        const got = await read(this.#scene, this.#said, () => this.#load());
        if (!got) return;
        this.#use(got);
        document.body.classList.toggle('blank', !got.all);
        const country = mainCountry(got.columns);
        const reading = country && readCountry(this.#scene.ground, country);
        // what is said in another language than the service's needs the names of places
        if (this.#words.titles) await reading;
        this.#state.now.window = this.#trail.window(this.#scale.limits);
        if (!this.#trail.look()) {
            this.#scene.camera.fit(got.columns.places, country, this.#scene.ground, {...this.#pages.covered(), top: innerWidth > 760 ? 0 : 60});
        }
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
        const got = await newest(this.#scene, this.#said);
        if (!got || this.#stock !== before) return got?.end();
        const fresh = got.fresh(before);
        const {now} = this.#state;
        const atEnd = now.window.to >= this.#scale.limits.to;
        this.#use(got);
        now.window = endAt(now.window, atEnd ? this.#scale.limits.to : now.window.to, now.span, this.#scale.limits);
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
        this.#scale.reach();
        this.#playback.limits = this.#scene.marks.limits = this.#scale.limits;
    }

    #listen() {
        const state = this.#state;
        const {timeline} = this.#scale;
        state.addEventListener('change', (e) => this.#changed(/** @type {CustomEvent} */ (e).detail));
        timeline.addEventListener('grab', () => this.#playback.pause());
        timeline.addEventListener('window', (e) => state.set(/** @type {CustomEvent} */ (e).detail));
        timeline.addEventListener('resize', () => this.#scale.resize(this.#playback.playing));
        timeline.addEventListener('key', (e) => this.#playback.key(/** @type {CustomEvent} */ (e).detail));
        this.#playback.addEventListener('still', () => {
            this.#moved(false);
            announce(this.#words);
        });
        pointer({state, scene: this.#scene, pages: this.#pages, stock: () => this.#stock, words: this.#said}, this.#trail.embedded);
        this.#scene.addEventListener('view', () => {
            this.#trail.write(this.#scale.limits);
            this.#stock.look();
        });
        this.#pages.panel.addEventListener('toggle', () => this.#controls());
        listen(state, this.#pages.panel, () => this.#scale.limits);
        matchMedia('(prefers-color-scheme: dark)').addEventListener('change', () => this.#applyTheme());
        addEventListener('popstate', () => {
            this.#trail.follow(this.#scale.limits);
            this.#bar.dress();
        });
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
            now.window = ofSpan({...this.#scale.limits}, now.span === 'free' ? 'all' : now.span, this.#scale.limits);
        }
        if (any('mode', 'everything')) this.#look();
        if (any('tiles')) this.#scene.tiles(now.tiles);
        if (any('filter', 'everything', 'language')) this.#filtered();
        else if (any('window', 'span')) this.#moved(playing);
        if (any('incident', 'report', 'view', 'language') || (any('filter') && !now.incident && !now.report)) this.#pages.open();
        if (playing) return;
        this.#controls();
        this.#trail.write(this.#scale.limits, any('incident', 'report', 'filter', 'view', 'mode'));
    }

    /** The filter or the data are others. */
    #filtered() {
        const {filter} = this.#state.now;
        find('[data-action=filters]').classList.toggle('on', isFiltering(filter));
        if (!this.#stock.ready(filter, () => this.#filtered())) return;
        this.#scene.mask = this.#stock.mask(filter);
        this.#scale.outside();
        this.#bar.show(this.#stock.groups(filter));
        this.#scale.count();
        this.#moved(false);
        this.#sheets.filters.refresh();
        this.#controls();
    }

    /** The window is another. @param {boolean} playing */
    #moved(playing) {
        const {now} = this.#state;
        this.#stock.at(now.window, playing);
        this.#scene.show(now.window, this.#motion(playing));
        this.#scale.show();
        if (!this.#scene.tally) return;
        const said = readout(now, this.#stock.count(now.filter, now.window, this.#scene.tally), this.#words);
        if (playing && performance.now() - this.#listed < LIST_EVERY_MS) return;
        this.#listed = performance.now();
        this.#pages.fill(playing);
        if (!playing) this.#scale.timeline.say(said);
    }

    /** @param {boolean} playing */
    #motion(playing) {
        return {fade: playing ? unit(this.#state.now.span, this.#scale.limits) : 0, rings: playing && !calm()};
    }

    #look() {
        this.#scene.look(this.#state.now.mode, this.#scale.limits);
        key(/** @type {HTMLElement} */ (find('[data-role=key]')), this.#state, this.#words, this.#scale.limits, theme(this.#state));
    }

    async #pictures() {
        const {Pictures} = await import('../picture/pictures.js');
        return new Pictures(this.#scene, this.#scale.timeline, this.#words, this.#state.now, this.#scale.limits, theme(this.#state),
            (window) => this.#stock.count(this.#state.now.filter, window, /** @type {import('../map/tally.js').Tally} */ (this.#scene.tally)).shown);
    }

    #applyTheme() {
        const root = document.documentElement;
        if (this.#state.now.theme) root.dataset.theme = this.#state.now.theme;
        else delete root.dataset.theme;
        this.#scale.timeline.theme = theme(this.#state);
        if (!this.#words) return this.#scene.dress(theme(this.#state), null);
        this.#scene.dress(theme(this.#state), this.#words);
        this.#scale.count();
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
        if (this.#words) show(this.#state.now, this.#pages.panel, this.#words);
    }
}
