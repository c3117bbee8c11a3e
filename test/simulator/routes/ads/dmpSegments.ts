import { z } from 'zod';
import { requireAccount, type AdsWork } from '../../ads/access';
import { adsRefused, inputRefused, notAllowed, notThere, paramRefused } from '../../ads/errors';
import { readEntity, urnOf } from '../../ads/schema';
import { SEGMENT_TYPES, type Segment } from '../../ads/audiences';
import { readPatch } from '../../body';
import { listAnswer, PAGING } from '../../paging';
import type { Answer, Call, Resource } from '../../resource';

/** A segment itself: streaming has its own scope; lists also accept rw_ads (docs.audiences). */
const SCOPES = ['rw_dmp_segments', 'rw_ads'];
/** Smaller audiences can't be used. */
const LEAST_SIZE = 300;
const EMPLOYEES_OF_A_COMPANY = 800;
/** In one account, all types together. */
const MOST_SEGMENTS = 1000;

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
/** The only members that can be changed. */
const changes = z.object(members).partial().strict();

/** /rest/dmpSegments: matched audiences (docs.audiences). */
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

/** A segment that can be found by now. @throws ApiError 404, 403 */
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
	// Without start and count LinkedIn sends all of them.
	const { start, count } = call.params;
	const usual = start === undefined && count === undefined ? own.length : undefined;
	return listAnswer(own, call.params, { total: true, read: entity, usual });
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
	if (call.state.ads.audiences.of(body.account).length >= MOST_SEGMENTS) {
		throw adsRefused(
			429,
			'SEGMENT_LIMIT_EXCEEDED',
			`An account has at most ${MOST_SEGMENTS} audience segments`,
		);
	}
	const id = String(call.state.ads.audiences.add(body).id);
	return { status: 201, headers: { 'x-restli-id': id, 'x-linkedin-id': id } };
}

function update(call: Call): Answer {
	const segment = segmentOf(call, call.key, 'write');
	const { set, remove } = readPatch(call.body);
	if (remove.length > 0) throw inputRefused(remove.map((name) => notAllowed(`/${name}`)));
	Object.assign(segment, readEntity(changes, set), { lastModifiedAt: call.clock.now() });
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

/**
 * While it's being built nothing is counted yet. `matchedCount` counts entries that LinkedIn knows, `audienceSize` the
 * members they stand for: for a company, those who work there.
 */
function entity(segment: Segment): Record<string, unknown> {
	const { members: held, inputs, createdAt, lastModifiedAt, ...own } = segment;
	const isOfCompanies = segment.type.startsWith('COMPANY');
	const audienceSize = held.size * (isOfCompanies ? EMPLOYEES_OF_A_COMPANY : 1);
	const isReady = audienceSize >= LEAST_SIZE;
	const times = { created: createdAt, lastModified: lastModifiedAt };
	return {
		...own,
		...times,
		...(isReady ? { inputCount: inputs } : {}),
		destinations: [
			{
				destination: 'LINKEDIN',
				destinationSegmentId: `urn:li:adSegment:${segment.id}`,
				status: isReady ? 'READY' : 'BUILDING',
				...times,
				...(isReady ? { audienceSize, matchedCount: held.size } : {}),
			},
		],
	};
}
