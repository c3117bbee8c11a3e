import { faults, type Fault } from '../../../../../simulator';
import { ACME, comments, CREATE, run, simulateForEachTest, simulator, thread } from '../../../countedWrites';

/**
 * A mention has two forms on the versioned resource, and no page of LinkedIn settles which: after a refusal that may be
 * of the form the other one is tried, once, and kept for the process.
 */

simulateForEachTest();

const PAGE = { ...ACME, value: '5583111' };
const UPDATE = { match: { restliMethod: 'PARTIAL_UPDATE' } };
const mention = {
	additionalFields: { mentions: { mention: [{ name: 'Cleo', who: 'urn:li:person:cLeO55wQz0' }] } },
};
const create = (more: object = mention) => ({
	resource: 'comment',
	operation: 'create',
	targetPost: thread.post,
	actor: PAGE,
	text: 'Hi Cleo',
	...more,
});

/** The forms that were sent, in order; an empty one without a mention. */
const forms = () =>
	simulator.requests
		.filter(({ restliMethod }) => ['CREATE', 'PARTIAL_UPDATE'].includes(restliMethod ?? ''))
		.map(({ body }) =>
			body.includes('MemberAttributed') ? 'long' : body.includes('"person"') ? 'short' : '',
		);

const refusing = (status: number, message: string): Partial<Fault> => ({
	effect: { status, body: { status, message, code: status === 403 ? 'ACCESS_DENIED' : 'ILLEGAL_ARGUMENT' } },
});
const NO_SCOPE = 'Not enough permissions to access: socialActionsV2.CREATE.20260901';
const NO_ROLE = 'member is unauthorized on urn:li:activity:7100000000000000000';

test('what LinkedIn took is what is sent first from then on, by each operation', async () => {
	const update = { ...create(), operation: 'update', comment: '' };
	for (const form of ['long', 'short'] as const) {
		const other = form === 'long' ? 'short' : 'long';
		simulator.state.mentionForm = form;
		simulator.requests.length = 0;
		await run(create());
		await run(create({ ...mention, text: 'Cleo?' }));
		expect(forms()).toEqual([other, form, form]);
		const [written] = comments();
		await run({ ...update, comment: written.urn, text: 'Cleo!' });
		await run({ ...create({ ...mention, text: 'Cleo, hi' }), operation: 'reply', comment: written.urn });
		expect(forms().slice(3)).toEqual([form, form]);
	}
	expect(comments()).toHaveLength(6);
	simulator.state.mentionForm = 'long';
	simulator.requests.length = 0;
	await run({ ...update, comment: comments()[0].urn, text: 'Cleo too' });
	expect(forms()).toEqual(['short', 'long']);
	simulator.state.mentionForm = 'short';
	await run(create({ ...mention, text: 'Back to Cleo' }));
	expect(forms().slice(2)).toEqual(['long', 'short']);
});

test.each<[what: string, fault: Partial<Fault>, sent: string[]]>([
	['a 400', refusing(400, 'Bad value'), ['short', 'long']],
	['a 403 of a field', refusing(403, 'Unpermitted fields present in REQUEST_BODY'), ['short', 'long']],
	['a 403 that says nothing of rights', refusing(403, 'Forbidden'), ['short', 'long']],
	['a missing scope', refusing(403, NO_SCOPE), ['short']],
	['a missing role', refusing(403, NO_ROLE), ['short']],
	['a 404', refusing(404, 'Could not find entity'), ['short']],
])('after %s that meets both forms the first refusal is shown', async (_what, fault, sent) => {
	const first = { ...faults.serverError(CREATE), ...fault } as Fault;
	simulator.faults.add(first);
	simulator.faults.add({
		...first,
		effect: { status: 400, body: { status: 400, message: 'The second' } },
		times: 9,
	});
	const { error } = await run(create());
	expect(forms()).toEqual(sent);
	const { body } = first.effect as { body: { message: string } };
	expect(error?.message).toContain(body.message);
	expect(comments()).toHaveLength(0);
});

test.each([
	['without a mention', {}, CREATE],
	['whose answer was lost', mention, CREATE],
])('a comment %s is sent in one form', async (_what, more, where) => {
	const isLost = more === mention;
	simulator.faults.add(
		isLost ? faults.resetAfterHandling(where) : { ...faults.serverError(where), ...refusing(400, 'No') },
	);
	await run(create(more));
	expect(new Set(forms()).size).toBe(1);
	expect(comments()).toHaveLength(isLost ? 1 : 0);
});

test('an edit that is refused in both forms shows the first refusal', async () => {
	await run(create({}));
	const [written] = comments();
	simulator.faults.add({ ...faults.serverError(UPDATE), ...refusing(400, 'The first') });
	simulator.faults.add({ ...faults.serverError(UPDATE), ...refusing(400, 'The second') });
	const { error } = await run({ ...create(), operation: 'update', comment: written.urn });
	expect(error?.message).toContain('The first');
	expect(forms()).toEqual(['', 'short', 'long']);
});
