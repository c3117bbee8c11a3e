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
	ME,
	posts,
	run,
	SELF_SERVE,
	simulateForEachTest,
	simulator,
	thread,
} from './countedWrites';
import { detailsOf } from './errorOutput';

/** The answer to a write is lost: what was created is found, and nothing is created twice. */

passTimeBySleeping();

simulateForEachTest();

interface Kind {
	name: string;
	connection?: ConnectionOptions;
	parameters: () => INodeParameters;
	made: () => unknown[];
	/** The result if LinkedIn did it but the answer was lost, and if LinkedIn did nothing. */
	done: 'deduplicated' | 'unknown';
	notDone: 'made' | 'unknown';
}

const KINDS: Kind[] = [
	{
		name: 'a post of a page whose posts may be read',
		parameters: () => createPost(ACME, 'Once (only) #once'),
		made: posts,
		done: 'deduplicated',
		notDone: 'made',
	},
	{
		name: 'a post of a page without the scope to read it',
		connection: { scopes: ['w_organization_social'] },
		parameters: () => createPost(ACME, 'Once'),
		made: posts,
		done: 'deduplicated',
		notDone: 'made',
	},
	{
		name: 'a post of a self-serve member',
		connection: SELF_SERVE,
		parameters: () => createPost(ME, 'Once'),
		made: posts,
		done: 'deduplicated',
		notDone: 'made',
	},
	{
		name: 'a reshare without text, which LinkedIn would take twice',
		parameters: () =>
			createPost(ACME, '', {
				contentType: 'reshare',
				reshareOf: simulator.state.findPost(thread.post)?.urn ?? '',
			}),
		made: posts,
		done: 'unknown',
		notDone: 'unknown',
	},
	{
		name: 'a comment of a page',
		parameters: () => ({
			resource: 'comment',
			operation: 'create',
			targetPost: thread.post,
			actor: { ...ACME, value: '5583111' },
			text: 'Once',
		}),
		made: comments,
		done: 'deduplicated',
		notDone: 'made',
	},
	{
		name: 'a reply of a page',
		parameters: () => ({
			resource: 'comment',
			operation: 'reply',
			comment: thread.comment,
			actor: { ...ACME, value: '5583111' },
			text: 'Once',
		}),
		made: comments,
		done: 'deduplicated',
		notDone: 'made',
	},
	{
		name: 'a comment of a self-serve member, who may not look',
		connection: SELF_SERVE,
		parameters: () => ({
			resource: 'comment',
			operation: 'create',
			targetPost: thread.post,
			actor: ME,
			text: 'Once',
		}),
		made: comments,
		done: 'unknown',
		notDone: 'unknown',
	},
	{
		name: 'an API call that creates, of which nothing is known',
		parameters: () => ({
			resource: 'api',
			operation: 'call',
			method: 'CREATE',
			path: '/rest/posts',
			body: JSON.stringify({
				author: 'urn:li:organization:2414183',
				commentary: 'Once',
				visibility: 'PUBLIC',
				distribution: { feedDistribution: 'MAIN_FEED' },
				lifecycleState: 'PUBLISHED',
			}),
		}),
		made: posts,
		done: 'unknown',
		notDone: 'unknown',
	},
];

const LOST: Array<{ name: string; fault: () => Fault; isDone: boolean }> = [
	{
		name: 'the connection breaks after it was done',
		fault: () => faults.resetAfterHandling(CREATE),
		isDone: true,
	},
	{ name: 'the connection breaks before it is done', fault: () => faults.reset(CREATE), isDone: false },
	{ name: 'a 500 after it was done', fault: () => faults.serverErrorAfterHandling(CREATE), isDone: true },
	{ name: 'a 503 before it is done', fault: () => faults.unavailable(CREATE), isDone: false },
	{
		name: 'a 504 after it was done',
		fault: () => ({ ...faults.gatewayTimeout(CREATE), afterHandling: true }),
		isDone: true,
	},
	{
		name: 'a 408 after it was done',
		fault: () => ({ ...faults.timeout(CREATE), afterHandling: true }),
		isDone: true,
	},
	{
		name: 'a web page of a gateway after it was done',
		fault: () => ({ ...faults.html(CREATE, 502), afterHandling: true }),
		isDone: true,
	},
	{
		name: 'no answer within the timeout after it was done',
		fault: () => ({ ...faults.hang(CREATE), afterHandling: true }),
		isDone: true,
	},
];

describe.each(KINDS)('$name', (kind) => {
	test.each(LOST)('$name', async ({ fault, isDone }) => {
		simulator.faults.add(fault());
		const { outputs } = await run(
			{ ...kind.parameters(), requestOptions: { timeout: 500 } },
			{ connection: kind.connection, onError: 'continueErrorOutput', retryOnFail: true, maxTries: 3 },
		);
		const outcome = isDone ? kind.done : kind.notDone;
		const expected = outcome === 'unknown' && !isDone ? 0 : 1;
		expect(kind.made()).toHaveLength(expected);
		const [[item], [failed]] = [outputs[0] ?? [], outputs[1] ?? []];
		if (outcome === 'unknown') {
			expect(failed.json.error).toMatch(/^The outcome is unknown/);
			expect(detailsOf(failed.json)).toMatchObject({
				code: 'OUTCOME_UNKNOWN',
				advice: expect.stringContaining('Check LinkedIn before you run it again'),
			});
			expect(creates()).toHaveLength(1);
		} else {
			expect(failed).toBeUndefined();
			expect(item.json.deduplicated).toBe(outcome === 'deduplicated');
			expect((kind.made() as Array<{ urn: string }>)[0].urn).toBe(item.json.urn);
		}
	});
});

const shownAs = (change: (post: { commentary: string }) => object): Fault => ({
	match: { restliMethod: 'FINDER', path: /posts/ },
	times: Infinity,
	effect: 'pass',
	spoils: {
		body: (body) => {
			const page = body as { elements: Array<{ commentary: string }> };
			return { ...page, elements: page.elements.map(change) };
		},
	},
});

test.each<[string, number, (text: string) => string]>([
	['with white space of its own', 0, (text) => text.replaceAll('\r\n', '\n').replace('  ', ' ').trim()],
	['decomposed', 0, (text) => text.normalize('NFD')],
	['fifteen minutes ahead of this machine', 15, (text) => text],
	['fifteen minutes behind this machine', -15, (text) => text],
])('a post is found, and not sent again, where LinkedIn shows it %s', async (_how, minutes, change) => {
	simulator.clock.advance(minutes * 60_000);
	simulator.faults.add(shownAs((post) => ({ ...post, commentary: change(post.commentary) })));
	simulator.faults.add(faults.resetAfterHandling(CREATE));
	const { outputs } = await run(createPost(ACME, 'Cr\u00e8me  br\u00fbl\u00e9e\r\nfor all '));
	expect(creates()).toHaveLength(1);
	expect(outputs[0][0].json).toMatchObject({ deduplicated: true, urn: posts()[0].urn });
});

test('a post whose second answer is lost too is made once, and the outcome is unknown', async () => {
	simulator.faults.add(faults.serverErrorAfterHandling(CREATE));
	simulator.faults.add(faults.serverError(CREATE));
	const { error } = await run(createPost(ME, 'Once'), { connection: SELF_SERVE, retryOnFail: true });
	expect(posts()).toHaveLength(1);
	expect(creates()).toHaveLength(2);
	expect(error?.message).toMatch(/^The outcome is unknown/);
});

test('a first comment whose answer is lost is written once', async () => {
	simulator.faults.add(faults.resetAfterHandling({ match: { restliMethod: 'CREATE', path: /comments/ } }));
	const { outputs } = await run(createPost(ACME, 'Hello', { additionalFields: { firstComment: 'Link' } }));
	expect(comments().map(({ text }) => text)).toEqual(['Link']);
	expect(outputs[0][0].json.firstComment).toEqual({ urn: comments()[0].urn, error: null });
});

test('a post that was found again still gets its first comment', async () => {
	simulator.faults.add(faults.resetAfterHandling({ match: { restliMethod: 'CREATE', path: /posts/ } }));
	const { outputs } = await run(createPost(ACME, 'Hello', { additionalFields: { firstComment: 'Link' } }));
	expect(posts()).toHaveLength(1);
	expect(comments()).toHaveLength(1);
	expect(outputs[0][0].json).toMatchObject({ deduplicated: true, firstComment: { error: null } });
});
