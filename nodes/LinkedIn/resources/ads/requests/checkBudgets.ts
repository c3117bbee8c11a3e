/** Compares budgets with Highest Daily Budget before anything is changed. Without a limit nothing is read. */
import { readMany, type BatchResult } from '../../../transport/answers/batch';
import type { Entity } from '../../../transport/answers/readEntity';
import { LinkedInError } from '../../../transport/errors/errors';
import type { SponsoredRef } from '../../../transport/restli/urns/sponsored';
import type { RestliValue } from '../../../transport/restli/value';
import type { LinkedInClient } from '../../../transport/types';
import { fetchEntity } from '../../batchGet';
import type { Money } from '../values/money';
import type { RunSchedule } from '../values/schedule';
import {
	allowed,
	budgetsAfter,
	budgetTooHigh,
	hasBudget,
	needsStored,
	storedBudgets,
	tooHigh,
	type BudgetChange,
	type Budgets,
} from './budgetLimit';
import type { Withheld, WithheldBy } from './update';

/** What a budget can belong to. */
type Owner = 'campaign' | 'campaignGroup';

const STORED = {
	campaign: {
		path: 'adCampaigns',
		fields: 'id,dailyBudget,totalBudget,runSchedule,pacingStrategy',
		name: 'campaign',
	},
	campaignGroup: {
		path: 'adCampaignGroups',
		fields: 'id,dailyBudget,totalBudget,runSchedule',
		name: 'campaign group',
	},
	creative: { path: 'creatives', fields: 'id,campaign' },
} as const;

/** @throws LinkedInError if what is given is higher than the limit; makes no call */
export function checkBudgets(linkedin: LinkedInClient, budgets: Budgets): void {
	const limit = linkedin.connection.rules.highestDailyBudget;
	const found = limit === undefined ? undefined : tooHigh(budgets, limit, Date.now());
	if (limit === undefined || found === undefined) return;
	linkedin.noteHeldBack(undefined, 'daily budget');
	throw budgetTooHigh(found, limit);
}

/** What an update makes of budgets, from its values in LinkedIn's format. */
export function budgetChange(set: {
	status?: string;
	dailyBudget?: Money;
	totalBudget?: Money;
	runSchedule?: RunSchedule;
	campaignGroup?: string;
	pacingStrategy?: unknown;
}): BudgetChange {
	return {
		activates: set.status === 'ACTIVE' || set.campaignGroup !== undefined,
		...(typeof set.pacingStrategy === 'string' && { pacing: set.pacingStrategy }),
		dailyBudget: set.dailyBudget?.amount,
		totalBudget: set.totalBudget?.amount,
		runSchedule: set.runSchedule,
	};
}

const NONE: WithheldBy = () => undefined;

/**
 * Compares the budgets that entities will have after a change. Reads what is stored: one call, for several one per 100.
 * @returns of several: why one must stay as it is
 * @throws LinkedInError for what the change itself gives, and if the only entity must stay as it is
 */
export async function withheldByBudget(
	linkedin: LinkedInClient,
	kind: Owner,
	account: string,
	refs: SponsoredRef[],
	change: BudgetChange,
): Promise<WithheldBy> {
	// How it's paced, and whether another budget spreads it, is decided with what is stored.
	checkBudgets(linkedin, { ...change, pacing: undefined });
	const limit = linkedin.connection.rules.highestDailyBudget;
	if (limit === undefined || !needsStored(change)) return NONE;
	const ids = refs.map(({ id }) => id);
	const stored = await readStored(linkedin, kind, account, ids, refs.length === 1);
	const reasons = stored.map((found) => against(found, kind, change, limit));
	return withheldOf(linkedin, refs, reasons, `The ${STORED[kind].name} was not changed`);
}

/**
 * Compares the budget of the campaign that an active creative is created in. Takes one call.
 * @throws LinkedInError if it's too high or can't be read
 */
export async function checkCampaign(
	linkedin: LinkedInClient,
	account: string,
	campaign: SponsoredRef,
): Promise<void> {
	const limit = linkedin.connection.rules.highestDailyBudget;
	if (limit === undefined) return;
	const [found] = await readStored(linkedin, 'campaign', account, [campaign.id], true);
	const reason = against(found, 'campaign', ACTIVATION, limit);
	withheldOf(linkedin, [campaign], [reason], 'The creative was not created');
}

/**
 * Compares the budgets of the campaigns that creatives to be activated belong to. Reads the creatives, which name their
 * campaigns, and then these: one call each, for several one per 100.
 * @returns of several: why one must stay as it is
 * @throws LinkedInError if the only one must stay as it is
 */
export async function withheldByCampaign(
	linkedin: LinkedInClient,
	account: string,
	refs: SponsoredRef[],
): Promise<WithheldBy> {
	const limit = linkedin.connection.rules.highestDailyBudget;
	if (limit === undefined) return NONE;
	const isOnly = refs.length === 1;
	const urns = refs.map(({ urn }) => urn);
	const creatives = await readStored(linkedin, 'creative', account, urns, isOnly);
	const campaigns = creatives.map((found) => (found.ok ? campaignOf(found.value.campaign) : undefined));
	const ids = [...new Set(campaigns.filter((id) => id !== undefined))];
	const stored = ids.length === 0 ? [] : await readStored(linkedin, 'campaign', account, ids, isOnly);
	const reasons = creatives.map((found, index) => {
		if (!found.ok) return unread(found);
		const at = ids.indexOf(campaigns[index] ?? '');
		return at < 0 ? unread() : against(stored[at], 'campaign', ACTIVATION, limit);
	});
	return withheldOf(linkedin, refs, reasons, 'The creative was not changed');
}

const ACTIVATION: BudgetChange = { activates: true };

function campaignOf(value: unknown): string | undefined {
	return typeof value === 'string' ? /^urn:li:sponsoredCampaign:(\d+)$/.exec(value)?.[1] : undefined;
}

async function readStored(
	linkedin: LinkedInClient,
	kind: keyof typeof STORED,
	account: string,
	ids: string[],
	isOnly: boolean,
): Promise<BatchResult[]> {
	const path = `/rest/adAccounts/{account}/${STORED[kind].path}`;
	const query = { fields: STORED[kind].fields };
	const single = (id: RestliValue) => ({
		restliMethod: 'GET' as const,
		path: `${path}/{id}`,
		keys: { account, id },
		query,
	});
	const found: BatchResult[] = isOnly
		? [{ ok: true, value: await fetchEntity(linkedin, single(ids[0])) }]
		: await readMany(linkedin, { batch: { path, keys: { account }, query }, ids, single });
	return found.map((one, index) => (!one.ok || isOf(ids[index], one.value) ? one : ANOTHER));
}

const ANOTHER: BatchResult = { ok: false, status: 200, reason: 'its answer is about something else' };

/** Whether an answer is about what was asked for, by its id, which may be a number or a URN. */
function isOf(asked: string, { id }: Entity): boolean {
	const numberIn = (text: string) => text.slice(text.lastIndexOf(':') + 1);
	return (typeof id === 'string' || typeof id === 'number') && numberIn(String(id)) === numberIn(asked);
}

/** Why a budget stands against a change: the words for an item, and the error for a single entity. */
interface Against extends Withheld {
	errorFor: (subject: string) => LinkedInError;
}

function against(found: BatchResult, kind: Owner, change: BudgetChange, limit: number): Against | undefined {
	if (!found.ok) return unread(found);
	const stored = storedBudgets(found.value);
	if (stored === undefined) return unread();
	// A campaign group needs no budget of its own. A campaign without one shares that of its group, which isn't read.
	const isShared = kind === 'campaign' && !hasBudget(stored);
	const onlyGivesBudget = hasBudget(change) && !change.activates && change.runSchedule === undefined;
	if (isShared && !onlyGivesBudget) return unread();
	const nowMs = Date.now();
	const high = tooHigh(budgetsAfter(stored, change, nowMs), limit, nowMs);
	if (high === undefined) return undefined;
	const { field, what } = high;
	const of = kind === 'campaign' ? "the campaign's" : "the campaign group's";
	return {
		status: null,
		reason: `Not changed, because ${of} ${field} ${what}, and ${allowed(limit)}`,
		errorFor: (subject) => budgetTooHigh(high, limit, `${subject}: ${of} `),
	};
}

const UNKNOWN = "LinkedIn didn't return the budget to compare with Highest Daily Budget";

function unread(refused?: { status: number; reason: string }): Against {
	return {
		status: refused?.status ?? null,
		reason: `Not changed, because ${UNKNOWN}${refused ? `: ${refused.reason}` : ''}`,
		errorFor: (subject) =>
			new LinkedInError(`${subject}: ${UNKNOWN}`, {
				code: 'UNEXPECTED_ANSWER',
				field: 'Highest Daily Budget',
				advice: 'Check the budget in Campaign Manager, and make this change there.',
			}),
	};
}

function withheldOf(
	linkedin: LinkedInClient,
	refs: SponsoredRef[],
	reasons: Array<Against | undefined>,
	subject: string,
): WithheldBy {
	if (reasons.some((reason) => reason !== undefined)) linkedin.noteHeldBack(undefined, 'daily budget');
	if (refs.length === 1 && reasons[0]) throw reasons[0].errorFor(subject);
	const byUrn = new Map(refs.map(({ urn }, index) => [urn, reasons[index]]));
	return ({ urn }) => {
		const found = byUrn.get(urn);
		return found && { status: found.status, reason: found.reason };
	};
}
