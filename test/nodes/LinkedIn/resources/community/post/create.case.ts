import { defineCase } from '../../../../../cases';
import { ACME, BOB, create, made, ME, readMade, SELF_SERVE } from './create/sent';

export default defineCase({
	operation: 'post:create',
	cases: [
		{
			name: 'every reserved character of the text is escaped, hashtags stay',
			page: ['posts', 'littleText'],
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
			page: 'littleText',
			parameters: { author: ACME, text: 'With @[Globex & Söhne (Labs)](urn:li:organization:5583111)!' },
			wire: [create('With @[Globex & Söhne \\(Labs\\)](urn:li:organization:5583111)!')],
			out: [made({ text: 'With @[Globex & Söhne (Labs)](urn:li:organization:5583111)!' })],
		},
		{
			name: 'names of the Mentions collection become mentions',
			page: 'littleText',
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
			name: 'a name in a text without spaces becomes a mention, and hashtags in it stay',
			page: 'littleText',
			parameters: {
				author: ACME,
				text: '感谢@华为的支持#招聘',
				additionalFields: { mentions: { mention: [{ name: '华为', urn: '5583111' }] } },
			},
			wire: [create('感谢@[华为](urn:li:organization:5583111)的支持#招聘')],
			// The page has another name, so LinkedIn returns the mention as plain text.
			out: [made({ text: '感谢@[华为](urn:li:organization:5583111)的支持#招聘' })],
		},
		{
			name: 'a self-serve member posts as himself with one call',
			page: 'posts',
			...SELF_SERVE,
			parameters: { author: ME, text: 'Hello', additionalFields: { visibility: 'CONNECTIONS' } },
			wire: [create('Hello', { author: BOB, visibility: 'CONNECTIONS' })],
			out: [made({ author: BOB, visibility: 'CONNECTIONS', text: 'Hello' })],
		},
		{
			name: 'me is the default author, whom /v2/me names where no id_token does',
			page: 'posts',
			parameters: { text: 'Hello' },
			wire: [
				{ method: 'GET', url: '/v2/me', restliMethod: 'GET' },
				create('Hello', { author: 'urn:li:person:Ada782bbtaQ' }),
			],
			out: [made({ author: 'urn:li:person:Ada782bbtaQ', text: 'Hello' })],
		},
		{
			name: 'a page by the address that holds its name is looked up',
			page: 'organizations',
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
			page: 'urns',
			parameters: {
				author: { __rl: true, mode: 'url', value: 'https://www.linkedin.com/company/2414183/admin/' },
				text: 'Hello',
			},
			wire: [create('Hello')],
			out: [made({ text: 'Hello' })],
		},
		{
			name: 'visibility and no resharing',
			page: 'posts',
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
			page: 'posts',
			about: 'targetEntities',
			parameters: {
				author: ACME,
				text: 'Hello',
				additionalFields: {
					targeting: {
						facet: [
							{
								name: 'geoLocations',
								location: {
									__rl: true,
									mode: 'list',
									value: 'urn:li:geo:105015875',
									cachedResultName: 'France',
								},
							},
							{
								name: 'geoLocations',
								location: { __rl: true, mode: 'id', value: 'urn:li:geo:103644278, 101174742' },
							},
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
								geoLocations: ['urn:li:geo:105015875', 'urn:li:geo:103644278', 'urn:li:geo:101174742'],
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
			name: 'the same text again fails where If Already Posted says so',
			page: 'posts',
			about: '422',
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
			name: 'each item makes its own post, in the order of the items',
			page: 'posts',
			items: [{ text: 'One' }, { text: 'Two' }, { text: 'Three' }],
			parameters: { author: ACME, text: '={{ $json.text }}' },
			wire: [create('One'), create('Two'), create('Three')],
			out: [made({ text: 'One' }), made({ text: 'Two' }), made({ text: 'Three' })],
		},
		{
			name: 'two items with one text make one post',
			page: 'posts',
			about: '422',
			items: [{ id: 1 }, { id: 2 }],
			parameters: { author: ACME, text: 'Twice' },
			wire: [create('Twice'), create('Twice'), readMade],
			out: [
				made({ text: 'Twice' }),
				made({ text: 'Twice', deduplicated: true, notice: expect.stringMatching(/^Nothing was published/) }),
			],
		},
		{
			name: 'a success that does not name the post says so, and what to do',
			page: 'posts',
			behaviour: 'Where ids are returned',
			given: (simulator) => {
				simulator.faults.add({ match: { restliMethod: 'CREATE' }, effect: { status: 201 } });
				return {};
			},
			parameters: { author: ACME, text: 'Hello' },
			wire: [create('Hello')],
			out: [
				made({
					urn: null,
					url: null,
					text: 'Hello',
					notice: expect.stringMatching(
						/^Created, but LinkedIn didn't return its ID \(status 201\)\. Look for it on LinkedIn/,
					),
				}),
			],
		},
		{
			name: 'a text of exactly 3,000 characters goes, however many its escapes make of it',
			page: 'posts',
			behaviour: 'Texts of posts',
			parameters: { author: ACME, text: '_'.repeat(3000) },
			wire: [create('\\_'.repeat(3000))],
			out: [made({ text: '_'.repeat(3000) })],
		},
	],
});
