import type { Answer, Fault } from '../../../../../../nodes/LinkedIn/triggers/polling/core/answer';
import { createAsker } from '../../../../../../nodes/LinkedIn/triggers/polling/core/asking';
import { DAY_MS, type Budget } from '../../../../../../nodes/LinkedIn/triggers/polling/core/budget';

/** How polls send requests: what each request costs of Max Calls a Day. */

const NOON = Date.UTC(2026, 9, 5, 12);

/** A poll that may send requests until `perDay`, or what is released of it, is used up, and their cost so far. */
function asking(perDay: number, extra = perDay) {
	const budget: { value: Budget } = { value: { perDay, day: Math.floor(NOON / DAY_MS), used: 0 } };
	let sent = 0;
	const { ask } = createAsker(
		budget,
		() => NOON,
		() => sent,
		NOON,
		() => false,
		extra,
	);
	const question = async (requests: number, fault?: Fault) =>
		await ask('poll', async (): Promise<Answer<string>> => {
			sent += requests;
			return fault ? { ok: false, fault } : { ok: true, value: 'answered' };
		});
	return { question, used: () => budget.value.used, sent: () => sent };
}

const refused: Fault = { kind: 'refused', message: 'No.' };

test.each<[string, number, Fault | undefined, number]>([
	['one request', 1, undefined, 1],
	['three requests, as of who I am', 3, undefined, 3],
	['three requests and a refusal', 3, refused, 3],
	['no request that was counted', 0, undefined, 1],
])('a question of %s', async (_what, requests, fault, cost) => {
	const { question, used } = asking(80);
	await question(requests, fault);
	expect(used()).toBe(cost);
});

test('a day that questions of several requests have spent is over', async () => {
	const { question, sent } = asking(5);
	await question(3);
	await question(3);
	expect(await question(3)).toMatchObject({ ok: false, fault: { kind: 'wait' } });
	expect(sent()).toBe(6);
});

test('what nobody used since 00:00 UTC may all be asked at noon', async () => {
	const { question, sent } = asking(81, 0);
	for (let count = 0; count < 50; count += 1) await question(1);
	expect(sent()).toBe(41);
});
