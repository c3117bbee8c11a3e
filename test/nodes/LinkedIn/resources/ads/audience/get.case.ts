import { defineCase } from '../../../../../cases';
import { adsApp } from '../connection';
import { crm, twoAudiences } from './audiences';

export default defineCase({
	operation: 'audience:get',
	cases: [
		{
			...adsApp,
			name: 'one, with the URN that targeting takes',
			page: 'audiences',
			about: 'GET',
			given: twoAudiences,
			parameters: { audience: '9001' },
			wire: [{ method: 'GET', url: '/rest/dmpSegments/9001', restliMethod: 'GET' }],
			out: [crm],
		},
		{
			...adsApp,
			name: 'of companies: its size is that of their members, not of the entries that matched',
			page: 'audiences',
			behaviour: 'Audiences',
			given: ({ state }) => {
				state.ads.audiences.add({
					id: 9003,
					account: 'urn:li:sponsoredAccount:507404993',
					name: 'Targets',
					type: 'COMPANY',
					accessPolicy: 'PRIVATE',
					members: new Set(['a', 'b']),
					inputs: 3,
				});
				return {};
			},
			parameters: { audience: '9003' },
			wire: [{ method: 'GET', url: '/rest/dmpSegments/9003', restliMethod: 'GET' }],
			out: [
				expect.objectContaining({
					status: 'READY',
					size: 1600,
					inputCount: 3,
					matchedCount: 2,
					matchRate: 0.6667,
					accessPolicy: 'PRIVATE',
				}),
			],
		},
		{
			...adsApp,
			name: 'counts as text, below zero or of nothing, beside another destination',
			page: 'audiences',
			behaviour: 'Audiences',
			given: ({ faults }) => {
				const linkedIn = {
					destination: 'LINKEDIN',
					status: 'READY',
					audienceSize: '240000',
					matchedCount: -1,
				};
				const body = {
					id: 9821736,
					status: 'BUILDING',
					inputCount: 0,
					destinations: [{ destination: 'OTHER', status: 'FAILED', audienceSize: 1 }, linkedIn],
				};
				faults.add({ match: { path: /dmpSegments/ }, effect: { status: 200, body } });
				return {};
			},
			parameters: { audience: '9821736' },
			wire: [{ method: 'GET', url: '/rest/dmpSegments/9821736', restliMethod: 'GET' }],
			out: [
				expect.objectContaining({
					status: 'READY',
					size: 240000,
					inputCount: 0,
					matchedCount: null,
					matchRate: null,
				}),
			],
		},
		{
			...adsApp,
			name: 'what is no number is refused before any call',
			page: 'audiences',
			parameters: { audience: 'CRM' },
			wire: [],
			error: { message: '"CRM" is not an audience' },
		},
	],
});
