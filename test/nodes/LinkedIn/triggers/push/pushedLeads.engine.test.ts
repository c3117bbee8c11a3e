import type { INodeParameters } from 'n8n-workflow';

import { faults, pushSignature } from '../../../../simulator';
import { adaLead, ADA_LEAD, withLeads } from '../../resources/ads/leadForm/leads';
import {
	ACCOUNT,
	itemsIn,
	leadTrigger,
	push,
	settle,
	simulateForEachTest,
	simulator,
	until,
} from './startPushTrigger';

/** Leads, pushed by the simulator without their answers (docs.leads). */

simulateForEachTest();

const MINUTE_MS = 60_000;
const OWNER = { sponsoredAccount: ACCOUNT };
const submit = (email: string, more: object = {}) => {
	const { leads } = simulator.state.ads;
	const form = leads.formsOf(OWNER)[0] ?? leads.addForm({ owner: OWNER });
	return leads.submit({ form, answers: { Email: email }, ...more });
};
const followed = async (parameters: INodeParameters = {}) => {
	const harness = await leadTrigger(parameters);
	simulator.state.webhooks.addresses.passed('ads-app', harness.url, simulator.clock.now());
	await harness.publish();
	return harness;
};
const emailsIn = (harness: Awaited<ReturnType<typeof followed>>) =>
	itemsIn(harness).map(({ fields }) => (fields as { EMAIL: string }).EMAIL);
const statuses = () => simulator.pusher.deliveries.map(({ status }) => status);

test('a lead starts the workflow once, with the same item as by polling', async () => {
	const harness = await followed();
	withLeads(simulator);
	const body = JSON.stringify({
		type: 'LEAD_ACTION',
		leadGenFormResponse: `urn:li:leadGenFormResponse:${ADA_LEAD}`,
		owner: OWNER,
		leadType: 'SPONSORED',
		leadAction: 'CREATED',
		occurredAt: Date.now(),
	});
	for (let time = 0; time < 2; time += 1) {
		const headers = { 'x-li-signature': pushSignature('ads-secret', body) };
		expect((await fetch(harness.url, { method: 'POST', body, headers })).status).toBe(200);
	}
	await until(() => harness.started.length > 0);
	await settle();
	expect(itemsIn(harness)).toEqual([adaLead]);
});

test('leads come as LinkedIn sends them, which may be twice', async () => {
	const harness = await followed();
	simulator.state.pushTwice = true;
	submit('a@example.com');
	submit('b@example.com');
	await push();
	await push();
	await until(() => itemsIn(harness).length > 1);
	await settle();
	expect(emailsIn(harness).sort()).toEqual(['a@example.com', 'b@example.com']);
});

test.each([
	['a 500', { status: 500 }],
	['a 404, because it shows late', { status: 404 }],
	['a 403', { status: 403 }],
	['nothing of it', { status: 200, body: {} }],
])(
	'a lead that can not be read yet (%s) is answered with 503, and comes once, at the latest when LinkedIn sends it again',
	async (_what, effect) => {
		const harness = await followed();
		submit('a@example.com');
		simulator.faults.add({ match: { path: /leadFormResponses\// }, times: 1, effect });
		await push();
		await settle();
		expect(statuses()).toEqual([503]);
		simulator.clock.advance(5 * MINUTE_MS);
		await push();
		await until(() => harness.started.length > 0);
		await settle();
		expect([statuses(), emailsIn(harness)]).toEqual([[503, 200], ['a@example.com']]);
	},
);

test('a lead that can not be read holds back no other one of its delivery', async () => {
	const harness = await followed();
	const ids = [submit('a@example.com'), submit('b@example.com')].map(({ id }) => id);
	const noticeOf = (id: string) => ({
		type: 'LEAD_ACTION',
		leadGenFormResponse: `urn:li:leadGenFormResponse:${id}`,
		owner: OWNER,
		leadType: 'SPONSORED',
		leadAction: 'CREATED',
		occurredAt: Date.now(),
	});
	const body = JSON.stringify([ids[0], 'gone-1', ids[1]].map(noticeOf));
	const headers = { 'x-li-signature': pushSignature('ads-secret', body) };
	// Otherwise the pull beside it would find the others.
	simulator.faults.add({ match: { path: /leadFormResponses\?/ }, times: Infinity, effect: { status: 500 } });
	expect((await fetch(harness.url, { method: 'POST', body, headers })).status).toBe(503);
	await until(() => itemsIn(harness).length > 1);
	await fetch(harness.url, { method: 'POST', body, headers });
	await settle();
	expect(emailsIn(harness).sort()).toEqual(['a@example.com', 'b@example.com']);
});

test.each<[string, INodeParameters, string[]]>([
	['left out', {}, ['real@example.com']],
	['wanted', { includeTestLeads: true }, ['real@example.com', 'test@example.com']],
])('test leads are %s', async (_what, parameters, emails) => {
	const harness = await followed(parameters);
	submit('test@example.com', { testLead: true });
	submit('real@example.com');
	await push();
	await until(() => itemsIn(harness).length >= emails.length);
	await settle();
	expect(emailsIn(harness).sort()).toEqual(emails);
});

test('what was not pushed is pulled once, at the first request after n8n was killed', async () => {
	const harness = await followed();
	submit('a@example.com');
	await push();
	await until(() => harness.started.length > 0);
	harness.crash();
	simulator.state.ads.leads.subscriptions.clear();
	submit('missed@example.com');
	await harness.restart();
	await simulator.portal.revalidate();
	await until(() => harness.started.length > 1);
	await settle();
	expect(emailsIn(harness)).toEqual(['a@example.com', 'missed@example.com']);
});

test('a token that LinkedIn refuses delays a lead, and does not lose it', async () => {
	const harness = await followed();
	submit('a@example.com');
	simulator.faults.add(faults.expiredToken({ times: Infinity }));
	await push();
	expect(statuses()).toEqual([503]);
	simulator.faults.clear();
	simulator.clock.advance(5 * MINUTE_MS);
	await push();
	await until(() => harness.started.length > 0);
	expect(emailsIn(harness)).toEqual(['a@example.com']);
});
