import js from '@eslint/js';
import { buildScanConfig } from '@n8n/scan-community-package/scanner/scanner.mjs';
import { defineConfig, globalIgnores } from 'eslint/config';
import ts from 'typescript-eslint';

/**
 * What is published keeps n8n's own rules, taken whole from the scanner that n8n runs on community packages. They
 * forbid what a node has no right to, such as `process` and timers, so tests and scripts have the plain rules alone.
 */
const PUBLISHED = ['package.json', 'nodes/**/*.ts', 'credentials/**/*.ts'];

const SCRIPT_GLOBALS = { console: 'readonly', process: 'readonly', URL: 'readonly', __dirname: 'readonly' };

export default defineConfig(
	globalIgnores(['dist', 'coverage', 'test/engine/n8n-*', 'test/host/n8n-*']),
	{ files: ['**/*.{js,mjs,ts}'], extends: [js.configs.recommended] },
	{ files: ['**/*.{js,mjs}'], languageOptions: { globals: SCRIPT_GLOBALS } },
	{ files: ['**/*.js'], languageOptions: { sourceType: 'commonjs' } },
	{ files: ['**/*.ts'], extends: [ts.configs.recommended] },
	{
		files: ['test/**/*.ts'],
		rules: {
			// A file is read again for each test, by a name that is put together.
			'@typescript-eslint/no-require-imports': 'off',
			// What is told to the end of a run may be asked for before it is there.
			'prefer-const': ['error', { ignoreReadBeforeAssign: true }],
			'@typescript-eslint/no-unused-vars': [
				'error',
				{ argsIgnorePattern: '^_', varsIgnorePattern: '^_', ignoreRestSiblings: true },
			],
		},
	},
	{ files: PUBLISHED, extends: [await buildScanConfig()] },
);
