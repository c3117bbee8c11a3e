import fc from 'fast-check';

import type { Fault } from '../simulator';

/** Random values for the fields of operations, and random answers from LinkedIn. */

/** Values that no field was made for, from a wrong expression. */
export const odd = fc.oneof(
	fc.constantFrom(null, true, false, 0, -1, 1.5, 7045020441609937000, '', ' ', '0', 'null'),
	fc.constantFrom<unknown>([], {}, [null], [[]], { value: null }, { __rl: true }),
	fc.string({ unit: 'binary', maxLength: 40 }),
	fc.string({ unit: 'grapheme', maxLength: 40 }),
	fc.constantFrom(
		'\ud800',
		'%',
		'%E0%A4%A',
		'\u0000',
		'../..',
		'{post}',
		"List('",
		'(a:b',
		'\\',
		'@[](',
		'{}',
	),
	fc.jsonValue({ maxDepth: 2 }),
);

const id = fc.oneof(fc.constantFrom('0', '1', '99999999999999999999'), fc.bigInt(0n, 2n ** 63n).map(String));
const urn = fc
	.tuple(fc.constantFrom('share', 'ugcPost', 'activity', 'person', 'organization', 'image', 'cake', ''), id)
	.map(([type, number]) => `urn:li:${type}:${number}`);

/** Almost valid: URNs and links of all kinds, in the right and wrong fields. */
export const nearly = fc.oneof(
	urn,
	id,
	fc.tuple(urn, id).map(([inner, number]) => `urn:li:comment:(${inner},${number})`),
	fc
		.tuple(fc.constantFrom('feed/update', 'posts', 'in', 'company'), fc.oneof(urn, fc.webPath()))
		.map(([path, rest]) => `https://www.linkedin.com/${path}/${rest}`),
	fc.webUrl(),
	fc.constantFrom('post', 'activity', 'comment').map((key) => `«${key}»`),
);

export const value = fc.oneof({ weight: 3, arbitrary: nearly }, { weight: 2, arbitrary: odd });
export const locator = fc.oneof(
	value,
	fc.record({ __rl: fc.constant(true), mode: fc.constantFrom('list', 'url', 'id', 'x'), value }),
	fc.constant({ __rl: true, mode: 'id', value: '2414183' }),
	fc.constant({ __rl: true, mode: 'list', value: 'me' }),
);
export const collection = (fields: Record<string, fc.Arbitrary<unknown>>) =>
	fc.oneof({ weight: 4, arbitrary: fc.record(fields, { requiredKeys: [] }) }, { weight: 1, arbitrary: odd });
export const entries = (key: string, fields: Record<string, fc.Arbitrary<unknown>>) =>
	collection({ [key]: fc.oneof(fc.array(fc.record(fields, { requiredKeys: [] }), { maxLength: 2 }), odd) });

export const text = fc.oneof(value, fc.constant('Hello'), fc.constant('x'.repeat(3001)));
export const mentions = entries('mention', { name: value, urn: value });
export const list = {
	returnAll: fc.oneof(fc.boolean(), odd),
	limit: fc.oneof(fc.integer({ min: -2, max: 3 }), odd),
};
export const json = fc.oneof(
	fc.json({ maxDepth: 2 }),
	fc.constantFrom('{', '{"a":', '{"post":"urn:li:share:1"}', '{"q":"author"}'),
	odd,
);

/** An element of a statistic with something odd in it. */
const statistic = fc.record(
	{
		timeRange: fc.oneof(fc.constant({ start: 1e20, end: -1e20 }), fc.jsonValue({ maxDepth: 1 })),
		dateRange: fc.oneof(
			fc.constant({ start: { year: 1e9, month: 99, day: 5e8 }, end: { year: 1, month: 1, day: 1 } }),
			fc.jsonValue({ maxDepth: 2 }),
		),
		count: fc.jsonValue({ maxDepth: 0 }),
		value: fc.jsonValue({ maxDepth: 0 }),
		share: fc.jsonValue({ maxDepth: 0 }),
		followerCountsByIndustry: fc.array(fc.jsonValue({ maxDepth: 1 })),
		totalShareStatistics: fc.jsonValue({ maxDepth: 1 }),
		totalPageStatistics: fc.jsonValue({ maxDepth: 2 }),
	},
	{ requiredKeys: [] },
);

/** What begins an upload, with something odd in it. */
const beginning = fc.record(
	{
		uploadUrl: fc.oneof(fc.jsonValue({ maxDepth: 0 }), fc.webUrl()),
		image: fc.constant('urn:li:image:A'),
		document: fc.jsonValue({ maxDepth: 0 }),
		video: fc.constant('urn:li:video:A'),
		uploadToken: fc.jsonValue({ maxDepth: 0 }),
		uploadInstructions: fc.oneof(
			fc.jsonValue({ maxDepth: 2 }),
			fc.array(
				fc.record(
					{ uploadUrl: fc.string(), firstByte: fc.integer(), lastByte: fc.nat() },
					{ requiredKeys: [] },
				),
				{ maxLength: 2 },
			),
			fc.constant([{ uploadUrl: 'http://127.0.0.1:9/part', firstByte: 0, lastByte: 4_194_303 }]),
		),
	},
	{ requiredKeys: [] },
);

const reply = fc.record({
	status: fc.constantFrom(
		200,
		201,
		204,
		207,
		301,
		304,
		400,
		401,
		403,
		404,
		405,
		409,
		410,
		422,
		426,
		429,
		500,
		503,
	),
	body: fc.oneof(
		fc.jsonValue({ maxDepth: 3 }),
		fc.record(
			{
				elements: fc.oneof(
					fc.array(fc.oneof(fc.jsonValue({ maxDepth: 2 }), statistic), { maxLength: 2 }),
					fc.jsonValue(),
				),
				paging: fc.jsonValue({ maxDepth: 2 }),
				results: fc.jsonValue({ maxDepth: 2 }),
				value: fc.oneof(fc.jsonValue({ maxDepth: 2 }), beginning),
				message: fc.jsonValue({ maxDepth: 1 }),
				code: fc.jsonValue({ maxDepth: 1 }),
				commentUrn: fc.jsonValue({ maxDepth: 0 }),
				id: fc.jsonValue({ maxDepth: 0 }),
				createdAt: fc.jsonValue({ maxDepth: 0 }),
				commentary: fc.jsonValue({ maxDepth: 0 }),
				created: fc.jsonValue({ maxDepth: 1 }),
			},
			{ requiredKeys: [] },
		),
	),
});

/** Pages of a gateway, whole and cut. */
const page = fc.record({
	status: fc.constantFrom(200, 400, 404, 429, 502, 503),
	html: fc.constantFrom('<!DOCTYPE html><html><body>Bad Gateway</body></html>', '<html><body>', ' <'),
});

/** Megabytes of what looks right. */
const huge = fc.record({
	status: fc.constantFrom(200, 400),
	body: fc
		.integer({ min: 1_000, max: 40_000 })
		.map((count) => ({ elements: Array.from({ length: count }, (_, id) => ({ id, text: 'x'.repeat(40) })) })),
});

/** What a simulator does with each request: mostly an odd answer, sometimes a page, megabytes, or one that is cut. */
export const answer: fc.Arbitrary<Pick<Fault, 'effect' | 'spoils'>> = fc.oneof(
	{ weight: 14, arbitrary: reply.map((effect) => ({ effect })) },
	{ weight: 3, arbitrary: page.map((effect) => ({ effect })) },
	{ weight: 1, arbitrary: huge.map((effect) => ({ effect })) },
	{
		weight: 3,
		arbitrary: fc
			.integer({ min: 0, max: 400 })
			.map((cutAfterBytes) => ({ effect: 'pass' as const, spoils: { cutAfterBytes } })),
	},
);
