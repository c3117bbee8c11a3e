import { send, startAtNow, tokenOf } from './wire';
import type { Simulator } from './index';
import type { WireAnswer } from './wire';

let simulator: Simulator;
let token: string;
let bob: string;
let cleo: string;
const THREAD = 'urn:li:messagingThread:6446595445958545408';
beforeEach(async () => {
	simulator = await startAtNow();
	token = tokenOf(simulator, 'ada', ['w_member_social'], 'partner-app');
	bob = simulator.state.member('bob').urn;
	cleo = simulator.state.member('cleo').urn;
});
afterEach(async () => simulator.close());

const post = async (body: unknown, as = token): Promise<WireAnswer> =>
	send(simulator, { method: 'POST', path: '/v2/messages', body, token: as });
const limits = ({ headers }: WireAnswer) =>
	['limit', 'remaining', 'reset'].map((name) => Number(headers[`x-ratelimit-${name}`]));

it('a message goes to one or several, and every answer says what is left', async () => {
	const first = await post({ recipients: [bob], subject: 'Hello!', body: 'A test.' });
	expect([first.status, first.text, limits(first)]).toEqual([201, '', [20, 19, 3600]]);
	simulator.clock.advance(600_000);
	const second = await post({ recipients: [bob, cleo], body: 'Another.' });
	expect(limits(second)[1]).toBe(17);
	expect(limits(second)[2]).toBeLessThanOrEqual(3000);
	expect(simulator.state.messages.sent).toMatchObject([
		{ sender: 'ada', recipients: [bob], subject: 'Hello!', body: 'A test.' },
		{ recipients: [bob, cleo], subject: '', body: 'Another.' },
	]);
	expect(first.headers['x-restli-id']).toBe(simulator.state.messages.sent[0].id);
});

it('an answer in a conversation goes to its thread, and counts as one', async () => {
	const attachments = ['urn:li:digitalmediaAsset:A', 'urn:li:digitalMediaAsset:B'];
	const reply = await post({ thread: THREAD, body: 'Yes.', messageType: 'MEMBER_TO_MEMBER', attachments });
	expect([reply.status, limits(reply)[1]]).toEqual([201, 19]);
	expect(simulator.state.messages.sent).toMatchObject([
		{ recipients: [], thread: THREAD, messageType: 'MEMBER_TO_MEMBER', attachments },
	]);
});

it('the allowance of an hour ends with a 429 and begins again', async () => {
	simulator.state.messages.perHour = 2;
	expect((await post({ recipients: [bob], body: 'a' })).status).toBe(201);
	const tooMany = await post({ recipients: [bob, cleo], body: 'b' });
	expect([tooMany.status, limits(tooMany).slice(0, 2)]).toEqual([429, [2, 1]]);
	expect((await post({ recipients: [cleo], body: 'c' })).status).toBe(201);
	const full = await post({ recipients: [bob], body: 'd' });
	expect([full.status, limits(full).slice(0, 2)]).toEqual([429, [2, 0]]);
	const others = await post({ recipients: [bob], body: 'e' }, tokenOf(simulator, 'cleo', [], 'partner-app'));
	expect(others.status).toBe(201);
	simulator.clock.advance(3_600_001);
	expect((await post({ recipients: [bob], body: 'f' })).status).toBe(201);
	expect(simulator.state.messages.sent.map((one) => one.body)).toEqual(['a', 'c', 'e', 'f']);
});

it.each<[string, () => unknown, number, string]>([
	['without recipients', () => ({ body: 'x' }), 400, 'MISSING_FIELD'],
	['to nobody', () => ({ recipients: [], body: 'x' }), 400, 'INVALID_VALUE_FOR_FIELD'],
	['to a bare id', () => ({ recipients: ['12345'], body: 'x' }), 400, 'INVALID_URN_TYPE'],
	['to a page', () => ({ recipients: ['urn:li:organization:1'], body: 'x' }), 400, 'INVALID_URN_TYPE'],
	['to a stranger', () => ({ recipients: ['urn:li:person:x'], body: 'x' }), 400, 'INVALID_VALUE_FOR_FIELD'],
	[
		'to a thread and a person',
		() => ({ recipients: [bob], thread: THREAD, body: 'x' }),
		400,
		'INVALID_VALUE_FOR_FIELD',
	],
	[
		'to a thread, with a subject',
		() => ({ thread: THREAD, subject: 'S', body: 'x' }),
		400,
		'INVALID_VALUE_FOR_FIELD',
	],
	['to what is no thread', () => ({ thread: bob, body: 'x' }), 400, 'INVALID_URN_TYPE'],
	[
		'with an image attached',
		() => ({ recipients: [bob], body: 'x', attachments: ['urn:li:image:1'] }),
		400,
		'INVALID_URN_TYPE',
	],
	['without text', () => ({ recipients: [bob] }), 400, 'MISSING_FIELD'],
	['with empty text', () => ({ recipients: [bob], body: '' }), 400, 'INVALID_VALUE_BLANK_FIELD'],
	['with null', () => ({ recipients: [bob], body: 'x', subject: null }), 403, 'ACCESS_DENIED'],
])('a message %s is refused', async (_what, body, status, code) => {
	const reply = await post(body());
	expect([reply.status, reply.json.code]).toEqual([status, code]);
	expect(simulator.state.messages.sent).toEqual([]);
});

it('an app that LinkedIn did not approve may send none', async () => {
	const reply = await post({ recipients: [bob], body: 'x' }, tokenOf(simulator, 'ada'));
	expect([reply.status, reply.json.message]).toEqual([
		403,
		'Not enough permissions to access: messages.CREATE.NO_VERSION',
	]);
});
