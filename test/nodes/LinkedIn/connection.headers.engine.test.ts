import type { INodeParameters } from 'n8n-workflow';

import type { ConnectionOptions } from '../../engine/connection';
import { startSimulator } from '../../simulator';
import { api, connect, CREATE_POST, LIST_POSTS, run, simulateForEachTest, simulator } from './connectedRun';

/** The headers of a call, and the host it goes to. */

simulateForEachTest();

describe('headers of every call', () => {
	const sent = async (parameters: INodeParameters, options: ConnectionOptions = {}) => {
		await run(parameters, connect(options));
		const [{ headers, version }] = api();
		return {
			version,
			protocol: headers['x-restli-protocol-version'],
			method: headers['x-restli-method'],
			type: headers['content-type'],
		};
	};
	const call = (method: string, more: INodeParameters = {}): INodeParameters => ({
		resource: 'api',
		operation: 'call',
		method,
		path: '/rest/posts',
		...more,
	});

	// Version and protocol on all of /rest, the method if LinkedIn requires it, a type for a body (docs.versioning,
	// docs.protocolVersion).
	const RESTLI = { version: '202609', protocol: '2.0.0' };
	test.each<[string, INodeParameters, object]>([
		['a finder', call('FINDER', { query: '{"q":"author"}' }), { ...RESTLI, method: 'FINDER' }],
		[
			'a batch',
			call('BATCH_GET', { query: '{"ids":["urn:li:share:1"]}' }),
			{ ...RESTLI, method: 'BATCH_GET' },
		],
		['a create', CREATE_POST, { ...RESTLI, method: 'CREATE', type: 'application/json' }],
		[
			'a partial update',
			{ resource: 'post', operation: 'update', post: 'urn:li:share:1', updateFields: { text: 'New' } },
			{ ...RESTLI, method: 'PARTIAL_UPDATE', type: 'application/json' },
		],
		[
			'a delete',
			{ resource: 'post', operation: 'delete', post: 'urn:li:share:1' },
			{ ...RESTLI, method: 'DELETE' },
		],
	])('%s', async (_name, parameters, headers) => {
		expect(await sent(parameters)).toEqual(headers);
	});

	test('under /v2 no version is sent', async () => {
		const { activity } = simulator.state.addPost({ author: '2414183', text: 'Hi' });
		const comment = {
			resource: 'comment',
			operation: 'create',
			targetPost: activity,
			actor: 'me',
			text: 'Hi',
		};
		const selfServe = {
			app: 'self-serve-app',
			member: 'bob',
			scopes: ['openid', 'profile', 'w_member_social'],
		};
		expect(await sent(comment, selfServe)).toEqual({
			protocol: '2.0.0',
			method: 'CREATE',
			type: 'application/json',
		});
		expect(api().map(({ url, status }) => [url.split('/')[1], status])).toEqual([['v2', 201]]);
	});
});

test('a redirect is not followed, as the token would travel to another host', async () => {
	const elsewhere = await startSimulator();
	simulator.faults.add({
		match: { path: /^\/rest\// },
		times: Infinity,
		effect: { status: 302, headers: { location: `${elsewhere.url}/rest/posts` } },
	});
	const { error } = await run({ ...LIST_POSTS, options: { maxWait: 0 } }, connect());
	expect(error?.message).toMatch(/web page or nothing at all \(status 302\)/);
	expect(elsewhere.requests).toEqual([]);
	await elsewhere.close();
});
