import fc from 'fast-check';
import type { IDataObject } from 'n8n-workflow';

import { EVENTS } from '../../nodes/LinkedIn/triggers/events/core/event';
import type { WebhookHarness } from '../engine/webhook';
import {
	ACCOUNT,
	leadTrigger,
	PAGE,
	pageTrigger,
	PARTNER,
	SECRET,
	simulator,
	startSimulation,
	endSimulation,
} from '../nodes/LinkedIn/triggers/push/startPushTrigger';
import { pushSignature } from '../simulator';
import { check, LOOKS_LIKE_A_BUG, SEED } from './judge';

/**
 * Whatever reaches the address of the push trigger, JSON of any shape with any signature and query: an item or a
 * refusal, never a crash and never a long wait. n8n itself refuses what isn't JSON. `npm run fuzz:webhook` sends 100,000.
 */

const BODIES = Number(process.env.FUZZ_BODIES ?? 400);
const LONGEST_MS = 2_000;
const STATUSES = [200, 400, 401, 503];

/** What is older than four days is left out. */
const RECENTLY_MS = Date.now() - 60_000;

const CLEO = 'urn:li:person:cLeO55wQz0';
const ACTIVITY = 'urn:li:activity:7094637247890620418';
const SHARE = 'urn:li:share:7094637247487995904';
const COMMENT = 'urn:li:comment:(activity:7094637247890620418,7094977717598625792)';

const json = fc.jsonValue({ maxDepth: 4 });
const strange = fc.oneof(
	json,
	fc.constantFrom<unknown>(null, '', 0, -1, 1e300, [], {}, '__proto__', PAGE, ACTIVITY, COMMENT, CLEO),
);

/** A record with some of its members, at any depth, replaced or left out. */
function near(whole: IDataObject): fc.Arbitrary<IDataObject> {
	const members = Object.entries(whole).map(([key, value]) => {
		const inner =
			typeof value === 'object' && value !== null && !Array.isArray(value)
				? near(value as IDataObject)
				: fc.constant(value);
		return [
			key,
			fc.oneof({ weight: 12, arbitrary: inner as fc.Arbitrary<unknown> }, { weight: 1, arbitrary: strange }),
		];
	});
	return fc.record(Object.fromEntries(members), { requiredKeys: [] }) as fc.Arbitrary<IDataObject>;
}

const action = fc.constantFrom(
	'COMMENT',
	'ADMIN_COMMENT',
	'COMMENT_EDIT',
	'COMMENT_DELETE',
	'LIKE',
	'SHARE',
	'SHARE_MENTION',
	'OTHER',
);
const notification = fc
	.tuple(
		near({
			notificationId: 5603453321,
			organizationalEntity: PAGE,
			subscriber: CLEO,
			lastModifiedAt: RECENTLY_MS,
			sourcePost: ACTIVITY,
			decoratedSourcePost: {
				owner: PAGE,
				entity: SHARE,
				mediaCategory: 'NONE',
				text: 'A {hashtag|\\#|post}',
			},
			generatedActivity: COMMENT,
			decoratedGeneratedActivity: {
				comment: { owner: CLEO, text: 'Hi', entity: COMMENT, object: ACTIVITY },
				share: { owner: CLEO, text: 'Look', entity: SHARE },
				like: { actor: CLEO, reactionType: 'LIKE' },
			},
		}),
		action,
		fc.option(fc.nat(), { nil: undefined }),
	)
	.map(([told, name, id]) => ({ ...told, action: name, ...(id !== undefined && { notificationId: id }) }));
const lead = near({
	type: 'LEAD_ACTION',
	leadGenFormResponse: 'urn:li:leadGenFormResponse:249592fc-d272-44ba-a7db-c2bdce579507-6',
	leadGenForm: 'urn:li:leadGenForm:7234246',
	owner: { sponsoredAccount: ACCOUNT },
	associatedEntity: { associatedCreative: 'urn:li:sponsoredCreative:1' },
	leadType: 'SPONSORED',
	leadAction: 'CREATED',
	occurredAt: RECENTLY_MS,
});
const body = fc.oneof(
	{
		weight: 6,
		arbitrary: fc.record({
			type: fc.constant('ORGANIZATION_SOCIAL_ACTION_NOTIFICATIONS'),
			notifications: fc.array(
				fc.oneof({ weight: 8, arbitrary: notification }, { weight: 1, arbitrary: strange }),
				{ maxLength: 12 },
			),
		}),
	},
	{ weight: 1, arbitrary: fc.array(fc.oneof(notification, lead, strange), { maxLength: 4 }) },
	{ weight: 2, arbitrary: lead },
	{ weight: 1, arbitrary: notification },
	{ weight: 2, arbitrary: json },
);

const signature = fc.oneof(
	{ weight: 8, arbitrary: fc.constant('right') },
	{ weight: 1, arbitrary: fc.constantFrom(undefined, '', 'x', '0'.repeat(64)) },
	{ weight: 1, arbitrary: fc.string({ unit: 'binary' }) },
	{ weight: 1, arbitrary: fc.array(fc.string(), { maxLength: 2 }) },
);
const query = fc.dictionary(
	fc.constantFrom('challengeCode', 'applicationId', 'a', '__proto__'),
	fc.oneof(fc.string(), fc.uuid(), json),
	{ maxKeys: 3 },
);
const request = fc.oneof(
	{ weight: 9, arbitrary: fc.record({ method: fc.constant('POST'), body, signature, query }) },
	{
		weight: 1,
		arbitrary: fc.record({ method: fc.constant('GET'), body: fc.constant(undefined), signature, query }),
	},
);
type Request = typeof request extends fc.Arbitrary<infer T> ? T : never;

beforeAll(startSimulation);
afterAll(endSimulation);

async function wrongIn(harness: WebhookHarness, secret: string, given: Request): Promise<string | undefined> {
	const rawBody = Buffer.from(given.body === undefined ? '' : JSON.stringify(given.body));
	const isRight = given.signature === 'right';
	const header = isRight ? pushSignature(secret, rawBody.toString()) : (given.signature as string);
	const startMs = performance.now();
	const { status, items } = await harness.ask({
		method: given.method,
		headers: { 'x-li-signature': header },
		query: given.query,
		rawBody,
	});
	if (performance.now() - startMs > LONGEST_MS) return 'too slow';
	if (!STATUSES.includes(status)) return `status ${status}`;
	if (given.method === 'POST' && !isRight && (status !== 401 || items.length > 0)) return 'taken unsigned';
	const isItem = ({ event, answers, post }: IDataObject) =>
		EVENTS.includes(event as never) ? typeof post === 'object' : typeof answers === 'object';
	if (!items.every((item) => isItem(item.json))) return `items ${JSON.stringify(items)}`;
	return undefined;
}

const triggers: Array<[string, string, string, () => Promise<WebhookHarness>]> = [
	[
		'page activity',
		PARTNER,
		SECRET,
		async () =>
			await pageTrigger({ events: EVENTS.filter((event) => event !== 'newPost'), includeOwn: true }),
	],
	['leads', 'ads-app', 'ads-secret', async () => await leadTrigger()],
];

test.each(triggers)(
	`any body, signature and query, ${BODIES} for %s, seed ${SEED}`,
	async (_what, app, secret, make) => {
		const harness = await make();
		simulator.state.webhooks.addresses.passed(app, harness.url, simulator.clock.now());
		await harness.publish();
		let started = 0;
		const property = fc.asyncProperty(request, async (given) => {
			expect(await wrongIn(harness, secret, given)).toBeUndefined();
			started += harness.started.splice(0).length;
		});
		await check(property, BODIES);
		expect(harness.logs().filter(({ message }) => LOOKS_LIKE_A_BUG.test(message))).toEqual([]);
		// Otherwise nothing of it was near enough.
		if (app === PARTNER) expect(started).toBeGreaterThan(BODIES / 20);
	},
);
