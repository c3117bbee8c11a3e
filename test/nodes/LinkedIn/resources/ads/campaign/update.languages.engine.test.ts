import { connectTo } from '../../../../../engine/connection';
import { runNode } from '../../../../../engine/run';
import { startSimulator, type Simulator } from '../../../../../simulator';
import { ACCOUNT, adsApp, byId } from '../connection';
import { identity, twoCampaigns } from './stored';

/**
 * New targeting replaces all of it, and LinkedIn refuses targeting without interface languages. If LinkedIn doesn't
 * show a campaign's languages, the campaign stays as it is, and its item says why.
 */

let simulator: Simulator;
beforeEach(async () => {
	simulator = await startSimulator();
	twoCampaigns(simulator);
});
afterEach(async () => await simulator.close());

const COUNTRY = 'urn:li:geo:101282230';
const LOCALES = 'urn:li:adTargetingFacet:interfaceLocales';
const shown = { id: 2001, locale: { country: 'US', language: 'en' } };

/** LinkedIn's answer to the look-up. */
const look = (status: number, body: object, path = /adCampaigns/) =>
	simulator.faults.add({ match: { method: 'GET', path }, effect: { status, body } });
const targetingOf = (id: string) =>
	JSON.stringify(simulator.state.ads.campaigns.find(ACCOUNT.value, id)?.targetingCriteria);
const changes = () =>
	simulator.requests
		.filter(({ method }) => method === 'POST')
		.map(({ restliMethod, url }) => `${restliMethod} ${url.split('adCampaigns')[1]}`);

async function update(campaign: string, tier = 'standard') {
	const { error, outputs } = await runNode({
		node: 'linkedInAds',
		parameters: {
			authentication: 'oAuth2',
			resource: 'campaign',
			operation: 'update',
			account: ACCOUNT,
			campaign: byId(campaign),
			updateFields: {
				targetingJson: JSON.stringify({ include: { and: [{ or: { locations: [COUNTRY] } }] } }),
				politicalIntent: 'NOT_POLITICAL',
			},
		},
		credentials: {
			...connectTo(simulator, { ...adsApp, fields: { tier } }),
			name: `languages ${simulator.url}`,
		},
	});
	return { error, items: (outputs[0] ?? []).map(({ json }) => json) };
}

const unchanged = (status: number | null) => ({
	...identity(2002),
	updated: false,
	status,
	reason: expect.stringMatching(/^Not changed, because LinkedIn didn't return the languages that .*\w/),
});

test.each<[string, object, number | null]>([
	['LinkedIn does not find', { errors: { 2002: { status: 404, message: 'gone' } } }, 404],
	['LinkedIn refuses to show', { errors: { 2002: { status: 403, message: 'no role' } } }, 403],
	['LinkedIn fails to show', { errors: { 2002: { status: 500 } } }, 500],
	['LinkedIn has no word on', { errors: {} }, 404],
	['LinkedIn shows without them', { results: { 2001: shown, 2002: { id: 2002 } } }, null],
	['LinkedIn shows as a text', { results: { 2001: shown, 2002: 'B' } }, 200],
])('one of two that %s is not sent, and the other is changed', async (_what, answer, status) => {
	look(200, { results: { 2001: shown }, ...answer });
	const { error, items } = await update('2001, 2002');
	expect(error).toBeUndefined();
	expect(items).toEqual([{ ...identity(2001), updated: true }, unchanged(status)]);
	expect(changes()).toEqual(['PARTIAL_UPDATE /2001']);
	expect(targetingOf('2001')).toContain(LOCALES);
	expect(targetingOf('2002')).not.toContain(COUNTRY);
});

test('none of several that LinkedIn shows: nothing is sent, and each item says why', async () => {
	look(200, { results: {} });
	const { items } = await update('2001, 2002');
	expect(items).toEqual([{ ...unchanged(404), ...identity(2001) }, unchanged(404)]);
	expect(changes()).toEqual([]);
});

test('on the Development tier, which looks at each by itself', async () => {
	look(403, { status: 403, message: 'no role' }, /adCampaigns\/2002/);
	const { items } = await update('2001, 2002', 'development');
	expect(items).toEqual([{ ...identity(2001), updated: true }, unchanged(403)]);
	expect(changes()).toEqual(['PARTIAL_UPDATE /2001']);
});

test('the only one, which LinkedIn shows without them, is an error with a way out, and is not sent', async () => {
	look(200, {});
	const { error } = await update('2001');
	expect(error?.message).toMatch(/^The campaign was not changed: LinkedIn didn't return the languages/);
	expect(error?.description).toMatch(/Add Locale, or a rule for interfaceLocales/);
	expect(changes()).toEqual([]);
});
