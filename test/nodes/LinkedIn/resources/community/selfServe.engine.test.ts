import type { INodeParameters } from 'n8n-workflow';

import { connectTo } from '../../../../engine/connection';
import type { HarnessCredential } from '../../../../engine/credentials';
import { runNode } from '../../../../engine/run';
import { faults } from '../../../../simulator';
import { comments, ME, SELF_SERVE, simulateForEachTest, simulator, thread } from '../../countedWrites';

/**
 * A pasted token doesn't say what it may do. With only w_member_social LinkedIn refuses comments and reactions on the
 * versioned resources and accepts them on /v2 (docs/behaviour.md#share-on-linkedin-alone).
 */

simulateForEachTest();

let credentials: HarnessCredential;
let tokens = 0;
const connect = (scopes = SELF_SERVE.scopes) => {
	const pasted = connectTo(simulator, { ...SELF_SERVE, scopes, authentication: 'accessToken' });
	credentials = { ...pasted, name: `pasted ${(tokens += 1)}` };
};
beforeEach(() => connect());

const run = async (parameters: INodeParameters) =>
	await runNode({
		node: 'linkedInCommunity',
		parameters: { authentication: 'accessToken', ...parameters },
		credentials,
	});

/** The writes that were sent. */
const sent = () =>
	simulator.requests.flatMap(({ method, url }) => {
		const [, api, what] =
			/^\/(rest|v2)\/(?:socialActions\/[^/]+\/)?(comments|likes|reactions)/.exec(url) ?? [];
		return what && method !== 'GET' ? [`${method} ${api} ${what}`] : [];
	});

const comment = { resource: 'comment', operation: 'create', actor: ME, text: 'Nice' };
test('what the versioned resource refuses goes over /v2, which is remembered for the token', async () => {
	const first = await run({ ...comment, targetPost: thread.post });
	expect(first.error).toBeUndefined();
	expect(sent()).toEqual(['POST rest comments', 'POST v2 comments']);
	await run({ ...comment, targetPost: thread.post, text: 'Again' });
	await run({ ...comment, operation: 'reply', comment: thread.comment });
	expect(sent().slice(2)).toEqual(['POST v2 comments', 'POST v2 comments']);
	expect(comments().map(({ text }) => text)).toEqual(['Nice', 'Again', 'Nice']);

	connect();
	simulator.requests.length = 0;
	await run({ ...comment, targetPost: thread.post, text: 'With another token' });
	expect(sent()).toEqual(['POST rest comments', 'POST v2 comments']);
});

test('a like goes over /v2 and is taken back there', async () => {
	const like = { resource: 'reaction', operation: 'create', entity: thread.post, reactor: ME };
	const { error, outputs } = await run(like);
	expect(error).toBeUndefined();
	expect(outputs[0][0].json).toMatchObject({ reactionType: 'LIKE', outcome: 'created' });
	await run({ ...like, operation: 'delete' });
	expect(sent()).toEqual(['POST rest reactions', 'POST v2 likes', 'DELETE v2 likes']);
	expect(simulator.state.reactions.of(thread.post)).toEqual([]);

	connect();
	simulator.requests.length = 0;
	const again = await run({ ...like, operation: 'delete' });
	expect(sent()).toEqual(['DELETE rest reactions', 'DELETE v2 likes']);
	expect(again.error).toMatchObject({ httpCode: '404' });
});

test('another reaction than Like stays refused, as /v2 has none', async () => {
	const { error } = await run({
		resource: 'reaction',
		operation: 'create',
		entity: thread.post,
		reactor: ME,
		reactionType: 'PRAISE',
	});
	expect(sent()).toEqual(['POST rest reactions']);
	expect(error?.message).toContain('partnerApiReactions.CREATE');
});

test.each([
	['update', 'POST', { text: 'Nicer' }],
	['delete', 'DELETE', {}],
])('%s of a comment goes over /v2 where it is taken there', async (operation, method, more) => {
	const mine = simulator.state.addComment({ post: thread.post, actor: 'bob', text: 'Mine' });
	const change = { resource: 'comment', operation, comment: mine.urn, actor: ME, ...more };
	const refused = await run(change);
	expect(sent()).toEqual([`${method} rest comments`, `${method} v2 comments`]);
	expect(refused.error?.message).toContain('Not enough permissions to access: partnerApiSocialActions');

	simulator.requests.length = 0;
	simulator.faults.add({
		match: { path: /^\/v2\/.*\/comments\// },
		effect: { status: 200, body: {} },
		times: 2,
	});
	expect((await run(change)).error).toBeUndefined();
	expect((await run(change)).error).toBeUndefined();
	expect(sent()).toEqual([`${method} rest comments`, `${method} v2 comments`, `${method} v2 comments`]);
});

test('where both refuse the first refusal is shown, and each is asked once', async () => {
	connect(['openid', 'profile']);
	const { error } = await run({ ...comment, targetPost: thread.post });
	expect(sent()).toEqual(['POST rest comments', 'POST v2 comments']);
	expect(error?.message).toContain('partnerApiSocialActions.CREATE');
});

test('what /v2 says of a call that it let in is shown', async () => {
	const post = simulator.state.addPost({ author: '5583111', text: 'Of the past' });
	const reply = simulator.state.addComment({ post: post.urn, actor: 'cleo', text: 'Gone' });
	simulator.state.deleteComment(reply.urn);
	const { error } = await run({ ...comment, operation: 'reply', comment: reply.urn });
	expect(sent().slice(0, 2)).toEqual(['POST rest comments', 'POST v2 comments']);
	expect(error).toMatchObject({ httpCode: '404' });
});

describe('nothing is tried on /v2', () => {
	const FORBIDDEN = { status: 403, code: 'ACCESS_DENIED', serviceErrorCode: 100 };
	test.each([
		['a role', { ...FORBIDDEN, message: 'Member does not have the role ADMINISTRATOR' }],
		['a post', { status: 403, message: `member is unauthorized on urn:li:activity:7100000000000000000` }],
		['a field', { ...FORBIDDEN, message: 'Unpermitted fields present in REQUEST_BODY' }],
		['who knows', { status: 403 }],
		['a gateway', '<html>Forbidden</html>'],
	])('after a 403 that is of %s', async (_what, body) => {
		simulator.faults.add({ match: { restliMethod: 'CREATE' }, effect: { status: 403, body } });
		const { error } = await run({ ...comment, targetPost: thread.post });
		expect(error).toMatchObject({ httpCode: '403' });
		expect(sent()).toHaveLength(1);
	});

	test('for a page', async () => {
		const actor = { __rl: true, mode: 'id', value: '5583111' };
		const { error } = await run({ ...comment, targetPost: thread.post, actor });
		expect(error).toMatchObject({ httpCode: '403' });
		expect(sent()).toEqual(['POST rest comments']);
	});

	test('after a lost answer, though the same call is refused then', async () => {
		const mine = simulator.state.addComment({ post: thread.post, actor: 'bob', text: 'Mine' });
		simulator.faults.add(faults.reset({ match: { restliMethod: 'DELETE' } }));
		const { error } = await run({ resource: 'comment', operation: 'delete', comment: mine.urn, actor: ME });
		expect(error?.message).toBe(
			"This connection isn't allowed to do this: " +
				'Not enough permissions to access: partnerApiSocialActions.DELETE.20260901',
		);
		expect(sent()).toEqual(['DELETE rest comments', 'DELETE rest comments']);
	});

	test('after a create whose answer was lost', async () => {
		simulator.faults.add(faults.reset({ match: { restliMethod: 'CREATE' } }));
		const { error } = await run({ ...comment, targetPost: thread.post });
		expect(error?.message).toContain('The outcome is unknown');
		expect(sent().filter((one) => one.includes('v2'))).toEqual([]);
	});
});
