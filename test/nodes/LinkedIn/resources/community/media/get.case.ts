import { defineCase } from '../../../../../cases';
import type { Simulator } from '../../../../../simulator';
import { samplePng } from '../../../../../simulator/sampleMedia';
import { ACME_URN, available } from './sent';

function mediaOfAcme(simulator: Simulator) {
	const { media } = simulator.state;
	media.add({ kind: 'image', owner: ACME_URN, id: 'IMG1', bytes: samplePng(40, 30) });
	media.add({ kind: 'image', owner: ACME_URN, id: 'IMG2', status: 'PROCESSING' });
	media.add({ kind: 'video', owner: ACME_URN, id: 'VID1', status: 'PROCESSING_FAILED' });
	return {};
}

const IMAGE = available('image', { urn: 'urn:li:image:IMG1', width: 40, height: 30 });
const NOT_YET = { url: null, urlExpiresAt: null };
const batch = (resource: string, ids: string) => ({
	method: 'GET' as const,
	url: `/rest/${resource}?ids=List(${ids})`,
	restliMethod: 'BATCH_GET',
	version: '202609',
});
const single = (resource: string, id: string) => ({
	method: 'GET' as const,
	url: `/rest/${resource}/${id}`,
	restliMethod: 'GET',
	version: '202609',
});
const encoded = (kind: string, id: string) => `urn%3Ali%3A${kind}%3A${id}`;

export default defineCase({
	operation: 'media:get',
	cases: [
		{
			name: 'one image',
			page: 'images',
			given: mediaOfAcme,
			parameters: { media: 'urn:li:image:IMG1' },
			wire: [single('images', encoded('image', 'IMG1'))],
			out: [IMAGE],
		},
		{
			name: 'one by its URN as it stands in an address',
			page: 'images',
			given: mediaOfAcme,
			parameters: { media: 'urn%3Ali%3Aimage%3AIMG1' },
			wire: [single('images', encoded('image', 'IMG1'))],
			out: [IMAGE],
		},
		{
			name: 'one that is missing is an error',
			page: 'images',
			parameters: { media: 'urn:li:document:NONE' },
			wire: [single('documents', encoded('document', 'NONE'))],
			error: { message: expect.stringMatching(/found nothing there/) },
		},
		{
			name: 'several of all kinds, one call a kind, in the order asked, a missing one in its place',
			page: ['images', 'videos', 'methods'],
			about: 'BATCH_GET',
			given: mediaOfAcme,
			parameters: {
				media: 'urn:li:video:VID1, urn:li:image:IMG2, urn:li:image:NONE, urn:li:image:IMG1',
			},
			wire: [
				batch('images', ['IMG2', 'NONE', 'IMG1'].map((id) => encoded('image', id)).join()),
				batch('videos', encoded('video', 'VID1')),
			],
			out: [
				available('video', {
					...NOT_YET,
					urn: 'urn:li:video:VID1',
					status: 'PROCESSING_FAILED',
					failure: 'Processing failed',
				}),
				available('image', { ...NOT_YET, urn: 'urn:li:image:IMG2', status: 'PROCESSING' }),
				{
					urn: 'urn:li:image:NONE',
					url: null,
					found: false,
					status: 404,
					reason: 'Could not find entity',
				},
				IMAGE,
			],
		},
		{
			name: 'the Development tier has no batches: one call each',
			page: ['images', 'increasingAccess'],
			about: 'BATCH_GET on the Development tier',
			given: (simulator) => {
				Object.assign(simulator.state.apps.get('suite-app') ?? {}, { tier: 'development' });
				return mediaOfAcme(simulator);
			},
			fields: { tier: 'development' },
			parameters: { media: 'urn:li:image:IMG2\nurn:li:image:IMG1' },
			wire: [single('images', encoded('image', 'IMG2')), single('images', encoded('image', 'IMG1'))],
			out: [available('image', { ...NOT_YET, urn: 'urn:li:image:IMG2', status: 'PROCESSING' }), IMAGE],
		},
		{
			name: 'a self-serve member is shown none',
			page: 'images',
			behaviour: 'Share on LinkedIn alone',
			given: mediaOfAcme,
			app: 'self-serve-app',
			member: 'bob',
			scopes: ['openid', 'profile', 'w_member_social'],
			parameters: { media: 'urn:li:image:IMG1' },
			wire: [single('images', encoded('image', 'IMG1'))],
			error: { message: expect.stringMatching(/Accessing this image resource is forbidden/) },
		},
		{
			name: 'what is no media is refused without a call',
			page: 'urns',
			parameters: { media: 'urn:li:share:1' },
			wire: [],
			error: {
				message: expect.stringMatching(/"urn:li:share:1" isn't a valid image, video or document URN/),
			},
		},
	],
});
