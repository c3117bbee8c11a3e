import type { INodeParameters } from 'n8n-workflow';

import type { TestFile } from '../../../../../engine/files';
import {
	pngHead,
	SAMPLE_SRT,
	sampleGif,
	sampleMp4,
	samplePdf,
	samplePng,
} from '../../../../../simulator/sampleMedia';

/** Content of a post that LinkedIn would refuse (docs.posts, docs.images, docs.videos, docs.documents). */
export interface Row {
	name: string;
	parameters: INodeParameters;
	files?: Record<string, TestFile>;
	field: string;
	message: RegExp;
	advice: RegExp;
}

const PNG = { bytes: samplePng() };
const MP4 = { bytes: sampleMp4() };
const IMAGE_URNS = (count: number) =>
	Array.from({ length: count }, (_, index) => `urn:li:image:I${index}`).join();
const image = (bytes: Buffer, more: INodeParameters = {}) => ({
	parameters: { contentType: 'image', ...more },
	files: { data: { bytes } },
	field: 'Binary Field, Address or URN',
});
const video = (bytes: Buffer) => ({
	parameters: { contentType: 'video' },
	files: { data: { bytes } },
	field: 'Binary Field, Address or URN',
});
const document = (bytes: Buffer, fileName?: string) => ({
	parameters: { contentType: 'document', mediaTitle: 'Report' },
	files: { data: { bytes, fileName } },
	field: 'Binary Field, Address or URN',
});
const videoOptions = (options: INodeParameters, files: Record<string, TestFile>) => ({
	parameters: { contentType: 'video', videoOptions: options },
	files: { data: MP4, ...files },
});
const poll = (pollQuestion: string, pollOptions: string, more: INodeParameters = {}): INodeParameters => ({
	contentType: 'poll',
	pollQuestion,
	pollOptions,
	...more,
});
const moreThan = (length: number) => 'x'.repeat(length + 1);

export const ROWS: Row[] = [
	{
		name: 'a file that is no image',
		...image(samplePdf()),
		message: /must be JPG, PNG or GIF, not PDF/,
		advice: /Convert it/,
	},
	{
		name: 'an image with too many pixels',
		...image(pngHead(6016, 6010)),
		message: /36,156,160 pixels.*at most 36,152,319/,
		advice: /smaller/,
	},
	{
		name: 'a GIF with too many frames',
		...image(sampleGif(251)),
		message: /more than 250 frames.*at most 250/,
		advice: /Shorten/,
	},
	{ name: 'an empty file', ...image(Buffer.alloc(0)), message: /is empty/, advice: /0 bytes/ },
	{
		name: 'an alt text that is too long',
		...image(PNG.bytes, { altText: moreThan(4086) }),
		field: 'Alt Text',
		message: /4087 characters; the maximum is 4086/,
		advice: /Shorten it by 1 /,
	},
	{
		name: 'more alt texts than images',
		parameters: { contentType: 'image', media: IMAGE_URNS(2), altText: 'a\nb\nc' },
		field: 'Alt Text',
		message: /3 alt texts for 2 images/,
		advice: /one line per image/,
	},
	{
		name: 'files of which none is an image',
		parameters: { contentType: 'image' },
		files: { report: { bytes: samplePdf() }, clip: MP4 },
		field: 'Binary Field, Address or URN',
		message: /no JPG, PNG or GIF, only "report" \(PDF\), "clip" \(MP4\)/,
		advice: /Convert a file/,
	},
	{
		name: 'two videos in the item',
		parameters: { contentType: 'video' },
		files: { first: MP4, second: MP4 },
		field: 'Binary Field, Address or URN',
		message: /There are 2 videos/,
		advice: /one per post. Enter its binary field/,
	},
	{
		name: 'twenty-one images',
		parameters: { contentType: 'image', media: IMAGE_URNS(21) },
		field: 'Binary Field, Address or URN',
		message: /There are 21 images/,
		advice: /at most 20.*Remove 1/,
	},
	{
		name: 'a video URN among images',
		parameters: { contentType: 'image', media: 'urn:li:image:A,urn:li:video:B' },
		field: 'Binary Field, Address or URN',
		message: /"urn:li:video:B" isn't a valid image URN/,
		advice: /urn:li:image:/,
	},
	{
		name: 'no media',
		parameters: { contentType: 'image', media: '={{ "" }}' },
		field: 'Binary Field, Address or URN',
		message: /is empty, and the item has no file/,
		advice: /outputs a file/,
	},
	{
		name: 'a file that is no video',
		...video(PNG.bytes),
		message: /must be MP4, not PNG/,
		advice: /Convert it/,
	},
	{
		name: 'a video that is too small',
		...video(sampleMp4(74_999)),
		message: /74,999 bytes.*75,000/,
		advice: /quality/,
	},
	{
		name: 'a video that is too short',
		...video(sampleMp4(100_000, 2999)),
		message: /2\.999 seconds.*3 to 1800/,
		advice: /Cut/,
	},
	{
		name: 'a video that is too long',
		...video(sampleMp4(100_000, 1_800_001)),
		message: /1800\.001 seconds/,
		advice: /Cut/,
	},
	{
		name: 'captions that are neither SRT nor WebVTT',
		...videoOptions({ captions: 'srt' }, { srt: { bytes: Buffer.from('WEBVTT\n') } }),
		field: 'Captions',
		message: /neither SRT nor WebVTT/,
		advice: /-->/,
	},
	{
		name: 'captions whose letters cannot be told',
		...videoOptions(
			{ captions: 'srt' },
			{ srt: { bytes: Buffer.from('1\n00:00:01,000 --> 00:00:02,000\n\xcf\xf0\xe8\xe2\xe5\xf2', 'latin1') } },
		),
		field: 'Captions',
		message: /isn't UTF-8/,
		advice: /Caption Language/,
	},
	{
		name: 'captions that are too large',
		...videoOptions({ captions: 'srt' }, { srt: { bytes: Buffer.alloc(1_000_001, SAMPLE_SRT) } }),
		field: 'Captions',
		message: /1000001 bytes/,
		advice: /SRT or WebVTT/,
	},
	{
		name: 'a language of captions that is none',
		...videoOptions(
			{ captions: 'srt', captionLanguage: 'English' },
			{ srt: { bytes: Buffer.from(SAMPLE_SRT) } },
		),
		field: 'Caption Language',
		message: /"English" is not a language such as en_US/,
		advice: /country/,
	},
	{
		name: 'a thumbnail that is a GIF',
		...videoOptions({ thumbnail: 'still' }, { still: { bytes: sampleGif() } }),
		field: 'Thumbnail',
		message: /is a GIF/,
		advice: /JPG or PNG/,
	},
	{
		name: 'captions for a video that is uploaded already',
		parameters: { contentType: 'video', media: 'urn:li:video:V1', videoOptions: { captions: 'srt' } },
		files: { srt: { bytes: Buffer.from(SAMPLE_SRT) } },
		field: 'Video Options',
		message: /already uploaded/,
		advice: /binary field or web address of the video/,
	},
	{
		name: 'a document without a title',
		parameters: { contentType: 'document' },
		files: { data: { bytes: samplePdf() } },
		field: 'Title',
		message: /^Title is empty/,
		advice: /^Enter a title\. /,
	},
	{
		name: 'a document with too many pages',
		...document(samplePdf(301)),
		message: /301 pages.*at most 300/,
		advice: /Split/,
	},
	{
		name: 'a spreadsheet as a document',
		...document(Buffer.from('PK\x03\x04'), 'a.xlsx'),
		message: /its name is a\.xlsx/,
		advice: /PDF, PPT/,
	},
	{
		name: 'a document among images already uploaded',
		parameters: { contentType: 'existing', existingMedia: 'urn:li:image:A,urn:li:document:B' },
		field: 'Media',
		message: /Only images can be combined/,
		advice: /one video or document/,
	},
	{
		name: 'a thumbnail of an article that is no image',
		parameters: {
			contentType: 'article',
			articleUrl: 'https://example.com',
			articleTitle: 'News',
			articleOptions: { thumbnail: 'data' },
		},
		files: { data: { bytes: samplePdf() } },
		field: 'Thumbnail',
		message: /must be JPG, PNG or GIF/,
		advice: /Convert it/,
	},
	{
		name: 'a poll without a question',
		parameters: poll('={{ "" }}', 'a\nb'),
		field: 'Question',
		message: /^Question is empty/,
		advice: /Enter/,
	},
	{
		name: 'a question that is too long',
		parameters: poll(moreThan(140), 'a\nb'),
		field: 'Question',
		message: /141 characters; the maximum is 140/,
		advice: /by 1 /,
	},
	{
		name: 'a poll with one answer',
		parameters: poll('Why?', 'a'),
		field: 'Answers',
		message: /There is 1 answer$/,
		advice: /2 to 4/,
	},
	{
		name: 'a poll with five answers',
		parameters: poll('Why?', 'a\nb\nc\nd\ne'),
		field: 'Answers',
		message: /There are 5 answers$/,
		advice: /2 to 4/,
	},
	{
		name: 'an answer that is too long',
		parameters: poll('Why?', `a\n${moreThan(30)}`),
		field: 'Answers',
		message: /31 characters; the maximum is 30/,
		advice: /by 1 /,
	},
	{
		name: 'a duration that is none',
		parameters: poll('Why?', 'a\nb', { pollDuration: '={{ "TWO_DAYS" }}' }),
		field: 'Duration',
		message: /Unknown duration "TWO_DAYS"/,
		advice: /ONE_DAY/,
	},
	{
		name: 'a button without a landing page',
		parameters: { text: 'Hi', additionalFields: { contentCallToActionLabel: 'APPLY' } },
		field: 'Landing Page',
		message: /needs a Landing Page/,
		advice: /address/,
	},
	{
		name: 'a text in Markdown that is too long once its marks are gone',
		parameters: {
			text: `**${moreThan(3000)}**`,
			additionalFields: { textIs: 'markdown', boldLetters: false },
		},
		field: 'Text',
		message: /3001 characters; the maximum is 3000/,
		advice: /by 1 /,
	},
];
