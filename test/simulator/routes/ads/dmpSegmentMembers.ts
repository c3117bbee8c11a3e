import { z } from 'zod';
import { ApiError } from '../../errors';
import { adsRefused, inputRefused, missing, notThere } from '../../ads/errors';
import { readEntity } from '../../ads/schema';
import { segmentOf } from './dmpSegments';
import type { Segment } from '../../ads/audiences';
import type { Answer, Call, Resource } from '../../resource';

/** Streaming has its own scope; lists also accept rw_ads (docs.audiences). */
const MEMBER_SCOPES = ['rw_dmp_segments'];
const LIST_SCOPES = ['rw_dmp_segments', 'rw_ads'];

const action = z.enum(['ADD', 'REMOVE']);
const text = z.string().min(1).optional();
const user = z
	.object({
		action,
		userIds: z.array(
			z
				.object({
					idType: z.enum(['SHA256_EMAIL', 'SHA512_EMAIL', 'GOOGLE_AID']),
					idValue: z.string().min(1),
				})
				.strict(),
		),
		firstName: text,
		lastName: text,
		title: text,
		company: text,
		country: text,
	})
	.strict();
const company = z
	.object({
		action,
		companyName: text,
		companyWebsiteDomain: text,
		companyDomain: text,
		companyPageUrl: text,
		companyEmailDomain: text,
		organizationUrn: text,
		stockSymbol: text,
		industries: z.array(z.string()).optional(),
		city: text,
		state: text,
		country: text,
		postalCode: text,
	})
	.strict();

/** /rest/dmpSegments/{segment}/users (docs.audienceUsers). */
export const segmentUsers: Resource = {
	path: '/rest/dmpSegments/{segment}/users',
	permission: 'partnerApiDmpSegmentUsers',
	methods: {
		BATCH_CREATE: {
			scopes: MEMBER_SCOPES,
			handle: (call) => {
				call.state.ads.audiences.usersPerMinute.take(call.token.value);
				return stream(call, 'USER', (segment, element) => {
					const { action: what, ...one } = readEntity(user, element);
					change(segment, what, JSON.stringify(one));
				});
			},
		},
	},
};

/** /rest/dmpSegments/{segment}/companies (docs.audienceUsers). */
export const segmentCompanies: Resource = {
	path: '/rest/dmpSegments/{segment}/companies',
	permission: 'partnerApiDmpSegmentCompanies',
	methods: {
		BATCH_CREATE: {
			scopes: MEMBER_SCOPES,
			handle: (call) => {
				call.state.ads.audiences.companiesPerMinute.take(call.token.value);
				return stream(call, 'COMPANY', (segment, element) => {
					const { action: what, ...one } = readEntity(company, element);
					change(segment, what, JSON.stringify(one));
				});
			},
		},
	},
};

/** /rest/dmpSegments/{segment}/listUploads (docs.listUploads). */
export const listUploads: Resource = {
	path: '/rest/dmpSegments/{segment}/listUploads',
	permission: 'partnerApiDmpSegmentListUploads',
	methods: { CREATE: { scopes: LIST_SCOPES, handle: attachList } },
};

/** Each element separately; an empty batch is fine. */
function stream(
	call: Call,
	type: Segment['type'],
	take: (segment: Segment, element: unknown) => void,
): Answer {
	const segment = segmentOf(call, call.keys.segment, 'write');
	if (segment.type !== type) {
		throw adsRefused(400, 'ILLEGAL_ARGUMENT', `A segment of type ${segment.type} is not filled this way`);
	}
	const { elements } = (call.body ?? {}) as { elements?: unknown };
	if (!Array.isArray(elements)) throw inputRefused([missing('/elements')]);
	const answers = elements.map((element) => {
		try {
			take(segment, element);
		} catch (error) {
			if (!(error instanceof ApiError)) throw error;
			return { status: error.status, error: error.body };
		}
		return { status: 201 };
	});
	return { status: 200, body: { elements: answers } };
}

function change(segment: Segment, what: 'ADD' | 'REMOVE', member: string): void {
	if (what === 'REMOVE') {
		segment.members.delete(member);
		return;
	}
	segment.inputs += 1;
	segment.members.add(member);
}

function attachList(call: Call): Answer {
	const segment = segmentOf(call, call.keys.segment, 'write');
	if (!segment.type.endsWith('_LIST_UPLOAD')) {
		throw adsRefused(400, 'ILLEGAL_ARGUMENT', `A segment of type ${segment.type} takes no list`);
	}
	const { inputFile } = readEntity(z.object({ inputFile: z.string() }).strict(), call.body);
	const file = call.state.ads.audiences.file(inputFile);
	if (!file || file.owner !== segment.account) throw notThere(inputFile);
	segment.inputs = file.rows;
	for (let row = 0; row < file.rows; row += 1) segment.members.add(`${file.urn} ${row}`);
	const id = `${segment.id}-${segment.members.size}`;
	return { status: 201, headers: { 'x-restli-id': id } };
}
