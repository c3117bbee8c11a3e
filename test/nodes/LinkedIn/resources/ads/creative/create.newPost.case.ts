import { defineCase } from '../../../../../cases';
import type { Simulator } from '../../../../../simulator';
import { ACCOUNT, adsApp, byId } from '../connection';
import { CREATIVES, twoCreatives } from './creatives';

const ACME = 'urn:li:organization:2414183';

const inline = (post: object) => ({
	method: 'POST' as const,
	url: `${CREATIVES}?action=createInline`,
	restliMethod: 'ACTION',
	body: {
		creative: {
			campaign: 'urn:li:sponsoredCampaign:2001',
			intendedStatus: 'DRAFT',
			inlineContent: {
				post: {
					adContext: { dscAdAccount: 'urn:li:sponsoredAccount:507404993', dscStatus: 'ACTIVE' },
					author: ACME,
					visibility: 'PUBLIC',
					lifecycleState: 'PUBLISHED',
					isReshareDisabledByAuthor: false,
					...post,
				},
			},
		},
	},
});

const parameters = {
	account: ACCOUNT,
	campaign: byId('2001'),
	contentType: 'newPost',
	author: byId('2414183'),
	text: 'Join (us)!',
};
const made = expect.objectContaining({
	urn: expect.stringMatching(/^urn:li:sponsoredCreative:\d+$/),
	created: true,
	status: 'DRAFT',
});

const answeredIn = (carrier: 'header' | 'value' | 'creative') => (simulator: Simulator) => {
	simulator.state.inlineCarrier = carrier;
	return twoCreatives(simulator);
};

export default defineCase({
	operation: 'creative:create',
	cases: [
		{
			...adsApp,
			name: 'a new post with picture, button and landing page, its text escaped as posts need it',
			page: 'creatives',
			about: 'createInline',
			given: (simulator) => ({
				...twoCreatives(simulator),
				image: simulator.state.media.add({ kind: 'image', owner: ACME }).urn,
			}),
			parameters: {
				...parameters,
				postFields: {
					media: '${image}',
					mediaTitle: 'Title',
					contentCallToActionLabel: 'LEARN_MORE',
					contentLandingPage: 'https://www.example.com',
				},
			},
			wire: [
				inline({
					commentary: 'Join \\(us\\)!',
					contentCallToActionLabel: 'LEARN_MORE',
					contentLandingPage: 'https://www.example.com',
					content: { media: { id: '${image}', title: 'Title' } },
				}),
			],
			out: [made],
		},
		...(['header', 'value', 'creative'] as const).map((carrier) => ({
			...adsApp,
			name: `the new URN is found where LinkedIn answers it in the ${carrier}`,
			page: 'creatives' as const,
			about: 'createInline',
			behaviour: 'Where ids are returned',
			given: answeredIn(carrier),
			parameters,
			wire: [inline({ commentary: 'Join \\(us\\)!' })],
			out: [made],
		})),
		{
			...adsApp,
			name: 'a lost answer is an unknown outcome, and nothing is sent a second time',
			page: 'methods',
			behaviour: 'Duplicate creates',
			given: (simulator) => {
				const variables = twoCreatives(simulator);
				simulator.faults.add({
					match: { path: /createInline/ },
					afterHandling: true,
					effect: 'reset',
				});
				return variables;
			},
			parameters,
			wire: [inline({ commentary: 'Join \\(us\\)!' })],
			error: { message: expect.stringContaining('outcome is unknown') },
		},
		{
			...adsApp,
			name: 'media of another owner is refused in the words of LinkedIn',
			page: 'creatives',
			about: 'createInline',
			given: (simulator) => ({
				...twoCreatives(simulator),
				image: simulator.state.media.add({ kind: 'image', owner: 'urn:li:organization:5583111' }).urn,
			}),
			parameters: { ...parameters, postFields: { media: '${image}' } },
			wire: [inline({ commentary: 'Join \\(us\\)!', content: { media: { id: '${image}' } } })],
			error: { message: expect.stringMatching(/LinkedIn rejected this request/) },
		},
	],
});
