import { defineCase, type Variables } from '../../../../../cases';
import type { Simulator } from '../../../../../simulator';

/** 20 to 50 messages an hour (docs/behaviour.md#message-limits); the cases set fewer. */

const partner = { app: 'partner-app' };

const PATH = /^\/v2\/messages/;
const ADA = 'urn:li:person:Ada782bbtaQ';
const BOB = 'urn:li:person:Bob-4kd_91x';
const CLEO = 'urn:li:person:cLeO55wQz0';
const STRANGER = 'urn:li:person:nobody';

const send = (recipient: string, body = 'Hello') => ({
	method: 'POST' as const,
	url: '/v2/messages',
	restliMethod: 'CREATE',
	version: undefined,
	body: { recipients: [recipient], body },
});

const sentTo = (recipient: string) => ({
	urn: null,
	id: expect.stringMatching(/^[\w-]+$/),
	recipient,
	sent: true,
	sentAt: expect.stringMatching(/^\d{4}-.*Z$/),
	status: null,
	reason: null,
	retryAt: null,
});
const unsent = (recipient: string, reason: string, status: number | null, retryAt: string | null = null) => ({
	urn: null,
	id: null,
	recipient,
	sent: false,
	sentAt: null,
	status,
	reason: expect.stringContaining(reason),
	retryAt,
});
const A_MOMENT: string = expect.stringMatching(/^\d{4}-\d\d-\d\dT.*Z$/);

/** The member may send this many messages this hour. */
const allowed =
	(perHour: number) =>
	({ state }: Simulator): Variables => {
		state.messages.perHour = perHour;
		return {};
	};

function refused(
	simulator: Simulator,
	status: number,
	message: string,
	{ after = 0, headers = {} } = {},
): void {
	const effect = { status, body: { status, message }, headers };
	simulator.faults.add({ match: { path: PATH }, after, effect });
}

export default defineCase({
	operation: 'message:send',
	cases: [
		{
			name: 'one person, with a subject',
			page: 'messages',
			...partner,
			parameters: { recipients: 'cLeO55wQz0', subject: 'Berlin', text: 'Hello Cleo' },
			wire: [
				{
					...send(CLEO),
					body: { recipients: [CLEO], subject: 'Berlin', body: 'Hello Cleo' },
				},
			],
			out: [sentTo(CLEO)],
		},
		{
			name: 'an item a person, each with a text of their own, in item order',
			page: 'messages',
			...partner,
			items: [
				{ to: CLEO, name: 'Cleo' },
				{ to: BOB, name: 'Bob' },
			],
			parameters: { recipients: '={{ $json.to }}', text: '=Hello {{ $json.name }}' },
			wire: [send(CLEO, 'Hello Cleo'), send(BOB, 'Hello Bob')],
			out: [sentTo(CLEO), sentTo(BOB)],
		},
		{
			name: 'items with a higher priority go first',
			page: 'messages',
			...partner,
			items: [
				{ to: CLEO, weight: 1 },
				{ to: BOB, weight: 9 },
				{ to: ADA, weight: 1 },
			],
			parameters: { recipients: '={{ $json.to }}', text: 'Hello', priority: '={{ $json.weight }}' },
			wire: [send(BOB), send(CLEO), send(ADA)],
			out: [sentTo(CLEO), sentTo(BOB), sentTo(ADA)],
		},
		{
			name: 'a list gets the same text in a message each, everybody once, up to the allowance; the rest is said',
			page: 'messages',
			behaviour: 'Message limits',
			...partner,
			given: allowed(2),
			parameters: { recipients: `${CLEO}, ${BOB}, ${CLEO}, ${ADA}`, text: 'Hello' },
			wire: [send(CLEO), send(BOB)],
			out: [sentTo(CLEO), sentTo(BOB), unsent(ADA, 'hourly message limit is used up', 429, A_MOMENT)],
		},
		{
			name: 'an item a person: with the allowance used up the node stops and lists what was sent and what was not',
			page: 'messages',
			...partner,
			given: allowed(2),
			items: [{ to: CLEO }, { to: BOB }, { to: ADA }, { to: 'fourthOne' }],
			parameters: { recipients: '={{ $json.to }}', text: 'Hello' },
			wire: [send(CLEO), send(BOB)],
			error: {
				message: expect.stringContaining('hourly message limit is used up'),
				description: expect.stringContaining(
					'Written: item 0 → done, item 1 → done. Not written: item 2 (failed), item 3.',
				),
				context: expect.objectContaining({ details: expect.objectContaining({ retryAt: A_MOMENT }) }),
			},
		},
		{
			name: 'a 429 ends the list, with the moment to go on from',
			page: 'messages',
			about: '429',
			behaviour: 'Message limits',
			...partner,
			given: (simulator) => {
				const headers = { 'x-ratelimit-remaining': '0', 'x-ratelimit-reset': '3600' };
				refused(simulator, 429, 'Too many messages', { after: 1, headers });
				return {};
			},
			parameters: { recipients: [CLEO, BOB, ADA].join('\n'), text: 'Hello', options: { maxWait: 1 } },
			wire: [send(CLEO), send(BOB)],
			out: [sentTo(CLEO), unsent(BOB, 'throttling', 429, A_MOMENT), unsent(ADA, 'Not sent', 429, A_MOMENT)],
		},
		{
			name: 'after a 429 the next items are not even tried',
			page: 'messages',
			about: '429',
			behaviour: 'Message limits',
			...partner,
			given: allowed(0),
			items: [{ to: CLEO }, { to: BOB }],
			onError: 'continueRegularOutput',
			parameters: { recipients: '={{ $json.to }}', text: 'Hello', options: { maxWait: 1 } },
			wire: [send(CLEO)],
			out: [
				expect.objectContaining({ error: expect.stringContaining('throttling') }),
				expect.objectContaining({ error: expect.stringContaining('message limit') }),
			],
		},
		{
			name: 'a person that LinkedIn refuses is said in their place, and the others get theirs',
			page: 'messages',
			...partner,
			parameters: { recipients: `${STRANGER}, ${BOB}`, text: 'Hello' },
			wire: [send(STRANGER), send(BOB)],
			out: [unsent(STRANGER, 'recipients', 400), sentTo(BOB)],
		},
		{
			name: 'a message whose answer is lost is of unknown outcome and never sent again',
			page: 'messages',
			behaviour: 'Duplicate creates',
			...partner,
			given: (simulator) => {
				simulator.faults.add({ match: { path: PATH }, afterHandling: true, effect: 'reset' });
				return {};
			},
			parameters: { recipients: CLEO, text: 'Hello' },
			wire: [send(CLEO)],
			error: { message: expect.stringMatching(/^The outcome is unknown/) },
		},
		{
			name: 'a lost answer in a list: that one is unknown, those behind it are not sent',
			page: 'messages',
			behaviour: 'Duplicate creates',
			...partner,
			given: (simulator) => {
				refused(simulator, 503, 'Unavailable', { after: 1 });
				return {};
			},
			parameters: { recipients: `${CLEO}, ${BOB}, ${ADA}`, text: 'Hello' },
			wire: [send(CLEO), send(BOB)],
			out: [
				sentTo(CLEO),
				{ ...unsent(BOB, 'The outcome is unknown', null), sent: null },
				unsent(ADA, 'Not sent because an earlier message failed', null),
			],
		},
		{
			name: 'an even spread that Max Wait does not cover stops and says when the next one is due',
			page: 'messages',
			behaviour: 'Message limits',
			...partner,
			parameters: { recipients: `${CLEO}, ${BOB}`, text: 'Hello', pacing: 'evenSpread' },
			wire: [send(CLEO)],
			out: [sentTo(CLEO), unsent(BOB, 'later than Max Wait allows', 429, A_MOMENT)],
		},
		{
			name: 'an even spread that Max Wait covers waits and sends all',
			page: 'messages',
			behaviour: 'Message limits',
			...partner,
			given: (simulator) => {
				for (const left of ['4', '3', '2']) {
					const headers = { 'x-restli-id': 'id', 'x-ratelimit-remaining': left, 'x-ratelimit-reset': '1' };
					simulator.faults.add({ match: { path: PATH }, effect: { status: 201, headers } });
				}
				return {};
			},
			parameters: { recipients: `${CLEO}, ${BOB}, ${ADA}`, text: 'Hello', pacing: 'evenSpread' },
			wire: [send(CLEO), send(BOB), send(ADA)],
			out: [sentTo(CLEO), sentTo(BOB), sentTo(ADA)],
		},
		{
			name: 'an app that is no partner is refused, and the error says that no product gives this',
			page: 'messages',
			about: 'who may send',
			...partner,
			app: 'suite-app',
			parameters: { recipients: CLEO, text: 'Hello' },
			wire: [send(CLEO)],
			error: { httpCode: '403', description: expect.stringContaining('Only partners approved') },
		},
		{
			name: 'an app that is no partner tries a list only once',
			page: 'messages',
			about: 'who may send',
			...partner,
			app: 'suite-app',
			parameters: { recipients: `${CLEO}, ${BOB}`, text: 'Hello' },
			wire: [send(CLEO)],
			error: { httpCode: '403' },
		},
		{
			name: 'a profile link is refused without a call',
			page: 'urns',
			parameters: { recipients: 'https://www.linkedin.com/in/cleo', text: 'Hello' },
			wire: [],
			error: { message: expect.stringContaining("people can't be looked up by it") },
		},
		{
			name: 'a text of spaces is refused without a call',
			page: 'messages',
			...partner,
			parameters: { recipients: CLEO, text: '  ' },
			wire: [],
			error: { message: 'Text is empty' },
		},
		{
			name: 'a priority that is no number is refused without a call',
			page: 'messages',
			...partner,
			parameters: { recipients: CLEO, text: 'Hello', priority: '={{ "soon" }}' },
			wire: [],
			error: { message: 'Priority must be a number' },
		},
	],
});
