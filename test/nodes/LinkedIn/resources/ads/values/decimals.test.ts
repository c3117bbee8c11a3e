import { decimalsOf, roundedTo } from '../../../../../../nodes/LinkedIn/resources/ads/values/decimals';

test.each([
	['USD', 2],
	['EUR', 2],
	['JPY', 0],
	['KRW', 0],
	['KWD', 3],
	['CLF', 4],
	['XYZ', 2],
])('%s has %i decimals', (currency, decimals) => {
	expect(decimalsOf(currency)).toBe(decimals);
});

test.each<[string, number, string]>([
	['0.30000000000000004', 2, '0.30'],
	['0.30000000000000004', 3, '0.300'],
	['0.30000000000000004', 0, '0'],
	['50', 2, '50'],
	['12.5', 2, '12.5'],
	['150.50', 2, '150.50'],
	['1000.00', 0, '1000'],
	['1499.5', 0, '1500'],
	['1499.4', 0, '1499'],
	['9.995', 2, '10.00'],
	['99.999', 2, '100.00'],
	['0.005', 2, '0.01'],
	['0.004', 2, '0.00'],
	['1.2345', 3, '1.235'],
	['123456789012345.678', 2, '123456789012345.68'],
	[String(1.1 * 1.15), 2, '1.27'],
	[String(10.05 * 1.1), 2, '11.06'],
	[String(0.1 * 3), 2, '0.30'],
	// 0.8049999999999999 in binary.
	[String(0.7 * 1.15), 2, '0.81'],
	['0.00000010000000000000', 2, '0.00'],
])('%s with %i decimals is %s', (amount, decimals, expected) => {
	expect(roundedTo(amount, decimals)).toBe(expected);
});
