import type { INodeParameters } from 'n8n-workflow';

import { ACCOUNT_OWNER } from '../../resources/ads/leadForm/leads';
import { simulateForEachTest, simulator, trigger } from './startLeadTrigger';

/** What n8n emits for lists in LinkedIn's various forms, in n8n's own poll context. */

simulateForEachTest();

const MINUTE_MS = 60_000;
const HOUR_MS = 60 * MINUTE_MS;

let nowMs: number;
let clock: jest.SpyInstance;
beforeEach(() => {
	nowMs = Date.UTC(2026, 10, 2, 9, 0);
	clock = jest.spyOn(Date, 'now').mockImplementation(() => nowMs);
});
afterEach(() => clock.mockRestore());

interface Sent {
	id: string;
	at: number;
	shownAt: number;
}

/** LinkedIn answers with these leads: in this order, without a total and without a next link. */
function answerWith(leads: Sent[], isHidden: (place: number) => boolean = () => false) {
	simulator.faults.add({
		match: { path: /leadFormResponses/ },
		times: Infinity,
		effect: 'pass',
		spoils: {
			body: () => {
				const { url } = simulator.requests.at(-1)!;
				const number = (pattern: RegExp) => Number(pattern.exec(decodeURIComponent(url))?.[1]);
				const [start, count] = [number(/[?&]start=(\d+)/), number(/[?&]count=(\d+)/)];
				const [from, to] = [number(/\(start:(\d+)/), number(/end:(\d+)\)/)];
				const inRange = leads.filter(({ at, shownAt }) => at >= from && at < to && shownAt <= nowMs);
				const page = inRange.slice(start, start + count).filter((_, place) => !isHidden(start + place));
				return {
					paging: { start, count, links: [] },
					elements: page.map(({ id, at }) => ({ id, submittedAt: at, form: { content: {} } })),
				};
			},
		},
	});
}

function live(parameters: INodeParameters = {}) {
	const harness = trigger({ watch: 'chosen', owners: ACCOUNT_OWNER.sponsoredAccount, ...parameters });
	const out: string[] = [];
	const run = async (forMs: number, everyMs: number) => {
		for (const until = nowMs + forMs; nowMs < until; nowMs += everyMs) {
			const items = await harness.poll();
			out.push(...(items?.[0] ?? []).map(({ json }) => String(json.id)));
		}
	};
	return { run, out };
}
const sent = (id: string, lateMs = 0): Sent => ({ id, at: nowMs, shownAt: nowMs + lateMs });

test('pages of 96 of 100, without a next link and without a total, lose none of 246', async () => {
	const leads: Sent[] = [];
	answerWith(leads, (place) => place < 100 && place % 25 === 24);
	const { run, out } = live({ maxCallsADay: 1000 });
	await run(HOUR_MS, 10 * MINUTE_MS);
	for (let lead = 0; lead < 250; lead += 1) leads.push(sent(`lead-${lead}`));
	nowMs += 1;
	await run(2 * HOUR_MS, 10 * MINUTE_MS);
	expect(out.length).toBe(246);
	expect(new Set(out).size).toBe(246);
});

test('leads that show hours and days late come once', async () => {
	const leads: Sent[] = [];
	answerWith(leads);
	const { run, out } = live({ maxCallsADay: 200 });
	await run(HOUR_MS, 10 * MINUTE_MS);
	for (let lead = 0; lead < 20; lead += 1) {
		leads.push(sent(`late-${lead}`, (lead + 1) * 3 * HOUR_MS));
		leads.push(sent(`soon-${lead}`));
		await run(HOUR_MS, 10 * MINUTE_MS);
	}
	await run(84 * HOUR_MS, HOUR_MS);
	expect(out.length).toBe(40);
	expect(new Set(out).size).toBe(40);
});

test('a clock that runs a day ahead for ten minutes loses none', async () => {
	const leads: Sent[] = [];
	answerWith(leads);
	const { run, out } = live();
	await run(HOUR_MS, 10 * MINUTE_MS);
	for (let lead = 0; lead < 40; lead += 1) {
		leads.push(sent(`lead-${lead}`));
		nowMs += 20 * MINUTE_MS;
	}
	const { length } = leads;
	nowMs += 24 * HOUR_MS;
	await run(10 * MINUTE_MS, 5 * MINUTE_MS);
	nowMs -= 24 * HOUR_MS;
	leads.push(sent('in-between'));
	nowMs += 2 * HOUR_MS;
	await run(6 * HOUR_MS, 10 * MINUTE_MS);
	expect(new Set(out).size).toBe(length + 1);
	expect(out.length).toBe(length + 1);
});

test('a poll without news stays at one call, and the day within its calls', async () => {
	const leads: Sent[] = [];
	answerWith(leads);
	const { run, out } = live({ maxCallsADay: 80 });
	await run(HOUR_MS, MINUTE_MS);
	for (let lead = 0; lead < 5; lead += 1) leads.push(sent(`lead-${lead}`));
	nowMs += 1;
	await run(2 * HOUR_MS, MINUTE_MS);
	expect(out).toHaveLength(5);
	simulator.requests.length = 0;
	await run(10 * HOUR_MS, MINUTE_MS);
	// 60 a day.
	expect(simulator.requests.length).toBeLessThanOrEqual(26);
	expect(simulator.requests.every(({ url }) => /[?&]start=0&/.test(`${url}&`))).toBe(true);
});
