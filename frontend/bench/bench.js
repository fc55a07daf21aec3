/**
 * Plays made-up incidents on the real page and prints what a frame takes: open /bench/?n=100000 on the benchmark's server.
 * A frame's cost is all that the page's thread does for it: script, style, layout, and drawing, up to the next task.
 */

import {some} from './some.js';

const WARM_UP_MS = 2000;
const MEASURED_MS = 10000;
const FRAME_MS = 1000 / 60;

const n = Number(new URLSearchParams(location.search).get('n') ?? 100000);

const real = window.fetch;
window.fetch = (/** @type {any} */ path, options) =>
    String(path).startsWith('/api/') ? Promise.resolve(new Response(JSON.stringify(some(n)))) : real(path, options);

const page = new DOMParser().parseFromString(await (await real('/')).text(), 'text/html');
document.head.append(...page.querySelectorAll('link'));
document.documentElement.lang = 'en';
document.body.replaceChildren(...page.body.children);
// a window of 30 of the 60 days, half of the incidents at a time, moving through the others
history.replaceState(null, '', `?n=${n}&from=2022-01-01&to=2022-01-30&speed=2`);
await Promise.all([...document.querySelectorAll('link[rel=stylesheet]')].map((sheet) => /** @type {HTMLLinkElement} */ (sheet).sheet
    ?? new Promise((resolve) => sheet.addEventListener('load', resolve))));
await import('../app.js');
while (!document.documentElement.dataset.ready) await pause(50);
await pause(WARM_UP_MS);

/** @type {number[]} */
const costs = [];
/** @type {number[]} */
const gaps = [];
let shown = 0;
const after = new MessageChannel();
let began = 0;
after.port1.onmessage = () => costs.push(performance.now() - began);
/** @type {HTMLElement} */ (document.querySelector('[data-action=play]')).click();
let last = await new Promise(requestAnimationFrame);
const end = last + MEASURED_MS;
while (last < end) {
    const now = await new Promise((resolve) => requestAnimationFrame((at) => {
        // asked for before the page asks for its own, so that it comes first
        began = performance.now();
        after.port2.postMessage(0);
        resolve(at);
    }));
    gaps.push(now - last);
    last = now;
    shown = Math.max(shown, Number(document.documentElement.dataset.shown));
}
/** @type {HTMLElement} */ (document.querySelector('[data-action=pause]'))?.click();
const part = (/** @type {number[]} */ values, /** @type {number} */ p) =>
    Number([...values].sort((a, b) => a - b)[Math.min(values.length - 1, Math.floor(values.length * p))].toFixed(1));
const missed = gaps.reduce((sum, gap) => sum + Math.max(0, Math.round(gap / FRAME_MS) - 1), 0);
const result = {
    incidents: n, shown, frames: gaps.length, median: part(costs, 0.5), p95: part(costs, 0.95),
    dropped: Number(((100 * missed) / (gaps.length + missed)).toFixed(1)),
};
document.body.append(Object.assign(document.createElement('pre'), {id: 'result', textContent: JSON.stringify(result)}));

/** @param {number} ms */
function pause(ms) {
    return new Promise((resolve) => setTimeout(resolve, ms));
}
