import { z } from 'zod';
import { requireAccount, type AdsWork } from '../../ads/access';
import { adsRefused, inputRefused, notAllowed, notThere, paramRefused } from '../../ads/errors';
import { readEntity, urnOf } from '../../ads/schema';
import { SEGMENT_TYPES, type Segment } from '../../ads/audiences';
import { readPatch } from '../../body';
import { listAnswer, PAGING } from '../../paging';
import type { Answer, Call, Resource } from '../../resource';

/** Streaming has a scope of its own, lists are open to rw_ads (contract ads §9). */
const SCOPES = ['rw_dmp_segments', 'rw_ads'];
/** Members below which an audience cannot be used. */
const LEAST_MATCHED = 300;

const members = { name: z.string().min(1), accessPolicy: z.enum(['PRIVATE', 'PUBLIC']).optional() };
const newSegment = z
	.object({
		...members,
		account: urnOf('sponsoredAccount'),
		type: z.enum(SEGMENT_TYPES),
		sourcePlatform: z.string().min(1),
		sourceSegmentId: z.string().min(1).optional(),
		destinations: z.array(z.object({ destination: z.literal('LINKEDIN') }).strict()).min(1),
	})
	.strict();
const changes = z
	.object({ ...members, status: z.literal('ARCHIVED'), sourceSegmentId: z.string().min(1) })
	.partial()
	.strict();

/** /rest/dmpSegments: matched audiences. Contract ads §9; what is read of one is unconfirmed there. */
export const dmpSegments: Resource = {
	path: '/rest/dmpSegments',
	permission: 'partnerApiDmpSegments',
	methods: {
		GET: {
			scopes: SCOPES,
			handle: (call) => ({ status: 200, body: entity(segmentOf(call, call.key, 'read')) }),
		},
		CREATE: { scopes: SCOPES, handle: create },
		PARTIAL_UPDATE: { scopes: SCOPES, handle: update },
		DELETE: {
			scopes: SCOPES,
			handle: (call) => {
				call.state.ads.audiences.delete(segmentOf(call, call.key, 'write').id);
				return { status: 204 };
			},
		},
	},
	finders: {
		account: {
			scopes: SCOPES,
			params: ['account', 'sourcePlatform', 'sourceSegmentId', ...PAGING],
			handle: ofAccount,
		},
	},
	actions: { generateUploadUrl: { scopes: SCOPES, handle: generateUploadUrl } },
};

/** A segment that is there by now. @throws ApiError 404, 403 */
export function segmentOf(call: Call, key: unknown, work: AdsWork): Segment {
	const segment = call.state.ads.audiences.find(Number(key), call.state.segmentDelayMs);
	if (!segment) throw notThere(`DMP segment ${String(key)}`);
	requireAccount(call, segment.account, work);
	return segment;
}

function ofAccount(call: Call): Answer {
	const { account, sourcePlatform, sourceSegmentId } = call.params;
	if (account === undefined) throw paramRefused('MISSING_FIELD', 'account');
	const { id } = requireAccount(call, account, 'read');
	const own = call.state.ads.audiences
		.of(`urn:li:sponsoredAccount:${id}`)
		.filter((one) => call.state.ads.audiences.find(one.id, call.state.segmentDelayMs))
		.filter((one) => sourcePlatform === undefined || one.sourcePlatform === sourcePlatform)
		.filter((one) => sourceSegmentId === undefined || one.sourceSegmentId === sourceSegmentId);
	return listAnswer(own, call.params, { total: true, read: entity });
}

function create(call: Call): Answer {
	const { destinations: _destinations, ...body } = readEntity(newSegment, call.body);
	const account = requireAccount(call, body.account, 'write');
	if (account.test) {
		throw adsRefused(
			400,
			'SEGMENT_CREATION_NOT_ALLOWED_FOR_TEST_ACCOUNTS',
			'Test accounts have no audience segments',
		);
	}
	const id = String(call.state.ads.audiences.add(body).id);
	return { status: 201, headers: { 'x-restli-id': id, 'x-linkedin-id': id } };
}

function update(call: Call): Answer {
	const segment = segmentOf(call, call.key, 'write');
	const { set, remove } = readPatch(call.body);
	if (remove.length > 0) throw inputRefused(remove.map((name) => notAllowed(`/${name}`)));
	Object.assign(segment, readEntity(changes, set));
	return { status: 204 };
}

function generateUploadUrl(call: Call): Answer {
	const { owner } = readEntity(z.object({ owner: urnOf('sponsoredAccount') }).strict(), call.body);
	requireAccount(call, owner, 'write');
	return {
		status: 200,
		body: { value: call.state.tokenUploadUrl + call.state.ads.audiences.openUpload(owner) },
	};
}

function entity({ members: held, createdAt, status, ...segment }: Segment): Record<string, unknown> {
	const isReady = held.size >= LEAST_MATCHED;
	return {
		...segment,
		status: status ?? (isReady ? 'READY' : 'BUILDING'),
		created: createdAt,
		destinations: [
			{
				destination: 'LINKEDIN',
				destinationSegmentId: `urn:li:adSegment:${segment.id}`,
				status: isReady ? 'READY' : 'BUILDING',
				audienceSize: isReady ? held.size : 0,
			},
		],
	};
}
