import { listError, listSearch } from '../../../../engine/options';
import { faults } from '../../../../simulator';
import { connect, simulateForEachTest, simulator } from '../../connectedRun';

/** The picker for a place in the targeting of a post, through n8n's own LoadOptionsContext (docs.geoTypeahead). */

simulateForEachTest();

const open = async (filter?: string) => {
	const { results } = await listSearch({
		node: 'linkedInCommunity',
		method: 'searchPlaces',
		filter,
		parameters: { authentication: 'oAuth2', resource: 'post', operation: 'create' },
		credentials: connect(),
	});
	return results;
};
const answer = (elements: unknown) =>
	simulator.faults.add({
		match: { path: /geoTypeahead/ },
		times: 1,
		effect: { status: 200, body: { elements } },
	});

test('places that begin with what was typed, in one call', async () => {
	expect(await open('united')).toEqual([
		{ name: 'United Kingdom', value: 'urn:li:geo:101165590' },
		{ name: 'United States', value: 'urn:li:geo:103644278' },
	]);
	expect(simulator.requests.map(({ url }) => url)).toEqual(['/rest/geoTypeahead?q=search&query=united']);
});

test('nothing typed costs no call', async () => {
	expect([await open(), await open(' ')]).toEqual([[], []]);
	expect(simulator.requests).toEqual([]);
});

test('under the older name of the text, and without a text', async () => {
	answer([{ entity: 'urn:li:geo:1', displayName: 'Older' }, { entity: 'urn:li:geo:2' }, null, {}]);
	expect(await open('a')).toEqual([
		{ name: 'Older', value: 'urn:li:geo:1' },
		{ name: 'urn:li:geo:2', value: 'urn:li:geo:2' },
	]);
});

test('a refusal says why', async () => {
	simulator.faults.add(faults.accessDenied({ times: Infinity }));
	expect((await listError(open('a'))).message).toMatch(/^Places could not be listed: /);
});
