import { RestliClient } from 'linkedin-api-client';
import { ACME, enc, send, startAtNow, textPost, tokenOf } from './wire';
import type { Simulator } from './index';

/**
 * LinkedIn's own client calls every Rest.li method it has. It only knows linkedin.com's addresses, so an interceptor
 * replaces them with the simulator's.
 */
const things = '/simulatorThings';
const thing = `${things}/{key}`;
let simulator: Simulator;
let client: RestliClient;
let common: { accessToken: string; versionString: string };
beforeEach(async () => {
	simulator = await startAtNow();
	client = new RestliClient();
	client.axiosInstance.interceptors.request.use((config) => ({
		...config,
		url: config.url?.replace('https://api.linkedin.com', simulator.url),
	}));
	common = { accessToken: tokenOf(simulator, 'ada'), versionString: '202609' };
});
afterEach(async () => simulator.close());

const KEYS = [
	'plain',
	'urn:li:comment:(urn:li:activity:1,2)',
	"it's here, (really)",
	{ actor: 'urn:li:person:AbC', entity: 'urn:li:activity:123' },
	{ outer: { list: ['a', 'b,c', 'd:(e)'] } },
];
/** Not in a header, which is ASCII. */
const ALL_KEYS = [...KEYS, 'é 🎉 100%'];
const lastRequest = () => simulator.requests[simulator.requests.length - 1];

describe.each(KEYS)('a key %j', (key) => {
	it('goes through CREATE, GET, UPDATE, PARTIAL_UPDATE and DELETE', async () => {
		const options = { ...common, resourcePath: thing, pathKeys: { key } };
		const made = await client.create({
			...common,
			resourcePath: things,
			entity: { key, name: 'a', size: 1 },
		});
		expect([made.status, made.createdEntityId]).toEqual([201, key]);
		expect((await client.get(options)).data).toEqual({ id: key, name: 'a', size: 1 });
		expect((await client.update({ ...options, entity: { name: 'b', tags: ['x'] } })).status).toBe(204);
		const patched = await client.partialUpdate({ ...options, patchSetObject: { size: 2 } });
		expect(patched.status).toBe(204);
		const computed = await client.partialUpdate({
			...options,
			originalEntity: { name: 'b', size: 2, tags: ['x'] },
			modifiedEntity: { name: 'c', size: 2 },
		});
		expect(computed.status).toBe(204);
		expect((await client.get(options)).data).toEqual({ id: key, name: 'c', size: 2 });
		expect((await client.delete(options)).status).toBe(204);
		await expect(client.get(options)).rejects.toMatchObject({ response: { status: 404 } });
	});
});

describe('batch methods', () => {
	it('BATCH_CREATE, BATCH_GET, BATCH_UPDATE, BATCH_PARTIAL_UPDATE and BATCH_DELETE', async () => {
		const options = { ...common, resourcePath: things };
		const made = await client.batchCreate({
			...options,
			entities: ALL_KEYS.map((key) => ({ key, name: 'a' })),
		});
		expect(made.data.elements.map((one) => one.status)).toEqual(ALL_KEYS.map(() => 201));
		const twice = await client.batchCreate({
			...options,
			entities: [{ key: 'plain', name: 'b' }, { size: 1 }],
		});
		expect(twice.data.elements.map((one) => one.status)).toEqual([409, 400]);
		const names = async () => {
			const { data } = await client.batchGet({ ...options, ids: ALL_KEYS });
			return Object.values(data.results).map((one) => [one.id, one.name, one.size]);
		};
		expect(await names()).toEqual(ALL_KEYS.map((key) => [key, 'a', undefined]));
		const entities = ALL_KEYS.map((_key, n) => ({ name: `n${n}` }));
		const updated = await client.batchUpdate({ ...options, ids: ALL_KEYS, entities });
		expect(Object.values(updated.data.results)).toEqual(ALL_KEYS.map(() => ({ status: 204 })));
		await client.batchPartialUpdate({
			...options,
			ids: ALL_KEYS,
			patchSetObjects: ALL_KEYS.map(() => ({ size: 7 })),
		});
		expect(await names()).toEqual(ALL_KEYS.map((key, n) => [key, `n${n}`, 7]));
		const deleted = await client.batchDelete({ ...options, ids: [...ALL_KEYS, 'never'] });
		expect(Object.values(deleted.data.results)).toHaveLength(ALL_KEYS.length);
		expect(deleted.data.errors).toMatchObject({ never: { status: 404 } });
	});
});

describe('lists', () => {
	beforeEach(async () => {
		const entities = ['a', 'b', 'a'].map((name) => ({ name }));
		await client.batchCreate({ ...common, resourcePath: things, entities });
	});

	it('GET_ALL', async () => {
		const { data } = await client.getAll({
			...common,
			resourcePath: things,
			queryParams: { start: 1, count: 1 },
		});
		expect(data).toMatchObject({ elements: [{ id: '2' }], paging: { start: 1, count: 1, total: 3 } });
	});

	it('FINDER, with fields alone too', async () => {
		const options = { ...common, resourcePath: things, finderName: 'name' };
		const { data } = await client.finder({ ...options, queryParams: { name: 'a', fields: 'id' } });
		expect(data.elements).toEqual([{ id: '1' }, { id: '3' }]);
		const one = await client.get({
			...common,
			resourcePath: thing,
			pathKeys: { key: '1' },
			queryParams: { fields: 'name' },
		});
		expect(one.data).toEqual({ name: 'a' });
	});

	it('BATCH_FINDER', async () => {
		const { data } = await client.batchFinder({
			...common,
			resourcePath: things,
			finderName: 'names',
			finderCriteria: { name: 'criteria', value: [{ name: 'b' }, { name: 'none' }, { title: 'x' }] },
		});
		expect(data.elements).toMatchObject([
			{ elements: [{ id: '2' }] },
			{ elements: [], paging: { total: 0 } },
			{ isError: true },
		]);
	});
});

it('ACTION, with and without a body', async () => {
	const options = { ...common, resourcePath: things };
	const echo = await client.action({ ...options, actionName: 'echo', data: { request: { list: [1] } } });
	expect(echo.data).toEqual({ value: { request: { list: [1] } } });
	expect((await client.action({ ...options, actionName: 'count', data: null })).data).toEqual({ value: 0 });
});

it('query values of every shape arrive as they were', async () => {
	const params = {
		text: "a b+c&d=e/f?g #h 'i' é 🎉 %20 (j), k:l",
		list: ['1', 'x,y', '(z)'],
		record: { start: '1', 'odd key:': { deep: ['a'] } },
	};
	const { data } = await client.finder({
		...common,
		resourcePath: things,
		finderName: 'echo',
		queryParams: params,
	});
	expect(data.elements).toEqual([{ q: 'echo', ...params }]);
});

describe('long queries go through the tunnel', () => {
	const ids = Array.from({ length: 300 }, (_, n) => `urn:li:share:${n}`);

	it('a BATCH_GET as a form', async () => {
		await client.create({ ...common, resourcePath: things, entity: { key: ids[7], name: 'seven' } });
		const { data } = await client.batchGet({ ...common, resourcePath: things, ids });
		expect(Object.values(data.results)).toMatchObject([{ id: ids[7] }]);
		expect(Object.keys(data.errors)).toHaveLength(299);
		expect(lastRequest()).toMatchObject({
			method: 'POST',
			url: '/rest/simulatorThings',
			restliMethod: 'BATCH_GET',
		});
		expect(lastRequest().body.length).toBeGreaterThan(4000);
	});

	it('a FINDER, and a GET', async () => {
		const list = ids.map((id) => `${id} and more`);
		const found = await client.finder({
			...common,
			resourcePath: things,
			finderName: 'echo',
			queryParams: { list },
		});
		expect(found.data.elements[0].list).toEqual(list);
		expect(lastRequest()).toMatchObject({ method: 'POST', restliMethod: 'FINDER' });
		await client.create({ ...common, resourcePath: things, entity: { key: 'k', name: 'n' } });
		const fields = ['name', ...ids.map((_id, n) => `someLongFieldName${n}`)].join(',');
		const options = { ...common, resourcePath: thing, pathKeys: { key: 'k' }, queryParams: { fields } };
		expect((await client.get(options)).data).toEqual({ name: 'n' });
		expect(lastRequest()).toMatchObject({ method: 'POST', restliMethod: 'GET' });
	});

	it('a BATCH_UPDATE and a BATCH_PARTIAL_UPDATE, with their bodies, as multipart', async () => {
		const options = { ...common, resourcePath: things, ids };
		await client.batchCreate({
			...common,
			resourcePath: things,
			entities: ids.map((key) => ({ key, name: 'a' })),
		});
		const updated = await client.batchUpdate({ ...options, entities: ids.map(() => ({ name: 'b' })) });
		expect(Object.keys(updated.data.results)).toHaveLength(300);
		expect(lastRequest()).toMatchObject({ method: 'POST', restliMethod: 'BATCH_UPDATE' });
		expect(lastRequest().headers['content-type']).toMatch(/^multipart\/mixed; boundary=/);
		expect(lastRequest().headers['x-http-method-override']).toBe('PUT');
		await client.batchPartialUpdate({ ...options, patchSetObjects: ids.map(() => ({ size: 3 })) });
		const { data } = await client.batchGet(options);
		expect(new Set(Object.values(data.results).map((one) => `${one.name}${one.size}`))).toEqual(
			new Set(['b3']),
		);
	});

	it('but not a BATCH_DELETE of the client, which it tunnels as a GET; as a DELETE it goes', async () => {
		await expect(client.batchDelete({ ...common, resourcePath: things, ids })).rejects.toMatchObject({
			response: { status: 400 },
		});
		expect(lastRequest()).toMatchObject({ method: 'POST', headers: { 'x-http-method-override': 'GET' } });
		const reply = await send(simulator, {
			method: 'POST',
			path: '/rest/simulatorThings',
			token: common.accessToken,
			body: `ids=List(${ids.map(enc).join(',')})`,
			headers: {
				'x-http-method-override': 'DELETE',
				'x-restli-method': 'BATCH_DELETE',
				'content-type': 'application/x-www-form-urlencoded',
			},
		});
		expect([reply.status, Object.keys(reply.json.errors).length]).toEqual([200, 300]);
	});
});

it('works on a subscription to a page, whose key consists of URNs', async () => {
	const app = simulator.state.apps.get('partner-app')!;
	const options = {
		accessToken: tokenOf(simulator, 'ada', ['rw_organization_admin'], app.clientId),
		versionString: '202609',
	};
	const webhook = 'https://www.example.com/callback';
	simulator.state.webhooks.addresses.passed(app.clientId, webhook, simulator.clock.now());
	const key = {
		developerApplication: `urn:li:developerApplication:${app.applicationId}`,
		user: simulator.state.member('ada').urn,
		entity: ACME,
		eventType: 'ORGANIZATION_SOCIAL_ACTION_NOTIFICATIONS',
	};
	const one = { ...options, resourcePath: '/eventSubscriptions/{key}', pathKeys: { key } };
	expect((await client.update({ ...one, entity: { webhook } })).status).toBe(200);
	expect((await client.get(one)).data).toMatchObject({ ...key, webhook });
	const found = await client.finder({
		...options,
		resourcePath: '/eventSubscriptions',
		finderName: 'subscriberAndEventType',
		queryParams: { eventType: key.eventType },
	});
	expect(found.data.elements).toMatchObject([{ webhook }]);
	expect((await client.delete(one)).status).toBe(204);
});

it("works on LinkedIn's own resources: a post, its comments and their counts", async () => {
	const made = await client.create({ ...common, resourcePath: '/posts', entity: textPost(ACME, 'Hello') });
	const urn = String(made.createdEntityId);
	const post = simulator.state.findPost(urn);
	const comments = '/socialActions/{urn}/comments';
	const comment = await client.create({
		...common,
		resourcePath: comments,
		pathKeys: { urn },
		entity: { actor: ACME, object: post?.activity, message: { text: 'First' } },
	});
	expect(comment.createdEntityId).toBe(comment.data.id);
	const edited = await client.partialUpdate({
		...common,
		resourcePath: `${comments}/{id}`,
		pathKeys: { urn, id: comment.data.id },
		queryParams: { actor: ACME },
		originalEntity: { message: { text: 'First' } },
		modifiedEntity: { message: { text: 'Second' } },
	});
	expect(edited.data.message.text).toBe('Second');
	const listed = await client.getAll({ ...common, resourcePath: comments, pathKeys: { urn } });
	expect(listed.data.elements).toHaveLength(1);
	const counts = await client.batchGet({ ...common, resourcePath: '/socialMetadata', ids: [urn] });
	expect(Object.values(counts.data.results)).toMatchObject([{ entity: post?.activity }]);
	const author = { ...common, resourcePath: '/posts', finderName: 'author', queryParams: { author: ACME } };
	expect((await client.finder(author)).data.elements).toMatchObject([{ id: urn }]);
	const me = await client.get({ accessToken: common.accessToken, resourcePath: '/userinfo' });
	expect(me.data.given_name).toBe('Ada');
});
