import type { INodeParameters } from 'n8n-workflow';

import { passTimeBySleeping } from '../../conformance/time';
import { faults, type Fault } from '../../simulator';
import {
	ACME,
	comments,
	CREATE,
	creates,
	ME,
	run,
	SELF_SERVE,
	simulateForEachTest,
	simulator,
	thread,
} from './countedWrites';
import { detailsOf } from './errorOutput';

/** Sending a comment twice creates a duplicate, so it's looked up first, and not sent again if that is inconclusive. */

passTimeBySleeping();

simulateForEachTest();

const PAGE = { ...ACME, value: '5583111' };
const PAGE_URN = 'urn:li:organization:5583111';
const MINUTE_MS = 60_000;
const TEXT = 'Once  only:\r\nCre\u0300me\u00a0br\u00fbl\u00e9e ';

const comment = (more: INodeParameters = {}) => ({
	resource: 'comment',
	operation: 'create',
	targetPost: thread.post,
	actor: PAGE,
	text: TEXT,
	...more,
});
const reply = () => comment({ operation: 'reply', comment: thread.comment });
const KINDS: Array<[string, () => INodeParameters]> = [
	['a comment', comment],
	['a reply', reply],
];

const runOnce = async (parameters: INodeParameters, connection = {}) => {
	const { outputs } = await run(parameters, {
		connection,
		onError: 'continueErrorOutput',
		retryOnFail: true,
		maxTries: 3,
	});
	return { item: outputs[0]?.[0]?.json, failed: outputs[1]?.[0]?.json };
};

type Element = { message: { text: string }; created: { time: number }; actor?: string };
/** LinkedIn's own list with other elements. */
const showing = (change: (element: Element) => unknown): Fault => ({
	match: { restliMethod: 'GET_ALL', path: /comments/ },
	times: Infinity,
	effect: 'pass',
	spoils: {
		body: (body) => {
			const page = body as { elements: Element[] };
			return { ...page, elements: page.elements.map(change).filter((one) => one !== undefined) };
		},
	},
});
const withText = (change: (text: string) => string) =>
	showing((one) => ({ ...one, message: { ...one.message, text: change(one.message.text) } }));

describe.each(KINDS)('%s whose answer was lost', (_kind, parameters) => {
	/** Done by LinkedIn, unless the request was lost. */
	const lose = (isDone = true) =>
		simulator.faults.add(isDone ? faults.resetAfterHandling(CREATE) : faults.reset(CREATE));

	test.each<[string, (text: string) => string]>([
		['cut at the ends', (text) => text.trim()],
		['with line ends of its own', (text) => text.replaceAll('\r\n', '\n')],
		['with plain blanks', (text) => text.replaceAll('\u00a0', ' ')],
		['without double blanks', (text) => text.replace('  ', ' ')],
		['composed', (text) => text.normalize('NFC')],
		['decomposed', (text) => text.normalize('NFD')],
	])('is found where LinkedIn shows its text %s', async (_how, change) => {
		simulator.faults.add(withText(change));
		lose();
		const { item } = await runOnce(parameters());
		expect(creates()).toHaveLength(1);
		expect(item).toMatchObject({ deduplicated: true, urn: comments()[0].urn });
	});

	test('is found behind pages that LinkedIn does not fill', async () => {
		const parent = parameters().operation === 'reply' ? thread.comment : undefined;
		const createdAt = Date.now() - 60 * MINUTE_MS;
		for (let made = 0; made < 250; made += 1)
			simulator.state.addComment({ post: thread.post, parent, actor: 'cleo', text: `${made}`, createdAt });
		simulator.state.commentOrder = 'oldestFirst';
		simulator.state.listManners = [
			{ path: /comments/, hides: (place) => place % 25 === 7, links: 'none', total: 'none' },
		];
		lose();
		const { item } = await runOnce(parameters());
		expect(creates()).toHaveLength(1);
		expect(item).toMatchObject({ deduplicated: true });
	});

	test.each([1, 2])('is found where LinkedIn does not show it for %d looks', async (times) => {
		simulator.faults.add({ ...showing(() => undefined), times });
		lose();
		const { item } = await runOnce(parameters());
		expect(creates()).toHaveLength(1);
		expect(item).toMatchObject({ deduplicated: true, urn: comments()[0].urn });
	});

	test('is not sent again where LinkedIn shows no comments, which may be hidden', async () => {
		simulator.faults.add({ ...faults.notFound({ match: { restliMethod: 'GET_ALL' } }), times: Infinity });
		lose();
		const { failed } = await runOnce(parameters());
		expect(creates()).toHaveLength(1);
		expect(detailsOf(failed).code).toBe('OUTCOME_UNKNOWN');
	});

	test.each([15, -15, 300])('is found where LinkedIn’s clock is %d minutes ahead', async (minutes) => {
		simulator.clock.advance(minutes * MINUTE_MS);
		lose();
		const { item } = await runOnce(parameters());
		expect(creates()).toHaveLength(1);
		expect(item).toMatchObject({ deduplicated: true });
	});

	test.each([15, -15])('is not sent again where its time is %d minutes off', async (minutes) => {
		const off = minutes * MINUTE_MS;
		simulator.faults.add(showing((one) => ({ ...one, created: { time: one.created.time + off } })));
		lose();
		const { failed } = await runOnce(parameters());
		expect(creates()).toHaveLength(1);
		expect(detailsOf(failed).code).toBe('OUTCOME_UNKNOWN');
	});

	test.each<[string, (one: Element) => unknown]>([
		['who wrote it', ({ message, created }) => ({ id: '1', message, created: { time: created.time } })],
		['its text', (one) => ({ ...one, message: null })],
		['its time', (one) => ({ ...one, id: '1', created: null })],
	])('is not sent again where LinkedIn leaves out %s', async (_what, change) => {
		simulator.faults.add(showing(change));
		lose();
		const { failed } = await runOnce(parameters());
		expect(creates()).toHaveLength(1);
		expect(detailsOf(failed).code).toBe('OUTCOME_UNKNOWN');
	});

	const another = (minutesAgo: number) =>
		simulator.state.addComment({
			post: thread.post,
			...(parameters().operation === 'reply' && { parent: thread.comment }),
			actor: PAGE_URN,
			text: TEXT,
			createdAt: simulator.clock.now() - minutesAgo * MINUTE_MS,
		});

	test.each([0, 15, -15])(
		'is sent again where the same was written long ago, LinkedIn’s clock being %d minutes ahead',
		async (minutes) => {
			simulator.clock.advance(minutes * MINUTE_MS);
			another(60);
			lose(false);
			const { item } = await runOnce(parameters());
			expect(comments()).toHaveLength(2);
			expect(item).toMatchObject({ deduplicated: false });
		},
	);

	test('takes the same of some minutes ago neither for itself nor for another', async () => {
		simulator.clock.advance(10 * MINUTE_MS);
		another(5);
		lose(false);
		const { failed } = await runOnce(parameters());
		expect(creates()).toHaveLength(1);
		expect(detailsOf(failed).code).toBe('OUTCOME_UNKNOWN');
	});
});

const REFUSALS: Array<[string, (where: Partial<Fault>) => Fault]> = [
	['a short 429', (where) => faults.tooManyRequests(where)],
	['a 429 of comments', (where) => faults.commentThrottle(where)],
	['a 409', (where) => faults.conflict(where)],
];

describe.each(KINDS)('%s', (_kind, parameters) => {
	const looks = () => simulator.requests.filter(({ restliMethod }) => restliMethod === 'GET_ALL');

	test.each(REFUSALS)('that was written and answered with %s is found', async (_what, refusal) => {
		simulator.faults.add(refusal({ ...CREATE, afterHandling: true }));
		const { item } = await runOnce(parameters());
		expect(creates()).toHaveLength(1);
		expect(item).toMatchObject({ deduplicated: true, urn: comments()[0].urn });
	});

	test.each(REFUSALS)('that was answered with %s is sent again, after one look', async (_what, refusal) => {
		simulator.faults.add(refusal(CREATE));
		const { item } = await runOnce(parameters());
		expect(creates()).toHaveLength(2);
		expect(looks()).toHaveLength(1);
		expect(item).toMatchObject({ deduplicated: false, urn: comments()[0].urn });
	});

	test.each(REFUSALS)(
		'that was written and answered with %s is found by the next try of n8n',
		async (_what, refusal) => {
			simulator.faults.add(refusal({ ...CREATE, afterHandling: true }));
			const { item } = await runOnce({ ...parameters(), options: { maxWait: 0 } });
			expect(creates()).toHaveLength(1);
			expect(item).toMatchObject({ deduplicated: true, urn: comments()[0].urn });
		},
	);

	test.each(REFUSALS)('answered with %s is not sent again where the look fails', async (_what, refusal) => {
		simulator.faults.add(faults.unavailable({ match: { restliMethod: 'GET_ALL' }, times: Infinity }));
		simulator.faults.add(refusal({ ...CREATE, afterHandling: true }));
		const { failed } = await runOnce({ ...parameters(), options: { maxWait: 4 } });
		expect(creates()).toHaveLength(1);
		expect(detailsOf(failed).code).toBe('OUTCOME_UNKNOWN');
	});

	test('answered with a 409 is not sent again behind more comments than are looked at', async () => {
		const parent = parameters().operation === 'reply' ? thread.comment : undefined;
		for (let count = 0; count < 1_100; count += 1)
			simulator.state.addComment({ post: thread.post, actor: 'cleo', text: `Earlier ${count}`, parent });
		simulator.faults.add(
			showing((one) => (one.message.text.startsWith('Earlier') ? one : { ...one, message: { text: 'x' } })),
		);
		simulator.faults.add(faults.conflict({ ...CREATE, afterHandling: true }));
		const { failed } = await runOnce(parameters());
		expect(creates()).toHaveLength(1);
		expect(detailsOf(failed).code).toBe('OUTCOME_UNKNOWN');
	});

	test.each(REFUSALS)('answered with %s is not sent again in doubt', async (_what, refusal) => {
		simulator.faults.add(
			showing((one) => ({ ...one, message: null, created: { time: Date.now() - MINUTE_MS } })),
		);
		simulator.faults.add(refusal({ ...CREATE, afterHandling: true }));
		const { failed } = await runOnce(parameters());
		expect(creates()).toHaveLength(1);
		expect(detailsOf(failed).code).toBe('OUTCOME_UNKNOWN');
	});

	test.each(REFUSALS)('of whoever may not look is sent again after %s', async (_what, refusal) => {
		simulator.faults.add(refusal(CREATE));
		const { item } = await runOnce({ ...parameters(), actor: ME }, SELF_SERVE);
		expect(creates()).toHaveLength(2);
		expect(item).toMatchObject({ deduplicated: false });
	});
});
