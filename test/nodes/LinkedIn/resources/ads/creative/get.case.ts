import { defineCase } from '../../../../../cases';
import { ACCOUNT, adsApp, byId } from '../connection';
import { adOfPost, CREATIVES, draftTextAd, encoded, identity, twoCreatives } from './creatives';

export default defineCase({
	operation: 'creative:get',
	cases: [
		{
			...adsApp,
			name: 'one by number, with its URN as the key',
			page: 'creatives',
			about: 'GET',
			given: twoCreatives,
			parameters: { account: ACCOUNT, creative: byId('3001') },
			wire: [{ method: 'GET', url: `${CREATIVES}/${encoded(3001)}`, restliMethod: 'GET' }],
			out: [adOfPost],
		},
		{
			...adsApp,
			name: 'several in one call, one that is not there in its place with the reason',
			page: 'creatives',
			about: 'BATCH_GET',
			given: twoCreatives,
			parameters: { account: ACCOUNT, creative: byId('3002, urn:li:sponsoredCreative:7, 3001') },
			wire: [
				{
					method: 'GET',
					url: `${CREATIVES}?ids=List(${encoded(3002)},${encoded(7)},${encoded(3001)})`,
					restliMethod: 'BATCH_GET',
				},
			],
			out: [
				draftTextAd,
				{
					urn: identity(7).urn,
					url: identity(7).url,
					found: false,
					status: 404,
					reason: 'Creative urn:li:sponsoredCreative:7 is not found',
				},
				adOfPost,
			],
		},
		{
			...adsApp,
			name: 'Raw gives the entity of LinkedIn, with urn and url beside it',
			page: 'creatives',
			about: 'GET',
			given: twoCreatives,
			parameters: { account: ACCOUNT, creative: byId('3001'), output: 'raw' },
			wire: [{ method: 'GET', url: `${CREATIVES}/${encoded(3001)}`, restliMethod: 'GET' }],
			out: [
				expect.objectContaining({
					id: identity(3001).urn,
					intendedStatus: 'ACTIVE',
					url: identity(3001).url,
				}),
			],
		},
	],
});
