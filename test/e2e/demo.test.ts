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

interface Process {
	id: string;
	parent: string;
	command: string;
}

const running = (): Process[] =>
	execFileSync('ps', ['-eo', 'pid=,ppid=,args='], { encoding: 'utf8' })
		.split('\n')
		.map((line) => {
			const [id, parent, ...command] = line.trim().split(/\s+/);
			return { id, parent, command: command.join(' ') };
		});

/** The process and all that it started, directly or not; other tests have an n8n of their own. */
function familyOf(id: string, all = running()): Process[] {
	const children = all.filter(({ parent }) => parent === id);
	return [...all.filter((one) => one.id === id), ...children.flatMap((child) => familyOf(child.id, all))];
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
		const family = familyOf(String(child.pid));
		const ids = family.map(({ id }) => id);
		expect(family.some(({ command }) => command.includes(hostFolder(2)))).toBe(true);

		process.kill(-child.pid!, 'SIGINT');
		await ended;
		expect(running().filter(({ id }) => ids.includes(id))).toEqual([]);
	});
});
