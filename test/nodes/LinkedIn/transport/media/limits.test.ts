import { InputError } from '../../../../../nodes/LinkedIn/transport/errors/inputError';
import {
	checkLimits,
	type Checked,
	type MediaKind,
} from '../../../../../nodes/LinkedIn/transport/media/limits';

/** What passes at the limit, and what is refused beyond it (docs.images, docs.videos, docs.documents). */

const file = (more: Partial<Checked>): Checked => ({
	type: undefined,
	sizeBytes: 1,
	fileName: undefined,
	...more,
});
const MP4 = { type: 'mp4' as const, sizeBytes: 100_000 };

function refusal(kind: MediaKind, checked: Checked): InputError | undefined {
	try {
		checkLimits(kind, checked, 'Field', 'The file');
		return undefined;
	} catch (error) {
		return error as InputError;
	}
}

it.each([
	['image', { type: 'png', width: 6013, height: 6012 }],
	['image', { type: 'jpeg' }],
	['image', { type: 'gif', frames: 250 }],
	['video', { ...MP4, sizeBytes: 75_000 }],
	['video', { ...MP4, durationMs: 3000 }],
	['video', { ...MP4, durationMs: 1_800_000 }],
	['video', { ...MP4, width: 2400, height: 1000 }],
	['video', { ...MP4, sizeBytes: 600 * 1_048_576 }],
	['document', { type: 'pdf', pages: 300, sizeBytes: 100 * 1_048_576 }],
	['document', { type: 'officeXml', fileName: 'deck.PPTX' }],
	['document', { type: 'office', fileName: undefined }],
	['document', { type: 'officeXml', isTypeSure: true, fileName: 'file.zip' }],
	['document', { type: 'office', isTypeSure: true, fileName: 'a.xls' }],
] as Array<[MediaKind, Partial<Checked>]>)('takes as %s %j', (kind, checked) => {
	expect(refusal(kind, file(checked))).toBeUndefined();
});

it.each([
	['image', { type: 'png', sizeBytes: 0 }, /is empty/, /0 bytes/],
	['image', { type: 'webp' }, /must be JPG, PNG or GIF, not WEBP/, /Convert it/],
	['image', {}, /must be JPG, PNG or GIF$/, /Convert it/],
	['image', { type: 'png', width: 6016, height: 6010 }, /36,156,160 pixels.*at most 36,152,319/, /smaller/],
	['image', { type: 'gif', frames: 251 }, /more than 250 frames.*at most 250/, /Shorten/],
	['video', { ...MP4, type: 'mov' }, /must be MP4, not MOV/, /Convert it/],
	['video', { ...MP4, sizeBytes: 74_999 }, /74,999 bytes.*75,000 to/, /quality/],
	['video', { ...MP4, sizeBytes: 5 * 1024 ** 3 + 1 }, /5,368,709,121 bytes.*to 5,368,709,120/, /quality/],
	['video', { ...MP4, durationMs: 2999 }, /2\.999 seconds.*3 to 1800/, /Cut/],
	['video', { ...MP4, durationMs: 1_800_001 }, /1800\.001 seconds/, /Cut/],
	['video', { ...MP4, width: 1000, height: 2500 }, /1000 × 2500.*1:2\.4 and 2\.4:1/, /Crop/],
	['document', { type: 'pdf', sizeBytes: 100 * 1_048_576 + 1 }, /104,857,601 bytes.*104,857,600/, /Compress/],
	['document', { type: 'pdf', pages: 301 }, /301 pages.*at most 300/, /Split/],
	['document', { type: 'officeXml', fileName: 'a.xlsx' }, /its name is a\.xlsx/, /PDF, PPT/],
	['document', { type: 'png' }, /not PNG/, /PDF, PPT/],
	['document', { type: 'iWork' }, /not a Keynote, Pages or Numbers file/, /PDF, PPT/],
	['document', { type: 'excel' }, /not an Excel workbook/, /PDF, PPT/],
	['document', { type: 'visio' }, /not a Visio drawing/, /PDF, PPT/],
	['video', { ...MP4, type: 'm4a' }, /not sound without a picture/, /Convert it/],
] as Array<[MediaKind, Partial<Checked>, RegExp, RegExp]>)(
	'refuses as %s %j',
	(kind, checked, message, advice) => {
		expect(refusal(kind, file(checked))).toMatchObject({
			field: 'Field',
			message: expect.stringMatching(message),
			advice: expect.stringMatching(advice),
		});
	},
);
