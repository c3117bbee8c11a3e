import { Unreadable } from '../../../../../nodes/LinkedIn/transport/answers/elements';
import { LinkedInError, type ErrorDetails } from '../../../../../nodes/LinkedIn/transport/errors/errors';
import {
	commentFrom,
	countsFrom,
	postFrom,
	readablePageFrom,
} from '../../../../../nodes/LinkedIn/triggers/comments/replies';
import { faultOf } from '../../../../../nodes/LinkedIn/triggers/polling/core/faultOf';

const ACTIVITY = 'urn:li:activity:7094637247890620418';
const URN = `urn:li:comment:(${ACTIVITY},7094977717598625792)`;
const ID = '7094977717598625792';
const FOREIGN = `urn:li:comment:(urn:li:groupPost:123-7094637247890620417,${ID})`;
const NOW = Date.UTC(2026, 10, 29);

describe('a comment', () => {
	const whole = {
		actor: 'urn:li:organization:2414183',
		agent: 'urn:li:person:yrZCpj2ZYQ',
		commentUrn: URN,
		id: ID,
		object: ACTIVITY,
		parentComment: `urn:li:comment:(activity:7094637247890620418,6636000000000000000)`,
		created: { actor: 'urn:li:organization:2414183', time: 1582160678569 },
		message: { attributes: [], text: 'commentText' },
		commentsSummary: { aggregatedTotalComments: 3, totalFirstLevelComments: 2 },
	};

	test('is read with all that the trigger needs', () => {
		expect(commentFrom(whole, ACTIVITY, NOW)).toEqual({
			urn: URN,
			id: ID,
			activity: ACTIVITY,
			text: 'commentText',
			createdAtMs: 1582160678569,
			actor: 'urn:li:organization:2414183',
			agent: 'urn:li:person:yrZCpj2ZYQ',
			parent: `urn:li:comment:(${ACTIVITY},6636000000000000000)`,
			replies: 2,
		});
	});

	test.each([
		['no actor: the one who created it', { actor: undefined }, { actor: 'urn:li:organization:2414183' }],
		['no actor at all', { actor: undefined, created: { time: 1 } }, { actor: null }],
		['no text', { message: undefined }, { text: null }],
		['no time: the one in its number', { created: {} }, { createdAtMs: 1691574506187 }],
		['no parent', { parentComment: undefined }, { parent: null }],
		['no summary', { commentsSummary: undefined }, { replies: 0 }],
		['no summary, in so many words', { commentsSummary: null }, { replies: 0 }],
		['a summary without a count', { commentsSummary: { selectedComments: [URN] } }, { replies: undefined }],
		[
			'a summary of counts that are none',
			{ commentsSummary: { aggregatedTotalComments: null, totalFirstLevelComments: -1 } },
			{ replies: undefined },
		],
		['an older version: $URN', { commentUrn: undefined, $URN: URN }, { urn: URN }],
		['no URN: made of post and number', { commentUrn: undefined }, { urn: URN }],
		['a number for its id', { id: 12345 }, { urn: URN }],
	])('may have %s', (_, change, expected) => {
		expect(commentFrom({ ...whole, ...change }, ACTIVITY, NOW)).toMatchObject(expected);
	});

	test.each([
		[
			'null where a field may be missing',
			{ parentComment: null, agent: null },
			{ parent: null, agent: null },
		],
		['a text where a time belongs', { created: { time: 'soon' } }, { createdAtMs: 1691574506187 }],
		['a time that no date holds', { created: { time: 1e20 } }, { createdAtMs: 1691574506187 }],
		['a time that is still to come', { created: { time: 4e12 } }, { createdAtMs: 1691574506187 }],
		[
			'fields of other types',
			{ actor: 5, message: 'Hi', created: [] },
			{ actor: null, text: null, urn: URN },
		],
		['a URN without a post in it, listed under one', { commentUrn: FOREIGN }, { urn: URN }],
	])('may have %s', (_, change, expected) => {
		expect(commentFrom({ ...whole, ...change }, ACTIVITY, NOW)).toMatchObject(expected);
	});

	test.each([undefined, null, {}, [], 'text', { id: null }, { id: {} }, { id: '11', created: null }])(
		'is not made of %j',
		(body) => {
			expect(commentFrom(body, ACTIVITY, NOW)).toBeInstanceOf(Unreadable);
		},
	);

	test('is not made of what says nothing, though its number is known', () => {
		expect(commentFrom({ commentsSummary: null }, ACTIVITY, NOW, ID)).toBeInstanceOf(Unreadable);
	});
});

test.each([
	['both counts', { entity: ACTIVITY, commentSummary: { count: 9, topLevelCount: 5 } }, [ACTIVITY, 9, 5]],
	['one count', { commentSummary: { count: 9 } }, [undefined, 9, 9]],
	['the other one', { commentSummary: { topLevelCount: 5 } }, [undefined, 5, 5]],
	['no comments', { commentSummary: { count: 0, topLevelCount: 0 } }, [undefined, 0, 0]],
	['an entity that is not a post', { entity: 'x', commentSummary: { count: 1 } }, [undefined, 1, 1]],
])('social metadata with %s', (_, body, [activity, all, topLevel]) => {
	expect(countsFrom(body)).toEqual({ activity, all, topLevel, reactions: undefined });
});

test.each([
	{},
	{ commentSummary: null },
	{ commentSummary: {} },
	{ commentSummary: { count: null } },
	{ commentSummary: { count: -1, topLevelCount: -1 } },
])('social metadata of %j does not count', (body) => {
	expect(countsFrom({ entity: ACTIVITY, ...body })).toBeUndefined();
});

test.each([{ commentSummary: 'x' }, { commentSummary: [] }, { commentSummary: { count: '9' } }])(
	'social metadata of %j is not taken for a post without comments',
	(body) => {
		expect(countsFrom(body)).toBeInstanceOf(Unreadable);
	},
);

test('a post comes with its text as it is shown', () => {
	const body = {
		id: 'urn:li:share:1',
		author: 'urn:li:organization:1',
		commentary: 'See \\(this\\) {hashtag|\\#|tag}',
	};
	expect(postFrom(body, NOW)).toMatchObject({ urn: 'urn:li:share:1', text: 'See (this) #tag' });
	expect(postFrom({}, NOW)).toEqual(new Unreadable('one has no id'));
	const foreign = { id: 'urn:li:groupPost:1-2' };
	expect(postFrom(foreign, NOW)).toEqual(new Unreadable('urn:li:groupPost:1-2 is not a post'));
});

test.each([
	[
		'an administrator',
		{ role: 'ADMINISTRATOR', state: 'APPROVED', organization: 'urn:li:organization:1' },
		true,
	],
	[
		'the older name of the page',
		{ role: 'ADMINISTRATOR', organizationalTarget: 'urn:li:organization:1' },
		true,
	],
	[
		'a sponsored content poster',
		{ role: 'DIRECT_SPONSORED_CONTENT_POSTER', organization: 'urn:li:organization:1' },
		true,
	],
	[
		'a content administrator',
		{ role: 'CONTENT_ADMINISTRATOR', organization: 'urn:li:organization:1' },
		false,
	],
	[
		'a revoked role',
		{ role: 'ADMINISTRATOR', state: 'REVOKED', organization: 'urn:li:organization:1' },
		false,
	],
])('whether comments of a page may be read: %s', (_, acl, expected) => {
	expect(readablePageFrom(acl)).toBe(expected ? 'urn:li:organization:1' : undefined);
});

type Row = Partial<ErrorDetails> & { isDaily?: boolean };

describe('what a refusal means to a trigger that can wait', () => {
	test.each([
		['an ended token', { status: 401 }, 'signIn'],
		['a token that could not be renewed', { status: 401, code: 'RECONNECT' }, 'signIn'],
		['an ended version', { status: 426, code: 'NONEXISTENT_VERSION' }, 'signIn'],
		['a spent quota', { status: 429, retryAt: '2026-10-06T00:00:00.000Z', isDaily: true }, 'quota'],
		['a throttle that says until when', { status: 429, retryAt: '2026-10-06T00:00:00.000Z' }, 'later'],
		['a throttle', { status: 429 }, 'later'],
		['a fault', { status: 503 }, 'later'],
		['a timeout', { status: 408 }, 'later'],
		['a conflict', { status: 409 }, 'later'],
		['no answer', { code: 'NO_ANSWER', field: 'API Host' }, 'later'],
		['a web page of a gateway', { status: 403, field: 'API Host' }, 'later'],
		['no right', { status: 403 }, 'refused'],
		['a wrong request', { status: 400 }, 'refused'],
		['a missing scope', { code: 'MISSING_SCOPE' }, 'refused'],
		['nothing there', { status: 404 }, 'gone'],
	] as const)('%s', (_, { isDaily, ...details }: Row, kind) => {
		const error = new LinkedInError('What happened', { ...details, advice: 'What to do.' }, isDaily);
		expect(faultOf(error)).toMatchObject({ kind, message: 'What happened. What to do.', cause: error });
	});

	test.each([
		['a quota', true],
		['a throttle', false],
	])('%s says until when', (_, isDaily) => {
		const retryAt = '2026-10-06T00:00:00.000Z';
		const fault = faultOf(new LinkedInError('Spent', { status: 429, retryAt, advice: '' }, isDaily));
		expect(fault.untilMs).toBe(Date.parse(retryAt));
	});
});
