import {
	budgetsAfter,
	daysOf,
	needsStored,
	storedBudgets,
	tooHigh,
	type BudgetChange,
	type Budgets,
} from '../../../../../../nodes/LinkedIn/resources/ads/requests/budgetLimit';

/** What Highest Daily Budget allows (docs/access.md). */

const DAY_MS = 86_400_000;
const START = Date.UTC(2027, 0, 1);
const NOW = START - DAY_MS;
const days = (count: number) => ({ start: START, end: START + Math.round(count * DAY_MS) });
/** It began some days ago, and ends in some. */
const running = (ago: number, left: number) => ({ start: NOW - ago * DAY_MS, end: NOW + left * DAY_MS });

describe('budgets that are known', () => {
	test.each<[string, Budgets, number, string | undefined]>([
		['a daily budget of the limit', { dailyBudget: '50' }, 50, undefined],
		['the limit with more decimals', { dailyBudget: '50.000' }, 50, undefined],
		['a cent more', { dailyBudget: '50.01' }, 50, 'Daily Budget is 50.01'],
		['the fraction of a limit', { dailyBudget: '0.31' }, 0.3, 'Daily Budget is 0.31'],
		[
			'a calculated amount with an error in its last digit',
			{ dailyBudget: String(0.1 + 0.2) },
			0.3,
			undefined,
		],
		[
			'a difference beyond the digits of a number',
			{ dailyBudget: '12345678901234.5601' },
			12345678901234.56,
			'Daily Budget is 12345678901234.5601',
		],
		['a limit that JavaScript writes with an exponent', { dailyBudget: '999999999999999' }, 1e21, undefined],
		['a tiny limit', { dailyBudget: '1' }, 1e-7, 'Daily Budget is 1'],
		['a total of the limit on each day', { totalBudget: '500', runSchedule: days(10) }, 50, undefined],
		[
			'a cent more',
			{ totalBudget: '500.01', runSchedule: days(10) },
			50,
			'Total Budget is 500.01 for 10 days',
		],
		[
			'a part of a day, which does not count',
			{ totalBudget: '501', runSchedule: days(10.9) },
			50,
			'Total Budget is 501 for 10 days',
		],
		['less than a day, which counts as one', { totalBudget: '50', runSchedule: days(0.1) }, 50, undefined],
		[
			'a total without an end',
			{ totalBudget: '51', runSchedule: { start: START } },
			50,
			'Total Budget is 51 for 1 day',
		],
		['a total whose schedule is not known', { totalBudget: '51' }, 50, undefined],
		[
			'both, of which the total is too high',
			{ dailyBudget: '5', totalBudget: '501', runSchedule: days(10) },
			50,
			'Total Budget is 501 for 10 days',
		],
		['no budget', { runSchedule: days(10) }, 50, undefined],
		[
			'a total of which only one day is left',
			{ totalBudget: '6000', runSchedule: running(59, 1) },
			100,
			'Total Budget is 6000 for 1 day',
		],
		[
			'a total whose end is over',
			{ totalBudget: '101', runSchedule: running(59, -1) },
			100,
			'Total Budget is 101 for 1 day',
		],
		[
			'a total for the days that are left',
			{ totalBudget: '1000', runSchedule: running(59, 10) },
			100,
			undefined,
		],
		[
			'an accelerated total, which can be spent on one day',
			{ totalBudget: '500', runSchedule: days(10), pacing: 'ACCELERATED' },
			50,
			'Total Budget is 500 for 1 day',
		],
		[
			'an accelerated total whose schedule is not known',
			{ totalBudget: '51', pacing: 'ACCELERATED' },
			50,
			'Total Budget is 51 for 1 day',
		],
		[
			'an accelerated total that a daily budget spreads',
			{ dailyBudget: '50', totalBudget: '500', runSchedule: days(10), pacing: 'ACCELERATED' },
			50,
			undefined,
		],
		[
			'more digits than a number keeps',
			{ dailyBudget: '9999999999999999.9999999' },
			50,
			'Daily Budget is 9999999999999999.9999999',
		],
	])('%s', (_what, budgets, limit, said) => {
		const found = tooHigh(budgets, limit, NOW);
		expect(found && `${found.field} ${found.what}`).toBe(said);
	});

	test('a schedule has at least one day', () => {
		expect([days(3), days(2.99), { end: START }, {}].map((one) => daysOf(one, NOW))).toEqual([3, 2, 1, 1]);
	});
});

describe('budgets after a change', () => {
	const stored = { dailyBudget: '40', totalBudget: '1000', runSchedule: days(10) };
	test.each<[string, Partial<BudgetChange>, string | undefined]>([
		['activates', { activates: true }, 'Total Budget'],
		['lowers the daily budget', { dailyBudget: '30' }, undefined],
		['raises the daily budget', { dailyBudget: '45' }, 'Total Budget'],
		['lowers the daily budget to one that is still too high', { dailyBudget: '60' }, 'Daily Budget'],
		['lowers the total by too little', { totalBudget: '900' }, 'Total Budget'],
		['lowers the total enough', { totalBudget: '500' }, undefined],
		['moves the end to soon after', { runSchedule: days(19) }, 'Total Budget'],
		['moves the end far enough', { runSchedule: days(20) }, undefined],
		['takes the end away', { runSchedule: { start: START } }, 'Total Budget'],
		['brings the start forward', { runSchedule: { ...days(10), start: NOW } }, 'Total Budget'],
		['replaces all of it', { dailyBudget: '50', totalBudget: '250', runSchedule: days(5) }, undefined],
	])('one that %s', (_what, change, field) => {
		const after = budgetsAfter(stored, { activates: false, ...change }, NOW);
		expect(tooHigh(after, 50, NOW)?.field).toBe(field);
	});

	test.each<[string, Budgets, Partial<BudgetChange>, string | undefined]>([
		[
			'a start that is brought forward',
			{ runSchedule: days(10) },
			{ runSchedule: { ...days(10), start: NOW } },
			'Daily',
		],
		[
			'a start that is put off',
			{ runSchedule: days(10) },
			{ runSchedule: { ...days(10), start: START + 1 } },
			undefined,
		],
		[
			'another start before today',
			{ runSchedule: running(5, 10) },
			{ runSchedule: running(50, 10) },
			undefined,
		],
	])('a daily budget that stays too high, with %s', (_what, stored, change, field) => {
		const after = budgetsAfter({ dailyBudget: '80', ...stored }, { activates: false, ...change }, NOW);
		expect(tooHigh(after, 50, NOW)?.field).toBe(field && `${field} Budget`);
	});

	test.each<[string, string | undefined, string | undefined, string | undefined]>([
		['stored', 'ACCELERATED', undefined, 'Total Budget'],
		['stored, whatever a change says', 'ACCELERATED', 'LIFETIME', 'Total Budget'],
		['given', undefined, 'ACCELERATED', 'Total Budget'],
		['neither', 'LIFETIME', undefined, undefined],
	])('an accelerated pacing: %s', (_what, pacing, given, field) => {
		const stored = { totalBudget: '400', runSchedule: days(10), pacing };
		for (const change of [{ totalBudget: '450' }, { totalBudget: '300' }, { runSchedule: days(9) }]) {
			const after = budgetsAfter(stored, { activates: false, ...change, pacing: given }, NOW);
			expect(tooHigh(after, 50, NOW)?.field).toBe(field);
		}
	});

	test('an accelerated total that a stored daily budget spreads is spread, even if only the total changes', () => {
		const stored = { dailyBudget: '80', totalBudget: '500', runSchedule: days(10), pacing: 'ACCELERATED' };
		const after = budgetsAfter(stored, { activates: false, totalBudget: '400' }, NOW);
		expect(tooHigh(after, 50, NOW)).toBeUndefined();
	});

	test.each<[Partial<BudgetChange>, boolean]>([
		[{}, false],
		[{ activates: true }, true],
		[{ dailyBudget: '1' }, true],
		[{ totalBudget: '1' }, true],
		[{ runSchedule: days(1) }, true],
		[{ activates: true, dailyBudget: '1', totalBudget: '1', runSchedule: days(1) }, true],
	])('%j needs what is stored: %s', (change, isNeeded) => {
		expect(needsStored({ activates: false, ...change })).toBe(isNeeded);
	});
});

describe('stored budgets', () => {
	const money = (amount: unknown) => ({ amount, currencyCode: 'USD' });
	test.each<[string, Record<string, unknown>, Budgets | undefined]>([
		[
			'of both',
			{ dailyBudget: money('50'), totalBudget: money(1000.5), runSchedule: days(1) },
			{ dailyBudget: '50', totalBudget: '1000.5', runSchedule: days(1) },
		],
		['of none', { dailyBudget: null }, { runSchedule: {} }],
		[
			'with an unreadable end',
			{ totalBudget: money('5'), runSchedule: { start: START, end: 'soon' } },
			{ totalBudget: '5', runSchedule: { start: START } },
		],
		['of 0, which is none', { dailyBudget: money('0'), totalBudget: money('0.00') }, { runSchedule: {} }],
		[
			'with its pacing',
			{ totalBudget: money('5'), pacingStrategy: 'ACCELERATED' },
			{ totalBudget: '5', runSchedule: {}, pacing: 'ACCELERATED' },
		],
		['as text', { dailyBudget: '50' }, undefined],
		['without an amount', { dailyBudget: { currencyCode: 'USD' } }, undefined],
		['below zero', { totalBudget: money('-5') }, undefined],
		['with an exponent', { dailyBudget: money(1e30) }, undefined],
	])('%s', (_what, entity, budgets) => {
		expect(storedBudgets(entity)).toEqual(budgets);
	});
});
