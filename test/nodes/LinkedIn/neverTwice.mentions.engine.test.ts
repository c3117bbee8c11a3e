import type { INodeParameters } from 'n8n-workflow';

import { passTimeBySleeping } from '../../conformance/time';
import { faults, type Fault } from '../../simulator';
import {
	ACME,
	comments,
	CREATE,
	creates,
	run,
	simulateForEachTest,
	simulator,
	thread,
} from './countedWrites';
import { detailsOf } from './errorOutput';

/** A comment with a mention may be sent in two forms; each follows the rules for comments. */

passTimeBySleeping();

simulateForEachTest();

const comment: INodeParameters = {
	resource: 'comment',
	operation: 'create',
	actor: { ...ACME, value: '5583111' },
	text: 'Hi Cleo',
	additionalFields: { mentions: { mention: [{ name: 'Cleo', who: 'urn:li:person:cLeO55wQz0' }] } },
	options: { maxWait: 0 },
};
const KINDS: Array<[string, () => INodeParameters]> = [
	['a comment', () => ({ ...comment, targetPost: thread.post })],
	['a reply', () => ({ ...comment, operation: 'reply', comment: thread.comment })],
];

/** The first form is refused, the second one meets the fault. */
const meet = (second: Fault) => {
	const refusal = { status: 400, body: { status: 400, message: 'Bad value' } };
	simulator.faults.add({ ...CREATE, effect: refusal });
	simulator.faults.add(second);
};
const calls = () =>
	simulator.requests
		.filter(({ restliMethod }) => restliMethod === 'CREATE' || restliMethod === 'GET_ALL')
		.map(({ restliMethod }) => restliMethod);

const REFUSALS: Array<[string, (where: Partial<Fault>) => Fault]> = [
	['a short 429', (where) => faults.tooManyRequests(where)],
	['a 429 of comments', (where) => faults.commentThrottle(where)],
	['a 409', (where) => faults.conflict(where)],
];

describe.each(KINDS)('%s whose second form', (_kind, parameters) => {
	test.each(REFUSALS)(
		'was written and answered with %s is found by the next item',
		async (_what, refusal) => {
			meet(refusal({ ...CREATE, afterHandling: true }));
			const { outputs } = await run(parameters(), { items: [{}, {}], onError: 'continueErrorOutput' });
			expect(calls()).toEqual(['CREATE', 'CREATE', 'GET_ALL']);
			expect(comments()).toHaveLength(1);
			expect(outputs[0][0].json).toMatchObject({ deduplicated: true, urn: comments()[0].urn });
			expect(detailsOf(outputs[1][0].json).status).toBe((refusal({}).effect as { status: number }).status);
		},
	);

	test.each(REFUSALS)(
		'was answered with %s is looked for before it is sent again',
		async (_what, refusal) => {
			meet(refusal(CREATE));
			const { outputs } = await run(parameters(), { items: [{}, {}], onError: 'continueErrorOutput' });
			expect(calls()).toEqual(['CREATE', 'CREATE', 'GET_ALL', 'CREATE']);
			expect(outputs[0][0].json).toMatchObject({ deduplicated: false });
		},
	);

	test.each(REFUSALS)(
		'was written and answered with %s is found by the next try of n8n',
		async (_what, refusal) => {
			meet(refusal({ ...CREATE, afterHandling: true }));
			const { outputs } = await run(parameters(), {
				onError: 'continueErrorOutput',
				retryOnFail: true,
				maxTries: 3,
			});
			expect(creates()).toHaveLength(2);
			expect(outputs[0][0].json).toMatchObject({ deduplicated: true, urn: comments()[0].urn });
		},
	);

	test('was written and its answer lost is found', async () => {
		meet(faults.resetAfterHandling(CREATE));
		const { outputs } = await run(parameters(), { onError: 'continueErrorOutput' });
		expect(creates()).toHaveLength(2);
		expect(outputs[0][0].json).toMatchObject({ deduplicated: true, urn: comments()[0].urn });
	});

	test('has an unknown outcome is not sent again', async () => {
		simulator.faults.add(faults.unavailable({ match: { restliMethod: 'GET_ALL' }, times: Infinity }));
		meet(faults.serverError({ ...CREATE, afterHandling: true }));
		const { outputs } = await run(parameters(), {
			onError: 'continueErrorOutput',
			retryOnFail: true,
			maxTries: 3,
		});
		expect(creates()).toHaveLength(2);
		expect(detailsOf(outputs[1][0].json).code).toBe('OUTCOME_UNKNOWN');
	});
});
