import type { INodeParameters } from 'n8n-workflow';

import { connectTo } from '../../../../../engine/connection';
import { inMemory } from '../../../../../engine/files';
import { runNode } from '../../../../../engine/run';
import { startSimulator, type Simulator } from '../../../../../simulator';
import { sampleMp4, samplePdf, samplePng } from '../../../../../simulator/sampleMedia';

/** LinkedIn's answer to the start of an upload, with null and other types in it. */

const ACME = { __rl: true, mode: 'id', value: '2414183' };

let simulator: Simulator;
beforeEach(async () => {
	simulator = await startSimulator();
});
afterEach(async () => await simulator.close());

/** The `value` of LinkedIn's answer to the start of an upload, changed. */
const beginning = (value: object) =>
	simulator.faults.add({
		match: { path: /initializeUpload/ },
		effect: 'pass',
		spoils: { body: (body) => ({ value: { ...(body as { value: object }).value, ...value } }) },
	});

/** A content type, its file and what else it needs. */
type Kind = [contentType: string, bytes: Buffer, more?: INodeParameters];
const IMAGE: Kind = ['image', samplePng(300, 200)];
const DOCUMENT: Kind = ['document', samplePdf(2), { mediaTitle: 'Report' }];
const VIDEO: Kind = ['video', sampleMp4(100_000)];

const post = async ([contentType, bytes, more]: Kind) =>
	await runNode({
		node: 'linkedInCommunity',
		parameters: { resource: 'post', operation: 'create', author: ACME, text: 'Hello', contentType, ...more },
		items: [{ json: {}, binary: inMemory({ data: { bytes } }) }],
		credentials: connectTo(simulator),
	});
const posts = () => simulator.state.posts().length;

it.each<[string, Kind, object]>([
	['an image', IMAGE, { uploadUrlExpiresAt: null, document: null }],
	['a document', DOCUMENT, { uploadUrlExpiresAt: 'soon', image: 5 }],
	[
		'a video',
		VIDEO,
		{ uploadToken: null, uploadUrlsExpireAt: 1e20, captionsUploadUrl: null, thumbnailUploadUrl: 5 },
	],
])('null and other types beside what %s needs count as absent', async (_what, kind, value) => {
	beginning(value);
	expect((await post(kind)).error).toBeUndefined();
	expect(posts()).toBe(1);
});

it.each<[string, Kind, object]>([
	['an image', IMAGE, { image: null }],
	['a document', DOCUMENT, { uploadUrl: 5 }],
	['a video', VIDEO, { uploadInstructions: null }],
	['the parts of a video', VIDEO, { uploadInstructions: [null, { uploadUrl: 'x', firstByte: 'y' }] }],
])(
	'where the beginning of %s says nothing that can be used, one error says so',
	async (_what, kind, value) => {
		beginning(value);
		const { error } = await post(kind);
		expect(error?.message).toMatch(/^LinkedIn didn't return an upload address for the \w+$/);
		expect(posts()).toBe(0);
	},
);

it('parts of a video that begin in the middle of a byte end in one error, and nothing is sent', async () => {
	const uploadUrl = `${simulator.uploadUrl}/part`;
	beginning({
		uploadInstructions: [
			{ uploadUrl, firstByte: 0, lastByte: 49.5 },
			{ uploadUrl, firstByte: 50.5, lastByte: 200_000 },
		],
	});
	const { error } = await post(VIDEO);
	expect(error?.message).toMatch(/^LinkedIn's upload parts don't match the video/);
	expect(error?.context.details).toMatchObject({ code: 'UNEXPECTED_ANSWER' });
	expect(simulator.requests.filter(({ method }) => method === 'PUT')).toEqual([]);
	expect(posts()).toBe(0);
});
