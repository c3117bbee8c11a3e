import { ACME, enc, send, startAtNow, textPost, tokenOf } from './wire';
import type { Simulator } from './index';
import type { WireCall } from './wire';

let simulator: Simulator;
let token: string;
let post: string;
beforeAll(async () => {
	simulator = await startAtNow();
	token = tokenOf(simulator, 'ada');
	post = simulator.state.addPost({ author: ACME, text: 'A post' }).urn;
});
afterAll(async () => simulator.close());

describe('every request is refused that breaks the protocol', () => {
	const ids = 'ids=List(urn%3Ali%3Ashare%3A1)';
	it.each<[string, WireCall, number, string]>([
		['no token', { path: '/rest/posts/1', token: null }, 401, 'EMPTY_ACCESS_TOKEN'],
		['an unknown token', { path: '/rest/posts/1', token: 'AQx' }, 401, 'INVALID_ACCESS_TOKEN'],
		[
			'no version',
			{ path: '/rest/posts?q=author', headers: { 'linkedin-version': undefined } },
			400,
			'VERSION_MISSING',
		],
		[
			'an ended version',
			{ path: '/rest/posts', headers: { 'linkedin-version': '202508' } },
			426,
			'NONEXISTENT_VERSION',
		],
		[
			'a version that never was',
			{ path: '/rest/posts', headers: { 'linkedin-version': '202512' } },
			426,
			'NONEXISTENT_VERSION',
		],
		[
			'a malformed version',
			{ path: '/rest/posts', headers: { 'linkedin-version': '2026-09' } },
			426,
			'NONEXISTENT_VERSION',
		],
		['an unknown path', { path: '/rest/comments' }, 404, 'NOT_FOUND'],
		['an unknown unversioned path', { path: '/v2/posts' }, 404, 'NOT_FOUND'],
		['a path with an empty piece', { path: '/rest/posts/' }, 404, 'NOT_FOUND'],
		['a raw URN in the path', { path: '/rest/posts/urn:li:share:1' }, 400, 'ILLEGAL_ARGUMENT'],
		['a URN encoded twice', { path: `/rest/posts/${enc(enc('urn:li:share:1'))}` }, 400, 'INVALID_URN_TYPE'],
		['an encoded list', { path: '/rest/posts?ids=List%28urn%253Ali%29' }, 400, 'ILLEGAL_ARGUMENT'],
		['raw colons in a list', { path: '/rest/posts?ids=List(urn:li:share:1)' }, 400, 'ILLEGAL_ARGUMENT'],
		[
			'List(...) without the protocol header',
			{ path: `/rest/posts?${ids}`, headers: { 'x-restli-protocol-version': undefined } },
			400,
			'ILLEGAL_ARGUMENT',
		],
		[
			'another protocol',
			{ path: `/rest/posts?${ids}`, headers: { 'x-restli-protocol-version': '3.0.0' } },
			400,
			'ILLEGAL_ARGUMENT',
		],
		[
			'a method header of another verb',
			{ path: `/rest/posts?${ids}`, headers: { 'x-restli-method': 'CREATE' } },
			400,
			'ILLEGAL_ARGUMENT',
		],
		[
			'a method header that is none',
			{ path: `/rest/posts?${ids}`, headers: { 'x-restli-method': 'LIST' } },
			400,
			'ILLEGAL_ARGUMENT',
		],
		[
			'GET where BATCH_GET is meant',
			{ path: `/rest/posts?${ids}`, headers: { 'x-restli-method': 'GET' } },
			400,
			'ILLEGAL_ARGUMENT',
		],
		[
			'POST on an entity without PARTIAL_UPDATE',
			{
				method: 'POST',
				path: `/rest/posts/${enc('urn:li:share:1')}`,
				body: { patch: { $set: { commentary: 'x' } } },
			},
			400,
			'ILLEGAL_ARGUMENT',
		],
		[
			'PATCH',
			{ method: 'PATCH', path: `/rest/posts/${enc('urn:li:share:1')}`, body: {} },
			400,
			'ILLEGAL_ARGUMENT',
		],
		['a method the resource lacks', { path: '/rest/posts' }, 405, 'METHOD_NOT_ALLOWED'],
		['an unknown finder', { path: '/rest/posts?q=writer' }, 400, 'ILLEGAL_ARGUMENT'],
		[
			'an unknown parameter',
			{ path: `/rest/posts?q=author&author=${enc(ACME)}&sort=x` },
			403,
			'ACCESS_DENIED',
		],
		['a body that is not JSON', { method: 'POST', path: '/rest/posts', body: '{' }, 400, 'ILLEGAL_ARGUMENT'],
		['a body that is a list', { method: 'POST', path: '/rest/posts', body: [] }, 400, 'ILLEGAL_ARGUMENT'],
		[
			'a body of another type',
			{ method: 'POST', path: '/rest/posts', body: 'a=1', headers: { 'content-type': 'text/plain' } },
			415,
			'UNSUPPORTED_MEDIA_TYPE',
		],
		[
			'an override on a GET',
			{ path: '/rest/posts', headers: { 'x-http-method-override': 'GET' } },
			400,
			'ILLEGAL_ARGUMENT',
		],
		[
			'an override with the query in the URL',
			{
				method: 'POST',
				path: '/rest/posts?q=author',
				body: 'a=1',
				headers: { 'x-http-method-override': 'GET', 'content-type': 'application/x-www-form-urlencoded' },
			},
			400,
			'ILLEGAL_ARGUMENT',
		],
		[
			'an override with a JSON body',
			{ method: 'POST', path: '/rest/posts', body: {}, headers: { 'x-http-method-override': 'GET' } },
			400,
			'ILLEGAL_ARGUMENT',
		],
		[
			'an override to PATCH',
			{
				method: 'POST',
				path: '/rest/posts',
				body: 'a=1',
				headers: { 'x-http-method-override': 'PATCH', 'content-type': 'application/x-www-form-urlencoded' },
			},
			400,
			'ILLEGAL_ARGUMENT',
		],
		[
			'a multipart without a JSON part',
			{
				method: 'POST',
				path: '/rest/posts',
				body: '--b\r\nContent-Type: application/json\r\n\r\n{}\r\n--b--',
				headers: { 'x-http-method-override': 'PUT', 'content-type': 'multipart/mixed; boundary=b' },
			},
			400,
			'ILLEGAL_ARGUMENT',
		],
		['a percent sign alone', { path: '/rest/posts/%ZZ' }, 400, 'BAD_REQUEST'],
	])('%s', async (_what, call, status, code) => {
		const reply = await send(simulator, { token, ...call });
		expect([reply.status, reply.json?.code]).toEqual([status, code]);
	});

	it('prints the version with a day in the 426', async () => {
		const reply = await send(simulator, {
			path: '/rest/posts',
			token,
			headers: { 'linkedin-version': '202402' },
		});
		expect(reply.json.message).toBe('Requested version 20240201 is not active');
	});

	it('answers 414 without a body to a query of over 4 KB that is not tunnelled', async () => {
		const long = Array.from({ length: 300 }, (_, at) => `urn%3Ali%3Ashare%3A${at}`).join(',');
		const reply = await send(simulator, { path: `/rest/posts?ids=List(${long})`, token });
		expect([reply.status, reply.text]).toEqual([414, '']);
	});
});

it('takes what is right: any header case, a version with revision, a version on the unversioned API', async () => {
	const calls: WireCall[] = [
		{ path: `/rest/posts/${enc(post)}` },
		{
			path: `/rest/posts/${enc(post)}`,
			headers: { 'linkedin-version': '202609.01', 'x-restli-method': 'get' },
		},
		{ path: `/rest/posts/${enc(post)}`, headers: { 'x-restli-protocol-version': undefined } },
		{ path: '/v2/userinfo', headers: { 'linkedin-version': '202001' } },
	];
	for (const call of calls) {
		const reply = await send(simulator, { token, ...call });
		expect([call, reply.status]).toEqual([call, 200]);
	}
});

it('names every answer with X-LI-UUID', async () => {
	const replies = await Promise.all([
		send(simulator, { path: '/rest/nothing', token }),
		send(simulator, { path: '/v2/userinfo', token }),
		send(simulator, { path: '/oauth/v2/nothing', token: null }),
	]);
	const names = replies.map((reply) => reply.headers['x-li-uuid']);
	expect(new Set(names).size).toBe(3);
	expect(names.every((name) => /^[\w+/=]{24}$/.test(String(name)))).toBe(true);
});

it('picks the fields asked for', async () => {
	const reply = await send(simulator, { path: `/rest/posts/${enc(post)}?fields=id,author`, token });
	expect(reply.json).toEqual({ id: post, author: ACME });
});

describe('scopes', () => {
	const share = `/rest/posts/${enc('urn:li:share:1')}`;
	const comments = `/rest/socialActions/${enc('urn:li:share:1')}/comments`;
	it.each<[string, WireCall, string]>([
		[
			'posts',
			{ method: 'POST', path: '/rest/posts', body: textPost(ACME, 'x') },
			'partnerApiPosts.CREATE.20260901',
		],
		['posts', { path: share }, 'partnerApiPosts.GET.20260901'],
		['posts', { path: `/rest/posts?q=author&author=${enc(ACME)}` }, 'partnerApiPosts.FINDER.20260901'],
		['posts', { method: 'DELETE', path: share }, 'partnerApiPosts.DELETE.20260901'],
		['comments', { method: 'POST', path: comments, body: {} }, 'partnerApiSocialActions.CREATE.20260901'],
		['comments', { path: comments }, 'partnerApiSocialActions.GET_ALL.20260901'],
		['unversioned comments', { path: comments.replace('/rest', '/v2') }, 'socialActions.GET_ALL.NO_VERSION'],
		[
			'social actions',
			{ path: `/rest/socialActions/${enc('urn:li:share:1')}` },
			'partnerApiSocialActions.GET.20260901',
		],
		[
			'social metadata',
			{ path: '/rest/socialMetadata?ids=List(a)' },
			'partnerApiSocialMetadata.BATCH_GET.20260901',
		],
		['acls', { path: '/rest/organizationAcls?q=roleAssignee' }, 'partnerApiOrganizationAcls.FINDER.20260901'],
		['organizations', { path: '/rest/organizations/2414183' }, 'partnerApiOrganizations.GET.20260901'],
		[
			'lookup',
			{ path: '/rest/organizationsLookup?ids=List(1)' },
			'partnerApiOrganizationsLookup.BATCH_GET.20260901',
		],
		[
			'notifications',
			{ path: '/rest/organizationalEntityNotifications?q=criteria' },
			'partnerApiOrganizationalEntityNotifications.FINDER.20260901',
		],
		['userinfo', { path: '/v2/userinfo' }, 'userinfo.GET.NO_VERSION'],
		['me', { path: '/v2/me' }, 'me.GET.NO_VERSION'],
	])('%s refuses a token without its scope (row %#)', async (_what, call, name) => {
		const poor = tokenOf(simulator, 'ada', ['openid']);
		const reply = await send(simulator, { token: poor, ...call });
		expect(reply.json).toEqual({
			status: 403,
			serviceErrorCode: 100,
			code: 'ACCESS_DENIED',
			message: `Not enough permissions to access: ${name}`,
		});
	});
});

describe('the request log', () => {
	it('has the request as it came, how it was understood, and neither token nor secret', async () => {
		simulator.requests.length = 0;
		const path = `/rest/posts/${enc(post)}?viewContext=AUTHOR`;
		await send(simulator, { path, token });
		await send(simulator, {
			method: 'POST',
			path: '/oauth/v2/accessToken',
			token: null,
			body: 'grant_type=refresh_token&refresh_token=AQsecret&client_secret=hidden&client_id=suite-app',
			headers: { 'content-type': 'application/x-www-form-urlencoded' },
		});
		expect(simulator.requests).toEqual([
			expect.objectContaining({
				method: 'GET',
				url: path,
				restliMethod: 'GET',
				endpoint: 'GET /rest/posts',
				version: '202609',
				member: 'ada',
				app: 'suite-app',
				status: 200,
				body: '',
			}),
			expect.objectContaining({
				method: 'POST',
				status: 401,
				body: 'grant_type=refresh_token&refresh_token=***&client_secret=***&client_id=suite-app',
			}),
		]);
		expect(JSON.stringify(simulator.requests)).not.toContain(token);
	});
});
