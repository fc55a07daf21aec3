import * as L from 'leaflet';

/** A canvas that stays with the map while it is dragged and zoomed; subclasses say what is on it. */
export class CanvasLayer extends L.Layer {
    #pane;
    #padding;
    #bitmap;
    #queued = 0;
    #ratio = 0;
    /** @type {L.LatLng|null} */
    #centre = null;
    #zoom = 0;

    /**
     * @param {string} pane
     * @param {number} [padding] how much more than the view is drawn, of its size, on each side
     * @param {boolean} [moving] whether it is drawn with most frames
     */
    constructor(pane, padding = 0.2, moving = false) {
        super();
        this.#pane = pane;
        this.#padding = padding;
        this.canvas = document.createElement('canvas');
        this.canvas.className = 'leaflet-zoom-animated';
        this.canvas.setAttribute('aria-hidden', 'true');
        // A canvas costs the browser time with every frame, drawn or not, where there is no graphics card; a bitmap does not.
        this.#bitmap = moving ? null : /** @type {ImageBitmapRenderingContext} */ (this.canvas.getContext('bitmaprenderer'));
        this.sheet = moving ? this.canvas : new OffscreenCanvas(1, 1);
        this.context = /** @type {CanvasRenderingContext2D} */ (this.sheet.getContext('2d', {willReadFrequently: moving}));
        this.width = 0;
        this.height = 0;
        /** Where world pixel 0, 0 lies on the canvas, and how many canvas pixels one world pixel of zoom 0 is. */
        this.originX = 0;
        this.originY = 0;
        this.scale = 1;
        this.offset = L.point(0, 0);
    }

    /** @returns {Record<string, (event: any) => void>} */
    getEvents() {
        return {moveend: this.reset, viewreset: this.reset, resize: this.reset, zoom: this.#follow, zoomanim: this.#fly};
    }

    /** Where the canvas lies in the window of the map; it is dragged along between two drawings. */
    get position() {
        return L.DomUtil.getPosition(this.canvas).add(L.DomUtil.getPosition(/** @type {HTMLElement} */ (this._map.getPane('mapPane'))));
    }

    /** @param {L.Map} map */
    onAdd(map) {
        (map.getPane(this.#pane) ?? map.createPane(this.#pane)).append(this.canvas);
        this.reset();
        return this;
    }

    onRemove() {
        cancelAnimationFrame(this.#queued);
        this.canvas.remove();
        return this;
    }

    /** How many pixels of the canvas one of the page is. */
    get ratio() {
        return this.#ratio || window.devicePixelRatio || 1;
    }

    /** Draws with more pixels than the screen has, for a picture; 0 goes back. @param {number} ratio */
    finer(ratio) {
        this.#ratio = ratio;
        this.reset();
    }

    /** Lays the canvas over the view again and draws it. */
    reset() {
        const map = this._map;
        const size = map.getSize();
        const pad = size.multiplyBy(this.#padding).round();
        this.width = size.x + 2 * pad.x;
        this.height = size.y + 2 * pad.y;
        this.offset = pad;
        const topLeft = map.containerPointToLayerPoint(pad.multiplyBy(-1)).round();
        const {ratio} = this;
        const [w, h] = [Math.round(this.width * ratio), Math.round(this.height * ratio)];
        if (this.sheet.width !== w || this.sheet.height !== h) {
            // on paper a canvas is as large as it says itself, whatever has been put into it
            for (const canvas of [this.sheet, this.canvas]) [canvas.width, canvas.height] = [w, h];
            this.canvas.style.width = `${this.width}px`;
            this.canvas.style.height = `${this.height}px`;
        }
        L.DomUtil.setPosition(this.canvas, topLeft);
        this.#centre = map.getCenter();
        this.#zoom = map.getZoom();
        const origin = map.getPixelOrigin();
        this.originX = -origin.x - topLeft.x;
        this.originY = -origin.y - topLeft.y;
        this.scale = 2 ** this.#zoom;
        this.placed();
        this.paint();
    }

    /** Draws at once. */
    paint() {
        cancelAnimationFrame(this.#queued);
        this.#queued = 0;
        if (!this._map) return;
        const {ratio} = this;
        this.context.setTransform(ratio, 0, 0, ratio, 0, 0);
        this.clear(this.context);
        this.draw(this.context);
        if (this.sheet instanceof OffscreenCanvas) this.#bitmap?.transferFromImageBitmap(this.sheet.transferToImageBitmap());
    }

    /** @param {CanvasRenderingContext2D} context */
    clear(context) {
        context.clearRect(0, 0, this.width, this.height);
    }

    /** Draws with the next frame. */
    repaint() {
        if (this._map && !this.#queued) this.#queued = requestAnimationFrame(() => this.paint());
    }

    /** From here on the context speaks the pixels of zoom 0. @param {CanvasRenderingContext2D} context */
    toWorld(context) {
        const {ratio} = this;
        const s = this.scale * ratio;
        context.setTransform(s, 0, 0, s, this.originX * ratio, this.originY * ratio);
    }

    /** The view has changed; for what has to be reckoned once a view. */
    placed() {}

    /** @param {CanvasRenderingContext2D} _context */
    draw(_context) {}

    #follow() {
        this.#transform(this._map.getCenter(), this._map.getZoom());
    }

    /** @param {{center: L.LatLng, zoom: number}} to */
    #fly(to) {
        this.#transform(to.center, to.zoom);
    }

    /** Stretches the drawing there is, until it is drawn anew. @param {L.LatLng} centre @param {number} zoom */
    #transform(centre, zoom) {
        const map = this._map;
        if (!this.#centre) return;
        const scale = map.getZoomScale(zoom, this.#zoom);
        const half = L.point(this.width, this.height).divideBy(2);
        const view = map.getSize().divideBy(2);
        const pane = L.DomUtil.getPosition(/** @type {HTMLElement} */ (map.getPane('mapPane')));
        const origin = map.project(centre, zoom).subtract(view).add(pane).round();
        const at = map.project(this.#centre, zoom).subtract(origin).subtract(half.multiplyBy(scale));
        L.DomUtil.setTransform(this.canvas, at, scale);
    }
}
