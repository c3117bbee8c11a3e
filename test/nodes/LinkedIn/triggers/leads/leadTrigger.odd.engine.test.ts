import { ACCOUNT_OWNER, PAGE_OWNER, withLeads } from '../../resources/ads/leadForm/leads';
import { emails, pause, simulateForEachTest, simulator, submit, trigger } from './startLeadTrigger';

/** Odd elements in LinkedIn's lists of leads, ad accounts and roles don't hold up anything else. */

simulateForEachTest();

type Page = { elements: Array<Record<string, unknown>> };
/** LinkedIn's own answer with other elements. */
const listing = (path: RegExp, change: (elements: Page['elements']) => unknown) =>
	simulator.faults.add({
		match: { path },
		times: Infinity,
		effect: 'pass',
		spoils: {
			body: (body) => ({ ...(body as Page), elements: change((body as Page).elements) }),
		},
	});

test.each<[what: string, odd: unknown]>([
	['null', null],
	['a text', 'x'],
	['one without an id', { id: null, submittedAt: 1 }],
	['an empty one', {}],
])('%s among leads is left out and said once; the others come', async (_what, odd) => {
	withLeads(simulator);
	const harness = trigger({ watch: 'chosen', owners: '507404993' });
	await harness.poll();
	listing(/leadFormResponses/, (leads) => [odd, ...leads]);
	await pause(5);
	submit(ACCOUNT_OWNER, 'one@example.com');
	await pause(5);
	submit(ACCOUNT_OWNER, 'two@example.com');
	await harness.restart();
	await pause(5);
	expect(emails(await harness.poll())).toEqual(['one@example.com', 'two@example.com']);
	expect(await harness.poll()).toBeNull();
	const said = harness
		.logs()
		.filter(({ message }) => /could not be read and (was|were) left out/.test(message));
	expect(said).toHaveLength(1);
});

test.each([null, 1e20, 'soon'])('a lead whose time is %j comes once', async (submittedAt) => {
	withLeads(simulator);
	const harness = trigger({ watch: 'chosen', owners: '507404993' });
	await harness.poll();
	listing(/leadFormResponses/, (leads) => leads.map((lead) => ({ ...lead, submittedAt, submitter: null })));
	await pause(5);
	submit(ACCOUNT_OWNER, 'one@example.com');
	await harness.restart();
	await pause(5);
	const out = await harness.poll();
	expect(emails(out)).toEqual(['one@example.com']);
	expect(out?.[0][0].json).toMatchObject({ submittedAt: null, submitter: null });
	for (let poll = 0; poll < 3; poll += 1) expect(await harness.poll()).toBeNull();
});

test.each<[what: string, isWithout: (answer: number) => boolean]>([
	['never has an id', () => true],
	['has no id at first', (answer) => answer < 3],
])('a lead that %s comes once', async (_what, isWithout) => {
	withLeads(simulator);
	const harness = trigger({ watch: 'chosen', owners: '507404993' });
	await harness.poll();
	let answers = 0;
	listing(/leadFormResponses/, (leads) => {
		answers += 1;
		return leads.map((lead) => ({ ...lead, ...(isWithout(answers) && { id: null }) }));
	});
	await pause(5);
	submit(ACCOUNT_OWNER, 'one@example.com');
	const out = [];
	for (let poll = 0; poll < 4; poll += 1) {
		await harness.restart();
		await pause(5);
		out.push(...emails(await harness.poll()));
	}
	expect(out).toEqual(['one@example.com']);
	expect(answers).toBeGreaterThan(3);
});

test('odd ad accounts and roles do not hold up the others', async () => {
	listing(/adAccounts\?/, (accounts) => [null, { id: 'x' }, {}, ...accounts]);
	listing(/organizationAcls/, (roles) => [
		'x',
		{ role: null },
		{ role: 'ADMINISTRATOR', organization: 5 },
		...roles,
	]);
	const harness = trigger();
	await harness.poll();
	await pause(5);
	submit(ACCOUNT_OWNER, 'a@example.com');
	submit(PAGE_OWNER, 'b@example.com');
	await harness.restart();
	await pause(5);
	expect(emails(await harness.poll()).sort()).toEqual(['a@example.com', 'b@example.com']);
	const said = harness.logs().map(({ message }) => message);
	expect(said).toContainEqual(expect.stringMatching(/3 of \d+ ad accounts could not be read/));
	expect(said).toContainEqual(expect.stringMatching(/3 of \d+ roles on pages could not be read/));
});

test('a list of roles whose next link leads to itself ends, though each page names others', async () => {
	let pages = 0;
	simulator.faults.add({
		match: { path: /organizationAcls/ },
		times: Infinity,
		effect: 'pass',
		spoils: {
			body: () => {
				pages += 1;
				const role = (_: unknown, index: number) => ({
					role: 'ADMINISTRATOR',
					state: 'APPROVED',
					organization: `urn:li:organization:${pages * 1000 + index}`,
				});
				const links = [{ rel: 'next', href: '/rest/organizationAcls?q=roleAssignee&start=0&count=100' }];
				return { elements: Array.from({ length: 2 }, role), paging: { start: 0, count: 100, links } };
			},
		},
	});
	const harness = trigger();
	await harness.poll();
	expect(pages).toBeLessThanOrEqual(2);
	const said = harness.logs().map(({ message }) => message);
	expect(said).toContainEqual(expect.stringMatching(/list of organizations doesn't end/));
});
