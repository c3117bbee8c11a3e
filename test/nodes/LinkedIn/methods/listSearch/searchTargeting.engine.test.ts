import type { INodeListSearchItems, INodeParameters } from 'n8n-workflow';

import { connectTo } from '../../../../engine/connection';
import { listError, listSearch } from '../../../../engine/options';
import { faults, startSimulator, type Simulator } from '../../../../simulator';
import { rule } from '../../resources/ads/campaign/campaigns';
import { adsApp } from '../../resources/ads/connection';

/** The pickers of the targeting builder, through n8n's own LoadOptionsContext (docs.adTargeting). */

let simulator: Simulator;
let lists = 0;

beforeEach(async () => {
	simulator = await startSimulator();
});
afterEach(async () => await simulator.close());

async function open(
	method: string,
	filter?: string,
	place: { path?: string; parameters?: INodeParameters } = {},
): Promise<INodeListSearchItems[]> {
	const { results } = await listSearch({
		node: 'linkedInAds',
		method,
		filter,
		path: place.path,
		parameters: { authentication: 'oAuth2', resource: 'campaign', operation: 'create', ...place.parameters },
		credentials: { ...connectTo(simulator, adsApp), name: `targeting ${(lists += 1)}` },
	});
	return results;
}

/** The Values of the second row, as the editor names the field. */
const valuesOf = async (facet: string, filter?: string) => {
	const targetingCriteria = { rules: [rule('and', 'skills', ''), rule('and', facet, '')] };
	return await open('searchTargetingEntities', filter, {
		path: 'parameters.targetingCriteria.rules[1].entities',
		parameters: { targetingCriteria },
	});
};

test('facets by name, in words, in one call', async () => {
	const entries = await open('searchTargetingFacets');
	expect(entries).toHaveLength(31);
	expect(entries[0]).toEqual({ name: 'Age ranges', value: 'urn:li:adTargetingFacet:ageRanges' });
	expect(entries.map(({ name }) => name)).toEqual(entries.map(({ name }) => name).sort());
	expect(simulator.requests).toHaveLength(1);
});

test('an app with Community Management is asked too, and lists them', async () => {
	const { results } = await listSearch({
		node: 'linkedInAds',
		method: 'searchTargetingFacets',
		parameters: { authentication: 'oAuth2', resource: 'targeting', operation: 'searchEntities' },
		credentials: { ...connectTo(simulator), name: `targeting ${(lists += 1)}` },
	});
	expect(results).toHaveLength(31);
});

test('facets by what is typed, in words or as LinkedIn spells it, also where answers carry $URN', async () => {
	simulator.state.targetingFacetKey = '$URN';
	const sizes = { name: 'Staff count ranges', value: 'urn:li:adTargetingFacet:staffCountRanges' };
	expect(await open('searchTargetingFacets', 'staff count')).toEqual([sizes]);
	expect(await open('searchTargetingFacets', 'staffCount')).toEqual([sizes]);
});

test('values of the facet in the same row: all of them, or by words', async () => {
	expect(await valuesOf('urn:li:adTargetingFacet:genders')).toEqual([
		{ name: 'Female', value: 'urn:li:gender:FEMALE' },
		{ name: 'Male', value: 'urn:li:gender:MALE' },
	]);
	expect(await valuesOf('locations', 'germ')).toEqual([{ name: 'Germany', value: 'urn:li:geo:101282230' }]);
});

test('values inside a collection', async () => {
	const entries = await open('searchTargetingEntities', 'tea', {
		path: 'parameters.updateFields.targetingCriteria.rules[0].entities',
		parameters: { updateFields: { targetingCriteria: { rules: [rule('and', 'titles', '')] } } },
	});
	expect(entries).toEqual([{ name: 'Teacher', value: 'urn:li:title:5' }]);
});

test('a facet that is only searched lists nothing before something is typed: an error would hide the search field', async () => {
	expect(await valuesOf('locations')).toEqual([]);
	expect(simulator.requests).toEqual([]);
});

describe('an error says why there are no values', () => {
	test.each([
		['audienceMatchingSegments', /can't search audienceMatchingSegments/],
		['', /Facet is empty/],
	])('the facet "%s"', async (facet, words) => {
		const { message, description } = await listError(valuesOf(facet));
		expect(message).toMatch(words);
		expect(description).not.toBe('');
	});

	test('a refusal', async () => {
		simulator.faults.add(faults.accessDenied({ times: Infinity }));
		expect((await listError(valuesOf('genders'))).message).toMatch(/^Values could not be listed: ./);
		expect((await listError(open('searchTargetingFacets'))).message).toMatch(
			/^Facets could not be listed: ./,
		);
	});
});
