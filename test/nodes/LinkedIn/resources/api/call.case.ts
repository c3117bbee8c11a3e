import { defineCase } from '../../../../cases';
import { postOfAcme } from '../community/post/postsOfAcme';

const MANY = Array.from({ length: 110 }, (_, index) => `70450204416099${String(index).padStart(5, '0')}`);

const answered = (more: object) => ({ status: 200, id: null, urn: null, url: null, body: null, ...more });

export default defineCase({
	operation: 'api:call',
	cases: [
		{
			name: 'keys of the path and a raw fields parameter',
			page: ['protocolVersion', 'posts'],
			given: postOfAcme,
			parameters: {
				method: 'GET',
				path: '/rest/posts/{post}',
				keys: '{ "post": "${post}" }',
				query: '{ "fields": ["id", "author"] }',
			},
			wire: [
				{
					method: 'GET',
					url: '/rest/posts/${post}?fields=id,author',
					restliMethod: 'GET',
					version: '202609',
				},
			],
			out: [answered({ body: { id: '${post}', author: 'urn:li:organization:2414183' } })],
		},
		{
			name: "LinkedIn's addresses come out as LinkedIn wrote them",
			page: 'protocolVersion',
			behaviour: 'Rules of this package',
			given: (simulator) => {
				const body = { url: 'http://linkedin.com/in/ada/', urn: 'a', name: 'Ada' };
				simulator.faults.add({ match: { path: /userinfo/ }, effect: { status: 200, body } });
				return {};
			},
			parameters: { method: 'GET', path: '/v2/userinfo' },
			wire: [{ method: 'GET', url: '/v2/userinfo', restliMethod: 'GET' }],
			out: [answered({ body: { url: 'http://linkedin.com/in/ada/', urn: 'a', name: 'Ada' } })],
		},
		{
			name: 'a whole URL on the API host goes without a version under /v2',
			page: ['versioning', 'signIn'],
			scopes: ['openid', 'profile'],
			given: (simulator) => ({ host: simulator.url }),
			parameters: { method: 'GET', path: '${host}/v2/userinfo' },
			wire: [{ method: 'GET', url: '/v2/userinfo', restliMethod: 'GET', version: undefined }],
			out: [answered({ body: expect.objectContaining({ sub: 'Ada782bbtaQ' }) })],
		},
		{
			name: 'a finder with a record and a list in its query, paged to the limit',
			page: ['protocolVersion', 'notifications'],
			given: (simulator) => {
				const names = postOfAcme(simulator);
				for (const text of ['One', 'Two', 'Three']) {
					simulator.state.addComment({ post: String(names.post), actor: 'cleo', text });
				}
				return { ...names, from: Date.now() - 3_600_000, to: Date.now() + 3_600_000 };
			},
			parameters: (variables) => ({
				method: 'FINDER',
				path: '/rest/organizationalEntityNotifications',
				query: JSON.stringify({
					q: 'criteria',
					organizationalEntity: 'urn:li:organization:2414183',
					actions: ['COMMENT', 'SHARE_MENTION'],
					timeRange: { start: variables.from, end: variables.to },
					sourcePost: null,
				}),
				limit: 2,
			}),
			wire: [
				{
					method: 'GET',
					url: '/rest/organizationalEntityNotifications?q=criteria&organizationalEntity=urn%3Ali%3Aorganization%3A2414183&actions=List(COMMENT,SHARE_MENTION)&timeRange=(start:${from},end:${to})&start=0&count=2',
					restliMethod: 'FINDER',
				},
			],
			out: [expect.objectContaining({ action: 'COMMENT' }), expect.objectContaining({ action: 'COMMENT' })],
		},
		{
			name: 'a get all of comments is paged by start and count',
			page: 'comments',
			given: postOfAcme,
			parameters: {
				method: 'GET_ALL',
				path: '/rest/socialActions/{post}/comments',
				keys: '{ "post": "${post}" }',
				returnAll: true,
			},
			wire: [
				{
					method: 'GET',
					url: '/rest/socialActions/${post}/comments?start=0&count=100',
					restliMethod: 'GET_ALL',
				},
			],
			out: [],
		},
		{
			name: 'a create gives the id of the header as urn and url',
			page: ['posts', 'methods'],
			about: 'CREATE',
			parameters: {
				method: 'CREATE',
				path: '/rest/posts',
				body: JSON.stringify({
					author: 'urn:li:organization:2414183',
					commentary: 'By hand',
					visibility: 'PUBLIC',
					distribution: { feedDistribution: 'MAIN_FEED' },
					lifecycleState: 'PUBLISHED',
				}),
			},
			wire: [
				{
					method: 'POST',
					url: '/rest/posts',
					restliMethod: 'CREATE',
					version: '202609',
					body: {
						author: 'urn:li:organization:2414183',
						commentary: 'By hand',
						visibility: 'PUBLIC',
						distribution: { feedDistribution: 'MAIN_FEED' },
						lifecycleState: 'PUBLISHED',
					},
				},
			],
			out: [
				answered({
					status: 201,
					id: expect.stringMatching(/^urn:li:share:\d+$/),
					urn: expect.stringMatching(/^urn:li:share:\d+$/),
					url: expect.stringMatching(/^https:\/\/www\.linkedin\.com\/feed\/update\/urn:li:share:\d+$/),
				}),
			],
		},
		{
			name: 'a partial update, given as an object by an expression',
			page: ['posts', 'methods'],
			about: 'PARTIAL_UPDATE',
			given: postOfAcme,
			items: [{ keys: { post: '${post}' }, body: { patch: { $set: { commentary: 'New' } } } }],
			parameters: {
				method: 'PARTIAL_UPDATE',
				path: '/rest/posts/{post}',
				keys: '={{ $json.keys }}',
				body: '={{ $json.body }}',
			},
			wire: [
				{
					method: 'POST',
					url: '/rest/posts/${post}',
					restliMethod: 'PARTIAL_UPDATE',
					body: { patch: { $set: { commentary: 'New' } } },
				},
			],
			out: [answered({ status: 204 })],
		},
		{
			name: 'a delete',
			page: 'posts',
			given: postOfAcme,
			parameters: { method: 'DELETE', path: '/rest/posts/{post}', keys: '{ "post": "${post}" }' },
			wire: [{ method: 'DELETE', url: '/rest/posts/${post}', restliMethod: 'DELETE' }],
			out: [answered({ status: 204 })],
		},
		{
			name: 'a query of more than 4,000 characters travels in the body',
			page: 'queryTunneling',
			parameters: {
				method: 'BATCH_GET',
				path: '/rest/posts',
				query: JSON.stringify({ ids: MANY.map((id) => `urn:li:share:${id}`) }),
			},
			wire: [
				{
					method: 'POST',
					url: '/rest/posts',
					restliMethod: 'BATCH_GET',
					body: `ids=List(${MANY.map((id) => `urn%3Ali%3Ashare%3A${id}`).join(',')})`,
				},
			],
			out: [answered({ body: expect.objectContaining({ results: {} }) })],
		},
		{
			name: 'a complex key in the path, refused by LinkedIn in its own words',
			page: ['protocolVersion', 'reactions'],
			parameters: {
				method: 'GET',
				path: '/rest/reactions/{reaction}',
				keys: '{ "reaction": { "actor": "urn:li:person:AbC", "entity": "urn:li:activity:123" } }',
			},
			wire: [
				{
					method: 'GET',
					url: '/rest/reactions/(actor:urn%3Ali%3Aperson%3AAbC,entity:urn%3Ali%3Aactivity%3A123)',
					restliMethod: 'GET',
				},
			],
			error: { httpCode: '404' },
		},
	],
});
