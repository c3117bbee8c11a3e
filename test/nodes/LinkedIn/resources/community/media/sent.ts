/** What the cases with media have in common, typed from docs.images, docs.videos and docs.documents. */
import type { INodeExecutionData } from 'n8n-workflow';

import type { UploadRequest, WireRequest } from '../../../../../cases';
import { inMemory, type TestFile } from '../../../../../engine/files';

export const ACME = { __rl: true, mode: 'id', value: '2414183' };
export const ACME_URN = 'urn:li:organization:2414183';

const RESOURCE = { image: 'images', video: 'videos', document: 'documents' } as const;
type Kind = keyof typeof RESOURCE;

export const anyUrn = (kind: Kind) => expect.stringMatching(new RegExp(`^urn:li:${kind}:[\\w-]+$`)) as string;

/** An item with files in it. */
export const itemWith = (files: Record<string, TestFile>, json = {}): INodeExecutionData => ({
	json,
	binary: inMemory(files),
});

export const begin = (kind: 'image' | 'document', owner = ACME_URN): WireRequest => ({
	method: 'POST',
	url: `/rest/${RESOURCE[kind]}?action=initializeUpload`,
	restliMethod: 'ACTION',
	version: '202609',
	body: { initializeUploadRequest: { owner } },
});

export const beginVideo = (fileSizeBytes: number, more: object = {}): WireRequest => ({
	method: 'POST',
	url: '/rest/videos?action=initializeUpload',
	restliMethod: 'ACTION',
	version: '202609',
	body: {
		initializeUploadRequest: {
			owner: ACME_URN,
			fileSizeBytes,
			uploadCaptions: false,
			uploadThumbnail: false,
			...more,
		},
	},
});

export const finalize = (parts: number): WireRequest => ({
	method: 'POST',
	url: '/rest/videos?action=finalizeUpload',
	restliMethod: 'ACTION',
	version: '202609',
	body: {
		finalizeUploadRequest: {
			video: anyUrn('video'),
			uploadToken: '',
			uploadedPartIds: Array.from({ length: parts }, () =>
				expect.stringMatching(/^\/ambry-videotk\/signedId\//),
			),
		},
	},
});

export const status = (kind: Kind): WireRequest => ({
	method: 'GET',
	url: expect.stringMatching(new RegExp(`^/rest/${RESOURCE[kind]}/urn%3Ali%3A${kind}%3A[\\w-]+$`)) as string,
	restliMethod: 'GET',
	version: '202609',
});

/** Everything but the parts of a video needs the token, and those must not have it. */
export const sent = (
	what: UploadRequest['what'],
	bytes: number,
	more: Partial<UploadRequest> = {},
): UploadRequest => ({
	method: what === 'captions' ? 'POST' : 'PUT',
	what,
	...(what === 'part' && { part: 0 }),
	bytes,
	withToken: what !== 'part',
	status: what === 'part' ? 200 : 201,
	...more,
});

/** The output of an upload that LinkedIn has processed. */
export const available = (kind: Kind, more: object = {}) => ({
	urn: anyUrn(kind),
	url: expect.stringMatching(/^http:\/\/127\.0\.0\.1:\d+\//),
	urlExpiresAt: expect.stringMatching(/^\d{4}-/),
	type: kind,
	status: 'AVAILABLE',
	owner: ACME_URN,
	altText: null,
	width: null,
	height: null,
	durationMs: null,
	thumbnail: null,
	captions: null,
	failure: null,
	...more,
});
