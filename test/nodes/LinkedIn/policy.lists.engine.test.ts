import type { ICredentialDataDecryptedObject, INodeParameters } from 'n8n-workflow';

import { LinkedInCommunityTrigger } from '../../../nodes/LinkedIn/LinkedInCommunityTrigger.node';
import { newTriggers } from '../../../nodes/LinkedIn/transport/memory/triggers';
import { createCommentPoll } from '../../../nodes/LinkedIn/triggers/comments/commentTrigger';
import { listSearch } from '../../engine/options';
import { pollHarness } from '../../engine/poll';
import { connect, simulateForEachTest, simulator } from './connectedRun';
import { ACCOUNT, adsApp } from './resources/ads/connection';

/** Lists of the editor and triggers keep to the access policy too. */

simulateForEachTest();

const rows = (area: string, access: string) => ({ rows: [{ area, access }] });
const withOnly = (area: string): ICredentialDataDecryptedObject => ({
	accessPolicy: 'table',
	accessTable: rows(area, 'read'),
});

interface List {
	method: string;
	/** Where its entries lie. */
	area: string | undefined;
	node?: 'linkedInAds';
	parameters?: INodeParameters;
}

const LISTS: List[] = [
	{ method: 'searchAuthors', area: undefined },
	{ method: 'searchPages', area: undefined },
	{ method: 'searchFollowers', area: 'pages' },
	{ method: 'searchPosts', area: 'posts' },
	{ method: 'searchPlaces', area: 'posts' },
	{ method: 'searchComments', area: 'comments' },
	{ method: 'searchAdAccounts', area: undefined, node: 'linkedInAds' },
	{ method: 'searchCampaigns', area: 'ads', node: 'linkedInAds', parameters: { account: ACCOUNT } },
	{ method: 'searchTargetingFacets', area: 'ads', node: 'linkedInAds' },
	{ method: 'searchAudiences', area: 'conversions', node: 'linkedInAds', parameters: { account: ACCOUNT } },
	{ method: 'searchConversions', area: 'conversions', node: 'linkedInAds', parameters: { account: ACCOUNT } },
	{ method: 'searchLeadForms', area: 'leads', node: 'linkedInAds', parameters: { account: ACCOUNT } },
];

const REFUSAL = /could not be listed: The access policy of the credential "[^"]+" doesn't allow list of /;

describe.each(LISTS)('$method', ({ method, area, node, parameters }) => {
	const open = async (fields: ICredentialDataDecryptedObject, options: INodeParameters = {}) => {
		const request = {
			node: node ?? 'linkedInCommunity',
			method,
			// Followers are listed by what is typed.
			filter: 'a',
			parameters: { authentication: 'oAuth2', ...parameters, options },
			credentials: connect({ ...(node && adsApp), fields }),
		} as const;
		// An error for another reason isn't a refusal of the policy.
		return await listSearch(request).then(
			() => '',
			(failure: Error) => failure.message,
		);
	};

	test(`needs ${area ?? 'nothing'}`, async () => {
		const refused = await open(withOnly('messages'));
		if (area === undefined) {
			expect(refused).not.toMatch(REFUSAL);
			return;
		}
		expect(refused).toMatch(REFUSAL);
		expect(simulator.requests).toEqual([]);
		expect(await open(withOnly(area))).not.toMatch(REFUSAL);
	});

	test('keeps to the policy of its node', async () => {
		const refused = await open({}, { thisNodeMay: 'table', nodeAreas: rows('messages', 'full') });
		expect(/This Node May of the node/.test(refused)).toBe(area !== undefined);
	});

	test('goes by the credential alone where the policy of its node is an expression', async () => {
		expect(await open({}, { thisNodeMay: '={{ $json.may }}' })).not.toMatch(/This Node May/);
		expect(/The access policy/.test(await open(withOnly('messages'), { thisNodeMay: '={{ 1 }}' }))).toBe(
			area !== undefined,
		);
	});
});

describe('a trigger', () => {
	test.each([
		[
			'linkedInCommunityTrigger',
			'comments',
			{ watch: 'pages', pages: ['urn:li:organization:2414183'] },
			undefined,
			'LinkedIn Posts and Pages Trigger',
		],
		['linkedInAdsTrigger', 'leads', {}, adsApp, 'On New Lead'],
	] as const)('%s needs %s', async (node, area, parameters, app, purpose) => {
		const poll = async (fields: ICredentialDataDecryptedObject) =>
			await pollHarness({
				node,
				parameters: { authentication: 'oAuth2', ...(parameters as INodeParameters) },
				credentials: connect({ ...app, fields }),
			}).poll();
		await expect(poll(withOnly('posts'))).rejects.toMatchObject({
			message: expect.stringMatching(
				new RegExp(`^The access policy of the credential "[^"]+" doesn't allow ${purpose}`),
			),
			context: { details: expect.objectContaining({ code: 'NOT_ALLOWED' }) },
		});
		expect(simulator.requests).toEqual([]);
		await poll(withOnly(area));
		expect(simulator.requests.length).toBeGreaterThan(0);
	});

	test.each([
		['new posts', { events: ['newPost'] }],
		['names of people', { authorNames: true }],
	])('that reports %s needs more than comments', async (_what, more) => {
		const polled = pollHarness({
			node: 'linkedInCommunityTrigger',
			parameters: {
				authentication: 'oAuth2',
				watch: 'pages',
				pages: ['urn:li:organization:2414183'],
				...(more as INodeParameters),
			},
			credentials: connect({ fields: withOnly('comments') }),
		}).poll();
		await expect(polled).rejects.toMatchObject({
			context: { details: expect.objectContaining({ code: 'NOT_ALLOWED' }) },
		});
		expect(simulator.requests).toEqual([]);
	});

	test.each([
		['linkedInCommunityTrigger', { watch: 'pages', pages: ['urn:li:organization:2414183'] }, undefined],
		['linkedInAdsTrigger', {}, adsApp],
	] as const)("%s counts against the credential's when run manually", async (node, parameters, app) => {
		const credentials = connect({ ...app, fields: { maxCallsADay: 1 } });
		const fields = { authentication: 'oAuth2', ...(parameters as unknown as INodeParameters) };
		const poll = async () =>
			await pollHarness({ node, parameters: fields, credentials, mode: 'manual' }).poll();
		await poll().catch(() => null);
		await poll().catch(() => null);
		expect(simulator.requests).toHaveLength(1);
	});

	test("counts against its own Max Calls a Day, not the credential's", async () => {
		const credentials = connect({ fields: { maxCallsADay: 1 } });
		const parameters = { authentication: 'oAuth2', watch: 'pages', pages: ['urn:li:organization:2414183'] };
		// What other tests asked for isn't counted.
		const nodeType = Object.assign(new LinkedInCommunityTrigger(), {
			poll: createCommentPoll(newTriggers()),
		});
		const harness = pollHarness({ node: 'linkedInCommunityTrigger', nodeType, parameters, credentials });
		await harness.poll();
		expect(simulator.requests.length).toBeGreaterThan(1);
	});
});
