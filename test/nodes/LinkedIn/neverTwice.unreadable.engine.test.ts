import type { INodeParameters } from 'n8n-workflow';

import { passTimeBySleeping } from '../../conformance/time';
import type { ConnectionOptions } from '../../engine/connection';
import { faults, type Fault } from '../../simulator';
import {
	ACME,
	comments,
	CREATE,
	createPost,
	creates,
	posts,
	run,
	simulateForEachTest,
	simulator,
	thread,
} from './countedWrites';

/**
 * A create that LinkedIn answered is written once, and the item says what is known about it, even if the answer can't
 * be read.
 */

passTimeBySleeping();

simulateForEachTest();

const PAGE = { ...ACME, value: '5583111' };
const RETRY = { retryOnFail: true, maxTries: 3 };
const NO_ID = expect.stringMatching(/^Created, but LinkedIn didn't return its ID/) as string;

const comment = (text = 'Once'): INodeParameters => ({
	resource: 'comment',
	operation: 'create',
	targetPost: thread.post,
	actor: PAGE,
	text,
});
const reply = (): INodeParameters => ({
	resource: 'comment',
	operation: 'reply',
	comment: thread.comment,
	actor: PAGE,
	text: 'Once',
});

test('a head that nobody can read may say success, so nothing is sent again', async () => {
	simulator.faults.add(faults.garbledHead(CREATE));
	// Without the scope to look it up, a lost answer would cause another attempt.
	const connection = { scopes: ['w_organization_social'] };
	const { error } = await run(createPost(ACME, 'Once'), { connection, ...RETRY });
	expect(error?.message).toMatch(/^The outcome is unknown/);
	expect(posts()).toHaveLength(1);
	expect(creates()).toHaveLength(1);
});

describe('the head of an answer came, and its body did not', () => {
	const cuts: Array<[string, () => Fault]> = [
		['cut in the body', () => faults.cutBody(CREATE)],
		['cut behind the head', () => faults.cutBody(CREATE, 0)],
		['gzip that is none', () => faults.brokenGzip(CREATE)],
	];
	const connections: Array<[string, ConnectionOptions]> = [
		['OAuth2', {}],
		['a token', { authentication: 'accessToken' }],
	];

	describe.each(connections)('with %s', (_with, connection) => {
		test.each(cuts)('(%s) a post is written once, by the id of the head', async (_what, fault) => {
			simulator.faults.add(fault());
			const { outputs, error } = await run(createPost(ACME, 'Once'), { connection, ...RETRY });
			expect(error).toBeUndefined();
			expect(posts()).toHaveLength(1);
			expect(creates()).toHaveLength(1);
			expect(outputs[0][0].json).toMatchObject({ urn: posts()[0].urn });
			expect(outputs[0][0].json).not.toHaveProperty('notice');
		});
	});

	test.each(['reset', 'silence'] as const)('(%s in the body) a comment is written once', async (by) => {
		simulator.faults.add(faults.breakBody(by, CREATE));
		const { outputs } = await run({ ...comment(), requestOptions: { timeout: 500 } }, RETRY);
		expect([comments().length, creates().length]).toEqual([1, 1]);
		expect(outputs[0][0].json).toMatchObject({ urn: comments()[0].urn, text: 'Once', deduplicated: false });
	});

	test('(reset in the body) with a token a post is written once, by the id of the head', async () => {
		simulator.faults.add(faults.breakBody('reset', CREATE));
		const { outputs } = await run(createPost(ACME, 'Once'), {
			connection: { authentication: 'accessToken' },
			...RETRY,
		});
		expect(posts()).toHaveLength(1);
		expect(outputs[0][0].json).toMatchObject({ urn: posts()[0].urn, deduplicated: false });
	});
});

const UNNAMED: Array<[string, () => Fault]> = [
	['201 without an id', () => faults.withoutId(CREATE)],
	['202 without an id', () => faults.withoutId(CREATE, 202)],
	['204', () => faults.withoutId(CREATE, 204)],
	['truncated JSON', () => faults.truncatedJson(CREATE)],
	['303', () => faults.redirect(CREATE)],
	['an odd id', () => faults.oddMembers({ id: { a: 1 }, commentUrn: 7, $URN: null }, CREATE)],
];

describe.each(UNNAMED)('%s', (_what, fault) => {
	beforeEach(() => simulator.faults.add(fault()));

	test('a post', async () => {
		const { outputs, error } = await run(createPost(ACME, 'Once'), RETRY);
		expect(error).toBeUndefined();
		expect(outputs[0][0].json).toMatchObject({
			urn: null,
			url: null,
			deduplicated: false,
			author: 'urn:li:organization:2414183',
			text: 'Once',
			notice: NO_ID,
		});
		expect([posts().length, creates().length]).toEqual([1, 1]);
	});

	test.each([
		['a comment', comment, null],
		['a reply', reply, true],
	] as const)('%s', async (_kind, parameters, isReply) => {
		const { outputs, error } = await run(parameters(), RETRY);
		expect(error).toBeUndefined();
		expect(outputs[0][0].json).toMatchObject({
			urn: null,
			url: null,
			id: null,
			text: 'Once',
			author: 'urn:li:organization:5583111',
			post: thread.post,
			postUrl: `https://www.linkedin.com/feed/update/${thread.post}`,
			parent: isReply && thread.comment,
			deduplicated: false,
			notice: NO_ID,
		});
		expect([comments().length, creates().length]).toEqual([1, 1]);
	});

	test('a reaction, which is named by who and what, misses nothing', async () => {
		const { outputs } = await run(
			{ resource: 'reaction', operation: 'create', entity: thread.post, reactionType: 'LIKE', reactor: PAGE },
			RETRY,
		);
		expect(outputs[0][0].json).toMatchObject({
			urn: `urn:li:reaction:(urn:li:organization:5583111,${thread.post})`,
			outcome: 'created',
		});
		expect(outputs[0][0].json).not.toHaveProperty('notice');
		expect(creates()).toHaveLength(1);
	});

	test('an API call', async () => {
		const body = {
			author: 'urn:li:organization:2414183',
			commentary: 'Once',
			visibility: 'PUBLIC',
			distribution: { feedDistribution: 'MAIN_FEED' },
			lifecycleState: 'PUBLISHED',
		};
		const { outputs } = await run(
			{
				resource: 'api',
				operation: 'call',
				method: 'CREATE',
				path: '/rest/posts',
				body: JSON.stringify(body),
			},
			RETRY,
		);
		expect(outputs[0][0].json).toMatchObject({ id: null, urn: null, url: null, notice: NO_ID });
		expect([posts().length, creates().length]).toEqual([1, 1]);
	});
});

test.each<[string, () => Fault]>([
	['redirect (status 302)', () => faults.redirect(CREATE, 302, 'https://login.example/')],
	['web page (status 200)', () => faults.pageInstead(CREATE)],
])(
	'a %s is no answer of LinkedIn: the outcome is unknown, and it is not tried again',
	async (what, fault) => {
		simulator.faults.add(fault());
		const { error } = await run(comment(), RETRY);
		expect(error?.message).toMatch(/^The outcome is unknown: /);
		expect(error?.message).toContain(`was a ${what}`);
		expect(error?.description).toMatch(/a proxy, a gateway or a wrong API host/);
		expect([comments().length, creates().length]).toEqual([1, 1]);
	},
);

test('the Location of a 303 names what was made', async () => {
	simulator.faults.add(faults.redirect(CREATE, 303, '/rest/posts/urn%3Ali%3Ashare%3A7045020441609936898'));
	const { outputs } = await run(createPost(ACME, 'Once'), RETRY);
	expect(outputs[0][0].json).toMatchObject({ urn: 'urn:li:share:7045020441609936898' });
	expect(outputs[0][0].json).not.toHaveProperty('notice');
});

describe('a first comment', () => {
	const withComment = () => createPost(ACME, 'Hello', { additionalFields: { firstComment: 'Link' } });

	test('is left out under a post without an id, and says so', async () => {
		simulator.faults.add(faults.withoutId(CREATE));
		const { outputs } = await run(withComment(), RETRY);
		expect(outputs[0][0].json).toMatchObject({
			urn: null,
			notice: NO_ID,
			firstComment: { urn: null, error: expect.stringContaining("didn't return the post's ID") },
		});
		expect([posts().length, comments().length]).toEqual([1, 0]);
	});

	test.each(UNNAMED)('gets no made-up URN after %s', async (_what, fault) => {
		simulator.faults.add({ ...fault(), match: { restliMethod: 'CREATE', path: /comments/ } });
		const { outputs } = await run(withComment(), RETRY);
		expect(outputs[0][0].json).toMatchObject({
			urn: posts()[0].urn,
			firstComment: { urn: null, error: null, notice: NO_ID },
		});
		expect([posts().length, comments().length]).toEqual([1, 1]);
	});
});

test('in stop mode the list of what was written has the one without an id', async () => {
	simulator.faults.add(faults.withoutId(CREATE));
	const { error } = await run(createPost('={{ $json.author }}' as never, '={{ $json.text }}'), {
		items: [
			{ text: 'One', author: ACME },
			{ text: 'Two', author: { ...ACME, value: '9999001' } },
		],
		...RETRY,
	});
	expect(error?.description).toContain('Written: item 0 → done. Not written: item 1 (failed).');
	expect(posts()).toHaveLength(1);
});

describe('a lost answer, and a refusal of the one more send: unknown, and nothing more is sent', () => {
	const refusals: Array<[string, () => Fault]> = [
		['403', () => faults.accessDenied(CREATE)],
		// For a reply this may mean another address, and under a new post that it's too early.
		['404', () => faults.notFound(CREATE)],
	];

	test.each(refusals)('(%s) of a reply', async (_status, refusal) => {
		simulator.faults.add(faults.reset(CREATE));
		simulator.faults.add(refusal());
		const { error } = await run(reply(), RETRY);
		expect(error?.message).toMatch(/^The outcome is unknown.* Sent once more, it failed: /);
		expect([comments().length, creates().length]).toEqual([0, 2]);
	});

	test.each(refusals)('(%s) of a first comment', async (_status, refusal) => {
		const comment = { match: { restliMethod: 'CREATE', path: /comments/ } };
		simulator.faults.add({ ...faults.reset(), ...comment });
		simulator.faults.add({ ...refusal(), ...comment });
		const { outputs } = await run(
			createPost(ACME, 'Hello', { additionalFields: { firstComment: 'Link' } }),
			RETRY,
		);
		expect(outputs[0][0].json.firstComment).toEqual({
			urn: null,
			error: expect.stringMatching(/^The outcome is unknown/),
		});
		expect([posts().length, creates().length]).toEqual([1, 3]);
	});
});
