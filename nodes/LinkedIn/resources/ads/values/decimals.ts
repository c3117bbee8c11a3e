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

/** @param currency three capital letters; an unknown one has two decimals */
export function decimalsOf(currency: string): number {
	return BY_CURRENCY.get(currency) ?? USUAL_DECIMALS;
}

/**
 * An amount with no more decimals than its currency has; a half is rounded up.
 * @param amount digits with at most one point, up to 15 of them before it
 * @returns unchanged if it doesn't have more decimals
 */
export function roundedTo(amount: string, decimals: number): string {
	if (fractionOf(amount).length <= decimals) return amount;
	const exact = fractionOf(amount).length > TYPED_DECIMALS ? withoutNoise(Number(amount)) : amount;
	const fraction = fractionOf(exact).padEnd(decimals + 1, '0');
	const whole = BigInt(exact.split('.')[0] + fraction.slice(0, decimals));
	const units = (fraction[decimals] < '5' ? whole : whole + BigInt(1)).toString().padStart(decimals + 1, '0');
	const point = units.length - decimals;
	return decimals === 0 ? units : `${units.slice(0, point)}.${units.slice(point)}`;
}

const fractionOf = (amount: string): string => amount.split('.')[1] ?? '';

/**
 * 1.2649999999999999 is 1.265; anything smaller than any currency's unit is 0, because it would be written with an
 * exponent.
 */
const withoutNoise = (amount: number): string => (amount < 1e-6 ? '0' : amount.toPrecision(EXACT_DIGITS));
