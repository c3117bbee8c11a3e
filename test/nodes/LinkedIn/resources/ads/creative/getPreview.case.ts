import { defineCase } from '../../../../../cases';
import { ACCOUNT, adsApp, byId } from '../connection';
import { encoded, identity, twoCreatives } from './creatives';

const ask = (id: number) => ({
	method: 'GET' as const,
	url: `/rest/adPreviews?q=creative&creative=${encoded(id)}&account=urn%3Ali%3AsponsoredAccount%3A507404993`,
	restliMethod: 'FINDER',
});
const { urn, url } = identity(3001);

export default defineCase({
	operation: 'creative:getPreview',
	cases: [
		{
			...adsApp,
			name: 'a frame and its address for each placement',
			page: 'adPreviews',
			given: twoCreatives,
			parameters: { account: ACCOUNT, creative: byId('3001') },
			wire: [ask(3001)],
			out: ['DESKTOP', 'MOBILE'].map((device) => ({
				urn,
				url,
				placement: `SPONSORED_UPDATE_${device}`,
				html: expect.stringMatching(/^<iframe src=.*&amp;e=/),
				previewUrl: expect.stringMatching(
					/^http:\/\/127\.0\.0\.1:\d+\/ad-preview\/3001\?placement=\w+&e=\d+$/,
				),
			})),
		},
		{
			...adsApp,
			name: 'a kind of ad without a preview',
			page: 'adPreviews',
			about: '422',
			given: (simulator) => {
				twoCreatives(simulator);
				simulator.state.ads.addCreative('507404993', {
					id: 'urn:li:sponsoredCreative:3003',
					content: { jobs: { headline: 'x' } },
				});
				return {};
			},
			parameters: { account: ACCOUNT, creative: byId('3003') },
			wire: [ask(3003)],
			error: { message: expect.stringContaining('have no preview') },
		},
	],
});
