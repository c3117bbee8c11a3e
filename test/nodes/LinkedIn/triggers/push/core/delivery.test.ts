import { Unreadable } from '../../../../../../nodes/LinkedIn/transport/answers/elements';
import { leadNoticeFrom, readDelivery } from '../../../../../../nodes/LinkedIn/triggers/push/core/delivery';

/** docs.notifications docs.leads */

const ONE = { notificationId: 1, action: 'LIKE' };
const TWO = { notificationId: 2, action: 'COMMENT' };
const TYPE = 'ORGANIZATION_SOCIAL_ACTION_NOTIFICATIONS';
const LEAD = {
	type: 'LEAD_ACTION',
	leadGenFormResponse: 'urn:li:leadGenFormResponse:249592fc-d272-44ba-a7db-c2bdce579507-6',
	leadGenForm: 'urn:li:leadGenForm:7234246',
	owner: { sponsoredAccount: 'urn:li:sponsoredAccount:507404993' },
	leadType: 'SPONSORED',
	leadAction: 'CREATED',
	occurredAt: 1691574506310,
};
const NOTHING = { notifications: [], leads: [] };
const OTHER_LEAD = { leadGenFormResponse: 'urn:li:leadGenFormResponse:2' };

test.each<[string, unknown, object]>([
	['a batch', { type: TYPE, notifications: [ONE, TWO] }, { notifications: [ONE, TWO], leads: [] }],
	['a batch without its type', { notifications: [ONE] }, { notifications: [ONE], leads: [] }],
	['a batch as in the feed', { elements: [ONE] }, { notifications: [ONE], leads: [] }],
	['a single notification', ONE, { notifications: [ONE], leads: [] }],
	['a list of notifications', [ONE, TWO], { notifications: [ONE, TWO], leads: [] }],
	[
		'broken elements, which count',
		{ type: TYPE, notifications: [null, 5, ONE] },
		{ notifications: [null, 5, ONE], leads: [] },
	],
	['a lead', LEAD, { notifications: [], leads: [LEAD] }],
	['a list of leads', [LEAD, LEAD], { notifications: [], leads: [LEAD, LEAD] }],
	[
		'a lead without its type',
		{ ...LEAD, type: undefined },
		{ notifications: [], leads: [expect.objectContaining({ leadType: 'SPONSORED' })] },
	],
	[
		'leads among notifications',
		{ type: TYPE, notifications: [LEAD, ONE, OTHER_LEAD] },
		{ notifications: [ONE], leads: [LEAD, OTHER_LEAD] },
	],
	[
		'a batch of leads',
		{ type: 'LEAD_ACTION', elements: [LEAD, OTHER_LEAD] },
		{ notifications: [], leads: [LEAD, OTHER_LEAD] },
	],
	['an empty object', {}, NOTHING],
	['no list', { type: TYPE, notifications: null }, NOTHING],
	['another type', { type: 'LIVE_VIDEO_COMMENT_NOTIFICATIONS', comments: [ONE] }, NOTHING],
	['null', null, { notifications: [null], leads: [] }],
])('%s', (_what, body, delivery) => {
	expect(readDelivery(Buffer.from(JSON.stringify(body)))).toEqual({ ...delivery, leftOut: 0 });
});

test('a byte order mark is no part of it', () => {
	expect(readDelivery(Buffer.from(`\uFEFF${JSON.stringify(ONE)}`))?.notifications).toEqual([ONE]);
});

test.each(['', '{', 'hello', '{"a":}'])('%j is no delivery', (text) => {
	expect(readDelivery(Buffer.from(text))).toBeUndefined();
});

test.each<[string, (many: object[]) => unknown, object, number]>([
	['a list', (many) => many, ONE, 4_000],
	['a batch', (many) => ({ notifications: many }), ONE, 4_000],
	['batches', (many) => [{ notifications: many }, { notifications: many }], ONE, 9_000],
	['a batch of leads', (many) => ({ elements: many }), LEAD, 4_000],
])('of more elements than LinkedIn ever sends, only some are read: %s', (_what, bodyOf, one, leftOut) => {
	const body = bodyOf(Array.from({ length: 5_000 }, () => one));
	const delivery = readDelivery(Buffer.from(JSON.stringify(body)));
	expect([...(delivery?.notifications ?? []), ...(delivery?.leads ?? [])]).toHaveLength(1_000);
	expect(delivery?.leftOut).toBe(leftOut);
});

const ID = '249592fc-d272-44ba-a7db-c2bdce579507-6';
const OWNER = 'urn:li:sponsoredAccount:507404993';

test.each<[string, object, object | undefined]>([
	['documented', {}, { id: ID, owner: OWNER, leadType: 'SPONSORED' }],
	[
		'of a page',
		{ owner: { organization: 'urn:li:organization:1' } },
		{ id: ID, owner: 'urn:li:organization:1', leadType: 'SPONSORED' },
	],
	['with its owner as text', { owner: OWNER }, { id: ID, owner: OWNER, leadType: 'SPONSORED' }],
	[
		'with its type as a record',
		{ leadType: { leadType: 'EVENT' } },
		{ id: ID, owner: OWNER, leadType: 'EVENT' },
	],
	['without owner and type', { owner: null, leadType: 5 }, { id: ID, owner: null, leadType: null }],
	['by a number', { leadGenFormResponse: 42 }, { id: '42', owner: OWNER, leadType: 'SPONSORED' }],
	[
		'by another name of its URN',
		{ leadGenFormResponse: 'urn:li:leadFormResponse:a:b=' },
		{ id: 'a:b=', owner: OWNER, leadType: 'SPONSORED' },
	],
	['by its bare id', { leadGenFormResponse: ID }, { id: ID, owner: OWNER, leadType: 'SPONSORED' }],
	['without its action', { leadAction: null }, { id: ID, owner: OWNER, leadType: 'SPONSORED' }],
	['deleted', { leadAction: 'DELETED' }, undefined],
	['with another action', { leadAction: 'UPDATED' }, undefined],
])('a lead %s', (_what, change, notice) => {
	expect(leadNoticeFrom({ ...LEAD, ...change })).toEqual(
		notice && { ...notice, occurredAtMs: 1691574506310 },
	);
});

test.each([
	null,
	[],
	5,
	{},
	{ leadGenFormResponse: null },
	{ leadGenFormResponse: 2 ** 60 },
	{ leadGenFormResponse: '../x' },
	{ leadGenFormResponse: '' },
])('%j says nothing of a lead', (body) => {
	expect(leadNoticeFrom(body)).toBeInstanceOf(Unreadable);
});
