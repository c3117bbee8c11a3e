import { connect } from '../../../../../nodes/LinkedIn/transport';
import { RateLimiter } from '../../../../../nodes/LinkedIn/transport/limits/rateLimiter';
import { ProcessMemory } from '../../../../../nodes/LinkedIn/transport/memory/process';
import type { LinkedInClient } from '../../../../../nodes/LinkedIn/transport/types';
import { fakeHost, type FakeHost, OF_A_TEST } from '../fakeHost';
import { closeTheInternet, created, ended, ok, refusals, Wire } from '../mockServer';

/** A refused version is remembered for the whole process, so each test gets a memory of its own. */

const TODAY = Date.parse('2026-11-22T12:00:00Z');

closeTheInternet();

let memory: ProcessMemory;

beforeEach(() => {
	jest.spyOn(Date, 'now').mockReturnValue(TODAY);
	memory = new ProcessMemory();
});

afterEach(() => {
	jest.restoreAllMocks();
});

const host = (fields: object = { version: '202511' }, credentialId?: string): FakeHost =>
	fakeHost({ fields: { ...fields }, credentialId });
const open = async ({ context }: FakeHost): Promise<LinkedInClient> =>
	await connect(context, { ...OF_A_TEST, maxWaitMs: 0 }, memory);
const read = async (linkedin: LinkedInClient) =>
	await linkedin.attempt({ restliMethod: 'GET', path: '/rest/posts' });

it.each([426, 400])(
	'moves on from an ended version (status %d) to the default, and says so',
	async (status) => {
		const wire = new Wire().on('GET', ended('202511', status), ok({ id: 1 }));
		const linkedin = await open(host());
		expect(await read(linkedin)).toMatchObject({ ok: true, reply: { body: { id: 1 } } });
		expect(wire.versions).toEqual(['202511', '202609']);
		expect([...linkedin.notices].join()).toMatch(/retired API version 202511.*switched to 202609/);
	},
);

it('moves a create on too: a refused version was not acted on', async () => {
	const wire = new Wire().on('POST', ended('202511'), created('urn:li:share:1'));
	const linkedin = await open(host());
	const body = { commentary: 'Hello' };
	const { status } = await linkedin.request({ restliMethod: 'CREATE', path: '/rest/posts', body });
	expect(status).toBe(201);
	expect(wire.arrived.map((arrived) => arrived.body)).toEqual(Array(2).fill('{"commentary":"Hello"}'));
});

it('then tries the months after the default, newest first, at most three calls', async () => {
	const wire = new Wire().on('GET', ended('202511'), ended('202609'), ended('202611'), ok({}), ok({}));
	expect(await read(await open(host()))).toMatchObject({ ok: true });
	expect(wire.versions).toEqual(['202511', '202609', '202611', '202610']);
});

it('tells those who wait for its place that each of these calls has ended', async () => {
	const moved = jest.spyOn(RateLimiter.prototype, 'moved');
	new Wire().on('GET', ended('202511'), ended('202609'), ok({}));
	await read(await open(host()));
	// Besides the three calls, the slot was taken and freed.
	expect(moved.mock.calls).toEqual(Array(5).fill(['read']));
});

it('gives up after three, naming the pinned version and what to do', async () => {
	jest.spyOn(Date, 'now').mockReturnValue(Date.parse('2027-12-22T12:00:00Z'));
	const wire = new Wire().on('GET', ...['202601', '202609', '202712', '202711', '1'].map((v) => ended(v)));
	const result = await read(await open(host({ version: '202601' })));
	expect(wire.versions).toEqual(['202601', '202609', '202712', '202711']);
	expect(result).toMatchObject({
		ok: false,
		error: {
			message: expect.stringContaining('202601'),
			details: { code: 'NONEXISTENT_VERSION', status: 426, field: 'API Version' },
		},
	});
});

it('remembers the version by credential, also for later runs, and says so in each', async () => {
	const wire = new Wire().on('GET', ended('202511'), ok({}), ok({}), ok({}));
	await read(await open(host({ version: '202511' }, 'cred-A')));
	const later = await open(host({ version: '202511' }, 'cred-A'));
	await read(later);
	expect(wire.versions).toEqual(['202511', '202609', '202609']);
	expect([...later.notices].join()).toMatch(/switched to 202609/);

	await read(await open(host({ version: '202601' }, 'cred-B')));
	expect(wire.versions.at(-1)).toBe('202601');
});

it('skips for every credential what was refused before in this process', async () => {
	const wire = new Wire().on('GET', ended('202511'), ended('202609'), ok({}), ended('202601'), ok({}));
	await read(await open(host({ version: '202511' })));
	await read(await open(host({ version: '202601' })));
	expect(wire.versions).toEqual(['202511', '202609', '202611', '202601', '202611']);
});

it('moves on again when the version it moved to ends', async () => {
	const wire = new Wire().on('GET', ended('202511'), ok({}), ended('202609'), ok({}));
	const linkedin = await open(host());
	await read(linkedin);
	await read(linkedin);
	expect(wire.versions).toEqual(['202511', '202609', '202609', '202611']);
});

it('with "Stop With an Error" asks once and fails', async () => {
	const wire = new Wire().on('GET', ended('202511'), ok({}));
	const linkedin = await open(host({ version: '202511', whenVersionEnds: 'fail' }));
	expect(await read(linkedin)).toMatchObject({
		ok: false,
		error: { message: expect.stringContaining('202511'), details: { field: 'API Version' } },
	});
	expect(wire.versions).toEqual(['202511']);
	expect([...linkedin.notices].join()).not.toMatch(/switched to/);
});

it.each([
	['another 400', { status: 400, body: { code: 'MISSING_FIELD', message: 'author is required' } }],
	[
		'a missing version',
		{ status: 400, body: { code: 'VERSION_MISSING', message: 'A version must be present' } },
	],
	['a 403', refusals.denied],
	['a web page', { status: 400, body: '<html>NONEXISTENT_VERSION</html>' }],
])('does not move on after %s', async (_what, answer) => {
	const wire = new Wire().on('GET', answer, ok({}));
	expect(await read(await open(host()))).toMatchObject({ ok: false });
	expect(wire.versions).toEqual(['202511']);
});

it('hands on what the living version answers', async () => {
	const wire = new Wire().on('GET', ended('202511'), refusals.denied);
	const result = await read(await open(host()));
	expect(result).toMatchObject({ ok: false, error: { details: { code: 'ACCESS_DENIED', status: 403 } } });
	expect(wire.versions).toEqual(['202511', '202609']);
});
