import type { Simulator } from '../../../../../simulator';
import { ACCOUNT_PATH, manager } from '../connection';

/** Creatives of Acme's account, and their output (docs.creatives). */

export const CREATIVES = `${ACCOUNT_PATH}/creatives`;
export const encoded = (id: number | string) => `urn%3Ali%3AsponsoredCreative%3A${id}`;

export const identity = (id: string | number) => ({
	urn: `urn:li:sponsoredCreative:${id}`,
	url: `${manager}/507404993/creatives/${id}`,
	id: String(id),
});

/** A campaign, an ad with a post of the page, and a draft text ad. */
export function twoCreatives({ state }: Simulator): { post: string } {
	state.ads.addCampaign('507404993', {
		id: 2001,
		name: 'A',
		associatedEntity: 'urn:li:organization:2414183',
	});
	const { urn } = state.addPost({ author: '2414183', text: 'Look' });
	const campaign = 'urn:li:sponsoredCampaign:2001';
	state.ads.addCreative('507404993', {
		id: 'urn:li:sponsoredCreative:3001',
		campaign,
		name: 'Ad of a post',
		content: { reference: urn },
	});
	state.ads.addCreative('507404993', {
		id: 'urn:li:sponsoredCreative:3002',
		campaign,
		intendedStatus: 'DRAFT',
	});
	return { post: urn };
}

export const adOfPost = {
	...identity(3001),
	account: 'urn:li:sponsoredAccount:507404993',
	campaign: 'urn:li:sponsoredCampaign:2001',
	name: 'Ad of a post',
	status: 'ACTIVE',
	isServing: true,
	servingHoldReasons: [],
	review: 'APPROVED',
	rejectionReasons: [],
	contentType: 'reference',
	post: '${post}',
	content: { reference: '${post}' },
	leadForm: null,
	leadFormLabel: null,
	test: false,
	createdAt: expect.stringMatching(/^\d{4}-/),
	lastModifiedAt: expect.stringMatching(/^\d{4}-/),
};

export const draftTextAd = {
	...adOfPost,
	...identity(3002),
	name: null,
	status: 'DRAFT',
	isServing: false,
	servingHoldReasons: expect.arrayContaining(['STOPPED']),
	review: null,
	contentType: 'textAd',
	post: null,
	content: { textAd: { headline: 'Headline', description: 'Description' } },
};
