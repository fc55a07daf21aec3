/** What paper wants: to know how large the screen is, whose map it takes over in one piece, and daylight. */

/** The smaller of A4's and Letter's sides, lying, less their margins. */
const [WIDTH, HEIGHT] = [950, 640];

/** @param {import('../state/state.js').State} state */
export function paper(state) {
    const {style} = document.documentElement;
    const tell = () => {
        style.setProperty('--wide', String(innerWidth));
        style.setProperty('--high', String(innerHeight));
        style.setProperty('--fit', String(Math.min(WIDTH / innerWidth, HEIGHT / innerHeight)));
    };
    addEventListener('resize', tell);
    tell();
    let {theme} = state.now;
    addEventListener('beforeprint', () => {
        ({theme} = state.now);
        state.set({theme: 'light'});
    });
    addEventListener('afterprint', () => state.set({theme}));
}
