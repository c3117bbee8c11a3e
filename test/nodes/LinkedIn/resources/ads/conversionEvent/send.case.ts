import { defineCase } from '../../../../../cases';
import { adsApp } from '../connection';
import { ADA_HASH, BOB_HASH, RULE, withRule } from './events';

const AT = new Date(Date.now() - 3_600_000).toISOString();
const AT_MS = Date.parse(AT);

const one = (body: object) => ({
	method: 'POST' as const,
	url: '/rest/conversionEvents',
	restliMethod: 'CREATE',
	body,
});
const byEmail = { userIds: [{ idType: 'SHA256_EMAIL', idValue: ADA_HASH }] };
const sent = (more: object = {}) => ({
	urn: RULE,
	sent: true,
	eventId: null,
	happenedAt: AT,
	batch: { events: 1, calls: 1 },
	...more,
});
const unsent = (index: number, reason: string | RegExp, advice: RegExp) => ({
	urn: null,
	sent: false,
	eventId: null,
	happenedAt: null,
	batch: null,
	index,
	status: null,
	reason: typeof reason === 'string' ? reason : expect.stringMatching(reason),
	advice: expect.stringMatching(advice),
});
const given = { conversion: '14488340', conversionHappenedAt: AT, email: ' Ada@Example.com ' };

export default defineCase({
	operation: 'conversionEvent:send',
	cases: [
		{
			...adsApp,
			name: 'one event; the address is trimmed, in small letters and hashed',
			page: 'conversionEvents',
			given: withRule,
			parameters: given,
			wire: [one({ conversion: RULE, conversionHappenedAt: AT_MS, user: byEmail })],
			out: [sent()],
		},
		{
			...adsApp,
			name: 'everything that an event can say, the amount as text',
			page: 'conversionEvents',
			given: withRule,
			parameters: {
				conversion: RULE,
				conversionHappenedAt: AT,
				email: ADA_HASH.toUpperCase(),
				conversionValue: 1500,
				currencyCode: 'usd',
				eventId: 'abc12345',
				user: {
					liFatId: 'df5gf5-gh6t7-ph4j7h-fgf6n1',
					ip: '203.0.113.7',
					firstName: 'Ada',
					lastName: 'Okafor',
					title: 'Engineer',
					companyName: 'Acme',
					countryCode: 'ng',
					externalId: 'crm-1',
					lead: '249592fc-d272-44ba-a7db-c2bdce579507-6',
				},
			},
			wire: [
				one({
					conversion: RULE,
					conversionHappenedAt: AT_MS,
					conversionValue: { currencyCode: 'USD', amount: '1500' },
					eventId: 'abc12345',
					user: {
						userIds: [
							{ idType: 'SHA256_EMAIL', idValue: ADA_HASH },
							{
								idType: 'LINKEDIN_FIRST_PARTY_ADS_TRACKING_UUID',
								idValue: 'df5gf5-gh6t7-ph4j7h-fgf6n1',
							},
							{ idType: 'PLAINTEXT_IP_ADDRESS', idValue: '203.0.113.7' },
						],
						userInfo: {
							firstName: 'Ada',
							lastName: 'Okafor',
							title: 'Engineer',
							companyName: 'Acme',
							countryCode: 'NG',
						},
						externalIds: ['crm-1'],
						lead: 'urn:li:leadGenFormResponse:249592fc-d272-44ba-a7db-c2bdce579507-6',
					},
				}),
			],
			out: [sent({ eventId: 'abc12345' })],
		},
		{
			...adsApp,
			name: 'the events of all items go in one call',
			page: 'conversionEvents',
			about: 'BATCH_CREATE',
			given: withRule,
			parameters: { ...given, email: '', eventId: '={{ $json.id }}', user: { liFatId: '={{ $json.id }}' } },
			items: [{ json: { id: 'a' } }, { json: { id: 'b' } }],
			wire: [
				{
					method: 'POST',
					url: '/rest/conversionEvents',
					restliMethod: 'BATCH_CREATE',
					body: {
						elements: ['a', 'b'].map((id) => ({
							conversion: RULE,
							conversionHappenedAt: AT_MS,
							eventId: id,
							user: { userIds: [{ idType: 'LINKEDIN_FIRST_PARTY_ADS_TRACKING_UUID', idValue: id }] },
						})),
					},
				},
			],
			out: ['a', 'b'].map((id) => sent({ eventId: id, batch: { events: 2, calls: 1 } })),
		},
		{
			...adsApp,
			name: 'a list in one item, values called as on the form or by name; a bad one harms no other',
			page: 'conversionEvents',
			about: 'BATCH_CREATE',
			given: withRule,
			parameters: {
				input: 'list',
				conversion: '14488340',
				currencyCode: 'EUR',
				events: JSON.stringify([
					{ 'Happened At': AT, Email: ' Ada@Example.com ', Amount: 149.9, 'event id': 'a' },
					{ conversionHappenedAt: AT, user: { liFatId: 'b' }, firstName: 'Bob', 'Last Name': 'Marsh' },
					{ happenedAt: AT, eventId: 'c' },
					{ conversion: 'urn:li:sponsoredCampaign:1', email: 'ada@example.com' },
					{ happenedAt: AT, mail: 'ada@example.com' },
					'ada@example.com',
				]),
			},
			wire: [
				{
					method: 'POST',
					url: '/rest/conversionEvents',
					restliMethod: 'BATCH_CREATE',
					body: {
						elements: [
							{
								conversion: RULE,
								conversionHappenedAt: AT_MS,
								conversionValue: { currencyCode: 'EUR', amount: '149.9' },
								eventId: 'a',
								user: byEmail,
							},
							{
								conversion: RULE,
								conversionHappenedAt: AT_MS,
								user: {
									userIds: [{ idType: 'LINKEDIN_FIRST_PARTY_ADS_TRACKING_UUID', idValue: 'b' }],
									userInfo: { firstName: 'Bob', lastName: 'Marsh' },
								},
							},
						],
					},
				},
			],
			out: [
				sent({ eventId: 'a', batch: { events: 2, calls: 1 }, index: 0 }),
				sent({ batch: { events: 2, calls: 1 }, index: 1 }),
				unsent(2, "The event doesn't identify a person", /Enter an Email/),
				unsent(3, /urn:li:sponsoredCampaign:1/, /14488340/),
				unsent(4, '"mail" is not a field of an entry', /Conversion, Happened At, Email, Amount/),
				unsent(5, 'Events (JSON): the entry must be an object', /list of objects/),
			],
		},
		{
			...adsApp,
			name: 'a list of one fails as an item of its own does',
			page: 'conversionEvents',
			behaviour: 'Conversions',
			parameters: { input: 'list', conversion: '14488340', events: [{ email: 'ada@example.com' }] },
			wire: [one(expect.objectContaining({ conversion: RULE, user: byEmail }))],
			error: { message: expect.stringContaining('No ad accounts found') },
		},
		{
			...adsApp,
			name: 'a rule that the member does not reach, for all of a list, fails the item',
			page: 'conversionEvents',
			behaviour: 'Conversions',
			parameters: {
				input: 'list',
				conversion: '14488340',
				events: [{ email: 'ada@example.com' }, { email: 'bob@example.com' }],
			},
			wire: [
				{
					method: 'POST',
					url: '/rest/conversionEvents',
					restliMethod: 'BATCH_CREATE',
					body: {
						elements: [ADA_HASH, BOB_HASH].map((idValue) =>
							expect.objectContaining({
								conversion: RULE,
								user: { userIds: [{ idType: 'SHA256_EMAIL', idValue }] },
							}),
						),
					},
				},
			],
			error: { message: expect.stringContaining('No ad accounts found') },
		},
		...(
			[
				['what is no JSON', '[{', /^Events \(JSON\) isn't valid JSON/],
				['what is no list', '{}', 'Events (JSON) must be a list'],
				['an empty list', '[]', 'Events (JSON) is empty'],
				['one event that is wrong', '[{"user": "Ada"}]', 'Person must be an object'],
			] as Array<[string, string, string | RegExp]>
		).map(([what, events, message]) => ({
			...adsApp,
			name: `${what} is refused before any call`,
			page: 'conversionEvents' as const,
			parameters: { input: 'list', conversion: '14488340', events },
			wire: [],
			error: { message: typeof message === 'string' ? message : expect.stringMatching(message) },
		})),
		{
			...adsApp,
			name: 'a rule that the member does not reach is refused in words',
			page: 'conversionEvents',
			behaviour: 'Conversions',
			parameters: given,
			wire: [one({ conversion: RULE, conversionHappenedAt: AT_MS, user: byEmail })],
			error: {
				message: expect.stringContaining('No ad accounts found'),
				description: expect.stringContaining('CREATIVE_MANAGER or higher'),
			},
		},
		...(
			[
				['an amount without a currency', { conversionValue: '5' }, 'Amount needs a Currency'],
				[
					'an amount that is none',
					{ conversionValue: '5 €', currencyCode: 'EUR' },
					/Amount must be an amount greater than 0, not "5 €"/,
				],
				['what is no address', { email: 'ada(at)example.com' }, 'Email must be an email address'],
				[
					'an address where a hash is asked',
					{ user: { hashedEmail: 'ada@example.com' } },
					'Hashed Email must be a SHA-256 hash',
				],
				['nobody', { email: '' }, "The event doesn't identify a person"],
				['one of two names', { user: { firstName: 'Ada' } }, /Last Name is empty/],
				['an event of last year', { conversionHappenedAt: '2025-01-01T00:00:00Z' }, /more than 90 days ago/],
				['an event of next year', { conversionHappenedAt: '2028-01-01T00:00:00Z' }, /is in the future/],
				['two external ids', { user: { externalId: 'a, b' } }, /External ID has 2 IDs/],
				['what is no IP address', { user: { ip: '300.1.1.1' } }, /not an IPv4 address/],
				['the URN of a campaign', { conversion: 'urn:li:sponsoredCampaign:1' }, /sponsoredCampaign/],
			] as Array<[string, Record<string, string>, string | RegExp]>
		).map(([what, fields, message]) => ({
			...adsApp,
			name: `${what} is refused before any call`,
			page: 'conversionEvents' as const,
			about: 'user',
			parameters: { ...given, ...fields },
			wire: [],
			error: { message: typeof message === 'string' ? message : expect.stringMatching(message) },
		})),
	],
});
