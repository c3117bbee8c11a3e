import type { IDataObject } from 'n8n-workflow';

import { faults, type Fault } from '../../../../../simulator';
import { ACME, comments, CREATE, run, simulateForEachTest, simulator, thread } from '../../../countedWrites';

/**
 * A mention has two forms on the versioned resource, and LinkedIn doesn't document which is right. After a refusal that
 * may concern the form, the other one is tried, once, and the result is kept for the process.
 */

simulateForEachTest();

const PAGE = { ...ACME, value: '5583111' };
const UPDATE = { match: { restliMethod: 'PARTIAL_UPDATE' } };
const WRITES = { match: { method: 'POST', path: /comments/ } };
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

const refusing = (status: number, body: object): Partial<Fault> => ({
	effect: { status, body: { status, ...body } },
});
const DENIED = { code: 'ACCESS_DENIED', serviceErrorCode: 100 };
const INVALID = { code: 'ILLEGAL_ARGUMENT' };

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
	['a 400', refusing(400, { ...INVALID, message: 'Bad value' }), ['short', 'long']],
	['a 400 that says nothing', refusing(400, {}), ['short', 'long']],
	[
		'a 403 of a field',
		refusing(403, { ...DENIED, message: 'Unpermitted fields present in REQUEST_BODY' }),
		['short', 'long'],
	],
	['a 403 of something else', refusing(403, { ...INVALID, message: 'Bad value' }), ['short', 'long']],
	['a 404', refusing(404, { message: 'Could not find entity' }), ['short']],
])('after %s that meets both forms the first refusal is shown', async (_what, fault, sent) => {
	const first = { ...faults.serverError(CREATE), ...fault } as Fault;
	simulator.faults.add(first);
	simulator.faults.add({ ...first, ...refusing(400, { message: 'The second' }), times: 9 } as Fault);
	const { error } = await run(create());
	expect(forms()).toEqual(sent);
	const { body } = first.effect as { body: { message?: string } };
	if (body.message) expect(error?.message).toContain(body.message);
	expect(error?.message).not.toContain('The second');
	expect(comments()).toHaveLength(0);
});

describe.each(['create', 'update'])('a missing scope or role is not of the form: %s', (operation) => {
	test.each<[status: number, body: { message?: string } & IDataObject]>([
		[403, { ...DENIED, message: 'Not enough permissions to access: socialActionsV2.CREATE.20260901' }],
		[403, { message: 'member is unauthorized on urn:li:activity:7100000000000000000' }],
		[403, { ...INVALID, message: 'Viewer is not an administrator of organization 5583111' }],
		[403, { ...DENIED, message: 'Member does not have the role ADMINISTRATOR' }],
		[403, { serviceErrorCode: 100, message: 'It is not for you' }],
		[403, { code: 'INSUFFICIENT_SCOPE', message: 'It is not for you' }],
		[403, { ...DENIED, message: '' }],
		[403, DENIED],
		[403, { message: 'Access denied' }],
		[403, { message: 'Accessing this image resource is forbidden' }],
		[403, { message: 'Forbidden' }],
		[403, {}],
		[400, { ...INVALID, message: 'Member permissions must be used when using member as author' }],
	])('%d %j', async (status, body) => {
		const written = operation === 'update' ? { operation, comment: thread.comment } : {};
		simulator.faults.add({ ...faults.serverError(), ...WRITES, ...refusing(status, body) } as Fault);
		const { error } = await run({ ...create(), ...written });
		expect(error?.message).toMatch(
			status === 403
				? /isn't allowed to do this|isn't an admin of this page/
				: /^LinkedIn rejected this request \(status 400\)/,
		);
		expect(error?.message).toContain(body.message ?? '');
		expect(forms()).toEqual(['short']);
	});
});

test.each([
	['without a mention', {}, CREATE],
	['whose answer was lost', mention, CREATE],
])('a comment %s is sent in one form', async (_what, more, where) => {
	const isLost = more === mention;
	simulator.faults.add(
		isLost
			? faults.resetAfterHandling(where)
			: { ...faults.serverError(where), ...refusing(400, { message: 'No' }) },
	);
	await run(create(more));
	expect(new Set(forms()).size).toBe(1);
	expect(comments()).toHaveLength(isLost ? 1 : 0);
});

test.each<[what: string, fault: Fault, message: RegExp]>([
	['a throttle', faults.tooManyRequests(UPDATE), /^LinkedIn is throttling this connection/],
	[
		'a fault of LinkedIn',
		faults.serverError({ ...UPDATE, afterHandling: true }),
		/^LinkedIn had a server error \(status 500\)/,
	],
])('of an edit whose second form meets %s, that is shown', async (_what, fault, message) => {
	await run(create({}));
	const edit = { ...create(), operation: 'update', comment: comments()[0].urn, options: { maxWait: 0 } };
	simulator.faults.add({
		...faults.serverError(UPDATE),
		...refusing(400, { message: 'The first' }),
	} as Fault);
	simulator.faults.add(fault);
	const { error } = await run(edit);
	expect(error?.message).toMatch(message);
	await run({ ...edit, text: 'Cleo again' });
	expect(forms()).toEqual(['', 'short', 'long', 'short']);
});

test.each(['create', 'update'])('both forms of one %s share Max Wait', async (operation) => {
	await run(create({}));
	simulator.requests.length = 0;
	const written = operation === 'update' ? { operation, comment: comments()[0].urn } : {};
	const WRITE = { match: { restliMethod: operation === 'update' ? 'PARTIAL_UPDATE' : 'CREATE' } };
	simulator.faults.add({ ...WRITE, ...refusing(400, { message: 'Bad' }), delayMs: 1_200 } as Fault);
	simulator.faults.add(faults.tooManyRequests(WRITE));
	const { error } = await run({ ...create(), ...written, options: { maxWait: 1 } });
	expect(error).toMatchObject({ httpCode: '429' });
	expect(forms()).toEqual(['short', 'long']);
});

test('an edit that is refused in both forms shows the first refusal', async () => {
	await run(create({}));
	const [written] = comments();
	simulator.faults.add({ ...faults.serverError(UPDATE), ...refusing(400, { message: 'The first' }) });
	simulator.faults.add({ ...faults.serverError(UPDATE), ...refusing(400, { message: 'The second' }) });
	const { error } = await run({ ...create(), operation: 'update', comment: written.urn });
	expect(error?.message).toContain('The first');
	expect(forms()).toEqual(['', 'short', 'long']);
});

test.each([
	'Write to Cleo&Co@acme.example',
	'Write to zoë@Cleo-Technik.example',
	'Follow linkedin.com/in/Cleo now',
	'See cleo.com and Cleo.com',
])('a name within an address is refused before any call: %s', async (text) => {
	const { error } = await run(create({ ...mention, text }));
	expect(error?.message).toContain(`doesn't contain "Cleo" as separate words`);
	expect(simulator.requests).toHaveLength(0);
});

test.each([
	['네이버만큼 좋다', '네이버', 0],
	['אמרו שבגוגל', 'גוגל', 7],
])('the place of a name goes by its script: %s', async (text, name, start) => {
	const mentions = { mention: [{ name, who: 'urn:li:organization:5583111' }] };
	const { error } = await run(create({ text, additionalFields: { mentions } }));
	expect(error).toBeUndefined();
	const sent = JSON.parse(simulator.requests.at(-1)?.body ?? '{}') as { message: { attributes: object[] } };
	expect(sent.message.attributes).toMatchObject([{ start, length: name.length }]);
});
