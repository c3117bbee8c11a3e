import type { INodeParameters } from 'n8n-workflow';

import { passTimeBySleeping } from '../../conformance/time';
import { faults, type Fault } from '../../simulator';
import { comments, CREATE, creates, ME, run, simulateForEachTest, simulator } from './countedWrites';
import { detailsOf } from './errorOutput';

/**
 * With only w_member_social_feed, comments, reactions and counts are also read
 * (docs/behaviour.md#reading-with-w_member_social_feed).
 */

passTimeBySleeping();

simulateForEachTest();

const connection = { scopes: ['r_basicprofile', 'w_member_social', 'w_member_social_feed'] };

/** A post of the member or of somebody else, with a comment and a reaction by Cleo. */
function commented(author: string) {
	const post = simulator.state.addPost({ author, text: 'Mine', createdAt: Date.now() - 3_600_000 });
	const actor = simulator.state.member('cleo').urn;
	const one = simulator.state.addComment({ post: post.urn, actor: 'cleo', text: 'First' });
	simulator.state.reactions.set({ actor, entity: post.activity, type: 'PRAISE' });
	return { post: post.activity, comment: one.urn, cleo: { __rl: true, mode: 'id', value: actor } };
}
type Commented = ReturnType<typeof commented>;

const READS: Array<[string, (given: Commented) => INodeParameters, string, (given: Commented) => object]> = [
	[
		'comments',
		({ post }) => ({ resource: 'comment', operation: 'getMany', entity: post }),
		'GET_ALL /rest/socialActions/{urn}/comments',
		() => ({ text: 'First' }),
	],
	[
		'one comment',
		({ comment }) => ({ resource: 'comment', operation: 'get', comment }),
		'GET /rest/socialActions/{urn}/comments',
		() => ({ text: 'First' }),
	],
	[
		'reactions',
		({ post }) => ({ resource: 'reaction', operation: 'getMany', entity: post }),
		'FINDER /rest/reactions',
		() => ({ reactionType: 'PRAISE' }),
	],
	[
		// LinkedIn doesn't list a method for reading a single one with this scope.
		'one reaction',
		({ post, cleo }) => ({ resource: 'reaction', operation: 'get', entity: post, reactor: cleo }),
		'BATCH_GET /rest/reactions',
		() => ({ reactionType: 'PRAISE' }),
	],
	[
		'counts',
		({ post }) => ({ resource: 'engagement', operation: 'get', entities: post }),
		'GET /rest/socialMetadata',
		({ post }) => ({
			urn: post,
			comments: 1,
			reactions: 1,
			reactionsByType: expect.objectContaining({ celebrate: 1, like: 0 }),
		}),
	],
];

const asked = () => simulator.requests.map(({ endpoint }) => endpoint).filter((one) => one !== 'GET /v2/me');

describe.each(READS)('%s', (_what, parameters, endpoint, item) => {
	test('of my own post are read', async () => {
		const given = commented('ada');
		const { outputs, error } = await run(parameters(given), { connection });
		expect(error).toBeUndefined();
		expect(outputs[0].map(({ json }) => json)).toEqual([expect.objectContaining(item(given))]);
		expect(asked()).toEqual([endpoint]);
	});

	test("of another member's post are asked for, and what LinkedIn shows is given out", async () => {
		simulator.state.memberFeedReach = 'anyPost';
		const given = commented('cleo');
		const { outputs } = await run(parameters(given), { connection });
		expect(outputs[0].map(({ json }) => json)).toEqual([expect.objectContaining(item(given))]);
	});

	test("of another member's post are asked for, and LinkedIn's refusal is told", async () => {
		const { error } = await run(parameters(commented('cleo')), { connection });
		expect(error).toMatchObject({ httpCode: '403' });
		expect(asked()).toEqual([endpoint]);
	});

	test('are not asked for with the right to publish alone', async () => {
		const { error } = await run(parameters(commented('ada')), {
			connection: { scopes: ['r_basicprofile', 'w_member_social'] },
		});
		expect(error?.message).toMatch(/lacks the scope w_member_social_feed or /);
		expect(asked()).toEqual([]);
	});
});

test('a reaction that nobody set is told as one that LinkedIn does not find', async () => {
	const { post } = commented('ada');
	const { error } = await run(
		{ resource: 'reaction', operation: 'get', entity: post, reactor: ME },
		{ connection },
	);
	expect(error).toMatchObject({ httpCode: '404' });
	expect(error?.message).toMatch(/^LinkedIn found nothing there/);
});

/** LinkedIn's message if the app's product or tier lacks the resource. */
const notOffered = (restliMethod: string): Fault => ({
	match: { restliMethod },
	times: Infinity,
	effect: { status: 404, body: { status: 404, message: 'No virtual resource found' } },
});

test('comments that the tier of the app does not offer are no empty list', async () => {
	simulator.faults.add(notOffered('GET_ALL'));
	const { post } = commented('ada');
	const { error } = await run({ resource: 'comment', operation: 'getMany', entity: post }, { connection });
	expect(error?.message).toMatch(/^LinkedIn doesn't offer this to the app of this connection/);
});

describe('a write as me whose answer is lost', () => {
	const write = async (parameters: INodeParameters) => {
		const { outputs } = await run(parameters, { connection, onError: 'continueErrorOutput' });
		return { item: outputs[0]?.[0]?.json, failed: outputs[1]?.[0]?.json };
	};
	const comment = (post: string) => ({
		resource: 'comment',
		operation: 'create',
		targetPost: post,
		actor: ME,
		text: 'Once',
	});
	const mine = () => comments().filter(({ text }) => text === 'Once');

	test('a comment under my own post is found and not sent again', async () => {
		const { post } = commented('ada');
		simulator.faults.add(faults.resetAfterHandling(CREATE));
		const { item } = await write(comment(post));
		expect(item).toMatchObject({ deduplicated: true, urn: mine()[0].urn });
		expect([creates(), mine()].map(({ length }) => length)).toEqual([1, 1]);
	});

	test('a comment that was lost on the way there is sent once more', async () => {
		const { post } = commented('ada');
		simulator.faults.add(faults.reset(CREATE));
		const { item } = await write(comment(post));
		expect(item).toMatchObject({ urn: mine()[0].urn });
		expect(mine()).toHaveLength(1);
	});

	test('a comment where LinkedIn shows none has an unknown outcome', async () => {
		const { post } = commented('cleo');
		simulator.faults.add(faults.resetAfterHandling(CREATE));
		const { failed } = await write(comment(post));
		expect(detailsOf(failed).code).toBe('OUTCOME_UNKNOWN');
		expect([creates(), mine()].map(({ length }) => length)).toEqual([1, 1]);
	});

	test('a comment where LinkedIn offers no reading of comments has an unknown outcome', async () => {
		const { post } = commented('ada');
		simulator.faults.add(faults.resetAfterHandling(CREATE));
		simulator.faults.add(notOffered('GET_ALL'));
		const { failed } = await write(comment(post));
		expect(detailsOf(failed).code).toBe('OUTCOME_UNKNOWN');
		expect(creates()).toHaveLength(1);
	});

	test('a reaction under my own post is found and not sent again', async () => {
		const { post } = commented('ada');
		simulator.faults.add(faults.resetAfterHandling(CREATE));
		const { item } = await write({
			resource: 'reaction',
			operation: 'create',
			entity: post,
			reactor: ME,
			reactionType: 'LIKE',
		});
		expect(item).toMatchObject({ reactionType: 'LIKE' });
		expect(creates()).toHaveLength(1);
		expect(asked()).toEqual(['CREATE /rest/reactions', 'BATCH_GET /rest/reactions']);
	});
});
