import { amountOf, presentMoney } from '../../../../../../nodes/LinkedIn/resources/ads/values/money';

describe('amountOf', () => {
	it.each<[unknown, string | undefined]>([
		[50, '50'],
		['12.5', '12.5'],
		[' 1250.50 ', '1250.50'],
		['+3', '3'],
		['', undefined],
		[null, undefined],
	])('reads %p', (value, expected) => {
		expect(amountOf(value, 'Bid')).toBe(expected);
	});

	it.each(['1,000', '1e3', '-1', '0', '$5', 'ten', '.5', NaN, Infinity, '999999999999999.9999999'])(
		'refuses %p',
		(value) => {
			expect(() => amountOf(value, 'Bid')).toThrow('must be an amount greater than 0');
		},
	);
});

test('presentMoney reads what LinkedIn sends, and nothing else', () => {
	expect(presentMoney({ amount: '12.50', currencyCode: 'EUR' })).toEqual({ amount: 12.5, currency: 'EUR' });
	expect([undefined, null, '5', { amount: {} }].map(presentMoney)).toEqual([null, null, null, null]);
});
