import type { INodeParameters } from 'n8n-workflow';

import { PRODUCTS } from '../../../nodes/LinkedIn/transport/linkedin/products';
import { api, connect, CREATE_POST, run, simulateForEachTest, simulator } from './connectedRun';

/** Missing scopes and page roles of a connection. */

simulateForEachTest();

const GLOBEX = { __rl: true, mode: 'id', value: '5583111' };

test('a pasted token works, and its unknown scopes are left to LinkedIn', async () => {
	const credential = connect({ authentication: 'accessToken', scopes: ['w_member_social'] });
	const { error } = await run(CREATE_POST, credential);
	expect(error).toMatchObject({ httpCode: '403' });
	expect(api()).toHaveLength(1);
});

test('a missing scope is refused without a call, naming scope, product and way out', async () => {
	const { error } = await run(CREATE_POST, connect({ scopes: ['openid', 'profile', 'w_member_social'] }));
	expect(error?.message).toBe('This connection lacks the scope w_organization_social');
	expect(error?.description).toMatch(/Community Management API.*connect again/);
	expect(simulator.requests).toEqual([]);
});

test('an app with Advertising alone publishes as me, who holds no role on a page', async () => {
	const credential = connect({
		app: 'ads-app',
		member: 'bob',
		scopes: PRODUCTS.advertising.scopes,
		fields: { appHas: 'advertising' },
	});
	const { error } = await run(
		{ ...CREATE_POST, author: { __rl: true, mode: 'list', value: 'me' } },
		credential,
	);
	expect(error).toBeUndefined();
	expect(api().map(({ endpoint }) => endpoint)).toEqual(['GET /v2/me', 'CREATE /rest/posts']);
	expect(simulator.state.posts().map(({ author }) => author)).toEqual(['urn:li:person:Bob-4kd_91x']);
});

test('an Advertising connection from before it asked for the rights of a member names the way to them', async () => {
	const scopes = PRODUCTS.advertising.scopes.filter((scope) => scope !== 'w_member_social');
	const credential = connect({ app: 'ads-app', scopes, fields: { appHas: 'advertising' } });
	const { error } = await run(
		{ ...CREATE_POST, author: { __rl: true, mode: 'list', value: 'me' } },
		credential,
	);
	expect(error?.message).toBe('This connection lacks the scope w_member_social');
	expect(error?.description).toMatch(
		/Advertising API, which is chosen in the credential: connect again\..*Leave Out Scopes/,
	);
	expect(simulator.requests).toEqual([]);
});

describe('a page without the role', () => {
	const rows: Array<[string, () => INodeParameters, RegExp]> = [
		[
			'posting',
			() => ({ ...CREATE_POST, author: { __rl: true, mode: 'id', value: '9999001' } }),
			/ADMINISTRATOR, CONTENT_ADMINISTRATOR or DIRECT_SPONSORED_CONTENT_POSTER/,
		],
		[
			'commenting as a page that lets me only post',
			() => ({
				resource: 'comment',
				operation: 'create',
				targetPost: simulator.state.addPost({ author: '5583111', text: 'Hi' }).urn,
				actor: GLOBEX,
				text: 'Hi',
			}),
			/ADMINISTRATOR, DIRECT_SPONSORED_CONTENT_POSTER or RECRUITING_POSTER/,
		],
		[
			'reading comments of a page that lets me only post',
			() => ({
				resource: 'comment',
				operation: 'getMany',
				entity: simulator.state.addPost({ author: '5583111', text: 'Hi' }).urn,
			}),
			/ADMINISTRATOR or DIRECT_SPONSORED_CONTENT_POSTER/,
		],
	];
	test.each(rows)('%s: the error names the roles that may', async (_name, parameters, roles) => {
		const { error } = await run(parameters(), connect());
		expect(error).toMatchObject({ httpCode: '403' });
		expect(error?.message).toMatch(/^This connection isn't allowed to do this(?: as page \d+)?: /);
		expect(error?.description).toMatch(roles);
		expect(error?.description).toMatch(/Run Check Access/);
		expect(api()).toHaveLength(1);
	});
});
