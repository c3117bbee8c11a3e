import { mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { execa } from 'execa';
import { startSimulator, type Simulator } from '../simulator';
import { fillWorld } from './world';

let simulator: Simulator;
let token: string;
let post: string;
beforeEach(async () => {
	simulator = await startSimulator();
	const { options, given } = fillWorld(simulator);
	token = options.token;
	post = given.writeTo;
});
afterEach(async () => simulator.close());

/** Runs the command as a maintainer does. */
async function live(args: string[], variable = token) {
	const { exitCode: code, all: out } = await execa(
		process.execPath,
		['node_modules/tsx/dist/cli.mjs', 'test/live/main.ts', ...args],
		{ env: { LINKEDIN_ACCESS_TOKEN: variable }, all: true, reject: false },
	);
	return { code, out };
}
const here = () => ['--host', simulator.url, '--pause', '0'];
const verdictOf = (out: string, point: string) =>
	out
		.split('\n')
		.find((line) => line.startsWith('| ') && line.includes(point))
		?.split(' | ')
		.filter((_cell, at) => at === 1 || at === 3)
		.map((cell) => cell.replace(/ \|$/, ''));

it('prints the table of a LinkedIn that does as assumed, and of one that does not', async () => {
	const first = await live(here());
	expect(first).toMatchObject({ code: 0, out: expect.stringContaining('| point | what LinkedIn does |') });
	expect(verdictOf(first.out, '202608 and 202609')).toEqual(['202608 lives, 202609 lives', 'as assumed']);
	expect(verdictOf(first.out, 'URN of a facet')).toEqual(['adTargetingFacetUrn', 'as assumed']);
	expect(first.out).toMatch(/\n\d\d of 40 calls were spent\.\n/);
	expect(first.out).not.toContain('| targeting facets |');

	simulator.state.versions.end('202608');
	simulator.state.targetingFacetKey = '$URN';
	const second = await live(here());
	expect(verdictOf(second.out, '202608 and 202609')).toEqual(['202608 is gone, 202609 lives', 'DIFFERS']);
	expect(verdictOf(second.out, 'URN of a facet')).toEqual(['$URN', 'as assumed']);
	expect(second.out).toContain('| targeting facets | elements[].$URN | | elements[].adTargetingFacetUrn |');
	expect(simulator.requests.every(({ method }) => method === 'GET')).toBe(true);
	for (const { out } of [first, second]) expect(out).not.toContain(token.slice(0, 20));
});

it('writes where it is told to, records where it is told to', async () => {
	const folder = mkdtempSync(join(tmpdir(), 'recorded-'));
	try {
		const { code, out } = await live([...here(), '--write-to', post, '--record-to', folder]);
		expect([code, verdictOf(out, 'second reaction')]).toEqual([
			0,
			[expect.stringMatching(/^409 CONFLICT/), 'as assumed'],
		]);
		expect(readdirSync(folder)).toContain('roles-of-the-member.json');
	} finally {
		rmSync(folder, { recursive: true });
	}
});

it.each<[string, string[], string | undefined, RegExp]>([
	['no token', [], '', /LINKEDIN_ACCESS_TOKEN holds no access token/],
	['a token that is none', [], 'none', /401 INVALID_ACCESS_TOKEN/],
	['a host in the clear', ['--host', 'http://api.example.com'], 'x', /must be https, or this machine/],
	['more calls than 40', ['--calls', '41'], 'x', /--calls 41 must be a whole number up to 40/],
	['an option it has not', ['--writes'], 'x', /Unknown option/],
])('ends in one line for %s', async (_what, args, variable, words) => {
	const { code, out } = await live([...here(), ...args], variable);
	expect([code, out]).toEqual([1, expect.stringMatching(words)]);
	expect(out).not.toMatch(/^\s+at /m);
});
