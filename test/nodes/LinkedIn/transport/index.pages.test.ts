import { LinkedInError } from '../../../../nodes/LinkedIn/transport/errors/errors';
import type { LinkedInClient, RestliRequest } from '../../../../nodes/LinkedIn/transport/types';
import { fakeHost } from './fakeHost';
import { closeTheInternet, page, refusals, Wire } from './mockServer';

closeTheInternet();

async function all(
	linkedin: LinkedInClient,
	pageSize: number,
	more: { limit?: number; missingIsEmpty?: boolean } = {},
) {
	const found: unknown[] = [];
	const request: RestliRequest = { restliMethod: 'FINDER', path: '/rest/posts', query: { q: 'author' } };
	for await (const part of linkedin.pages<unknown>(request, { pageSize, ...more })) found.push(...part);
	return found;
}

describe('pages', () => {
	it('ask by start and count beside the query, up to the limit', async () => {
		const wire = new Wire().on('GET', page([1, 2], { total: 9 }), page([3], { total: 9 }));
		expect(await all(await fakeHost().connect(), 2, { limit: 3 })).toEqual([1, 2, 3]);
		expect(wire.arrived.map(({ path }) => path)).toEqual([
			'/rest/posts?q=author&start=0&count=2',
			'/rest/posts?q=author&start=2&count=1',
		]);
	});

	it('retry a page that failed, without losing or repeating an element', async () => {
		new Wire().on('GET', page([1, 2], { total: 3 }), refusals.unavailable, page([3], { total: 3 }));
		expect(await all(await fakeHost().connect(), 2)).toEqual([1, 2, 3]);
	});

	it('end on a refused page with its error', async () => {
		new Wire().on('GET', page([1, 2], { total: 4 }), refusals.denied);
		await expect(all(await fakeHost().connect(), 2)).rejects.toMatchObject({
			details: { code: 'ACCESS_DENIED' },
		});
	});

	it.each([
		['is an error', false],
		['is an empty list where the resource answers so', true],
	])('a 404 %s', async (_what, missingIsEmpty) => {
		new Wire().on('GET', refusals.notFound);
		const found = all(await fakeHost().connect(), 2, { missingIsEmpty });
		if (missingIsEmpty) expect(await found).toEqual([]);
		else await expect(found).rejects.toMatchObject({ details: { status: 404 } });
	});

	it('are no empty list where the app lacks what is asked for', async () => {
		new Wire().on('GET', { status: 404, body: { status: 404, message: 'No virtual resource found' } });
		await expect(all(await fakeHost().connect(), 2, { missingIsEmpty: true })).rejects.toMatchObject({
			details: { status: 404, advice: expect.stringContaining('product') },
		});
	});

	it.each([
		['a web page', '<html>Sign in</html>'],
		['another JSON', '{"id":1}'],
		['nothing', ''],
	])('%s with status 200 is an error, never an empty list', async (_what, body) => {
		new Wire().on('GET', { status: 200, body });
		await expect(all(await fakeHost().connect(), 2)).rejects.toBeInstanceOf(LinkedInError);
	});
});

describe('the options n8n prepared', () => {
	it('give proxy and allowed domains to every call', async () => {
		new Wire().on('GET', page([1, 2], { total: 3 }), page([3], { total: 3 }));
		const host = fakeHost();
		const options = { proxy: { host: 'proxy', port: 1 }, allowedDomains: '*.linkedin.com' };
		await all(await host.connect({ options }), 2);
		expect(host.calls).toHaveLength(2);
		for (const call of host.calls) expect(call).toMatchObject(options);
	});
});
