/**
 * Amounts of money. LinkedIn wants them as text, in the currency of the ad account.
 * @see https://learn.microsoft.com/en-us/linkedin/marketing/integrations/ads/account-structure/create-and-manage-campaigns
 */
import { z } from 'zod';

import type { LinkedIn } from '../../transport';
import { readEntity } from '../../transport/readEntity';
import { InputError } from '../../transport/inputError';
import { plainText } from '../fields';

export interface Money {
	/** A decimal number as text, e.g. `50` or `12.5`. */
	amount: string;
	currencyCode: string;
}

/** Digits with at most one point; no sign, no thousands separators, no exponent. */
const AMOUNT = /^\d{1,15}(\.\d{1,6})?$/;

const account = z.object({ currency: z.string().regex(/^[A-Z]{3}$/) });

/**
 * An amount as LinkedIn takes it.
 * @param value number or text, as typed or from an expression
 * @param field as it is called above the field
 * @returns undefined where nothing is given
 * @throws InputError for what is no amount above zero
 */
export function amountOf(value: unknown, field: string): string | undefined {
	if (value === undefined || value === null || value === '') return undefined;
	const text = plainText(value, field).trim().replace(/^\+/, '');
	if (text === '') return undefined;
	if (AMOUNT.test(text) && Number(text) > 0) return text;
	throw new InputError(
		field,
		`${field} is "${text}", and an amount above 0 is needed`,
		'Give digits with a point for the fraction and without currency or separators, e.g. 1250.50.',
	);
}

/**
 * The currency of an ad account. Costs one call a run.
 * @param id number of the account
 * @throws LinkedInError where the account is not shown, InputError where it has no currency
 */
export async function currencyOf(linkedin: LinkedIn, id: string): Promise<string> {
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
			`LinkedIn names no currency for the ad account ${id}`,
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
 * @throws as amountOf and currencyOf
 */
export async function moneyOf(
	linkedin: LinkedIn,
	value: unknown,
	field: string,
	id: string,
): Promise<Money | undefined> {
	const amount = amountOf(value, field);
	return amount === undefined ? undefined : { amount, currencyCode: await currencyOf(linkedin, id) };
}

const money = z.object({ amount: z.union([z.string(), z.number()]), currencyCode: z.string() });

/** What LinkedIn sends as money, for an item: the amount as a number and the currency; null where it is none. */
export function presentMoney(value: unknown): { amount: number; currency: string } | null {
	const found = readEntity(money, value);
	const amount = Number(found?.amount);
	return found && Number.isFinite(amount) ? { amount, currency: found.currencyCode } : null;
}
