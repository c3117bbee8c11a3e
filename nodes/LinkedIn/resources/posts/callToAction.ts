/**
 * The button of a post and where it leads, which LinkedIn shows on sponsored posts.
 * @see docs.postSchema
 */
import type { IDataObject, INodeProperties } from 'n8n-workflow';

import { InputError } from '../../transport/errors/inputError';
import { plainText } from '../values/plainText';

const CALLS_TO_ACTION: Record<string, string> = {
	APPLY: 'Apply',
	ATTEND: 'Attend',
	BUY_NOW: 'Buy Now',
	DOWNLOAD: 'Download',
	JOIN: 'Join',
	LEARN_MORE: 'Learn More',
	REGISTER: 'Register',
	REQUEST_DEMO: 'Request Demo',
	SEE_MORE: 'See More',
	SHOP_NOW: 'Shop Now',
	SIGN_UP: 'Sign Up',
	SUBSCRIBE: 'Subscribe',
	VIEW_QUOTE: 'View Quote',
};

/** Entries of a collection. */
export const callToActionField: INodeProperties = {
	displayName: 'Call to Action',
	name: 'contentCallToActionLabel',
	type: 'options',
	default: 'LEARN_MORE',
	description: 'The button of a sponsored post',
	options: Object.entries(CALLS_TO_ACTION).map(([value, name]) => ({ name, value })),
};

export const landingPageField: INodeProperties = {
	displayName: 'Landing Page',
	name: 'contentLandingPage',
	type: 'string',
	default: '',
	placeholder: 'e.g. https://example.com',
	description: 'Where the button of a sponsored post leads',
};

export interface CallToActionValue {
	contentCallToActionLabel?: unknown;
	contentLandingPage?: unknown;
}

/**
 * @param mayLackPage for articles, whose button leads to the article
 * @returns both members of a post, as far as they are given
 * @throws InputError
 */
export function callToActionOf(value: CallToActionValue, mayLackPage: boolean): IDataObject {
	const label = plainText(value.contentCallToActionLabel, 'Call to Action').trim();
	const page = plainText(value.contentLandingPage, 'Landing Page').trim();
	if (label !== '' && !Object.hasOwn(CALLS_TO_ACTION, label)) {
		throw new InputError(
			'Call to Action',
			`Unknown call to action "${label}"`,
			`Use one of ${Object.keys(CALLS_TO_ACTION).join(', ')}.`,
		);
	}
	if (page !== '' && !/^https?:\/\/\S+$/i.test(page)) {
		throw new InputError(
			'Landing Page',
			`Landing Page: "${page}" isn't a web address`,
			'Enter one that starts with https://.',
		);
	}
	if (label !== '' && page === '' && !mayLackPage) {
		throw new InputError(
			'Landing Page',
			'A Call to Action needs a Landing Page',
			'Enter the web address it leads to, or remove Call to Action.',
		);
	}
	return {
		...(label !== '' && { contentCallToActionLabel: label }),
		...(page !== '' && { contentLandingPage: page }),
	};
}
