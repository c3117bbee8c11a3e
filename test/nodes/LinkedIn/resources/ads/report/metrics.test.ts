import { InputError } from '../../../../../../nodes/LinkedIn/transport/inputError';
import {
	METRIC_OPTIONS,
	metricsOf,
	SETS,
} from '../../../../../../nodes/LinkedIn/resources/ads/report/metrics';
import { pivotsOf } from '../../../../../../nodes/LinkedIn/resources/ads/report/pivots';

const of = (metrics: unknown, further: unknown = '', sets: unknown = [], isByMember = false) =>
	metricsOf({ sets, metrics, further }, isByMember);

function adviceOf(work: () => unknown): string {
	try {
		work();
	} catch (error) {
		if (error instanceof InputError) return `${error.message} / ${error.advice}`;
		throw error;
	}
	throw new Error('Nothing was refused.');
}

test('every metric of a set is one of the list', () => {
	const known = METRIC_OPTIONS.map(({ value }) => value);
	expect(
		Object.values(SETS)
			.flat()
			.filter((name) => !known.includes(name)),
	).toEqual([]);
});

test('names on the form read like words', () => {
	const names = METRIC_OPTIONS.map(({ name }) => name);
	expect(names).toEqual(expect.arrayContaining(['Cost in USD', 'Cost in Local Currency', 'Viral Clicks']));
	expect(new Set(names).size).toBe(names.length);
});

test('sets come first, and each metric once', () => {
	expect(of('likes, clicks', 'impressions', 'delivery')).toEqual([...SETS.delivery, 'likes']);
});

test('spelling of letters is put right, and new names pass under Further Metrics', () => {
	expect(of(['COSTINUSD'], 'validWorkEmailLeads, Impressions')).toEqual([
		'costInUsd',
		'validWorkEmailLeads',
		'impressions',
	]);
});

test.each([
	[() => of(['leads']), 'LinkedIn knows no metric "leads" / Did you mean oneClickLeads?'],
	[() => of(['impresions']), 'Did you mean impressions?'],
	[
		() => of(['xyzzy']),
		'Choose from the list. A metric that LinkedIn has added since goes into Further Metrics.',
	],
	[() => of('', 'leads'), 'Did you mean oneClickLeads?'],
	[() => of('', 'a b'), 'LinkedIn knows no metric "a b"'],
	[() => of('', '', ['vido']), 'LinkedIn knows no such set "vido" / Did you mean video?'],
	[() => of([]), 'No metric is chosen'],
	[
		() => of(['approximateMemberReach'], '', [], true),
		'does not give approximateMemberReach split by what members are',
	],
])('refusal %#', (work, expected) => {
	expect(adviceOf(work)).toContain(expected);
});

test('by what members are, sets leave out what LinkedIn does not give', () => {
	expect(of([], '', 'conversions', true)).not.toContain('conversionValueInLocalCurrency');
	expect(of([], '', 'conversions', false)).toContain('conversionValueInLocalCurrency');
});

test('pivots have keys of their own, in the order given, and places may be called by their short name', () => {
	const keys = pivotsOf('campaign_group, MEMBER_REGION').map(({ key, value }) => [key, value]);
	expect(keys).toEqual([
		['campaignGroup', 'CAMPAIGN_GROUP'],
		['memberRegion', 'MEMBER_REGION_V2'],
	]);
});

test.each([
	[[], 'Split By is empty'],
	[['ACCOUNT', 'CAMPAIGN', 'CREATIVE', 'SHARE'], 'Split By holds 4 pivots, and LinkedIn takes 3'],
	[['CAMPAIN'], 'Did you mean CAMPAIGN?'],
	[{}, 'Split By holds an object'],
])('pivots %j', (given, expected) => {
	expect(adviceOf(() => pivotsOf(given))).toContain(expected);
});
