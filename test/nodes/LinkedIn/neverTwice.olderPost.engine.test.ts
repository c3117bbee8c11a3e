import type { INodeParameters } from 'n8n-workflow';

import { processMemory } from '../../../nodes/LinkedIn/transport/memory/process';
import { letPass, passTimeBySleeping } from '../../conformance/time';
import { faults, type Fault } from '../../simulator';
import {
	ACME,
	comments,
	createPost,
	posts,
	run,
	SELF_SERVE,
	ME,
	simulateForEachTest,
	simulator,
} from './countedWrites';
import { detailsOf } from './errorOutput';

/** A post that another n8n published before isn't taken for the one that was just sent, whatever is lost on the way. */

passTimeBySleeping();

simulateForEachTest();

const LONG_TEXT = Array.from({ length: 140 }, (_, at) => `This is sentence number ${at} of the text.`).join(
	' ',
);
const MINUTES_MS = 60_000;

/** As another n8n process would run it, a few minutes later. */
function elsewhere(): void {
	letPass(4 * MINUTES_MS);
	(Object(processMemory) as { hosts: { clear(): void } }).hosts.clear();
}

const ON_POSTS = { match: { path: /\/posts$/, restliMethod: 'CREATE' } };
const ON_COMMENTS = { match: { path: /\/comments$/, restliMethod: 'CREATE' } };
const READ_COMMENTS = { match: { path: /\/comments(\?|$)/, restliMethod: 'GET_ALL' } };

const LOST: Array<[string, (where: Partial<Fault>) => Fault]> = [
	['the connection broke', faults.reset],
	['the server failed', faults.serverError],
	['it was not available', faults.unavailable],
];
const WRITERS = [
	{ who: 'a page', actor: ACME, connection: {} },
	{ who: 'a member who cannot read', actor: ME, connection: SELF_SERVE },
];
const TEXTS = [
	{ what: 'a text', text: 'Once', inAll: 1 },
	{ what: 'a text that continues in comments', text: LONG_TEXT, inAll: 4 },
];
const ROWS = LOST.flatMap(([how, fault]) =>
	WRITERS.flatMap((writer) => TEXTS.map((text) => ({ how, fault, ...writer, ...text }))),
);

describe.each(ROWS)('$what of $who, sent again because $how', ({ fault, actor, connection, text, inAll }) => {
	const parameters = (more = {}): INodeParameters =>
		createPost(actor, text, {
			additionalFields: { longText: 'comments', firstComment: 'The link', ...more },
		});

	beforeEach(async () => {
		await run(parameters(), { connection });
		expect([posts().length, comments().length]).toEqual([1, inAll]);
		elsewhere();
		simulator.faults.add(fault(ON_POSTS));
	});

	test('stays one post with its comments, and the item says that it was there', async () => {
		const { outputs, error } = await run(parameters(), { connection });
		expect(error).toBeUndefined();
		expect(outputs[0][0].json).toMatchObject({ deduplicated: true });
		expect([posts().length, comments().length]).toEqual([1, inAll]);
	});

	test('is an error with If Already Posted: Fail', async () => {
		const { error } = await run(parameters({ onDuplicate: 'fail' }), { connection });
		expect(error?.message).toContain('duplicate');
		expect([posts().length, comments().length]).toEqual([1, inAll]);
	});
});

describe('a text that continues in comments', () => {
	const parameters = createPost(ACME, LONG_TEXT, { additionalFields: { longText: 'comments' } });
	const expectWhole = () => {
		expect(posts()).toHaveLength(1);
		expect(comments().map(({ text }) => text.slice(0, 5))).toEqual(['(2/4)', '(3/4)', '(4/4)']);
	};

	test.each([
		['429', faults.throttled({ 'Retry-After': '70' }, ON_COMMENTS)],
		['409', faults.conflict({ ...ON_COMMENTS, times: 2 })],
	])('has each part once though LinkedIn wrote one and said %s', async (_status, refusal) => {
		simulator.faults.add({ ...refusal, afterHandling: true });
		const first = await run(parameters);
		if (first.error) {
			letPass(2 * MINUTES_MS);
			await run(parameters);
		}
		expectWhole();
	});

	test('has no part twice though its comments could not be read for a moment after a refusal', async () => {
		simulator.faults.add({ ...faults.throttled({ 'Retry-After': '70' }, ON_COMMENTS), afterHandling: true });
		await run(parameters);
		letPass(2 * MINUTES_MS);
		simulator.faults.add(faults.html({ ...READ_COMMENTS, times: 1 }, 200));
		const { outputs } = await run(parameters, { onError: 'continueErrorOutput' });
		expect(detailsOf(outputs[1][0].json)).toMatchObject({ code: 'UNFINISHED' });
		await run(parameters);
		expectWhole();
	});

	test('is not taken as whole because its comments could not be read for a moment', async () => {
		simulator.faults.add({ ...faults.tooManyRequests(ON_POSTS), afterHandling: true });
		simulator.faults.add(faults.html({ ...READ_COMMENTS, times: 1 }, 200));
		const { outputs } = await run(parameters, { onError: 'continueErrorOutput' });
		expect(detailsOf(outputs[1][0].json)).toMatchObject({ code: 'UNFINISHED' });
		await run(parameters);
		expectWhole();
	});
});
