import { z } from 'zod';
import { apiError, denied, invalidValue, notFound, wrongUrnType } from '../errors';
import { isOrganization, requireActor } from '../access';
import { batchAnswer, readIds } from '../paging';
import { readBody, urn } from '../body';
import type { Answer, Call, Method, Resource } from '../resource';
import type { Media, MediaKind } from '../media';
import type { RestliValue } from '../restli';

const WRITE_SCOPES = { person: 'w_member_social', organization: 'w_organization_social' };
const WRITE = Object.values(WRITE_SCOPES);
/** w_member_social is listed, but on its own it's refused (docs/behaviour.md#share-on-linkedin-alone). */
const READ = ['r_organization_social', ...WRITE];
const MAX_VIDEO_BYTES = 5 * 1024 * 1024 * 1024;

const owner = { owner: urn('person', 'organization') };
const newUpload = z.object({ initializeUploadRequest: z.object(owner).strict() }).strict();
const newVideo = z
	.object({
		initializeUploadRequest: z
			.object({
				...owner,
				fileSizeBytes: z.number().int().min(1).max(MAX_VIDEO_BYTES),
				uploadCaptions: z.boolean().optional(),
				uploadThumbnail: z.boolean().optional(),
				templateName: z.string().optional(),
				linkbackContext: z.string().optional(),
			})
			.strict(),
	})
	.strict();
const finalUpload = z
	.object({
		finalizeUploadRequest: z
			.object({ video: urn('video'), uploadToken: z.string(), uploadedPartIds: z.array(z.string()).min(1) })
			.strict(),
	})
	.strict();

const reads = (kind: MediaKind): { GET: Method; BATCH_GET: Method } => ({
	GET: {
		scopes: READ,
		handle: (call) => ({ status: 200, body: entity(call, readable(call, kind, call.key)) }),
	},
	BATCH_GET: {
		scopes: READ,
		handle: (call) => batchAnswer(readIds(call.params), (id) => entity(call, readable(call, kind, id))),
	},
});

/** /rest/images (docs.images). */
export const images: Resource = {
	path: '/rest/images',
	permission: 'partnerApiImages',
	methods: reads('image'),
	actions: { initializeUpload: { scopes: WRITE, handle: (call) => beginOne(call, 'image') } },
};

/** /rest/documents (docs.documents). */
export const documents: Resource = {
	path: '/rest/documents',
	permission: 'partnerApiDocuments',
	methods: reads('document'),
	actions: { initializeUpload: { scopes: WRITE, handle: (call) => beginOne(call, 'document') } },
};

/** /rest/videos (docs.videos). */
export const videos: Resource = {
	path: '/rest/videos',
	permission: 'partnerApiVideos',
	methods: reads('video'),
	actions: {
		initializeUpload: { scopes: WRITE, handle: beginVideo },
		finalizeUpload: { scopes: WRITE, handle: finalize },
	},
};

const by = (call: Call, ownerUrn: string) => ({
	owner: ownerUrn,
	app: call.app.clientId,
	...(call.member ? { member: call.member.key } : {}),
});

function beginOne(call: Call, kind: 'image' | 'document'): Answer {
	const { initializeUploadRequest: asked } = readBody(newUpload, call.body);
	requireActor(call, asked.owner, WRITE_SCOPES, 'post');
	const media = call.state.media.begin(kind, by(call, asked.owner));
	return {
		status: 200,
		body: {
			value: {
				uploadUrlExpiresAt: media.uploadUrlExpiresAt,
				uploadUrl: call.state.tokenUploadUrl + media.slots[0].url,
				[kind]: media.urn,
			},
		},
	};
}

function beginVideo(call: Call): Answer {
	const { initializeUploadRequest: asked } = readBody(newVideo, call.body);
	requireActor(call, asked.owner, WRITE_SCOPES, 'post');
	if (call.version !== undefined && call.version < '202602') {
		const tooNew = (['templateName', 'linkbackContext'] as const).find((name) => asked[name] !== undefined);
		if (tooNew) throw invalidValue(`initializeUploadRequest/${tooNew}`, asked[tooNew]);
	}
	const { media: library, uploadUrl, tokenUploadUrl } = call.state;
	const media = library.beginVideo(by(call, asked.owner), {
		fileSizeBytes: asked.fileSizeBytes,
		uploadCaptions: asked.uploadCaptions ?? false,
		uploadThumbnail: asked.uploadThumbnail ?? false,
	});
	const [captions] = library.slots(media, 'captions');
	const [thumbnail] = library.slots(media, 'thumbnail');
	return {
		status: 200,
		body: {
			value: {
				uploadUrlsExpireAt: media.uploadUrlExpiresAt,
				video: media.urn,
				uploadInstructions: library.slots(media, 'part').map(({ url, firstByte, lastByte }) => ({
					uploadUrl: uploadUrl + url,
					firstByte,
					lastByte,
				})),
				uploadToken: media.uploadToken,
				...(captions ? { captionsUploadUrl: tokenUploadUrl + captions.url } : {}),
				...(thumbnail ? { thumbnailUploadUrl: tokenUploadUrl + thumbnail.url } : {}),
			},
		},
	};
}

/** 200, empty body. */
function finalize(call: Call): Answer {
	const { finalizeUploadRequest: asked } = readBody(finalUpload, call.body);
	const media = call.state.media.find(asked.video);
	if (!media) throw apiError(400, 'INVALID_URN_ID', 'The URN ID provided is invalid');
	requireActor(call, media.owner, WRITE_SCOPES, 'post');
	call.state.media.finalize(media, asked.uploadToken, asked.uploadedPartIds);
	return { status: 200 };
}

/**
 * Pictures of people for everyone, pages' media for those who may post as the page, a person's own media for themselves; with only self-serve scopes for
 * nobody.
 */
function readable(call: Call, kind: MediaKind, key: RestliValue | undefined): Media {
	if (typeof key !== 'string' || !key.startsWith(`urn:li:${kind}:`)) {
		throw wrongUrnType(kind, typeof key === 'string' ? key : JSON.stringify(key), kind);
	}
	const forbidden = denied(
		`Accessing this ${kind} resource is forbidden. Please check your permissions for this resource`,
	);
	const scopes = ['r_organization_social', 'w_organization_social'];
	if (!scopes.some((scope) => call.token.scopes.has(scope))) throw forbidden;
	const media = call.state.media.find(key);
	if (!media) throw notFound();
	const isOwn = isOrganization(media.owner)
		? call.member !== undefined && call.state.approvedRoles(call.member.key, media.owner).length > 0
		: media.owner === call.member?.urn;
	const isOfPerson = [...call.state.members.values()].some(
		({ picture }) => `urn:li:image:${picture}` === key,
	);
	if (!isOwn && !isOfPerson) throw forbidden;
	return media;
}

/** A file with its status, as it's read. */
function entity(call: Call, media: Media): Record<string, unknown> {
	const { media: library } = call.state;
	const status = library.status(media);
	const { found } = media;
	const [thumbnail] = library.slots(media, 'thumbnail');
	const isReady = status === 'AVAILABLE';
	return {
		id: media.urn,
		owner: media.owner,
		status,
		...(isReady ? library.downloadUrl(media) : {}),
		...(isReady && found.width !== undefined
			? { aspectRatioWidth: found.width, aspectRatioHeight: found.height }
			: {}),
		...(isReady && found.durationMs !== undefined ? { duration: found.durationMs } : {}),
		...(isReady && thumbnail?.received ? { thumbnail: `${call.state.uploadUrl}${thumbnail.url}` } : {}),
		...(status === 'PROCESSING_FAILED' && media.kind === 'video'
			? { processingFailureReason: found.failure }
			: {}),
	};
}
