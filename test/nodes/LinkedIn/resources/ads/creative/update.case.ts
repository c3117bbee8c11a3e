import { defineCase } from '../../../../../cases';
import { ACCOUNT, adsApp, byId } from '../connection';
import { CREATIVES, encoded, identity, twoCreatives } from './creatives';

const paused = { patch: { $set: { intendedStatus: 'PAUSED' } } };

export default defineCase({
	operation: 'creative:update',
	cases: [
		{
			...adsApp,
			name: 'one, by its encoded URN',
			page: 'creatives',
			about: 'PARTIAL_UPDATE',
			given: twoCreatives,
			parameters: {
				account: ACCOUNT,
				creative: byId('3002'),
				updateFields: { intendedStatus: 'ACTIVE', name: 'New' },
			},
			wire: [
				{
					method: 'POST',
					url: `${CREATIVES}/${encoded(3002)}`,
					restliMethod: 'PARTIAL_UPDATE',
					body: { patch: { $set: { intendedStatus: 'ACTIVE', name: 'New' } } },
				},
			],
			out: [{ ...identity(3002), updated: true }],
		},
		{
			...adsApp,
			name: 'the status of several is one batch call, keyed by encoded URNs',
			page: 'creatives',
			about: 'BATCH_PARTIAL_UPDATE',
			given: twoCreatives,
			parameters: { account: ACCOUNT, creative: byId('3001, 7'), updateFields: { intendedStatus: 'PAUSED' } },
			wire: [
				{
					method: 'POST',
					url: `${CREATIVES}?ids=List(${encoded(3001)},${encoded(7)})`,
					restliMethod: 'BATCH_PARTIAL_UPDATE',
					body: { entities: { [encoded(3001)]: paused, [encoded(7)]: paused } },
				},
			],
			out: [
				{ ...identity(3001), updated: true },
				{
					...identity(7),
					updated: false,
					status: 404,
					reason: 'Creative urn:li:sponsoredCreative:7 is not found',
				},
			],
		},
		{
			...adsApp,
			name: 'a lead form that LinkedIn no longer lets change',
			page: 'creatives',
			about: 'leadgenCallToAction',
			given: twoCreatives,
			parameters: { account: ACCOUNT, creative: byId('3001'), updateFields: { leadgenCallToAction: '8' } },
			wire: [
				{
					method: 'POST',
					url: `${CREATIVES}/${encoded(3001)}`,
					restliMethod: 'PARTIAL_UPDATE',
					body: {
						patch: {
							$set: { leadgenCallToAction: { destination: 'urn:li:adForm:8', label: 'LEARN_MORE' } },
						},
					},
				},
			],
			error: { message: expect.stringContaining('Lead Form: ') },
		},
		{
			...adsApp,
			name: 'nothing to change is refused before any call',
			page: 'creatives',
			parameters: { account: ACCOUNT, creative: byId('3001') },
			wire: [],
			error: { message: 'There are no fields to update' },
		},
	],
});
