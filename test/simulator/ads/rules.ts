import type { InputFault } from './errors';

/** Rules that campaign groups and campaigns share (docs.campaignGroups, docs.campaigns). */

/** Minimums in USD that were seen: 10 a day, 100 in total. */
const LEAST_DAILY = 10;
const LEAST_TOTAL = 100;

interface Amount {
	amount: string;
	currencyCode: string;
}

export function scheduleFaults({ start, end }: { start: number; end?: number }): InputFault[] {
	if (end === undefined || end > start) return [];
	return [
		{
			code: 'START_DATE_AFTER_END_DATE',
			description: '/runSchedule/start is not before /runSchedule/end',
			fieldPath: '/runSchedule/start',
		},
	];
}

/** @param budgets by the name of the member; missing ones aren't checked */
export function budgetFaults(currency: string, budgets: Record<string, Amount | undefined>): InputFault[] {
	return Object.entries(budgets).flatMap(([name, budget]) => {
		if (!budget) return [];
		if (budget.currencyCode !== currency) {
			return [
				{
					code: 'CURRENCY_MISMATCH',
					description: `/${name} is in ${budget.currencyCode}, the account in ${currency}`,
					fieldPath: `/${name}/currencyCode`,
				},
			];
		}
		const least = name === 'totalBudget' ? LEAST_TOTAL : name === 'dailyBudget' ? LEAST_DAILY : 0;
		if (Number(budget.amount) >= least) return [];
		return [
			{
				code: 'FIELD_VALUE_TOO_LOW',
				description: `/${name}/amount ${budget.amount} is below the minimum ${least}`,
				fieldPath: `/${name}/amount`,
			},
		];
	});
}

/** What has ended stays ended, and nothing becomes a draft again. */
const FINAL = ['PENDING_DELETION', 'REMOVED', 'CANCELED'];

export function statusFaults(before: string, after: string): InputFault[] {
	const isBack = after === 'DRAFT' && before !== 'DRAFT';
	if (before === after || (!isBack && !FINAL.includes(before))) return [];
	return [
		{
			code: 'STATUS_CHANGE_NOT_ALLOWED',
			description: `/status can't be changed from ${before} to ${after}`,
			fieldPath: '/status',
		},
	];
}
