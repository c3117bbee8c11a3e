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
const days = (count: number) => ({ start: START, end: START + Math.round(count * DAY_MS) });

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
	])('%s', (_what, budgets, limit, said) => {
		const found = tooHigh(budgets, limit);
		expect(found && `${found.field} ${found.what}`).toBe(said);
	});

	test('a schedule has at least one day', () => {
		expect([days(3), days(2.99), { end: START }, {}].map(daysOf)).toEqual([3, 2, 1, 1]);
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
		['replaces all of it', { dailyBudget: '50', totalBudget: '250', runSchedule: days(5) }, undefined],
	])('one that %s', (_what, change, field) => {
		expect(tooHigh(budgetsAfter(stored, { activates: false, ...change }), 50)?.field).toBe(field);
	});

	test.each<[Partial<BudgetChange>, boolean]>([
		[{}, false],
		[{ activates: true }, true],
		[{ dailyBudget: '1' }, true],
		[{ totalBudget: '1' }, true],
		[{ runSchedule: days(1) }, true],
		[{ activates: true, dailyBudget: '1', totalBudget: '1', runSchedule: days(1) }, false],
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
		['as text', { dailyBudget: '50' }, undefined],
		['without an amount', { dailyBudget: { currencyCode: 'USD' } }, undefined],
		['below zero', { totalBudget: money('-5') }, undefined],
		['with an exponent', { dailyBudget: money(1e30) }, undefined],
	])('%s', (_what, entity, budgets) => {
		expect(storedBudgets(entity)).toEqual(budgets);
	});
});
