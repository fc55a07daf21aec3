/** Tells when something has come into the store while the map is open. */

const REST_MS = 4000;

/**
 * @param {number} seen how many incidents the page has
 * @param {() => Promise<void>} changed called at most every few seconds
 */
export function live(seen, changed) {
    /** @type {EventSource|undefined} */
    let source;
    let known = -1;
    let due = 0;
    const listen = () => {
        source?.close();
        // a page that nobody sees shall not hold one of the few connections that a browser has
        if (document.hidden) return;
        source = new EventSource('/api/events');
        source.addEventListener('revision', (e) => {
            const {revision, incidents} = JSON.parse(e.data);
            const news = known < 0 ? incidents !== seen : revision !== known;
            known = revision;
            if (news && !due) {
                due = setTimeout(async () => {
                    due = 0;
                    await changed();
                }, REST_MS);
            }
        });
        source.addEventListener('arrivals', (e) => dispatchEvent(new CustomEvent('arrivals', {detail: JSON.parse(e.data)})));
    };
    document.addEventListener('visibilitychange', listen);
    listen();
}
