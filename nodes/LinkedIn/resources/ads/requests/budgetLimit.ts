/** The rule of Highest Daily Budget: what campaigns and campaign groups may cost per day (docs/access.md). */
import { z } from 'zod';

import { LinkedInError } from '../../../transport/errors/errors';
import { readEntity, type Entity } from '../../../transport/answers/readEntity';
import { amountText, isMoreThan, withoutRoundingErrors } from '../values/decimals';
import type { RunSchedule } from '../values/schedule';

/** Amounts are digits with at most one point, in the currency of the ad account. */
export interface Budgets {
	dailyBudget?: string;
	totalBudget?: string;
	/** Undefined if it isn't known, so that the total can't be divided by its days. */
	runSchedule?: RunSchedule;
}

export interface BudgetChange extends Budgets {
	/** It sets the status to active. */
	activates: boolean;
}

/** A budget that is higher than the limit. */
export interface TooHigh {
	/** Its label. */
	field: 'Daily Budget' | 'Total Budget';
	/** What it is, to follow its label. */
	what: string;
}

const DAY_MS = 86_400_000;

/** The days a total budget is divided by: whole ones, and at least one; just one without an end. */
export function daysOf({ start, end }: RunSchedule): number {
	if (start === undefined || end === undefined) return 1;
	return Math.max(1, Math.floor((end - start) / DAY_MS));
}

/**
 * Daily and total budget are compared each by itself.
 * @returns the first that is too high
 */
export function tooHigh(
	{ dailyBudget, totalBudget, runSchedule }: Budgets,
	limit: number,
): TooHigh | undefined {
	const most = amountText(limit);
	const isHigher = (amount: string, days?: number) => isMoreThan(withoutRoundingErrors(amount), most, days);
	if (dailyBudget !== undefined && isHigher(dailyBudget)) {
		return { field: 'Daily Budget', what: `is ${dailyBudget}` };
	}
	if (totalBudget === undefined || runSchedule === undefined) return undefined;
	const days = daysOf(runSchedule);
	if (!isHigher(totalBudget, days)) return undefined;
	return { field: 'Total Budget', what: `is ${totalBudget} for ${days === 1 ? '1 day' : `${days} days`}` };
}

/**
 * The budgets after a change. What a change lowers, or doesn't touch, counts only if it activates or
 * raises something else.
 */
export function budgetsAfter(stored: Budgets, change: BudgetChange): Budgets {
	const { activates, dailyBudget, totalBudget, runSchedule } = change;
	const after: Budgets = {
		dailyBudget: dailyBudget ?? stored.dailyBudget,
		totalBudget: totalBudget ?? stored.totalBudget,
		runSchedule: runSchedule ?? stored.runSchedule ?? {},
	};
	if (activates || raises(stored, change)) return after;
	const isTotalTouched = totalBudget !== undefined || runSchedule !== undefined;
	return { ...after, dailyBudget, totalBudget: isTotalTouched ? after.totalBudget : undefined };
}

function raises(stored: Budgets, { dailyBudget, totalBudget, runSchedule }: BudgetChange): boolean {
	const isMore = (amount: string | undefined, before = '0') =>
		amount !== undefined && isMoreThan(amount, before);
	return (
		isMore(dailyBudget, stored.dailyBudget) ||
		isMore(totalBudget, stored.totalBudget) ||
		(runSchedule !== undefined && runSchedule.end !== stored.runSchedule?.end)
	);
}

/** Whether what is stored decides, too: it does unless the change says all of it, or nothing of it. */
export function needsStored({ activates, dailyBudget, totalBudget, runSchedule }: BudgetChange): boolean {
	const given = [dailyBudget, totalBudget, runSchedule].filter((one) => one !== undefined).length;
	return given < 3 && (given > 0 || activates);
}

const AMOUNT = /^\d{1,20}(\.\d{1,30})?$/;
const money = z.object({ amount: z.union([z.string(), z.number()]) });
const schedule = z.object({ start: z.number(), end: z.number() }).partial();

/** @returns undefined if one of LinkedIn's budgets can't be read */
export function storedBudgets({ dailyBudget, totalBudget, runSchedule }: Entity): Budgets | undefined {
	const daily = storedAmount(dailyBudget);
	const total = storedAmount(totalBudget);
	if (daily === null || total === null) return undefined;
	return { dailyBudget: daily, totalBudget: total, runSchedule: readEntity(schedule, runSchedule) ?? {} };
}

/** @returns undefined if there is none, null if it can't be read */
function storedAmount(value: unknown): string | undefined | null {
	if (value === undefined || value === null) return undefined;
	const amount = String(readEntity(money, value)?.amount);
	return AMOUNT.test(amount) ? amount : null;
}

/** @param subject who has the budget, e.g. `The campaign was not changed: its ` */
export function budgetTooHigh({ field, what }: TooHigh, limit: number, subject = ''): LinkedInError {
	return new LinkedInError(`${subject}${field} ${what}, and ${allowed(limit)}`, {
		code: 'BUDGET_TOO_HIGH',
		field,
		advice: `Lower the ${field}, or ask the owner of the credential to raise Highest Daily Budget there.`,
	});
}

/** The second half of a sentence. */
export const allowed = (limit: number) =>
	`Highest Daily Budget in the credential allows ${amountText(limit)} per day`;
