import type { INodeParameters } from 'n8n-workflow';

import { connectTo } from '../../../../engine/connection';
import { faults } from '../../../../simulator';
import { adsApp } from '../../resources/ads/connection';
import {
	ACCOUNT_OWNER,
	ADA_LEAD,
	adaLead,
	PAGE_LEAD,
	PAGE_OWNER,
	withLeads,
} from '../../resources/ads/leadForm/leads';
import { emails, pause, simulateForEachTest, simulator, submit, trigger } from './startLeadTrigger';

/** The lead trigger in n8n's own poll context, with the simulator. */

simulateForEachTest();

test('an editor run shows the newest leads as the operation gives them, and saves nothing', async () => {
	withLeads(simulator);
	const harness = trigger({ watch: 'chosen', owners: '507404993' }, { mode: 'manual' });
	const out = await harness.poll();
	expect(out?.[0].map(({ json }) => json)).toEqual([adaLead]);
	expect(harness.saves()).toBe(0);
});

describe('an editor run with fields as the editor saves them', () => {
	const locator = (mode: string, value: string) => ({ __rl: true, mode, value });
	const ALL = 'urn:li:sponsoredAccount:507404993, urn:li:organization:2414183';

	test.each<[string, INodeParameters, string[]]>([
		['one owner of the list', { owners: locator('list', 'urn:li:organization:2414183') }, [PAGE_LEAD]],
		['several owners by ID', { owners: locator('id', ALL) }, [ADA_LEAD, PAGE_LEAD]],
		[
			'one form of the list',
			{ owners: locator('id', ALL), leadForms: locator('list', 'urn:li:leadGenForm:7234999') },
			[PAGE_LEAD],
		],
		[
			'several forms by ID',
			{ owners: locator('id', ALL), leadForms: locator('id', '7234999, 7234246') },
			[ADA_LEAD, PAGE_LEAD],
		],
		['no form', { owners: locator('id', ALL), leadForms: locator('list', '') }, [ADA_LEAD, PAGE_LEAD]],
	])('%s', async (_name, parameters, leads) => {
		withLeads(simulator);
		const out = await trigger({ watch: 'chosen', ...parameters }, { mode: 'manual' }).poll();
		expect(out?.[0].map(({ json }) => json.id).sort()).toEqual([...leads].sort());
	});
});

test('an editor run over all that is reached finds sponsored and organic leads', async () => {
	withLeads(simulator);
	const out = await trigger({}, { mode: 'manual' }).poll();
	expect(out?.[0].map(({ json }) => json.id).sort()).toEqual([ADA_LEAD, PAGE_LEAD].sort());
});

describe('an editor run', () => {
	/** Its page is one on which ada may only write. */
	const REFUSED = 'urn:li:sponsoredAccount:510426150';
	const REFUSED_PAGE = 'urn:li:organization:5583111';
	const ALLOWED = 'urn:li:sponsoredAccount:507404993';
	const manual = (parameters: INodeParameters) => trigger(parameters, { mode: 'manual' });
	const chosen = (...owners: string[]) => ({ watch: 'chosen', owners: owners.join(', ') });

	test.each([
		['a page without a lead role beside an ad account', chosen(REFUSED_PAGE, ALLOWED)],
		['an ad account of a page without a lead role beside another', chosen(ALLOWED, REFUSED)],
		['all that is reached, one of which has no lead role', { watch: 'reached' }],
	])('over %s ends without items where there are no leads', async (_what, parameters) => {
		const harness = manual(parameters);
		expect(await harness.poll()).toBeNull();
		const refused = simulator.requests.filter(({ status }) => status === 403);
		expect(refused.length).toBeGreaterThan(0);
		expect(harness.logs().filter(({ message }) => message.startsWith('Left out'))).toHaveLength(1);
	});

	test('shows the leads of the others, and says once on the first what is left out', async () => {
		withLeads(simulator);
		submit(ACCOUNT_OWNER, 'second@example.com');
		const out = await manual(chosen(REFUSED_PAGE, REFUSED, ALLOWED)).poll();
		expect(emails(out).sort()).toEqual(['ada@example.com', 'second@example.com']);
		expect(out?.[0].map(({ json }) => json.notice)).toEqual([
			expect.stringContaining(`to their leads: ${REFUSED_PAGE}, ${REFUSED}. `),
			undefined,
		]);
	});

	test('fails where LinkedIn refuses all owners, and names the roles', async () => {
		await expect(manual(chosen(REFUSED_PAGE, REFUSED)).poll()).rejects.toMatchObject({
			message: expect.stringContaining("This connection isn't allowed"),
			description: expect.stringMatching(/ADMINISTRATOR or LEAD_GEN_FORMS_MANAGER.*On the ad account/),
			httpCode: '403',
		});
	});

	test('fails where no leads were found before LinkedIn failed', async () => {
		simulator.faults.add(faults.expiredToken({ after: 1, times: Infinity }));
		await expect(manual(chosen(ALLOWED, PAGE_OWNER.organization)).poll()).rejects.toThrow('expired');
	});

	test('fails where pages are wanted and may not be listed', async () => {
		const scopes = ['r_marketing_leadgen_automation'];
		const credentials = { ...connectTo(simulator, { ...adsApp, scopes }), name: 'no pages' };
		const harness = trigger({ leadTypes: ['EVENT'] }, { mode: 'manual', credentials });
		await expect(harness.poll()).rejects.toThrow("Pages can't be listed without the scope");
	});
});

test('starts with what comes from then on, and emits each lead of accounts and pages once', async () => {
	withLeads(simulator);
	const harness = trigger();
	expect(await harness.poll()).toBeNull();
	await pause(5);
	submit(ACCOUNT_OWNER, 'a@example.com');
	submit(PAGE_OWNER, 'p@example.com');
	await harness.restart();
	await pause(5);
	const first = emails(await harness.poll());
	const second = emails(await harness.poll());
	expect([...first, ...second].sort()).toEqual(['a@example.com', 'p@example.com']);
	await harness.restart();
	expect(await harness.poll()).toBeNull();
});

test('a crash after an emission neither repeats nor loses a lead', async () => {
	const harness = trigger({ watch: 'chosen', owners: 'urn:li:sponsoredAccount:507404993' });
	await harness.poll();
	await pause(5);
	submit(ACCOUNT_OWNER, 'one@example.com');
	await harness.restart();
	await pause(5);
	expect(emails(await harness.poll())).toEqual(['one@example.com']);
	submit(ACCOUNT_OWNER, 'two@example.com');
	harness.crash();
	await pause(5);
	expect(emails(await harness.poll())).toEqual(['two@example.com']);
});

test('a fault of LinkedIn never throws, and is said once', async () => {
	simulator.faults.add(faults.unavailable({ times: Infinity }));
	const harness = trigger({ watch: 'chosen', owners: '507404993' });
	expect(await harness.poll()).toBeNull();
	expect(await harness.poll()).toBeNull();
	const lines = harness.logs().map(({ message }) => message);
	expect(lines.filter((line) => line.includes('trying again soon'))).toHaveLength(1);
});

/** LinkedIn answers with leads without their forms. */
const withoutForms = (email: string) => {
	const at = Date.now() + 1;
	simulator.faults.add({
		match: { path: /leadFormResponses/ },
		times: Infinity,
		effect: {
			status: 200,
			body: {
				paging: { start: 0, count: 100, links: [], total: 1 },
				elements: [
					{
						id: 'bare-6',
						submittedAt: at,
						versionedLeadGenFormUrn: 'urn:li:versionedLeadGenForm:(urn:li:leadGenForm:7234246,1)',
						formResponse: {
							answers: [{ questionId: 307234246, answerDetails: { textQuestionAnswer: { answer: email } } }],
						},
					},
				],
			},
		},
	});
};

test('a lead whose form cannot be read for now waits for it, and its form is read once', async () => {
	withLeads(simulator);
	const harness = trigger({ watch: 'chosen', owners: '507404993' });
	await harness.poll();
	await pause(5);
	withoutForms('bare@example.com');
	simulator.faults.add({ match: { path: /leadForms/ }, times: 1, effect: { status: 503, body: {} } });
	await harness.restart();
	await pause(5);
	expect(await harness.poll()).toBeNull();
	expect(simulator.requests.filter(({ url }) => url.includes('/leadForms'))).toHaveLength(1);
	await harness.restart();
	expect(emails(await harness.poll())).toEqual(['bare@example.com']);
	expect(await harness.poll()).toBeNull();
	await harness.restart();
	expect(await harness.poll()).toBeNull();
	expect(simulator.requests.filter(({ url }) => url.includes('/leadForms'))).toHaveLength(2);
});

test.each([
	[50, ['100', '50', '50']],
	[20, ['100', '50', '10', '10']],
])('where LinkedIn takes pages of up to %d only, that is found out once', async (most, counts) => {
	simulator.state.leadPageMax = most;
	const harness = trigger({ watch: 'chosen', owners: '507404993' });
	await harness.poll();
	await harness.restart();
	await harness.poll();
	expect(simulator.requests.map(({ url }) => /count=(\d+)/.exec(url)?.[1])).toEqual(counts);
});

test('pages that cannot be listed do not hold up ad accounts', async () => {
	simulator.faults.add({
		match: { path: /organizationAcls/ },
		times: Infinity,
		effect: { status: 403, body: { status: 403, code: 'ACCESS_DENIED', message: 'No' } },
	});
	const harness = trigger();
	await harness.poll();
	await pause(5);
	submit(ACCOUNT_OWNER, 'a@example.com');
	await harness.restart();
	await pause(5);
	expect(emails(await harness.poll())).toEqual(['a@example.com']);
	const said = harness.logs().filter(({ message }) => message.includes('could be listed'));
	expect(said).toHaveLength(1);
});

test('two polls at once are one', async () => {
	const harness = trigger({ watch: 'chosen', owners: '507404993' });
	await Promise.all([harness.poll(), harness.poll()]);
	expect(simulator.requests).toHaveLength(1);
	expect(harness.logs().filter(({ message }) => message.includes('still running'))).toHaveLength(1);
});

test('polls inside the pace make no call', async () => {
	const harness = trigger({ watch: 'chosen', owners: '507404993', maxCallsADay: 80 });
	for (let poll = 0; poll < 5; poll += 1) await harness.poll();
	expect(simulator.requests).toHaveLength(1);
});

test.each<[string, INodeParameters, string]>([
	['no owner', { watch: 'chosen', owners: '' }, 'No owner is chosen'],
	['what is no owner', { watch: 'chosen', owners: 'Acme' }, 'is not an ad account'],
	[
		'types that the owner does not have',
		{ watch: 'chosen', owners: '507404993', leadTypes: ['EVENT'] },
		'None of the owners can have leads of these types',
	],
	['what is no form', { leadForms: 'urn:li:share:1' }, 'share'],
])('%s is refused at the first poll, without a call', async (_what, parameters, message) => {
	await expect(trigger(parameters).poll()).rejects.toThrow(message);
	expect(simulator.requests).toEqual([]);
});

test('a connection without the scope is told the product', async () => {
	const credentials = { ...connectTo(simulator, { ...adsApp, scopes: ['r_ads'] }), name: 'no leads' };
	const harness = trigger({ watch: 'chosen', owners: '507404993' }, { credentials });
	await expect(harness.poll()).rejects.toThrow('r_marketing_leadgen_automation');
	expect(simulator.requests).toEqual([]);
});
