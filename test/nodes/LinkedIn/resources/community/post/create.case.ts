import { defineCase, type OperationCase } from '../../../../../cases';
import { lookForActivity, postOfAcme } from './postsOfAcme';

const ACME = { __rl: true, mode: 'id', value: '2414183' };
const ME = { __rl: true, mode: 'list', value: 'me' };
const SELF_SERVE: Pick<OperationCase, 'app' | 'member' | 'scopes'> = {
	app: 'self-serve-app',
	member: 'bob',
	scopes: ['openid', 'profile', 'w_member_social'],
};
const BOB = 'urn:li:person:Bob-4kd_91x';

/** The text post of §3.1, with what differs. */
const create = (commentary: string, more: object = {}) => ({
	method: 'POST' as const,
	url: '/rest/posts',
	restliMethod: 'CREATE',
	version: '202609',
	body: {
		author: 'urn:li:organization:2414183',
		commentary,
		visibility: 'PUBLIC',
		distribution: {
			feedDistribution: 'MAIN_FEED',
			targetEntities: [],
			thirdPartyDistributionChannels: [],
		},
		lifecycleState: 'PUBLISHED',
		isReshareDisabledByAuthor: false,
		...more,
	},
});

/** The comment that goes out under the post just made. */
const firstComment = (actor: string, text: string, base = 'rest') => ({
	method: 'POST' as const,
	url: expect.stringMatching(
		new RegExp(`^/${base}/socialActions/urn%3Ali%3Ashare%3A\\d+/comments$`),
	) as string,
	restliMethod: 'CREATE',
	body: { actor, object: expect.stringMatching(/^urn:li:share:\d+$/), message: { text } },
});

const made = (more: object) => ({
	urn: expect.stringMatching(/^urn:li:share:\d+$/),
	url: expect.stringMatching(/^https:\/\/www\.linkedin\.com\/feed\/update\/urn:li:share:\d+$/),
	deduplicated: false,
	author: 'urn:li:organization:2414183',
	visibility: 'PUBLIC',
	contentType: 'text',
	firstComment: null,
	...more,
});

const written = {
	urn: expect.stringMatching(/^urn:li:comment:\(urn:li:activity:\d+,\d+\)$/),
	error: null,
};

export default defineCase({
	operation: 'post:create',
	cases: [
		{
			name: 'every reserved character of the text is escaped, hashtags stay',
			contract: '§3.1, §4.2',
			parameters: {
				author: ACME,
				text: 'a|b {c} @d [e] (f) <g> h\\i *j* k_l ~m #Jobs 😀 https://example.com/x_(y)~z',
			},
			wire: [
				create(
					'a\\|b \\{c\\} \\@d \\[e\\] \\(f\\) \\<g\\> h\\\\i \\*j\\* k\\_l \\~m #Jobs 😀 https://example.com/x\\_\\(y\\)\\~z',
				),
			],
			out: [made({ text: 'a|b {c} @d [e] (f) <g> h\\i *j* k_l ~m #Jobs 😀 https://example.com/x_(y)~z' })],
		},
		{
			name: 'a typed mention stays a mention, and brackets in its name are escaped',
			contract: '§4.3',
			parameters: { author: ACME, text: 'With @[Globex & Söhne (Labs)](urn:li:organization:5583111)!' },
			wire: [create('With @[Globex & Söhne \\(Labs\\)](urn:li:organization:5583111)!')],
			out: [made({ text: 'With @[Globex & Söhne (Labs)](urn:li:organization:5583111)!' })],
		},
		{
			name: 'names of the Mentions collection become mentions',
			contract: '§4.3',
			parameters: {
				author: ACME,
				text: 'Thanks @Ada and Globex & Söhne (Labs).',
				additionalFields: {
					mentions: {
						mention: [
							{ name: 'Ada', urn: 'urn:li:person:Ada782bbtaQ' },
							{ name: 'Globex & Söhne (Labs)', urn: '5583111' },
						],
					},
				},
			},
			wire: [
				create(
					'Thanks @[Ada](urn:li:person:Ada782bbtaQ) and @[Globex & Söhne \\(Labs\\)](urn:li:organization:5583111).',
				),
			],
			out: [
				made({
					text: 'Thanks @[Ada](urn:li:person:Ada782bbtaQ) and @[Globex & Söhne (Labs)](urn:li:organization:5583111).',
				}),
			],
		},
		{
			name: 'a self-serve member posts as himself with one call',
			contract: '§2.9, §3.1',
			...SELF_SERVE,
			parameters: { author: ME, text: 'Hello', additionalFields: { visibility: 'CONNECTIONS' } },
			wire: [create('Hello', { author: BOB, visibility: 'CONNECTIONS' })],
			out: [made({ author: BOB, visibility: 'CONNECTIONS', text: 'Hello' })],
		},
		{
			name: 'me is the default author, whom /v2/me names where no id_token does',
			contract: '§2.9, §3.1',
			parameters: { text: 'Hello' },
			wire: [
				{ method: 'GET', url: '/v2/me', restliMethod: 'GET' },
				create('Hello', { author: 'urn:li:person:Ada782bbtaQ' }),
			],
			out: [made({ author: 'urn:li:person:Ada782bbtaQ', text: 'Hello' })],
		},
		{
			name: 'a page by the address that holds its name is looked up',
			contract: '§9.2',
			parameters: {
				author: {
					__rl: true,
					mode: 'url',
					value: 'https://www.linkedin.com/company/acme-corp/?viewAsMember=true',
				},
				text: 'Hello',
			},
			wire: [
				{
					method: 'GET',
					url: '/rest/organizations?q=vanityName&vanityName=acme-corp',
					restliMethod: 'FINDER',
				},
				create('Hello'),
			],
			out: [made({ text: 'Hello' })],
		},
		{
			name: 'a page by an address with its number costs no look-up',
			contract: '§1.6',
			parameters: {
				author: { __rl: true, mode: 'url', value: 'https://www.linkedin.com/company/2414183/admin/' },
				text: 'Hello',
			},
			wire: [create('Hello')],
			out: [made({ text: 'Hello' })],
		},
		{
			name: 'visibility and no resharing',
			contract: '§3.1',
			parameters: {
				author: ACME,
				text: 'Hello',
				additionalFields: { visibility: 'LOGGED_IN', disableReshare: true },
			},
			wire: [create('Hello', { visibility: 'LOGGED_IN', isReshareDisabledByAuthor: true })],
			out: [made({ text: 'Hello', visibility: 'LOGGED_IN' })],
		},
		{
			name: 'an audience, its numbers turned into URNs',
			contract: '§3.1 distribution.targetEntities',
			parameters: {
				author: ACME,
				text: 'Hello',
				additionalFields: {
					targeting: {
						facet: [
							{ name: 'geoLocations', values: 'urn:li:geo:103644278, 101174742' },
							{ name: 'jobFunctions', values: '8' },
							{ name: 'staffCountRanges', values: 'SIZE_2_TO_10' },
							{ name: 'interfaceLocales', values: 'en_US' },
						],
					},
				},
			},
			wire: [
				create('Hello', {
					distribution: {
						feedDistribution: 'MAIN_FEED',
						targetEntities: [
							{
								geoLocations: ['urn:li:geo:103644278', 'urn:li:geo:101174742'],
								jobFunctions: ['urn:li:function:8'],
								staffCountRanges: ['SIZE_2_TO_10'],
								interfaceLocales: [{ language: 'en', country: 'US' }],
							},
						],
						thirdPartyDistributionChannels: [],
					},
				}),
			],
			out: [made({ text: 'Hello' })],
		},
		{
			name: 'an article with title, description and thumbnail, all of them plain text',
			contract: '§3.1 Article, §4.1',
			parameters: {
				author: ACME,
				contentType: 'article',
				text: 'Read (this)',
				articleUrl: 'https://example.com/a_b?c=(d)',
				articleTitle: 'A (new) office',
				articleOptions: {
					description: 'In [Berlin]',
					thumbnail: 'urn:li:image:C4E10AQFoyyAjHPMQuQ',
					thumbnailAltText: 'A door',
				},
			},
			wire: [
				create('Read \\(this\\)', {
					content: {
						article: {
							source: 'https://example.com/a_b?c=(d)',
							title: 'A (new) office',
							description: 'In [Berlin]',
							thumbnail: 'urn:li:image:C4E10AQFoyyAjHPMQuQ',
							thumbnailAltText: 'A door',
						},
					},
				}),
			],
			out: [made({ text: 'Read (this)', contentType: 'article' })],
		},
		{
			name: 'an article with a link and a title alone',
			contract: '§3.1 Article',
			parameters: {
				author: ACME,
				contentType: 'article',
				text: 'Read',
				articleUrl: 'https://example.com',
				articleTitle: 'News',
				articleOptions: { description: '', thumbnail: '' },
			},
			wire: [create('Read', { content: { article: { source: 'https://example.com', title: 'News' } } })],
			out: [made({ text: 'Read', contentType: 'article' })],
		},
		{
			name: 'a reshare with words of its own',
			contract: '§3.1 Reshare',
			given: postOfAcme,
			parameters: {
				author: ACME,
				contentType: 'reshare',
				text: 'Still true',
				reshareOf: 'https://www.linkedin.com/posts/acme_hiring-share-${postId}-Xy1_/',
			},
			wire: [create('Still true', { reshareContext: { parent: '${post}' } })],
			out: [made({ text: 'Still true', contentType: 'reshare' })],
		},
		{
			name: 'a reshare without words has an empty commentary',
			contract: '§3.1 commentary "" accepted for reshares',
			given: postOfAcme,
			parameters: { author: ACME, contentType: 'reshare', reshareOf: '${post}' },
			wire: [create('', { reshareContext: { parent: '${post}' } })],
			out: [made({ text: '', contentType: 'reshare' })],
		},
		{
			name: 'an activity to reshare is turned into its share first, never by its number',
			contract: '§1.6, §3.1, §7.2',
			given: postOfAcme,
			parameters: { author: ACME, contentType: 'reshare', text: 'Again', reshareOf: '${activity}' },
			wire: [...lookForActivity, create('Again', { reshareContext: { parent: '${post}' } })],
			out: [made({ text: 'Again', contentType: 'reshare' })],
		},
		{
			name: 'a post whose author disabled resharing is refused with the words of LinkedIn',
			contract: '§3.1 Reshare',
			given: (simulator) => {
				const names = postOfAcme(simulator);
				Object.assign(simulator.state.findPost(String(names.post)) ?? {}, {
					isReshareDisabledByAuthor: true,
				});
				return names;
			},
			parameters: { author: ACME, contentType: 'reshare', reshareOf: '${post}' },
			wire: [create('', { reshareContext: { parent: '${post}' } })],
			error: { message: expect.stringContaining('is disabled by its author'), httpCode: '403' },
		},
		{
			name: 'a first comment by the same page, plain text',
			contract: '§3.1, §5.1',
			parameters: { author: ACME, text: 'Hello', additionalFields: { firstComment: 'Link: (here)' } },
			wire: [create('Hello'), firstComment('urn:li:organization:2414183', 'Link: (here)')],
			out: [made({ text: 'Hello', firstComment: written })],
		},
		{
			name: 'a first comment waits out the time in which LinkedIn does not find the post yet',
			contract: '§5.1, §11.1 404',
			given: (simulator) => {
				simulator.state.commentRaceMs = 400;
				return {};
			},
			parameters: { author: ACME, text: 'Hello', additionalFields: { firstComment: 'Link' } },
			wire: [
				create('Hello'),
				firstComment('urn:li:organization:2414183', 'Link'),
				firstComment('urn:li:organization:2414183', 'Link'),
			],
			out: [made({ text: 'Hello', firstComment: written })],
		},
		{
			name: 'a first comment of a self-serve member goes over the unversioned resource',
			contract: '§2.9 "self-serve reality"',
			...SELF_SERVE,
			parameters: { author: ME, text: 'Hello', additionalFields: { firstComment: 'Link' } },
			wire: [create('Hello', { author: BOB }), firstComment(BOB, 'Link', 'v2')],
			out: [made({ author: BOB, text: 'Hello', firstComment: written })],
		},
		{
			name: 'a first comment that is refused does not make the post fail',
			contract: '§5.1',
			given: (simulator) => {
				simulator.faults.add({
					match: { path: /\/comments$/ },
					effect: {
						status: 403,
						body: {
							status: 403,
							serviceErrorCode: 100,
							code: 'ACCESS_DENIED',
							message: 'Not enough permissions to access: partnerApiSocialActions.CREATE.20260901',
						},
					},
				});
				return {};
			},
			parameters: { author: ACME, text: 'Hello', additionalFields: { firstComment: 'Link' } },
			wire: [create('Hello'), firstComment('urn:li:organization:2414183', 'Link')],
			out: [
				made({
					text: 'Hello',
					firstComment: { urn: null, error: expect.stringContaining('partnerApiSocialActions.CREATE') },
				}),
			],
		},
		{
			name: 'the same text again gives the existing post, and no second first comment',
			contract: '§3.1 422',
			given: (simulator) => ({
				twin: simulator.state.addPost({ author: '2414183', text: 'Hello (again)' }).urn,
			}),
			parameters: { author: ACME, text: 'Hello (again)', additionalFields: { firstComment: 'Link' } },
			wire: [create('Hello \\(again\\)')],
			out: [
				made({
					urn: '${twin}',
					url: 'https://www.linkedin.com/feed/update/${twin}',
					deduplicated: true,
					text: 'Hello (again)',
				}),
			],
		},
		{
			name: 'the same text again fails where On Duplicate says so',
			contract: '§3.1 422',
			given: (simulator) => ({
				twin: simulator.state.addPost({ author: '2414183', text: 'Hello' }).urn,
			}),
			parameters: { author: ACME, text: 'Hello', additionalFields: { onDuplicate: 'fail' } },
			wire: [create('Hello')],
			error: {
				message: expect.stringContaining('Content is a duplicate of urn:li:share:'),
				httpCode: '422',
			},
		},
		{
			name: 'simplify off gives the post as it was sent, as LinkedIn answers with nothing, with urn and url',
			contract: '§3.1 201, empty body',
			parameters: { author: ACME, text: 'Raw (1)', options: { simplify: false } },
			wire: [create('Raw \\(1\\)')],
			out: [
				expect.objectContaining({
					urn: expect.stringMatching(/^urn:li:share:\d+$/),
					url: expect.stringMatching(/^https:\/\/www\.linkedin\.com\/feed\/update\/urn:li:share:\d+$/),
					author: 'urn:li:organization:2414183',
					commentary: 'Raw \\(1\\)',
					lifecycleState: 'PUBLISHED',
				}),
			],
		},
		{
			name: 'each item makes its own post, in the order of the items',
			contract: '§3.1',
			items: [{ text: 'One' }, { text: 'Two' }, { text: 'Three' }],
			parameters: { author: ACME, text: '={{ $json.text }}' },
			wire: [create('One'), create('Two'), create('Three')],
			out: [made({ text: 'One' }), made({ text: 'Two' }), made({ text: 'Three' })],
		},
		{
			name: 'two items with one text make one post',
			contract: '§3.1 422',
			items: [{ id: 1 }, { id: 2 }],
			parameters: { author: ACME, text: 'Twice' },
			wire: [create('Twice'), create('Twice')],
			out: [made({ text: 'Twice' }), made({ text: 'Twice', deduplicated: true })],
		},
		{
			name: 'a success that does not name the post is no success, as nothing could be done with it',
			contract: '§3.1 x-restli-id',
			given: (simulator) => {
				simulator.faults.add({ match: { restliMethod: 'CREATE' }, effect: { status: 201 } });
				return {};
			},
			parameters: { author: ACME, text: 'Hello' },
			wire: [create('Hello')],
			error: {
				message: expect.stringMatching(/\w/),
				description: expect.stringMatching(/Look at LinkedIn before you run it again|proxy|gateway/),
			},
		},
		{
			name: 'a text of exactly 3,000 characters goes, however many its escapes make of it',
			contract: '§3.1 commentary',
			parameters: { author: ACME, text: '_'.repeat(3000) },
			wire: [create('\\_'.repeat(3000))],
			out: [made({ text: '_'.repeat(3000) })],
		},
	],
});
