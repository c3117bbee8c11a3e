import type { INodeParameters } from 'n8n-workflow';

import { defineCase } from '../../../../../cases';
import { ACCOUNT, adsApp, byId } from '../connection';
import { CREATIVES, twoCreatives } from './creatives';

const CAMPAIGN = 'urn:li:sponsoredCampaign:2001';
const create = (body: object) => ({ method: 'POST' as const, url: CREATIVES, restliMethod: 'CREATE', body });
const inCampaign = { account: ACCOUNT, campaign: byId('2001') };
const made = {
	urn: expect.stringMatching(/^urn:li:sponsoredCreative:\d+$/),
	url: expect.stringContaining('/507404993/creatives/'),
	id: expect.stringMatching(/^\d+$/),
	created: true,
	status: 'DRAFT',
	campaign: CAMPAIGN,
	post: null,
};

export default defineCase({
	operation: 'creative:create',
	cases: [
		{
			...adsApp,
			name: 'from a post, a draft by default',
			page: 'creatives',
			about: 'CREATE',
			given: twoCreatives,
			parameters: { ...inCampaign, post: '${post}', additionalFields: { name: 'C1' } },
			wire: [
				create({
					campaign: CAMPAIGN,
					content: { reference: '${post}' },
					intendedStatus: 'DRAFT',
					name: 'C1',
				}),
			],
			out: [{ ...made, post: '${post}' }],
		},
		{
			...adsApp,
			name: 'active, with the lead form that the button opens',
			page: 'creatives',
			about: 'leadgenCallToAction',
			given: twoCreatives,
			parameters: {
				...inCampaign,
				post: '${post}',
				intendedStatus: 'ACTIVE',
				additionalFields: {
					leadgenCallToAction: byId('urn:li:leadGenForm:7234246'),
					leadFormLabel: 'SIGN_UP',
				},
			},
			wire: [
				create({
					campaign: CAMPAIGN,
					content: { reference: '${post}' },
					intendedStatus: 'ACTIVE',
					leadgenCallToAction: { destination: 'urn:li:adForm:7234246', label: 'SIGN_UP' },
				}),
			],
			out: [{ ...made, status: 'ACTIVE', post: '${post}' }],
		},
		{
			...adsApp,
			name: "a spotlight in LinkedIn's own form",
			page: 'creatives',
			about: 'spotlight',
			given: twoCreatives,
			parameters: {
				...inCampaign,
				contentType: 'json',
				content:
					'{"spotlight":{"headline":"Join us","callToAction":"Apply","landingPage":"https://a.example"}}',
			},
			wire: [
				create({
					campaign: CAMPAIGN,
					content: {
						spotlight: { headline: 'Join us', callToAction: 'Apply', landingPage: 'https://a.example' },
					},
					intendedStatus: 'DRAFT',
				}),
			],
			out: [made],
		},
		...(
			[
				['an activity that is found nowhere', { post: '7094637247890620418' }, /is an activity/],
				['two kinds of ads', { contentType: 'json', content: '{"textAd":{},"jobs":{}}' }, /has 2 keys/],
				['what is no JSON', { contentType: 'json', content: '{' }, /Content \(JSON\)/],
				['an empty text', { contentType: 'newPost', author: byId('2414183'), text: ' ' }, /Text is empty/],
				[
					'a title without media',
					{ contentType: 'newPost', author: byId('2414183'), text: 'A', postFields: { mediaTitle: 'T' } },
					/Media Title needs Media/,
				],
				[
					'a button without a form',
					{ post: 'urn:li:share:1', additionalFields: { leadFormLabel: 'APPLY' } },
					/needs a Lead Form/,
				],
			] as Array<[string, INodeParameters, RegExp]>
		).map(([what, fields, message]) => ({
			...adsApp,
			// Without this scope, no page's posts are searched for the activity.
			scopes: ['rw_ads'],
			name: `${what} is refused before any call`,
			page: 'creatives' as const,
			parameters: { ...inCampaign, ...fields },
			wire: [],
			error: { message: expect.stringMatching(message) },
		})),
		{
			...adsApp,
			member: 'bob',
			name: 'without a role on the account the error names it',
			page: ['creatives', 'accountAccess'],
			about: 'roles',
			given: twoCreatives,
			parameters: { ...inCampaign, post: '${post}' },
			wire: [create({ campaign: CAMPAIGN, content: { reference: '${post}' }, intendedStatus: 'DRAFT' })],
			error: { description: expect.stringContaining('CREATIVE_MANAGER or higher') },
		},
	],
});
