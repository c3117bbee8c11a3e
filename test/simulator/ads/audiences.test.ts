import { request } from 'undici';
import { enc, send, startAtNow, tokenOf } from '../wire';
import { ACCOUNT_URN, adsClient, FOREIGN, restli, VIEWED } from './wire';
import type { Simulator } from '../index';

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

describe('audiences (ads §9)', () => {
	it('are made, listed, read, changed and deleted', async () => {
		const id = await make();
		const { destinations: _destinations, ...own } = segment();
		expect((await read(id)).json).toMatchObject({
			...own,
			id: Number(id),
			status: 'BUILDING',
			destinations: [{ destination: 'LINKEDIN', destinationSegmentId: `urn:li:adSegment:${id}` }],
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
		expect((await read(id)).json).toMatchObject({ status: 'READY', destinations: [{ audienceSize: 300 }] });
		await stream(id, 'users', [person(7, 'REMOVE')]);
		expect((await read(id)).json.status).toBe('BUILDING');
	});

	it('take companies where they are of companies', async () => {
		const id = await make({ type: 'COMPANY' });
		const company = { action: 'ADD', companyName: 'Acme', companyWebsiteDomain: 'acme.com' };
		expect((await stream(id, 'companies', [company])).json.elements).toEqual([{ status: 201 }]);
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
		expect((await read(id)).json).toMatchObject({ status: 'READY', destinations: [{ audienceSize: 301 }] });
	});

	it('take one of two scopes', async () => {
		const path = `${PATH}?q=account&account=${enc(ACCOUNT_URN)}`;
		const status = async (scope: string) =>
			(await send(simulator, { path, token: tokenOf(simulator, 'ada', [scope], 'ads-app') })).status;
		expect([await status('rw_dmp_segments'), await status('rw_ads'), await status('r_ads')]).toEqual([
			200, 200, 403,
		]);
	});
});
