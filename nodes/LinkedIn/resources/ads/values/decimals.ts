/** Amounts of money with the decimals that their currency has (ISO 4217). */

const USUAL_DECIMALS = 2;

/** Currencies with other decimals than two. */
const DECIMALS: Record<number, string> = {
	0: 'BIF CLP DJF GNF ISK JPY KMF KRW PYG RWF UGX UYI VND VUV XAF XOF XPF',
	3: 'BHD IQD JOD KWD LYD OMR TND',
	4: 'CLF UYW',
};

const BY_CURRENCY: ReadonlyMap<string, number> = new Map(
	Object.entries(DECIMALS).flatMap(([decimals, codes]) =>
		codes.split(' ').map((code) => [code, Number(decimals)] as const),
	),
);

/** More decimals than people type: such an amount was calculated, and its last digits are binary rounding errors. */
const TYPED_DECIMALS = 6;
/** The number of digits that JavaScript's numbers keep exactly. */
const EXACT_DIGITS = 15;

/** More than any currency has. */
const MOST_DECIMALS = Math.max(USUAL_DECIMALS, ...Object.keys(DECIMALS).map(Number));

/** @param currency three capital letters; an unknown one has two decimals */
export function decimalsOf(currency: string): number {
	return BY_CURRENCY.get(currency) ?? USUAL_DECIMALS;
}

/**
 * An amount with no more decimals than its currency has; a half is rounded up.
 * @param amount digits with at most one point
 * @returns unchanged if it doesn't have more decimals
 */
export function roundedTo(amount: string, decimals: number): string {
	if (fractionOf(amount).length <= decimals) return amount;
	const [digits] = amount.split('.');
	// Of more digits than a number keeps, none is an error of its last one.
	const isCalculated = fractionOf(amount).length > TYPED_DECIMALS && digits.length < EXACT_DIGITS;
	const exact = isCalculated ? withoutNoise(Number(amount)) : amount;
	const fraction = fractionOf(exact).padEnd(decimals + 1, '0');
	const whole = BigInt(exact.split('.')[0] + fraction.slice(0, decimals));
	const units = (fraction[decimals] < '5' ? whole : whole + BigInt(1)).toString().padStart(decimals + 1, '0');
	const point = units.length - decimals;
	return decimals === 0 ? units : `${units.slice(0, point)}.${units.slice(point)}`;
}

/** An amount whose currency isn't known yet, without the binary rounding errors of a calculated one. */
export function withoutRoundingErrors(amount: string): string {
	return roundedTo(amount, MOST_DECIMALS);
}

/**
 * Compares amounts exactly.
 * @param amount digits with at most one point, as is the limit
 * @returns whether it's more than the limit, taken that many times
 */
export function isMoreThan(amount: string, limit: string, times = 1): boolean {
	const decimals = Math.max(fractionOf(amount).length, fractionOf(limit).length);
	return unitsOf(amount, decimals) > unitsOf(limit, decimals) * BigInt(times);
}

/** A number above 0 as an amount, without the exponent that JavaScript writes for very large and very small ones. */
export function amountText(number: number): string {
	if (number >= LEAST_WITH_EXPONENT) return BigInt(number).toString();
	return number < LEAST_PLAIN ? number.toFixed(PLAIN_DECIMALS) : String(number);
}

const LEAST_WITH_EXPONENT = 1e21;
const LEAST_PLAIN = 1e-6;
const PLAIN_DECIMALS = 20;

const unitsOf = (amount: string, decimals: number): bigint =>
	BigInt(amount.split('.')[0] + fractionOf(amount).padEnd(decimals, '0'));

const fractionOf = (amount: string): string => amount.split('.')[1] ?? '';

/**
 * 1.2649999999999999 is 1.265; anything smaller than any currency's unit is 0, because it would be written with an
 * exponent.
 */
const withoutNoise = (amount: number): string => (amount < 1e-6 ? '0' : amount.toPrecision(EXACT_DIGITS));
