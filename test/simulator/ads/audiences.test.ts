import { request } from 'undici';
import { enc, send, startAtNow, tokenOf } from '../wire';
import { ACCOUNT_URN, adsClient, FOREIGN, restli, VIEWED } from './wire';
import type { Simulator } from '../index';

/** Checked against docs.audiences and docs.audienceUsers. */

let simulator: Simulator;
let ads: ReturnType<typeof adsClient>;
beforeEach(async () => {
	simulator = await startAtNow();
	ads = adsClient(simulator);
});
afterEach(async () => simulator.close());

const segment = (more = {}) => ({
	name: 'CRM users',
	sourcePlatform: 'SEGMENT',
	sourceSegmentId: 'key1',
	account: ACCOUNT_URN,
	accessPolicy: 'PRIVATE',
	type: 'USER',
	destinations: [{ destination: 'LINKEDIN' }],
	...more,
});
const PATH = '/rest/dmpSegments';
const create = async (more = {}) => ads({ method: 'POST', path: PATH, body: segment(more) });
const make = async (more = {}) => String((await create(more)).headers['x-restli-id']);
const read = async (id: string) => ads({ path: `${PATH}/${id}` });
const stream = async (id: string, to: string, elements: unknown[]) =>
	ads({
		method: 'POST',
		path: `${PATH}/${id}/${to}`,
		headers: restli('BATCH_CREATE'),
		body: { elements },
	});
const person = (value: number, action = 'ADD') => ({
	action,
	userIds: [{ idType: 'SHA256_EMAIL', idValue: `hash${value}` }],
});

describe('audiences', () => {
	it('are made, listed, read, changed and deleted', async () => {
		const id = await make();
		const { destinations: _destinations, ...own } = segment();
		expect((await read(id)).json).toMatchObject({
			...own,
			id: Number(id),
			destinations: [
				{ destination: 'LINKEDIN', destinationSegmentId: `urn:li:adSegment:${id}`, status: 'BUILDING' },
			],
		});
		const list = async (more: string) =>
			(await ads({ path: `${PATH}?q=account&account=${enc(ACCOUNT_URN)}${more}` })).json.elements.length;
		expect([
			await list(''),
			await list('&sourceSegmentId=key1'),
			await list('&sourcePlatform=OTHER'),
		]).toEqual([1, 1, 0]);
		const changed = await ads({
			method: 'POST',
			path: `${PATH}/${id}`,
			headers: restli('PARTIAL_UPDATE'),
			body: { patch: { $set: { name: 'Renamed' } } },
		});
		expect([changed.status, (await read(id)).json.name]).toEqual([204, 'Renamed']);
		expect((await ads({ method: 'DELETE', path: `${PATH}/${id}` })).status).toBe(204);
		expect((await read(id)).status).toBe(404);
	});

	it.each([
		['status', { status: 'ARCHIVED' }],
		['sourceSegmentId', { sourceSegmentId: 'key2' }],
		['type', { type: 'COMPANY' }],
	])('keep their %s', async (_what, $set) => {
		const id = await make();
		const refused = await ads({
			method: 'POST',
			path: `${PATH}/${id}`,
			headers: restli('PARTIAL_UPDATE'),
			body: { patch: { $set } },
		});
		expect(refused.status).toBe(400);
	});

	it('come all at once where neither a place nor a count is asked for', async () => {
		for (let made = 0; made < 130; made += 1) simulator.state.ads.audiences.add({ account: ACCOUNT_URN });
		const list = async (more: string) =>
			(await ads({ path: `${PATH}?q=account&account=${enc(ACCOUNT_URN)}${more}` })).json.elements.length;
		expect([await list(''), await list('&start=0'), await list('&start=100&count=100')]).toEqual([
			130, 10, 30,
		]);
	});

	it('are 1,000 in an account at the most', async () => {
		for (let made = 0; made < 999; made += 1) simulator.state.ads.audiences.add({ account: ACCOUNT_URN });
		expect((await create()).status).toBe(201);
		const { status, json } = await create();
		expect([status, json.code]).toEqual([429, 'SEGMENT_LIMIT_EXCEEDED']);
	});

	it.each<[string, object, number]>([
		['without name', { name: undefined }, 400],
		['of an unknown type', { type: 'USER_STREAMING' }, 400],
		['without destination', { destinations: [] }, 400],
		['in a test account', { account: 'urn:li:sponsoredAccount:500000007' }, 400],
		['for a viewer', { account: `urn:li:sponsoredAccount:${VIEWED}` }, 403],
		['in a foreign account', { account: `urn:li:sponsoredAccount:${FOREIGN}` }, 403],
	])('are not made %s', async (_what, more, status) => {
		expect((await create(more)).status).toBe(status);
	});

	it('are not there at first', async () => {
		simulator.state.segmentDelayMs = 60_000;
		const id = await make();
		expect((await read(id)).status).toBe(404);
		expect((await stream(id, 'users', [person(1)])).status).toBe(404);
		simulator.clock.advance(60_001);
		expect((await read(id)).status).toBe(200);
	});

	it('take people, each by itself, and are ready from 300 on', async () => {
		const id = await make();
		const { status, json } = await stream(id, 'users', [person(1), { action: 'MOVE', userIds: [] }]);
		expect(status).toBe(200);
		expect(json.elements).toMatchObject([{ status: 201 }, { status: 400, error: { status: 400 } }]);
		expect((await stream(id, 'users', [])).json.elements).toEqual([]);
		await stream(
			id,
			'users',
			Array.from({ length: 300 }, (_none, at) => person(at)),
		);
		expect((await read(id)).json).toMatchObject({
			inputCount: 301,
			destinations: [{ status: 'READY', audienceSize: 300, matchedCount: 300 }],
		});
		await stream(id, 'users', [person(7, 'REMOVE')]);
		const { json: small } = await read(id);
		expect(small.destinations[0]).toMatchObject({ status: 'BUILDING' });
		expect([small.inputCount, small.destinations[0].audienceSize]).toEqual([undefined, undefined]);
	});

	it('take companies where they are of companies', async () => {
		const id = await make({ type: 'COMPANY' });
		const company = { action: 'ADD', companyName: 'Acme', companyWebsiteDomain: 'acme.com' };
		expect((await stream(id, 'companies', [company])).json.elements).toEqual([{ status: 201 }]);
		expect((await read(id)).json).toMatchObject({
			inputCount: 1,
			destinations: [{ status: 'READY', audienceSize: 800, matchedCount: 1 }],
		});
		expect((await stream(id, 'users', [person(1)])).status).toBe(400);
		simulator.state.ads.audiences.companiesPerMinute.most = 1;
		expect((await stream(id, 'companies', [company])).status).toBe(429);
	});

	it('take a list that was uploaded', async () => {
		const id = await make({ type: 'USER_LIST_UPLOAD', sourcePlatform: 'LIST_UPLOAD' });
		const opened = await ads({
			method: 'POST',
			path: `${PATH}?action=generateUploadUrl`,
			body: { owner: ACCOUNT_URN },
		});
		const rows = Array.from({ length: 301 }, (_none, at) => `hash${at}`);
		const upload = async (headers: Record<string, string>) =>
			request(opened.json.value, { method: 'POST', headers, body: ['email', ...rows].join('\n') });
		expect((await upload({})).statusCode).toBe(401);
		const token = tokenOf(simulator, 'ada', ['rw_ads'], 'ads-app');
		const sent = await upload({ authorization: `Bearer ${token}`, 'content-type': 'text/csv' });
		const inputFile = String(sent.headers.location);
		expect([sent.statusCode, inputFile]).toEqual([
			201,
			expect.stringMatching(/^urn:li:digitalmediaAsset:\w+$/),
		]);
		const attach = async (file: string) =>
			ads({ method: 'POST', path: `${PATH}/${id}/listUploads`, body: { inputFile: file } });
		expect((await attach('urn:li:digitalmediaAsset:none')).status).toBe(404);
		expect((await attach(inputFile)).status).toBe(201);
		expect((await read(id)).json).toMatchObject({ inputCount: 301, destinations: [{ audienceSize: 301 }] });
	});

	it('take one of two scopes, and members only the one', async () => {
		const id = await make();
		const list = { path: `${PATH}?q=account&account=${enc(ACCOUNT_URN)}` };
		const add = {
			method: 'POST' as const,
			path: `${PATH}/${id}/users`,
			headers: restli('BATCH_CREATE'),
			body: { elements: [person(1)] },
		};
		const statuses = async (call: typeof list) =>
			await Promise.all(
				['rw_dmp_segments', 'rw_ads', 'r_ads'].map(
					async (scope) =>
						(await send(simulator, { ...call, token: tokenOf(simulator, 'ada', [scope], 'ads-app') })).status,
				),
			);
		expect(await statuses(list)).toEqual([200, 200, 403]);
		expect(await statuses(add)).toEqual([200, 403, 403]);
	});
});
