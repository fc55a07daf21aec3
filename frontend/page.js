import {bar, copy, label, setFilter, theme} from './bar/bar.js';
import {filterSheet} from './bar/filters.js';
import {popover} from './bar/popover.js';
import {shareSheet} from './bar/share.js';
import {tip} from './bar/tip.js';
import {ask, incidents, report, ServiceError} from './data/api.js';
import {Columns} from './data/columns.js';
import {asQuery, isFiltering, mask, noFilter} from './data/filter.js';
import {GROUPS} from './data/types.js';
import {el, find, icon} from './dom.js';
import {calm, Scene} from './map/scene.js';
import {incidentPage} from './panel/incident.js';
import {IncidentList} from './panel/list.js';
import {Panel} from './panel/panel.js';
import {reportPage} from './panel/report.js';
import {read, readView, readWindow, write} from './state/address.js';
import {State} from './state/state.js';
import {Timeline} from './timeline/timeline.js';
import {busiest, whole} from './time/extent.js';
import {barWidth, histogram} from './time/histogram.js';
import {DAY, isoDay, isoShort} from './time/minutes.js';
import {Player} from './time/player.js';
import {atStart, endAt, ofSpan, SPANS, step, unit} from './time/window.js';
import {headline, when} from './words/when.js';
import {load} from './words/words.js';
import {where} from './words/where.js';

const LIST_EVERY_MS = 160;
const SPEEDS = [0.25, 0.5, 1, 2, 4, 8];
const SLOW_MS = 1500;

/** The page: knows all parts, and is known by none. */
export class App {
    state = new State();
    player = new Player();
    scene = new Scene(/** @type {HTMLElement} */ (find('#map')));
    timeline = new Timeline(/** @type {HTMLElement} */ (find('[data-role=timeline]')));
    panel = new Panel(/** @type {HTMLElement} */ (find('[data-role=panel]')));
    list = new IncidentList();
    /** @type {Columns} */
    columns = new Columns([]);
    limits = {from: 0, to: DAY};
    reports = 0;
    #listed = 0;
    #pageRequest = new AbortController();
    /** @type {import('./words/words.js').Words} */
    words = /** @type {any} */ (null);
    #bar = bar(this.state, () => this.words);
    #filters = popover(/** @type {HTMLElement} */ (find('[data-action=filters]')), 'filters',
        () => filterSheet(this.state, this.words, this.columns, this.state.now.window));
    #share = popover(/** @type {HTMLElement} */ (find('[data-action=share]')), 'share',
        () => shareSheet(this.words, this.#query(), {
            copy: (text) => copy(text, this.words.t('share.copied')),
            image: () => {},
            film: () => {},
        }));

    async start() {
        const asked = read(location.search);
        const language = asked.language || ['ru', 'kk'].find((l) => navigator.language.startsWith(l)) || 'en';
        Object.assign(this.state.now, asked, {language});
        this.panel.open = innerWidth > 760 || Boolean(asked.incident || asked.report);
        this.#applyTheme();
        this.words = await load(language);
        this.#translate();
        this.#listen();
        await this.#load();
    }

    async #load() {
        const notice = /** @type {HTMLElement} */ (find('[data-role=notice]'));
        const slow = setTimeout(() => this.#notice('', this.words.t('loading.slow')), SLOW_MS);
        try {
            const [world, collection] = await Promise.all([ask('/basemap/world.json'), incidents()]);
            this.scene.ground.addWorld(world);
            this.columns = new Columns(collection.features);
            this.reports = collection.reports ?? new Set(collection.features.flatMap((f) => f.properties.sources.map((s) => s.report))).size;
            notice.hidden = true;
        } catch (e) {
            if (!(e instanceof ServiceError)) throw e;
            this.#notice('error.title', [this.words.t(`error.${e.kind}`), e.detail].filter(Boolean).join(' '), () => this.#load());
            return;
        } finally {
            clearTimeout(slow);
        }
        this.scene.use(this.columns);
        const country = this.#mainCountry();
        this.scene.grounded(country);
        this.#setLimits();
        this.state.now.window = readWindow(location.search, this.state.now.span, this.limits);
        const view = readView(location.search);
        if (view) this.scene.map.setView([view.lat, view.lon], view.zoom, {animate: false});
        else this.scene.fit({...this.panel.covered, bottom: this.panel.covered.bottom + this.#dock(), top: innerWidth > 760 ? 0 : 40});
        this.#filtered();
        this.#openPage();
        if (!this.columns.n) this.#notice('empty.title', this.words.t('empty.text'));
        if (country) await this.#detail(country);
        document.documentElement.dataset.ready = 'true';
    }

    /** Regions and towns of the country that the incidents are in; the map does without, if there are none. @param {string} country */
    async #detail(country) {
        try {
            this.scene.ground.addCountry(await ask(`/basemap/${country}.json`), country);
            this.scene.grounded(country);
        } catch (e) {
            if (!(e instanceof ServiceError)) throw e;
        }
    }

    #mainCountry() {
        const counts = new Map();
        for (const place of this.columns.places) if (place.country) counts.set(place.country, (counts.get(place.country) ?? 0) + place.count);
        return [...counts].sort((a, b) => b[1] - a[1])[0]?.[0] ?? '';
    }

    #dock() {
        return /** @type {HTMLElement} */ (find('.dock')).offsetHeight;
    }

    #setLimits() {
        const {start, end} = this.columns;
        this.limits = this.state.now.everything ? whole(start, end) : busiest(start, end);
        this.timeline.limits = this.limits;
        const outside = start.reduce((n, s, i) => n + +(s >= this.limits.to || end[i] <= this.limits.from), 0);
        const button = /** @type {HTMLButtonElement} */ (find('[data-action=background]'));
        button.hidden = !outside && !this.state.now.everything;
        button.textContent = this.state.now.everything ? this.words.t('timeline.main') : this.words.t('timeline.earlier', {n: outside});
    }

    // --- what follows a change ---

    #listen() {
        this.state.addEventListener('change', (e) => this.#changed(/** @type {CustomEvent} */ (e).detail));
        this.timeline.addEventListener('grab', () => this.player.pause());
        this.timeline.addEventListener('window', (e) => this.state.set(/** @type {CustomEvent} */ (e).detail));
        this.timeline.addEventListener('resize', () => this.#bars());
        this.timeline.addEventListener('key', (e) => this.#timeKey(/** @type {CustomEvent} */ (e).detail));
        this.player.addEventListener('advance', (e) => this.#advance(/** @type {CustomEvent} */ (e).detail));
        this.player.addEventListener('play', () => this.#playing());
        this.player.addEventListener('pause', () => this.#playing());
        this.scene.addEventListener('point', (e) => this.#pointed(/** @type {CustomEvent} */ (e).detail));
        this.scene.addEventListener('choose', (e) => this.#chosen(/** @type {CustomEvent} */ (e).detail));
        this.scene.addEventListener('view', () => this.#address());
        this.list.addEventListener('choose', (e) => this.state.set({incident: /** @type {CustomEvent} */ (e).detail, report: ''}));
        this.list.addEventListener('hover', (e) => this.scene.hover(/** @type {CustomEvent} */ (e).detail));
        this.panel.addEventListener('back', () => this.#back());
        find('[data-action=play]').addEventListener('click', () => this.#toggle());
        find('[data-action=step-forward]').addEventListener('click', () => this.#timeKey('forward'));
        find('[data-action=step-back]').addEventListener('click', () => this.#timeKey('back'));
        find('[data-action=loop]').addEventListener('click', () => this.state.set({loop: !this.state.now.loop}));
        find('[data-action=filters]').addEventListener('click', () => this.#filters.toggle());
        find('[data-action=share]').addEventListener('click', () => {
            copy(location.href, this.words.t('bar.shared'));
            this.#share.toggle();
        });
        find('[data-action=panel]').addEventListener('click', () => (this.panel.open = !this.panel.open));
        find('[data-action=background]').addEventListener('click', () => this.state.set({everything: !this.state.now.everything}));
        const span = /** @type {HTMLSelectElement} */ (find('[data-action=span]'));
        span.addEventListener('change', () => this.state.set({span: span.value, window: ofSpan(this.state.now.window, span.value, this.limits)}));
        const speed = /** @type {HTMLSelectElement} */ (find('[data-action=speed]'));
        speed.addEventListener('change', () => this.state.set({speed: Number(speed.value)}));
        matchMedia('(prefers-color-scheme: dark)').addEventListener('change', () => this.#applyTheme());
        addEventListener('popstate', () => this.#restored());
    }

    /** @param {{changed: Set<string>, playing: boolean}} change */
    async #changed({changed, playing}) {
        if (changed.has('language')) {
            this.words = await load(this.state.now.language);
            this.#translate();
            this.#applyTheme();
            this.#filtered();
            this.#openPage();
        }
        if (changed.has('theme')) this.#applyTheme();
        if (changed.has('everything')) {
            this.#setLimits();
            this.state.now.window = ofSpan({from: this.limits.from, to: this.limits.to}, this.state.now.span === 'free' ? 'all' : this.state.now.span, this.limits);
            this.#filtered();
        }
        if (changed.has('filter')) this.#filtered();
        else if (changed.has('window') || changed.has('span')) this.#moved(playing);
        if (changed.has('incident') || changed.has('report')) this.#openPage();
        this.#controls();
        if (!playing) this.#address(changed.has('incident') || changed.has('report') || changed.has('filter'));
    }

    /** The filter or the data are others. */
    #filtered() {
        this.scene.mask = mask(this.columns, this.state.now.filter);
        const everything = mask(this.columns, {...this.state.now.filter, hidden: []});
        const counts = new Uint32Array(GROUPS.length);
        for (let i = 0; i < this.columns.n; i++) counts[this.columns.group[i]] += everything[i];
        this.#bar.show(counts);
        this.#filters.refresh();
        find('[data-action=filters]').classList.toggle('on', isFiltering(this.state.now.filter));
        this.#bars();
        this.#moved(false);
        this.#controls();
    }

    #bars() {
        if (!this.words) return;
        const width = barWidth(this.limits, this.timeline.width);
        this.timeline.bars = histogram(this.columns, this.scene.mask, this.limits, width);
        this.timeline.words = this.words;
        this.timeline.show(this.state.now.window, this.state.now.span);
    }

    /** The window is another. @param {boolean} playing */
    #moved(playing) {
        const {window, span} = this.state.now;
        const by = unit(span, this.limits);
        this.scene.show(window, {fade: playing ? by : 0, rings: playing && !calm()});
        this.timeline.show(window, span);
        const {lead, date} = headline({from: Math.round(window.from), to: Math.max(Math.round(window.from) + 1, Math.ceil(window.to))}, span, this.words);
        set('[data-role=lead]', lead);
        set('[data-role=date]', date);
        const shown = this.scene.tally?.shown ?? 0;
        set('[data-role=count]', this.words.t('count', {n: shown, m: this.columns.n, k: this.reports}));
        document.documentElement.dataset.shown = String(shown);
        if (playing) {
            if (performance.now() - this.#listed > LIST_EVERY_MS) this.#listNow();
        } else {
            this.#listNow();
            this.timeline.say(`${lead} ${date}`);
        }
        /** @type {HTMLAnchorElement} */ (find('[data-action=download]')).href = `/api/export.geojson?${this.#query()}`;
    }

    #listNow() {
        this.#listed = performance.now();
        const tally = this.scene.tally;
        if (tally) this.list.show(this.columns, tally.rows.subarray(0, tally.shown), this.words, this.#nothing());
    }

    #nothing() {
        const filtering = isFiltering(this.state.now.filter);
        return [
            el('p', {}, this.words.t(filtering ? 'list.empty.filter' : 'list.empty')),
            filtering
                ? el('button', {type: 'button', class: 'button', onclick: () => this.state.set({filter: noFilter()})}, this.words.t('list.clear'))
                : el('button', {type: 'button', class: 'button', onclick: () => this.state.set({span: 'all', window: {...this.limits}})}, this.words.t('list.showall')),
        ];
    }

    /** What is shown, as the service would be asked for it. */
    #query() {
        const query = asQuery(this.state.now.filter);
        const {from, to} = this.state.now.window;
        const edge = (/** @type {number} */ at) => (at % DAY ? `${isoShort(at)}:00+06:00` : isoDay(at));
        const last = Math.round(to);
        query.set('datetime', `${edge(Math.round(from))}/${last % DAY ? edge(last) : isoDay(last - 1)}`);
        return query.toString().replace(/%2F/g, '/').replace(/%3A/g, ':').replace(/%2C/g, ',');
    }

    // --- time ---

    #toggle() {
        const {window, span} = this.state.now;
        if (!this.player.playing && window.to >= this.limits.to) this.state.set({window: atStart(window, span, this.limits)}, {playing: true});
        this.player.toggle();
    }

    /** @param {number} steps */
    #advance(steps) {
        const {window, span, loop} = this.state.now;
        this.player.speed = this.state.now.speed;
        const next = endAt(window, window.to + steps * unit(span, this.limits), span, this.limits);
        this.state.set({window: next}, {playing: true});
        if (next.to < this.limits.to) return;
        if (loop) this.state.set({window: atStart(next, span, this.limits)}, {playing: true});
        else this.player.pause();
    }

    #playing() {
        const playing = this.player.playing;
        const button = /** @type {HTMLElement} */ (find('.play'));
        button.dataset.action = playing ? 'pause' : 'play';
        button.replaceChildren(icon(playing ? 'pause' : 'play'));
        label(button, this.words.t(playing ? 'pause' : 'play'));
        if (playing) return;
        // A stop in the middle of a day means that day.
        const {window, span} = this.state.now;
        const by = unit(span, this.limits);
        const to = Math.min(this.limits.to, Math.ceil(window.to / by) * by);
        this.state.set({window: endAt(window, to, span, this.limits)});
        this.#moved(false);
        this.#announce();
    }

    /** @param {string} what */
    #timeKey(what) {
        if (what === 'toggle') return this.#toggle();
        this.player.pause();
        const {window, span} = this.state.now;
        const by = unit(span, this.limits);
        const next = what === 'forward' ? step(window, 1, span, this.limits)
            : what === 'back' ? step(window, -1, span, this.limits)
                : what === 'home' ? endAt(atStart(window, span, this.limits), span === 'all' ? this.limits.from + by : 0, span, this.limits)
                    : endAt(window, this.limits.to, span, this.limits);
        this.state.set({window: next});
        this.#announce();
    }

    #announce() {
        const date = find('[data-role=date]').textContent ?? '';
        set('[data-role=announcer]', this.words.t('announce', {date, count: find('[data-role=count]').textContent ?? ''}));
    }

    // --- pointing and choosing ---

    /** @param {{row: number, place: number, x: number, y: number}} at */
    #pointed({row, place, x, y}) {
        const {words, columns} = this;
        if (row >= 0) {
            const p = columns.incidents[row].properties;
            tip(x, y, [p.title, `${when(p, words)}, ${where(p, words)}`, words.t('list.reports', {n: p.reports})]);
        } else if (place >= 0) {
            const p = columns.places[place];
            tip(x, y, [p.area ? words.t('map.chip', {place: p.name}) : p.name, ...this.#breakdown(place)]);
        } else tip(0, 0, []);
    }

    /** @param {number} place */
    #breakdown(place) {
        const {tally} = this.scene;
        if (!tally) return [];
        const {columns} = this;
        const cluster = tally.clusterOf[place];
        const counts = new Uint32Array(14);
        for (let k = 0; k < tally.shown; k++) {
            const row = tally.rows[k];
            const p = columns.place[row];
            if (columns.places[place].area ? p === place : !columns.places[p].area && tally.clusterOf[p] === cluster) counts[columns.group[row]]++;
        }
        return GROUPS.map((group, g) => counts[g] ? `${this.words.t(`group.${group}`)}: ${this.words.numbers.format(counts[g])}` : '').filter(Boolean);
    }

    /** @param {{row: number, place: number}} at */
    #chosen({row, place}) {
        if (row >= 0) this.state.set({incident: this.columns.incidents[row].id, report: ''});
        else if (place >= 0) {
            this.state.set({incident: '', report: ''});
            setFilter(this.state, {place: this.columns.places[place].key});
        } else return;
        this.panel.open = true;
    }

    #back() {
        const {incident, report: open} = this.state.now;
        if (open && incident) this.state.set({report: ''});
        else this.state.set({incident: '', report: ''});
    }

    // --- the panel ---

    #openPage() {
        const {incident: id, report: reportId} = this.state.now;
        const row = this.columns.indexOf.get(id) ?? -1;
        this.#pageRequest.abort();
        this.#pageRequest = new AbortController();
        this.list.mark(id);
        this.scene.choose(row);
        tip(0, 0, []);
        if (reportId) this.#openReport(reportId, id);
        else if (row >= 0) {
            this.panel.open = true;
            this.panel.page(this.words.t('back.list'), incidentPage(this.columns.incidents[row], this.words, {
                read: (report) => this.state.set({report}),
                locate: () => this.scene.locate(row, this.#covered(), true),
            }));
            this.scene.locate(row, this.#covered());
        } else this.panel.home(this.#listHead(), this.list.element);
    }

    #covered() {
        const {right, bottom} = this.panel.covered;
        return {right, bottom: bottom + this.#dock()};
    }

    #listHead() {
        const {filter} = this.state.now;
        const place = this.columns.places.find((p) => p.key === filter.place);
        const title = el('h2', {}, this.words.t('list'));
        if (!place) return title;
        const pick = el('button', {type: 'button', class: 'pick', onclick: () => setFilter(this.state, {place: ''})},
            this.words.t('list.place', {place: place.name}), icon('x'));
        const head = document.createDocumentFragment();
        head.append(title, pick);
        return head;
    }

    /** @param {string} id @param {string} incident */
    async #openReport(id, incident) {
        const {signal} = this.#pageRequest;
        this.panel.open = true;
        const back = this.words.t(incident ? 'back.incident' : 'back.list');
        try {
            const found = await report(id, signal);
            const page = reportPage(found, incident, this.words, {
                choose: (chosen) => this.state.set(this.columns.indexOf.has(chosen) ? {incident: chosen, report: ''} : {}),
                hover: (over) => this.scene.hover(this.columns.indexOf.get(over) ?? -1),
                tip: (at, lines) => {
                    const box = at?.getBoundingClientRect();
                    tip(box?.left ?? 0, box?.bottom ?? 0, lines);
                },
            });
            this.panel.page(back, page);
            page.querySelector('mark.current')?.scrollIntoView({block: 'center'});
        } catch (e) {
            if (signal.aborted) return;
            if (!(e instanceof ServiceError)) throw e;
            this.panel.page(back, el('div', {class: 'nothing', 'data-role': 'report-panel'}, el('h2', {tabindex: -1}, this.words.t('report')),
                el('p', {}, this.words.t(`error.${e.kind}`))));
        }
    }

    // --- looks, words, address ---

    #applyTheme() {
        const root = document.documentElement;
        if (this.state.now.theme) root.dataset.theme = this.state.now.theme;
        else delete root.dataset.theme;
        this.timeline.theme = theme(this.state);
        this.scene.dress(theme(this.state), this.state.now.language);
        if (this.words) {
            this.timeline.show(this.state.now.window, this.state.now.span);
            this.#filtered();
        }
    }

    #translate() {
        const {words} = this;
        document.documentElement.lang = words.language;
        document.title = words.t('app.title');
        for (const element of document.querySelectorAll('[data-label]')) label(element, words.t(/** @type {HTMLElement} */ (element).dataset.label ?? ''));
        for (const element of document.querySelectorAll('[data-text]')) element.textContent = words.t(/** @type {HTMLElement} */ (element).dataset.text ?? '');
        const span = /** @type {HTMLSelectElement} */ (find('[data-action=span]'));
        span.replaceChildren(...[...Object.keys(SPANS), 'free'].map((key) => el('option', {value: key}, words.t(`span.${key}`))));
        const speed = /** @type {HTMLSelectElement} */ (find('[data-action=speed]'));
        speed.replaceChildren(...SPEEDS.map((value) => el('option', {value}, `${words.numbers.format(value)}×`)));
        this.#mapWords();
        this.#setLimits();
        this.#controls();
    }

    #mapWords() {
        const {map, credit} = this.scene;
        map.getContainer().setAttribute('aria-label', this.words.t('map'));
        label(find('.leaflet-control-zoom-in'), this.words.t('map.zoomin'));
        label(find('.leaflet-control-zoom-out'), this.words.t('map.zoomout'));
        credit.setPrefix(this.words.t('map.attribution'));
    }

    #controls() {
        const {span, speed, loop} = this.state.now;
        const spans = /** @type {HTMLSelectElement} */ (find('[data-action=span]'));
        spans.value = span;
        const free = spans.querySelector('[value=free]');
        if (free instanceof HTMLOptionElement) free.hidden = span !== 'free';
        /** @type {HTMLSelectElement} */ (find('[data-action=speed]')).value = String(speed);
        find('[data-action=loop]').setAttribute('aria-pressed', String(loop));
        const panel = find('[data-action=panel]');
        label(panel, this.words.t(this.panel.open ? 'bar.panel.close' : 'bar.panel.open'));
        panel.setAttribute('aria-expanded', String(this.panel.open));
        if (!this.state.now.incident && !this.state.now.report && this.list.element.isConnected) {
            find('.page-head').replaceChildren(this.#listHead());
        }
    }

    /** @param {boolean} [step] whether the back button should come back to where we were */
    #address(step = false) {
        const {map} = this.scene;
        const {lat, lng} = map.getCenter();
        const view = `${Math.round(map.getZoom() * 10) / 10}/${lat.toFixed(2)}/${lng.toFixed(2)}`;
        const query = write(this.state.now, this.limits, view);
        if (`?${query}` === location.search) return;
        history[step ? 'pushState' : 'replaceState'](null, '', `?${query}`);
    }

    #restored() {
        const asked = read(location.search);
        const language = asked.language || this.state.now.language;
        this.state.set({...asked, language, window: readWindow(location.search, asked.span ?? 'all', this.limits)});
        const view = readView(location.search);
        if (view) this.scene.map.setView([view.lat, view.lon], view.zoom, {animate: false});
    }

    /** @param {string} title @param {string} text @param {() => void} [retry] */
    #notice(title, text, retry) {
        const element = /** @type {HTMLElement} */ (find('[data-role=notice]'));
        element.hidden = false;
        element.classList.toggle('quiet', !title);
        element.replaceChildren(
            ...(title ? [el('h2', {}, this.words.t(title))] : []), el('p', {}, text),
            ...(retry ? [el('button', {type: 'button', class: 'button', 'data-action': 'retry', onclick: () => {
                element.hidden = true;
                retry();
            }}, this.words.t('error.retry'))] : []));
    }
}

/** @param {string} selector @param {string} text */
function set(selector, text) {
    const element = find(selector);
    if (element.textContent !== text) element.textContent = text;
}
