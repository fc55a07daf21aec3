/** The colours of the drawing; style/tokens.css has the same for the page, and a test holds them together. */

/** @typedef {'light'|'dark'} Theme */

export const PALETTE = {
    light: {
        water: '#dfe7ec', land: '#f6f4ef', border: '#b9b4a8', label: '#5b574e', ink: '#23211c', paper: '#fffefb',
        accent: '#00695c', unrest: '#b45f06', violence: '#b2182b', response: '#0068a5', disruption: '#48396a',
    },
    dark: {
        water: '#12161a', land: '#1c2127', border: '#3a4149', label: '#9aa4ae', ink: '#eef1f3', paper: '#171b20',
        accent: '#5fd9c4', unrest: '#f2a33a', violence: '#ff7b72', response: '#58b2e6', disruption: '#d5cae2',
    },
};

/**
 * A colour with an opacity, for a canvas.
 *
 * @param {string} hex
 * @param {number} alpha
 */
export function withAlpha(hex, alpha) {
    const n = parseInt(hex.slice(1), 16);
    return `rgba(${n >> 16}, ${(n >> 8) & 255}, ${n & 255}, ${alpha})`;
}
