import {test} from 'node:test';
import assert from 'node:assert/strict';
import {PALETTE} from '../map/palette.js';

// Machado, Oliveira and Fernandes, A physiologically-based model for simulation of color vision deficiency (2009), severity 1.0;
// rows give linear red, green and blue as they are seen.
const EYES = {
    'red-blind': [[0.152286, 1.052583, -0.204868], [0.114503, 0.786281, 0.099216], [-0.003882, -0.048116, 1.051998]],
    'green-blind': [[0.367322, 0.860646, -0.227968], [0.280085, 0.672501, 0.047413], [-0.01182, 0.04294, 0.968881]],
    'blue-blind': [[1.255528, -0.076749, -0.178779], [-0.078411, 0.930809, 0.147602], [0.004733, 0.691367, 0.3039]],
};
const GROUPS = ['unrest', 'violence', 'response', 'disruption'];

// CIE76 in L*a*b*: 2.3 is the least difference that is noticed side by side; small marks apart from each other need several times that.
const LEAST = 15;

const linear = (hex) => [1, 3, 5].map((i) => parseInt(hex.slice(i, i + 2), 16) / 255)
    .map((c) => c <= 0.04045 ? c / 12.92 : ((c + 0.055) / 1.055) ** 2.4);
const seen = (matrix, rgb) => matrix.map((row) => Math.max(0, Math.min(1, row.reduce((sum, m, i) => sum + m * rgb[i], 0))));

function lab([r, g, b]) {
    const f = (t) => t > 0.008856 ? Math.cbrt(t) : 7.787 * t + 16 / 116;
    const [x, y, z] = [
        f((0.4124 * r + 0.3576 * g + 0.1805 * b) / 0.95047), f(0.2126 * r + 0.7152 * g + 0.0722 * b),
        f((0.0193 * r + 0.1192 * g + 0.9505 * b) / 1.08883),
    ];
    return [116 * y - 16, 500 * (x - y), 200 * (y - z)];
}

for (const [theme, colours] of Object.entries(PALETTE)) {
    for (const [eye, matrix] of Object.entries(EYES)) {
        test(`${eye} eyes tell the groups of the ${theme} theme from each other and from the ground`, () => {
            const marks = [...GROUPS, 'land'].map((name) => ({name, at: lab(seen(matrix, linear(colours[name])))}));
            for (const a of marks) {
                for (const b of marks) {
                    if (a.name >= b.name) continue;
                    const difference = Math.hypot(...a.at.map((v, i) => v - b.at[i]));
                    assert.ok(difference >= LEAST, `${a.name} and ${b.name} differ by ${difference.toFixed(1)}`);
                }
            }
        });
    }
}
