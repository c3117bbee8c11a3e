import { type ChildProcess, execFileSync, spawn } from 'child_process';
import { join } from 'path';

import { hostFolder } from '../host/install';
import { until } from '../host/until';

const ROOT = join(__dirname, '..', '..');
const ONCE_WITHIN_MS = 480_000;
const UP_WITHIN_MS = 180_000;

jest.setTimeout(ONCE_WITHIN_MS + 30_000);

/** The demo as npm starts it, in a separate process group, like in a terminal. */
function startDemo(...parameters: string[]): {
	child: ChildProcess;
	output: () => string;
	ended: Promise<number | null>;
} {
	const child = spawn(join(ROOT, 'node_modules/.bin/tsx'), ['test/host/demo.ts', ...parameters], {
		cwd: ROOT,
		detached: true,
	});
	let output = '';
	for (const stream of [child.stdout, child.stderr]) {
		stream.on('data', (chunk: Buffer) => (output += chunk.toString()));
	}
	return { child, output: () => output, ended: new Promise((resolve) => child.once('close', resolve)) };
}

/** Command lines of all processes that contain this. */
function processesNaming(text: string): string[] {
	return execFileSync('ps', ['-eo', 'args'], { encoding: 'utf8' })
		.split('\n')
		.filter((line) => line.includes(text));
}

describe('npm run demo', () => {
	it('answers three comments exactly once each and ends by itself with --once', async () => {
		const { output, ended } = startDemo('--once');
		const code = await ended;
		expect({ code, output: output() }).toEqual({
			code: 0,
			output: expect.stringMatching(
				/character for character[^]*Three answers came[^]*All is as it should be/,
			),
		});
	});

	it('prints where to look, and Ctrl-C leaves nothing running', async () => {
		const { child, output, ended } = startDemo();
		await until(
			UP_WITHIN_MS,
			() => `The demo did not come up:\n${output()}`,
			() => {
				if (child.exitCode !== null) throw new Error(`The demo ended:\n${output()}`);
				return output().includes('Write a comment on the feed page') || undefined;
			},
		);
		expect(output()).toMatch(
			/n8n's editor +http:\/\/127\.0\.0\.1:\d+\/workflow\/\w+\n +sign in .+\n +feed page +http:\/\/127\.0\.0\.1:\d+\/feed/,
		);
		expect(processesNaming(hostFolder(2))).not.toEqual([]);

		process.kill(-child.pid!, 'SIGINT');
		await ended;
		expect(processesNaming(hostFolder(2))).toEqual([]);
		expect(processesNaming('test/host/demo.ts')).toEqual([]);
	});
});
