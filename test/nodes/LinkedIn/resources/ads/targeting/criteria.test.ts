import {
	criteriaOf,
	requiredCriteria,
} from '../../../../../../nodes/LinkedIn/resources/ads/targeting/criteria';
import { encodeQuery } from '../../../../../../nodes/LinkedIn/transport/restli/encode';
import { rule } from '../campaign/campaigns';

/** Checked against docs.targetingCriteria. */

const facet = (name: string) => `urn:li:adTargetingFacet:${name}`;
const rows = (...rules: unknown[]) => ({ rules });
const AMERICANS = { or: { [facet('locations')]: ['urn:li:geo:103644278'] } };
const locations = rule('and', 'locations', 'urn:li:geo:103644278');

describe('rows of the builder', () => {
	test('And rules are joined by and, Or rules join the one above, Exclude rules stand apart', () => {
		const given = rows(
			locations,
			rule('and', 'seniorities', '4, urn:li:seniority:5'),
			rule('exclude', 'employers', '1035'),
			rule('or', 'skills', 'urn:li:skill:17'),
			rule('or', 'seniorities', '6,4'),
			rule('exclude', 'employers', '1337'),
		);
		expect(criteriaOf(given, '')).toEqual({
			include: {
				and: [
					AMERICANS,
					{
						or: {
							[facet('seniorities')]: ['urn:li:seniority:4', 'urn:li:seniority:5', 'urn:li:seniority:6'],
							[facet('skills')]: ['urn:li:skill:17'],
						},
					},
				],
			},
			exclude: { or: { [facet('employers')]: ['urn:li:organization:1035', 'urn:li:organization:1337'] } },
		});
	});

	test.each([
		['a name in other letters', 'Staff Count Ranges', 'urn:li:staffCountRange:(11,50)', 'staffCountRanges'],
		['a URN', facet('ageRanges'), 'urn:li:ageRange:(18,24)', 'ageRanges'],
		['a facet that this node does not know', facet('futures'), 'urn:li:future:1', 'futures'],
	])('the facet may be %s', (_how, given, value, name) => {
		expect(criteriaOf(rows(rule('and', given, value)), '')).toEqual({
			include: { and: [{ or: { [facet(name)]: [value] } }] },
		});
	});

	test('a locale, a geo and an audience may be given without the front of their URN', () => {
		const given = rows(
			rule('and', 'interfaceLocales', 'en_US'),
			rule('and', 'profileLocations', '101282230'),
			rule('and', 'audienceMatchingSegments', '42'),
		);
		expect(criteriaOf(given, '')?.include.and.flatMap(({ or }) => Object.values(or))).toEqual([
			['urn:li:locale:en_US'],
			['urn:li:geo:101282230'],
			['urn:li:adSegment:42'],
		]);
	});

	test('tuples hold commas of their own', () => {
		const given = rows(rule('and', 'ageRanges', 'urn:li:ageRange:(18,24),urn:li:ageRange:(25,34)'));
		expect(criteriaOf(given, '')?.include.and[0].or[facet('ageRanges')]).toHaveLength(2);
	});

	test.each<[string, unknown, RegExp]>([
		['no list', { rules: 'x' }, /must be a list of rules/],
		['rows that are none', { rules: [1] }, /must be a list of rules/],
		[
			'an unknown facet',
			rows(rule('and', 'skillz', '1')),
			/rule 1 is "skillz", which is not a LinkedIn facet/,
		],
		['no facet', rows(rule('and', '', '1')), /rule 1 is empty/],
		['no value', rows(locations, rule('and', 'skills', ' ,')), /rule 2 has no value for skills/],
		['a name as a value', rows(rule('and', 'skills', 'Python')), /rule 1: "Python" is not a value of skills/],
		['an unknown match', rows(rule('not', 'skills', '1')), /rule 1: Match is "not"/],
		['Or first', rows(rule('or', 'skills', '1')), /rule 1 starts with Or/],
		['exclusions alone', rows(rule('exclude', 'skills', '1')), /includes no members/],
		[
			'titles with functions',
			rows(rule('and', 'titles', '1'), rule('and', 'jobFunctions', '1')),
			/titles and jobFunctions/,
		],
		[
			'industries with employers',
			rows(rule('and', 'employers', '1'), rule('or', 'industries', '4')),
			/industries and employers/,
		],
		[
			'an excluded locale',
			rows(locations, rule('exclude', 'interfaceLocales', 'en_US')),
			/excludes interfaceLocales/,
		],
		[
			'one value in both',
			rows(locations, rule('exclude', 'locations', '103644278')),
			/both includes and excludes/,
		],
	])('%s is refused', (_what, given, message) => {
		expect(() => criteriaOf(given, undefined)).toThrow(message);
	});

	test('what LinkedIn does combine passes', () => {
		const given = rows(
			locations,
			rule('and', 'industries', '4'),
			rule('exclude', 'employers', '1035'),
			rule('exclude', 'titles', '1'),
		);
		expect(criteriaOf(given, '')?.exclude).toEqual({
			or: {
				'urn:li:adTargetingFacet:employers': ['urn:li:organization:1035'],
				'urn:li:adTargetingFacet:titles': ['urn:li:title:1'],
			},
		});
	});
});

describe('JSON', () => {
	const whole = {
		include: { and: [AMERICANS, { or: { skills: [17], [facet('titlesAll')]: 'urn:li:title:9' } }] },
		exclude: { or: { employers: ['urn:li:organization:1035'] } },
	};
	const read = {
		include: {
			and: [
				AMERICANS,
				{ or: { [facet('skills')]: ['urn:li:skill:17'], [facet('titlesAll')]: ['urn:li:title:9'] } },
			],
		},
		exclude: { or: { [facet('employers')]: ['urn:li:organization:1035'] } },
	};

	test('as text and as an object, facets by URN or name', () => {
		expect(criteriaOf({}, JSON.stringify(whole))).toEqual(read);
		expect(criteriaOf(undefined, whole)).toEqual(read);
		expect(criteriaOf({}, read)).toEqual(read);
	});

	test.each<[string, unknown, RegExp]>([
		['broken text', '{', /isn't valid JSON/],
		['a list', '[]', /must be an object/],
		['a number', 7, /must be an object/],
		['no include', '{"exclude":{}}', /include\.and must be a list/],
		['another member', { include: { and: [] }, targeting: {} }, /"targeting" is not allowed/],
		['no groups', { include: { and: [] } }, /includes no members/],
		['a group without or', { include: { and: [{}] } }, /include\.and\[0\]\.or must be an object/],
		['an empty group', { include: { and: [{ or: {} }] } }, /include\.and\[0\]\.or has no facet/],
		['no values', { include: { and: [{ or: { skills: [] } }] } }, /has no value for skills/],
		[
			'a value that is an object',
			{ include: { and: [{ or: { skills: [{}] } }] } },
			/must be text, not an object/,
		],
		[
			'an unknown facet',
			{ include: { and: [{ or: { toString: ['urn:li:x:1'] } }] } },
			/not a LinkedIn facet/,
		],
		['a conflict', { include: { and: [{ or: { titles: [1], seniorities: [4] } }] } }, /can't be combined/],
	])('%s is refused', (_what, given, message) => {
		expect(() => criteriaOf({}, given)).toThrow(message);
	});

	test('beside rows it is refused', () => {
		expect(() => criteriaOf(rows(locations), read)).toThrow(/are both set/);
	});
});

test('nothing is nothing, and an error where it is needed', () => {
	expect(criteriaOf({}, '')).toBeUndefined();
	expect(criteriaOf(undefined, '{}')).toBeUndefined();
	expect(criteriaOf('', null)).toBeUndefined();
	expect(() => requiredCriteria({ rules: [] }, ' ')).toThrow(/Targeting is empty/);
});

test("the query form is LinkedIn's: structure literal, keys and values encoded", () => {
	const targetingCriteria = requiredCriteria(rows(rule('and', 'skills', '17')), '');
	expect(encodeQuery({ targetingCriteria })).toBe(
		'targetingCriteria=(include:(and:List((or:(urn%3Ali%3AadTargetingFacet%3Askills:List(urn%3Ali%3Askill%3A17))))))',
	);
});
