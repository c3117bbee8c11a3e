/**
 * npm run soak [-- --seed 7 --days 30 --only "steady counts, 105" --engine 2]: the long form of both triggers' soaks.
 * `--only` takes part of a life's name, preceded by `steady` or `rough`; `--examples` prints the first offenders.
 */
import { spawnSync } from 'node:child_process';
import { parseArgs } from 'node:util';

const { values } = parseArgs({
	options: {
		seed: { type: 'string' },
		days: { type: 'string' },
		only: { type: 'string' },
		engine: { type: 'string' },
		examples: { type: 'boolean' },
	},
});
const engines = values.engine ? [`engine-${values.engine}`] : ['engine-1', 'engine-2'];
const asked = Object.fromEntries(
	['seed', 'days', 'only']
		.filter((name) => values[name] !== undefined)
		.map((name) => [`SOAK_${name.toUpperCase()}`, values[name]]),
);
const { status } = spawnSync(
	process.execPath,
	['node_modules/jest/bin/jest.js', '--all', '--selectProjects', ...engines, '-w', '1', 'test/soak'],
	{
		stdio: 'inherit',
		env: { ...process.env, ...asked, SOAK: 'all', ...(values.examples ? { SOAK_EXAMPLES: '1' } : {}) },
	},
);
process.exit(status ?? 1);
