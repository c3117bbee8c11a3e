import type { IDataObject, INodeParameters } from 'n8n-workflow';

import { connectTo, type ConnectionOptions } from '../../engine/connection';
import { line } from '../../engine/host';
import { runNode, type RunOptions, type RunResult } from '../../engine/run';
import { faults, startSimulator, type Fault, type Simulator } from '../../simulator';

/** Nothing is made twice: counted at the simulator, whatever gets lost on the way and however often n8n tries. */

const ACME = { __rl: true, mode: 'id', value: '2414183' };
const FOREIGN = { __rl: true, mode: 'id', value: '9999001' };
const ME = { __rl: true, mode: 'list', value: 'me' };
const SELF_SERVE: ConnectionOptions = {
	app: 'self-serve-app',
	member: 'bob',
	scopes: ['openid', 'profile', 'w_member_social'],
};

let simulator: Simulator;
let thread: { post: string; comment: string };
let runs = 0;

beforeEach(async () => {
	simulator = await startSimulator();
	const createdAt = Date.now() - 3_600_000;
	const post = simulator.state.addPost({ author: '5583111', text: 'The thread', createdAt });
	simulator.state.setRole('ada', '5583111', 'ADMINISTRATOR');
	const comment = simulator.state.addComment({ post: post.urn, actor: 'cleo', text: 'First', createdAt });
	thread = { post: post.activity, comment: comment.urn };
});
afterEach(async () => await simulator.close());

/** What this test made: the thread's own post and comment do not count. */
const posts = () => simulator.state.posts().filter(({ activity }) => activity !== thread.post);
const comments = () => simulator.state.comments().filter(({ urn }) => urn !== thread.comment);
const creates = () => simulator.requests.filter(({ restliMethod }) => restliMethod === 'CREATE');

async function run(
	parameters: INodeParameters,
	{ connection = {}, ...more }: Partial<RunOptions> & { connection?: ConnectionOptions } = {},
): Promise<RunResult> {
	return await runNode({
		node: 'linkedInCommunity',
		parameters: { authentication: connection.authentication ?? 'oAuth2', ...parameters },
		credentials: { ...connectTo(simulator, connection), name: `never twice ${(runs += 1)}` },
		...more,
	});
}

/** What the error output keeps on this line: 1.x holds the details in `message`, 2.x beside it. */
const detailsOf = (json: IDataObject) => (line === 1 ? json.message : json.details) as IDataObject;

const createPost = (author: INodeParameters, text: string, more: INodeParameters = {}): INodeParameters => ({
	resource: 'post',
	operation: 'create',
	author,
	text,
	...more,
});

interface Kind {
	name: string;
	connection?: ConnectionOptions;
	parameters: () => INodeParameters;
	made: () => unknown[];
	/** What becomes of it when LinkedIn did it and the answer was lost, and when LinkedIn did nothing. */
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
			post: thread.post,
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
			post: thread.post,
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

const CREATE = { match: { restliMethod: 'CREATE' } };

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
				advice: expect.stringContaining('Look at LinkedIn before you run it again'),
			});
			expect(creates()).toHaveLength(1);
		} else {
			expect(failed).toBeUndefined();
			expect(item.json.deduplicated).toBe(outcome === 'deduplicated');
			expect((kind.made() as Array<{ urn: string }>)[0].urn).toBe(item.json.urn);
		}
	});
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

describe('a write that changes nothing when it is repeated is repeated', () => {
	test('the update of a post', async () => {
		const post = simulator.state.addPost({ author: '2414183', text: 'Old' });
		simulator.faults.add(faults.resetAfterHandling({ match: { restliMethod: 'PARTIAL_UPDATE' } }));
		const { error } = await run({
			resource: 'post',
			operation: 'update',
			post: post.urn,
			updateFields: { text: 'New' },
		});
		expect(error).toBeUndefined();
		expect(post.parts).toEqual([{ kind: 'text', text: 'New' }]);
	});

	test('the deletion of a comment, whose 404 then counts as done', async () => {
		simulator.faults.add(faults.resetAfterHandling({ match: { restliMethod: 'DELETE' } }));
		const { error, outputs } = await run({
			resource: 'comment',
			operation: 'delete',
			comment: thread.comment,
			actor: { ...ACME, value: '5583111' },
		});
		expect(error).toBeUndefined();
		expect(outputs[0][0].json).toMatchObject({ deleted: true });
		expect(simulator.requests.map(({ status }) => status)).toEqual([0, 404]);
	});
});

describe('a refused write is sent again', () => {
	test.each([
		['a short throttle', faults.tooManyRequests],
		['a write conflict', faults.conflict],
	])('%s, then success', async (_name, fault) => {
		simulator.faults.add(fault(CREATE));
		const { outputs } = await run(createPost(ACME, 'Once'));
		expect(posts()).toHaveLength(1);
		expect(outputs[0][0].json).toMatchObject({ urn: posts()[0].urn, deduplicated: false });
		expect(simulator.requests.map(({ status }) => status)).toEqual([429, 201].map(expectStatus(fault)));
	});

	test('the throttle of comments, then success', async () => {
		simulator.faults.add(faults.commentThrottle(CREATE));
		const { error } = await run({
			resource: 'comment',
			operation: 'create',
			post: thread.post,
			actor: { ...ACME, value: '5583111' },
			text: 'Once',
		});
		expect(error).toBeUndefined();
		expect(comments()).toHaveLength(1);
		expect(creates()).toHaveLength(2);
	});

	test('until Max Wait is over', async () => {
		simulator.faults.add(faults.tooManyRequests({ ...CREATE, times: Infinity }));
		const { error } = await run(createPost(ACME, 'Never', { options: { maxWait: 0 } }));
		expect(error?.message).toMatch(/^LinkedIn is throttling this connection: /);
		expect(error?.description).toMatch(/raise Max Wait/);
		expect(creates()).toHaveLength(1);
	});

	test('after the time that LinkedIn names', async () => {
		simulator.faults.add({
			...CREATE,
			effect: { status: 429, body: { status: 429 }, headers: { 'retry-after': '1' } },
		});
		await run(createPost(ACME, 'Once'));
		const [refused, made] = creates().map(({ at }) => at);
		expect(made - refused).toBeGreaterThanOrEqual(990);
	});
});

/** The first answer is the fault's own. */
function expectStatus(fault: typeof faults.conflict) {
	const { effect } = fault();
	return (status: number, index: number) =>
		index === 0 && typeof effect === 'object' ? effect.status : status;
}

describe('Retry On Fail runs the whole node again', () => {
	const items = [{ text: 'One' }, { text: 'Two' }, { text: 'Three' }];

	test('stop mode: what was written is not written again, and all three stand once', async () => {
		simulator.faults.add(faults.accessDenied({ ...CREATE, after: 1 }));
		const { outputs, error } = await run(createPost(ACME, '={{ $json.text }}'), {
			items,
			retryOnFail: true,
			maxTries: 3,
		});
		expect(error).toBeUndefined();
		expect(outputs[0].map(({ json }) => json.text)).toEqual(['One', 'Two', 'Three']);
		expect(posts()).toHaveLength(3);
		expect(new Set(outputs[0].map(({ json }) => json.urn))).toEqual(new Set(posts().map(({ urn }) => urn)));
		expect(creates()).toHaveLength(4);
	});

	test('stop mode with an item that fails for good: the ones behind it are never sent', async () => {
		const { error } = await run(createPost('={{ $json.author }}' as never, '={{ $json.text }}'), {
			items: [
				{ text: 'One', author: ACME },
				{ text: 'Two', author: FOREIGN },
				{ text: 'Three', author: ACME },
				{ text: 'Four', author: ACME },
			],
			retryOnFail: true,
			maxTries: 3,
		});
		expect(posts().map(({ parts }) => parts[0])).toEqual([{ kind: 'text', text: 'One' }]);
		expect(creates().map(({ status }) => status)).toEqual([201, 403, 403, 403]);
		expect(error?.description).toContain(`Written: item 0 → ${posts()[0].urn}.`);
		expect(error?.description).toContain('Not written: item 1 (failed), item 2, item 3.');
	});

	test('on the error output with a bad first item: the good ones are written once', async () => {
		const { outputs } = await run(createPost('={{ $json.author }}' as never, '={{ $json.text }}'), {
			items: [
				{ text: 'One', author: FOREIGN },
				{ text: 'Two', author: ACME },
				{ text: 'Three', author: ACME },
			],
			onError: 'continueErrorOutput',
			retryOnFail: true,
			maxTries: 3,
		});
		expect(posts()).toHaveLength(2);
		expect(creates().filter(({ status }) => status === 201)).toHaveLength(2);
		expect(outputs[0].map(({ json }) => json.text)).toEqual(['Two', 'Three']);
		expect(outputs[1]).toHaveLength(1);
	});

	test('on the error output with a bad item in the middle: nothing is written twice', async () => {
		const { outputs } = await run(createPost('={{ $json.author }}' as never, '={{ $json.text }}'), {
			items: [
				{ text: 'One', author: ACME },
				{ text: 'Two', author: FOREIGN },
				{ text: 'Three', author: ACME },
			],
			onError: 'continueErrorOutput',
			retryOnFail: true,
			maxTries: 3,
		});
		expect(posts()).toHaveLength(2);
		expect(creates().filter(({ status }) => status === 201)).toHaveLength(2);
		expect(outputs.map((output) => output.length)).toEqual([2, 1]);
	});

	test('a comment of unknown outcome is not tried again', async () => {
		simulator.faults.add(faults.resetAfterHandling(CREATE));
		const { error } = await run(
			{ resource: 'comment', operation: 'create', post: thread.post, actor: ME, text: '={{ $json.text }}' },
			{ connection: SELF_SERVE, items, retryOnFail: true, maxTries: 3 },
		);
		expect(error?.message).toMatch(/^The outcome is unknown/);
		expect(comments()).toHaveLength(1);
		expect(creates()).toHaveLength(1);
	});
});

test('stop mode without Retry On Fail: after the first failure the waiting writes are unsent', async () => {
	simulator.faults.add(faults.accessDenied({ ...CREATE, after: 2 }));
	const { error } = await run(createPost(ACME, '={{ $json.text }}'), {
		items: Array.from({ length: 10 }, (_, index) => ({ text: `Number ${index}` })),
	});
	expect(creates().map(({ status }) => status)).toEqual([201, 201, 403]);
	expect(error?.context).toMatchObject({ itemIndex: 2 });
});

describe('the quota of the day', () => {
	const items = [{ text: 'One' }, { text: 'Two' }, { text: 'Three' }, { text: 'Four' }];
	const midnight = () => new Date(Math.ceil((Date.now() + 1) / 86_400_000) * 86_400_000).toISOString();

	test.each([
		['of the member', faults.dailyLimit],
		['in the words of LinkedIn’s own client', faults.quotaExceeded],
	])(
		'%s: one refusal, and the rest fails unsent with the time from which it works again',
		async (_name, fault) => {
			simulator.faults.add(fault({ ...CREATE, after: 1, times: Infinity }));
			const { outputs } = await run(createPost(ACME, '={{ $json.text }}'), {
				items,
				onError: 'continueErrorOutput',
			});
			expect(posts()).toHaveLength(1);
			expect(creates().map(({ status }) => status)).toEqual([201, 429]);
			expect(outputs[0]).toHaveLength(1);
			expect(outputs[1].map(({ json }) => detailsOf(json))).toEqual(
				Array.from({ length: 3 }, () => expect.objectContaining({ status: 429, retryAt: midnight() })),
			);
			for (const { json } of outputs[1]) expect(json.error).toMatch(/quota of the day is used up/);
		},
	);

	test('of the application holds for every credential of the same client id', async () => {
		simulator.state.addApp({
			clientId: 'quota-app',
			clientSecret: 'quota-secret',
			products: ['communityManagement'],
			redirectUris: [/./],
		});
		simulator.state.quotas.limit('CREATE /rest/posts', { application: 1 });
		const connection: ConnectionOptions = { app: 'quota-app' };
		await run(createPost(ACME, '={{ $json.text }}'), { connection, items, onError: 'continueErrorOutput' });
		expect(creates().map(({ status }) => status)).toEqual([201, 429]);
		const { error } = await run(createPost(ACME, 'Five'), { connection });
		expect(creates()).toHaveLength(2);
		expect(error?.message).toMatch(/quota of the day is used up/);
		expect(error?.description).toContain(midnight());
	});

	test('in stop mode the error says what was written and when it works again', async () => {
		simulator.faults.add(faults.dailyLimit({ ...CREATE, after: 1, times: Infinity }));
		const { error } = await run(createPost(ACME, '={{ $json.text }}'), {
			items,
			retryOnFail: true,
			maxTries: 3,
		});
		expect(creates().map(({ status }) => status)).toEqual([201, 429]);
		expect(error?.description).toContain(midnight());
		expect(error?.description).toContain('Not written: item 1 (failed), item 2, item 3.');
	});
});
