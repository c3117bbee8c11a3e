/** The sides' settings for the same work, for the page that ada administers. */
import type { INodeParameters } from 'n8n-workflow';

import { COMMUNITY_SCOPES, connectTo } from '../engine/connection';
import type { HarnessCredential } from '../engine/credentials';
import type { Simulator } from '../simulator';
import type { NodeSetup } from './engine/protocol';

export const PAGE = '2414183';
export const PAGE_URN = `urn:li:organization:${PAGE}`;

/** This package's node. */
export function suite(simulator: Simulator, parameters: INodeParameters): NodeSetup {
	return { side: 'suite', credential: connectTo(simulator), parameters };
}

/** The ad account of which ada is the billing admin. */
export const AD_ACCOUNT = '507404993';

/** This package's node on ads. */
export function adsSuite(simulator: Simulator, parameters: INodeParameters): NodeSetup {
	return { side: 'suite', ads: true, credential: connectTo(simulator, ADS), parameters };
}

/** What the ads app of the simulator's world may do, as far as rows need it. */
export const ADS = { app: 'ads-app', scopes: ['r_ads', 'rw_ads', 'r_ads_reporting', 'rw_conversions'] };

/** n8n's LinkedIn node with its Community Management credential, posting as the page. */
export function builtIn(simulator: Simulator, parameters: INodeParameters): NodeSetup {
	const { accessToken } = tokenOf(simulator);
	const credential: HarnessCredential = {
		type: 'linkedInCommunityManagementOAuth2Api',
		data: {
			clientId: 'suite-app',
			clientSecret: 'suite-secret',
			oauthTokenData: { access_token: accessToken, token_type: 'Bearer' } as never,
		},
	};
	return {
		side: 'builtIn',
		credential,
		parameters: {
			authentication: 'communityManagement',
			operation: 'create',
			postAs: 'organization',
			organization: PAGE,
			...parameters,
		},
	};
}

/** n8n's HTTP Request node, set up by hand from LinkedIn's pages. */
export function httpRequest(
	simulator: Simulator,
	parameters: INodeParameters,
	{ accessToken } = tokenOf(simulator),
): NodeSetup {
	const headers = {
		Authorization: `Bearer ${accessToken}`,
		'LinkedIn-Version': '202609',
		'X-Restli-Protocol-Version': '2.0.0',
	};
	return {
		side: 'httpRequest',
		parameters: {
			method: 'GET',
			sendHeaders: true,
			headerParameters: { parameters: Object.entries(headers).map(([name, value]) => ({ name, value })) },
			...parameters,
		},
	};
}

/** A text post by the page, with the item's text. */
export const textPost = {
	suite: {
		resource: 'post',
		operation: 'create',
		author: { __rl: true, mode: 'id', value: PAGE },
		contentType: 'text',
		text: '={{ $json.text }}',
	},
	builtIn: { text: '={{ $json.text }}' },
} satisfies Record<string, INodeParameters>;

/** A post by the page with the image in the binary field `data`, not waiting until LinkedIn has processed it. */
export const imagePost = {
	suite: {
		...textPost.suite,
		contentType: 'image',
		media: 'data',
		additionalFields: { waitUntilReady: false },
	},
	builtIn: { ...textPost.builtIn, shareMediaCategory: 'IMAGE', binaryPropertyName: 'data' },
} satisfies Record<string, INodeParameters>;

/** The same with a carousel of all images in the binary fields `data_0` and so on. */
export const carouselPost: INodeParameters = {
	...imagePost.suite,
	contentType: 'carousel',
	mediaTitle: 'Carousel',
};

export function tokenOf(simulator: Simulator): { accessToken: string } {
	return simulator.issueToken({ member: 'ada', scopes: [...COMMUNITY_SCOPES] });
}

/** `{ text: 'Post 1' }` and so on: LinkedIn refuses the same text twice. */
export function texts(count: number): Array<{ text: string }> {
	return Array.from({ length: count }, (_, at) => ({ text: `Post ${at + 1}` }));
}
