/**
 * One project per test layer. The two engine projects run the SAME files (but one), once against each supported n8n line:
 * test/engine/n8n-1 is n8n 1.123.81, test/engine/n8n-2 is n8n 2.41.1.
 */

/** Packages that are ES modules only, which jest hands to swc as it does our own files. */
const esModules = [
	'execa',
	'get-port',
	'jose',
	'markdown-table',
	// what execa itself needs
	'@sec-ant/readable-stream',
	'@sindresorhus/merge-streams',
	'figures',
	'get-stream',
	'human-signals',
	'is-plain-obj',
	'is-stream',
	'is-unicode-supported',
	'npm-run-path',
	'parse-ms',
	'pretty-ms',
	'strip-final-newline',
	'yoctocolors',
];

const swc = (syntax) => [
	'@swc/jest',
	{ jsc: { parser: { syntax }, target: 'es2022' }, module: { type: 'commonjs' } },
];
const transform = { '\\.ts$': swc('typescript'), '/node_modules/.+\\.js$': swc('ecmascript') };
const transformIgnorePatterns = [
	`<rootDir>/node_modules/(?!(${esModules.join('|')})/)`,
	'<rootDir>/test/.+/node_modules/',
];

const project = (displayName, testMatch, more = {}) => ({
	displayName,
	testMatch: testMatch.map((pattern) => `<rootDir>/test/${pattern}`),
	testPathIgnorePatterns: ['/node_modules/'],
	roots: ['<rootDir>/nodes', '<rootDir>/credentials', '<rootDir>/test'].filter((folder) =>
		require('node:fs').existsSync(folder.replace('<rootDir>', __dirname)),
	),
	testEnvironment: 'node',
	transform,
	transformIgnorePatterns,
	...more,
});

const isWhole = process.argv.includes('--all');

/**
 * Run on n8n 2.x alone unless `--all` is given, because they take long and try what hardly touches n8n: how answers
 * are read, what a trigger keeps, which area an operation lies in, what is counted, what a file may be.
 */
const LINE_TWO_UNLESS_ALL = [
	'/test/(conformance|fuzz|soak)/',
	'/(oddAnswers|policy\\.matrix)\\.engine\\.test\\.ts$',
	'/(wrongClock|serverTimings)\\.\\w+\\.engine\\.test\\.ts$',
	'/(ledger|quirks|everyList|triggerItems|neverTwice\\.longText|commentTrigger\\.sources)\\.engine\\.test\\.ts$',
	'/media/(addresses|addresses\\.refused|uploads)\\.engine\\.test\\.ts$',
	'/(contentLimits|checkBudgets\\.stored|conversionEvent/send)\\.engine\\.test\\.ts$',
];

/**
 * Our sources and the engine must share ONE copy of n8n-workflow, or `instanceof NodeApiError` fails inside the
 * engine. The names are mapped whole, so the engine's own deep imports still resolve in its own folder.
 */
const engine = (line) => {
	const modules = `<rootDir>/test/engine/n8n-${line}/node_modules`;
	return project(`engine-${line}`, ['**/*.engine.test.ts'], {
		globals: { engineLine: line },
		setupFiles: ['<rootDir>/test/engine/offline.ts'],
		testPathIgnorePatterns: ['/node_modules/', ...(line === 1 && !isWhole ? LINE_TWO_UNLESS_ALL : [])],
		moduleNameMapper: {
			'^(n8n-core|n8n-workflow|luxon|lodash|reflect-metadata)$': `${modules}/$1`,
			'^(n8n-core/dist/.*|lodash/.*)$': `${modules}/$1`,
			'^zod$': `${modules}/zod`,
			'^(@n8n/di|@n8n/backend-common)$': `${modules}/$1`,
		},
	});
};

/** Of n8n 2.x alone: the demo and the clicks through its editor; without `--all` also what takes long. */
const lineTwoOnly = ['demo', 'jobs', ...(isWhole ? [] : ['restart'])];

/** The same files in a real n8n of each line. */
const endToEnd = (line) =>
	project(`e2e-${line}`, ['e2e/**/*.test.ts'], {
		globals: { hostLine: line },
		globalSetup: `<rootDir>/test/e2e/setup-${line}.ts`,
		globalTeardown: '<rootDir>/test/e2e/teardown.ts',
		testPathIgnorePatterns: [
			'/node_modules/',
			...(line === 1 ? lineTwoOnly.map((name) => `/e2e/${name}\\.test\\.ts$`) : []),
		],
	});

/** Without n8n, by the rule on imports: the parts whose own tests have to reach all of it. */
const pureSources = () => {
	const { forbidden } = require('./.dependency-cruiser.json');
	const isPure = new RegExp(forbidden.find(({ name }) => name === 'pure-without-n8n').from.path);
	return require('node:fs')
		.readdirSync(__dirname + '/nodes', { recursive: true, encoding: 'utf8' })
		.map((file) => `nodes/${file.replaceAll('\\', '/')}`)
		.filter((file) => file.endsWith('.ts') && isPure.test(file));
};

const enginesOnly = ['/node_modules/', '\\.engine\\.test\\.ts$'];

module.exports = {
	/** Milliseconds. It ends what hangs; how fast something is, the bench says. */
	testTimeout: 60_000,
	/** Both cores, and a new worker where the old one has taken much: collecting its garbage would take longer. */
	maxWorkers: 2,
	workerIdleMemoryLimit: '1500MB',
	testSequencer: '<rootDir>/test/longestFirst.js',
	/** Of `npm run coverage`. */
	collectCoverageFrom: pureSources(),
	coverageReporters: ['text', 'text-summary'],
	projects: [
		project('pure', ['nodes/**/*.test.ts', 'credentials/**/*.test.ts', 'fuzz/**/*.test.ts'], {
			testPathIgnorePatterns: enginesOnly,
		}),
		project('structure', ['structure*.test.ts', 'strictLayout.test.ts', 'readme/**/*.test.ts']),
		project('simulator', ['simulator/**/*.test.ts', 'soak/**/*.test.ts', 'live/**/*.test.ts'], {
			testPathIgnorePatterns: enginesOnly,
		}),
		engine(1),
		engine(2),
		endToEnd(1),
		endToEnd(2),
	],
};
