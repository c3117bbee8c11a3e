import { connectTo } from '../../../../../engine/connection';
import { inMemory } from '../../../../../engine/files';
import { runNode } from '../../../../../engine/run';
import { startSimulator, type Simulator } from '../../../../../simulator';
import { sampleMp4 } from '../../../../../simulator/sampleMedia';

/** Whatever the format of the captions, LinkedIn gets SRT in UTF-8. */

const MP4 = sampleMp4(100_000);

let simulator: Simulator;

beforeEach(async () => {
	simulator = await startSimulator();
});
afterEach(async () => {
	await simulator.close();
});

function post(captions: Buffer) {
	const binary = inMemory({ data: { bytes: MP4 }, srt: { bytes: captions } });
	return runNode({
		node: 'linkedInCommunity',
		parameters: {
			resource: 'post',
			operation: 'create',
			author: { __rl: true, mode: 'id', value: '2414183' },
			text: 'Hello',
			contentType: 'video',
			videoOptions: { captions: 'srt' },
		},
		credentials: connectTo(simulator),
		items: [{ json: {}, binary }],
	});
}

it.each([
	[
		'Windows-1252',
		Buffer.from('1\n00:00:00,222 --> 00:00:04,360\nStrom f\xfcr 5 \x80\n', 'latin1'),
		'Strom für 5 €',
	],
	[
		'UTF-16',
		Buffer.from('\ufeff1\n00:00:00,222 --> 00:00:04,360\nStrom für 5 €\n', 'utf16le'),
		'Strom für 5 €',
	],
	['ISO-2022-JP', Buffer.from('1\n00:00:00,222 --> 00:00:04,360\n\x1b$B$"\x1b(B 5\n', 'latin1'), 'あ 5'],
	['WebVTT', Buffer.from('WEBVTT\n\n00:00.222 --> 00:04.360 line:0\nStrom für 5 €\n'), 'Strom für 5 €'],
	[
		'WebVTT with a blank in a cue',
		Buffer.from('WEBVTT\nLanguage: de\n00:00.222 --> 00:04.360\nStrom\n \nfür 5 €\n'),
		'Strom\nfür 5 €',
	],
])('captions in %s arrive as SRT in UTF-8', async (_what, bytes, text) => {
	const result = await post(bytes);
	expect(result.error).toBeUndefined();
	const [urn] = result.outputs[0]?.[0]?.json.media as string[];
	const video = simulator.state.media.find(urn);
	const [captions] = video ? simulator.state.media.slots(video, 'captions') : [];
	const received = captions?.received?.bytes.toString('utf8') ?? '';
	expect(received).toContain(`1\n00:00:00,222 --> 00:00:04,360\n${text}\n`);
	expect(received).not.toMatch(/WEBVTT|\ufffd/);
});

it.each([
	[
		'whose times cannot be read',
		Buffer.from('WEBVTT\n\n00:01 --> 00:02\nHi'),
		'Line 3 of the file in "srt" should be the times of a cue: "00:01 --> 00:02"',
	],
	[
		'whose letters are not sure',
		Buffer.from('1\n00:00:00,222 --> 00:00:04,360\n\xe8au\n', 'latin1'),
		'The file in "srt" isn\'t UTF-8, and its encoding is unclear',
	],
	[
		'that switch between alphabets',
		Buffer.from('1\n00:00:00,222 --> 00:00:04,360\n\x1b[1mHi\n'),
		'The file in "srt" isn\'t UTF-8, and its encoding is unclear',
	],
])('captions %s are refused before any call', async (_what, bytes, message) => {
	const { error } = await post(bytes);
	expect(error?.message).toContain(message);
	expect(simulator.requests).toEqual([]);
});
