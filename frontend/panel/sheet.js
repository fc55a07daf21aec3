/** Lets the panel be drawn up and pushed down where it is a sheet. */

const FLICK_PX = 40;

/**
 * @param {HTMLElement} panel
 * @param {(state: 'closed'|'open'|'full') => void} settle
 */
export function sheet(panel, settle) {
    /** @type {{y: number, state: string}|null} */
    let grip = null;
    const states = /** @type {const} */ (['closed', 'open', 'full']);
    panel.addEventListener('pointerdown', (e) => {
        const target = /** @type {HTMLElement} */ (e.target);
        if (innerWidth > 760 || !target.closest('.page-head') || target.closest('button, a, input, select')) return;
        grip = {y: e.clientY, state: panel.dataset.state ?? 'closed'};
        panel.setPointerCapture(e.pointerId);
    });
    panel.addEventListener('pointermove', (e) => {
        if (grip) panel.style.setProperty('--pull', `${e.clientY - grip.y}px`);
    });
    const release = (/** @type {PointerEvent} */ e) => {
        if (!grip) return;
        const by = e.clientY - grip.y;
        const at = states.indexOf(/** @type {any} */ (grip.state));
        grip = null;
        panel.style.removeProperty('--pull');
        if (Math.abs(by) < 6) settle(at === 0 ? 'open' : 'closed');
        else if (Math.abs(by) > FLICK_PX) settle(states[Math.max(0, Math.min(2, at - Math.sign(by)))]);
    };
    panel.addEventListener('pointerup', release);
    panel.addEventListener('pointercancel', release);
}
