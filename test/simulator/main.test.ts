import { join } from 'node:path';
import { execa } from 'execa';

/** `npm run simulator -- …`, as a user starts it. */

const LAST_LINE = 'Ctrl-C closes it.';

async function start(...given: string[]): Promise<{ said: string[]; code?: number }> {
	const child = execa(
		process.execPath,
		['--import', 'tsx', join(__dirname, 'main.ts'), '--port', '0', ...given],
		{ all: true, lines: true, reject: false },
	);
	for await (const line of child.iterable({ from: 'all' })) {
		if (line === LAST_LINE) child.kill('SIGTERM');
	}
	const { all: said, exitCode: code } = await child;
	return { said, code };
}

test.each([
	['all', []],
	['feed500,daily429', ['--rate', '0.5', '--seed', '7']],
])('--quirks %s starts with them and ends on a signal', async (names, more) => {
	const { said, code } = await start('--quirks', names, ...more);
	expect(said).toEqual(
		expect.arrayContaining([
			expect.stringMatching(/^LinkedIn simulator +http:\/\/127\.0\.0\.1:\d+$/),
			expect.stringMatching(new RegExp(`^Quirks +${names}$`)),
			LAST_LINE,
		]),
	);
	expect(code).toBe(0);
});

test.each([
	[['--quirks', 'feed501'], /--quirks feed501: must be all, or of feed500, /],
	[['--quirks', 'all', '--rate', 'often'], /--rate often must be a number/],
])('%j is refused in words', async (given, says) => {
	const { said, code } = await start(...given);
	expect(said.join('\n')).toMatch(says);
	expect(code).toBe(1);
});
