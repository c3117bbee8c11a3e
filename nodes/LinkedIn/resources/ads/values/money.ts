/**
 * Amounts of money. LinkedIn requires them as text, in the currency of the ad account.
 * @see docs.campaigns
 */
import { z } from 'zod';

import { readEntity } from '../../../transport/answers/readEntity';
import { InputError } from '../../../transport/errors/inputError';
import type { LinkedInClient } from '../../../transport/types';
import { plainText } from '../../values/plainText';
import { decimalsOf, roundedTo } from './decimals';

export interface Money {
	/** A decimal number as text, e.g. `50` or `12.5`. */
	amount: string;
	currencyCode: string;
}

/**
 * Digits with at most one point; no sign, no thousands separators, no exponent. Any number of decimals: an amount is
 * rounded once its currency is known.
 */
const AMOUNT = /^\d{1,15}(\.\d{1,30})?$/;
/** What rounds up to it has one digit too many. */
const TOO_HIGH = 1e15;
/** Below this JavaScript writes numbers with an exponent. */
const LEAST_PLAIN = 1e-6;
const PLAIN_DECIMALS = 20;

const account = z.object({ currency: z.string().regex(/^[A-Z]{3}$/) });

/**
 * An amount, not yet rounded to its currency: see moneyIn.
 * @param value number or text, as typed or from an expression
 * @param field its label
 * @returns digits with at most one point, as given; undefined where nothing is given
 * @throws InputError for an invalid amount above zero
 */
export function amountOf(value: unknown, field: string): string | undefined {
	if (value === undefined || value === null || value === '') return undefined;
	const isTiny = typeof value === 'number' && value > 0 && value < LEAST_PLAIN;
	const given = isTiny ? value.toFixed(PLAIN_DECIMALS) : value;
	const text = plainText(given, field).trim().replace(/^\+/, '');
	if (text === '') return undefined;
	if (AMOUNT.test(text) && Number(text) > 0 && Number(text) < TOO_HIGH) return text;
	throw new InputError(
		field,
		`${field} must be an amount greater than 0, not "${text}"`,
		'Enter digits with a decimal point, without currency or separators, e.g. 1250.50.',
	);
}

/**
 * An amount as LinkedIn takes it: with the decimals of its currency, which arithmetic such as `{{ 0.1 + 0.2 }}` exceeds.
 * @param amount of amountOf, or `0`
 * @param currencyCode three capital letters
 * @throws InputError for what is less than half of the currency's smallest unit
 */
export function moneyIn(amount: string, currencyCode: string, field: string): Money {
	const decimals = decimalsOf(currencyCode);
	const rounded = roundedTo(amount, decimals);
	if (Number(rounded) > 0 || Number(amount) === 0) return { amount: rounded, currencyCode };
	const least = decimals === 0 ? '1' : `0.${'1'.padStart(decimals, '0')}`;
	throw new InputError(
		field,
		`${field} is ${amount} ${currencyCode}, which rounds to 0`,
		`The smallest amount of ${currencyCode} is ${least}. Enter at least that.`,
	);
}

/**
 * The currency of an ad account. Takes one call per run.
 * @param id number of the account
 * @throws LinkedInError if the account is not shown, InputError where it has no currency
 */
export async function currencyOf(linkedin: LinkedInClient, id: string): Promise<string> {
	const read = async () => {
		const { body } = await linkedin.request<unknown>({
			restliMethod: 'GET',
			path: '/rest/adAccounts/{id}',
			keys: { id },
			query: { fields: 'id,currency' },
		});
		const currency = readEntity(account, body)?.currency;
		if (currency !== undefined) return currency;
		throw new InputError(
			'Account',
			`LinkedIn didn't return a currency for the ad account ${id}`,
			'Check the ad account in Campaign Manager.',
		);
	};
	return await linkedin.once(`currency of ${id}`, read);
}

/**
 * An amount in the currency of the account.
 * @param value as for amountOf
 * @param id number of the account
 * @returns undefined where no amount is given; no call is made then
 * @throws as amountOf, currencyOf and moneyIn
 */
export async function moneyOf(
	linkedin: LinkedInClient,
	value: unknown,
	field: string,
	id: string,
): Promise<Money | undefined> {
	const amount = amountOf(value, field);
	return amount === undefined ? undefined : moneyIn(amount, await currencyOf(linkedin, id), field);
}

const money = z.object({ amount: z.union([z.string(), z.number()]), currencyCode: z.string() });

/** LinkedIn's amount of money for an item: the amount as a number and the currency; null if missing. */
export function presentMoney(value: unknown): { amount: number; currency: string } | null {
	const found = readEntity(money, value);
	const amount = Number(found?.amount);
	return found && Number.isFinite(amount) ? { amount, currency: found.currencyCode } : null;
}
