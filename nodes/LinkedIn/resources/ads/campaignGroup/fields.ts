/** Fields for creating and updating a campaign group, and their values. */
import type { INodeProperties } from 'n8n-workflow';

import { InputError } from '../../../transport/errors/inputError';
import type { Call } from '../../operation';
import { readAll } from '../../values/problems';
import { objectiveField, objectiveOf } from '../fields/objective';
import { amountOf, moneyOf, type Money } from '../values/money';
import { choiceOf } from '../values/readParameters';
import { scheduleOf, type RunSchedule } from '../values/schedule';

/** LinkedIn's limit. */
export const NAME_MAX_CHARACTERS = 100;

const BID_STRATEGIES = ['MAXIMUM_DELIVERY', 'MANUAL', 'COST_CAP'] as const;

/** Options of a collection. */
export const groupFields: INodeProperties[] = [
	{
		displayName: 'Bid Strategy',
		name: 'bidStrategy',
		type: 'options',
		default: 'MAXIMUM_DELIVERY',
		description: 'How LinkedIn bids with a daily budget shared by all campaigns of the group',
		options: [
			{ name: 'Cost Cap', value: 'COST_CAP' },
			{ name: 'Manual', value: 'MANUAL' },
			{ name: 'Maximum Delivery', value: 'MAXIMUM_DELIVERY' },
		],
	},
	{
		displayName: 'Daily Budget',
		name: 'dailyBudget',
		type: 'string',
		default: '',
		placeholder: 'e.g. 150.50',
		description:
			"Maximum spend per day, in the account's currency. LinkedIn divides it between the campaigns of the group.",
	},
	{
		displayName: 'End',
		name: 'end',
		type: 'dateTime',
		default: '',
		description: 'When the group ends; required with a total budget',
	},
	objectiveField,
	{
		displayName: 'Total Budget',
		name: 'totalBudget',
		type: 'string',
		default: '',
		placeholder: 'e.g. 5000',
		description: "Maximum total spend of the group, in the account's currency",
	},
];

/** The values of the collection in LinkedIn's format. */
export interface GroupMembers {
	runSchedule?: RunSchedule;
	totalBudget?: Money;
	dailyBudget?: Money;
	budgetOptimization?: { bidStrategy: string; budgetOptimizationStrategy: 'DYNAMIC' };
	objectiveType?: string;
}

/** The values of the collection before any call; amounts as text, without their currency. */
export interface GivenMembers {
	runSchedule: RunSchedule;
	bidStrategy: string | undefined;
	objectiveType: string | undefined;
	totalBudget: string | undefined;
	dailyBudget: string | undefined;
}

/**
 * Reads the collection.
 * @param start as given; undefined if it stays unchanged
 * @param timezone of the workflow
 * @throws InputError, InputErrors
 */
export function readMembers(given: Record<string, unknown>, start: unknown, timezone: string): GivenMembers {
	return readAll<GivenMembers>(
		{
			runSchedule: () => scheduleOf(start, given.end, timezone),
			bidStrategy: () => choiceOf(given.bidStrategy, 'Bid Strategy', BID_STRATEGIES),
			objectiveType: () => objectiveOf(given.objectiveType),
			totalBudget: () => amountOf(given.totalBudget, 'Total Budget'),
			dailyBudget: () => amountOf(given.dailyBudget, 'Daily Budget'),
		},
		({ runSchedule, bidStrategy }) => [
			// Without a start the schedule stays unchanged, and the group may have an end.
			...(!isEmpty(given.totalBudget) && runSchedule?.start !== undefined && runSchedule.end === undefined
				? [
						new InputError(
							'End',
							'A Total Budget needs an End',
							'Enter when the campaign group ends, or leave Total Budget out.',
						),
					]
				: []),
			...(bidStrategy && isEmpty(given.dailyBudget)
				? [
						new InputError(
							'Daily Budget',
							'A Bid Strategy needs a Daily Budget of the group',
							'Enter a Daily Budget, or leave Bid Strategy out so that each campaign has its own.',
						),
					]
				: []),
		],
	);
}

/**
 * The properties in LinkedIn's format. The currency is looked up if there is an amount.
 * @param account number of the ad account
 * @throws LinkedInError if the account is not shown
 */
export async function groupMembers(
	{ linkedin }: Call,
	account: string,
	{ runSchedule, bidStrategy, objectiveType, ...amounts }: GivenMembers,
): Promise<GroupMembers> {
	const totalBudget = await moneyOf(linkedin, amounts.totalBudget, 'Total Budget', account);
	const dailyBudget = await moneyOf(linkedin, amounts.dailyBudget, 'Daily Budget', account);
	return {
		...(Object.keys(runSchedule).length > 0 ? { runSchedule } : {}),
		...(totalBudget ? { totalBudget } : {}),
		...(dailyBudget
			? {
					dailyBudget,
					budgetOptimization: {
						bidStrategy: bidStrategy ?? 'MAXIMUM_DELIVERY',
						budgetOptimizationStrategy: 'DYNAMIC' as const,
					},
				}
			: {}),
		...(objectiveType ? { objectiveType } : {}),
	};
}

function isEmpty(value: unknown): boolean {
	return value === undefined || value === null || value === '';
}
