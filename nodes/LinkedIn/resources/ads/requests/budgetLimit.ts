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
	/** LinkedIn's pacing strategy. */
	pacing?: string;
}

export interface BudgetChange extends Budgets {
	/** It sets the status to active, or moves a campaign to another group, whose budget it may share from then on. */
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

/** With it, a total budget isn't spread over the days of its schedule. */
const ACCELERATED = 'ACCELERATED';

/**
 * The days a total budget is divided by: whole ones, and at least one; just one without an end. Days that are over can't
 * be spent on any more. What was spent on them isn't known, so the whole total counts for the days that are left.
 */
export function daysOf({ start, end }: RunSchedule, nowMs: number): number {
	if (start === undefined || end === undefined) return 1;
	return Math.max(1, Math.floor((end - Math.max(start, nowMs)) / DAY_MS));
}

/**
 * Daily and total budget are compared each by itself.
 * @param nowMs epoch milliseconds
 * @returns the first that is too high
 */
export function tooHigh(
	{ dailyBudget, totalBudget, runSchedule, pacing }: Budgets,
	limit: number,
	nowMs: number,
): TooHigh | undefined {
	const most = amountText(limit);
	const isHigher = (amount: string, days?: number) => isMoreThan(withoutRoundingErrors(amount), most, days);
	if (dailyBudget !== undefined && isHigher(dailyBudget)) {
		return { field: 'Daily Budget', what: `is ${dailyBudget}` };
	}
	if (totalBudget === undefined) return undefined;
	const isAtOnce = pacing === ACCELERATED && dailyBudget === undefined;
	if (runSchedule === undefined && !isAtOnce) return undefined;
	const days = isAtOnce ? 1 : daysOf(runSchedule ?? {}, nowMs);
	if (!isHigher(totalBudget, days)) return undefined;
	return { field: 'Total Budget', what: `is ${totalBudget} for ${days === 1 ? '1 day' : `${days} days`}` };
}

/**
 * The budgets after a change. What a change lowers, or doesn't touch, counts only if it activates, brings the start
 * forward or raises something else.
 * @param nowMs epoch milliseconds
 */
export function budgetsAfter(stored: Budgets, change: BudgetChange, nowMs: number): Budgets {
	const { dailyBudget, totalBudget, runSchedule } = change;
	const after: Budgets = {
		dailyBudget: dailyBudget ?? stored.dailyBudget,
		totalBudget: totalBudget ?? stored.totalBudget,
		runSchedule: runSchedule ?? stored.runSchedule ?? {},
		// LinkedIn documents that it can't be changed, so what is stored may stay.
		pacing: stored.pacing === ACCELERATED ? ACCELERATED : change.pacing,
	};
	if (change.activates || raises(stored, change, nowMs)) return after;
	const isTotalTouched = totalBudget !== undefined || runSchedule !== undefined;
	return {
		...after,
		// A daily budget that isn't compared still spreads an accelerated total.
		pacing: after.dailyBudget === undefined ? after.pacing : undefined,
		dailyBudget,
		totalBudget: isTotalTouched ? after.totalBudget : undefined,
	};
}

function raises(
	stored: Budgets,
	{ dailyBudget, totalBudget, runSchedule }: BudgetChange,
	nowMs: number,
): boolean {
	const isMore = (amount: string | undefined, before = '0') =>
		amount !== undefined && isMoreThan(amount, before);
	// All starts that are over are the same.
	const begins = (schedule: RunSchedule | undefined) => Math.max(schedule?.start ?? nowMs, nowMs);
	return (
		isMore(dailyBudget, stored.dailyBudget) ||
		isMore(totalBudget, stored.totalBudget) ||
		(runSchedule !== undefined &&
			(runSchedule.end !== stored.runSchedule?.end || begins(runSchedule) < begins(stored.runSchedule)))
	);
}

/** Whether what is stored decides, too: its pacing does even if the change says all the rest. */
export function needsStored({ activates, dailyBudget, totalBudget, runSchedule }: BudgetChange): boolean {
	return activates || [dailyBudget, totalBudget, runSchedule].some((one) => one !== undefined);
}

/** Whether there is a budget of its own. Without one, a campaign shares that of its group. */
export function hasBudget({ dailyBudget, totalBudget }: Budgets): boolean {
	return dailyBudget !== undefined || totalBudget !== undefined;
}

const AMOUNT = /^\d{1,20}(\.\d{1,30})?$/;
const money = z.object({ amount: z.union([z.string(), z.number()]) });
const schedule = z.object({ start: z.number(), end: z.number() }).partial();

/** @returns undefined if one of LinkedIn's budgets can't be read */
export function storedBudgets(entity: Entity): Budgets | undefined {
	const { dailyBudget, totalBudget, runSchedule, pacingStrategy } = entity;
	const daily = storedAmount(dailyBudget);
	const total = storedAmount(totalBudget);
	if (daily === null || total === null) return undefined;
	return {
		dailyBudget: daily,
		totalBudget: total,
		runSchedule: readEntity(schedule, runSchedule) ?? {},
		...(typeof pacingStrategy === 'string' && { pacing: pacingStrategy }),
	};
}

/** @returns undefined if there is none, or one of 0; null if it can't be read */
function storedAmount(value: unknown): string | undefined | null {
	if (value === undefined || value === null) return undefined;
	const amount = String(readEntity(money, value)?.amount);
	if (!AMOUNT.test(amount)) return null;
	return Number(amount) === 0 ? undefined : amount;
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
