import js from '@eslint/js';
import globals from 'globals';

export default [
    js.configs.recommended,
    {
        languageOptions: {ecmaVersion: 2024, sourceType: 'module', globals: {...globals.browser}},
        rules: {
            'eqeqeq': 'error',
            'no-var': 'error',
            'prefer-const': 'error',
            'no-unused-vars': ['error', {argsIgnorePattern: '^_'}],
            'no-restricted-properties': ['error', ...['innerHTML', 'outerHTML', 'insertAdjacentHTML'].map((property) => ({
                property, message: 'Reports are hostile: text goes in by textContent.',
            }))],
            'max-lines': ['warn', {max: 450}],
        },
    },
    {files: ['test/**'], languageOptions: {globals: {...globals.node}}},
];
