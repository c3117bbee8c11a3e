import { toSrt } from '../../../../../nodes/LinkedIn/transport/text/captions';

const SRT = '1\n00:00:00,222 --> 00:00:04,360\nStrom\n';

it.each([
	['SRT as it stands', SRT, SRT],
	['SRT without numbers', '00:00:01,000 --> 00:00:02,000\nHi', '00:00:01,000 --> 00:00:02,000\nHi'],
	[
		'line ends of Windows',
		'1\r\n00:00:01,000 --> 00:00:02,000\r\nHi\r\n',
		'1\r\n00:00:01,000 --> 00:00:02,000\r\nHi\r\n',
	],
	[
		'points in the times',
		'1\r\n0:00:01.5 --> 00:00:02.000\r\nv1.0',
		'1\r\n00:00:01,500 --> 00:00:02,000\r\nv1.0',
	],
	[
		'WebVTT',
		'WEBVTT - talk\nKind: captions\n\nNOTE\nof no use\n\nSTYLE\n::cue {}\n\nintro\n00:01.000 --> 00:03.500 line:0 align:start\n- <v Ada>Hi &amp; <i.loud>bye</i></v>\n<c.x>all</c>\n\n100:00:01.000 --> 100:00:02.000\n&lt;3\n\n00:05.000 --> 00:06.000\n<c></c>\n',
		'1\n00:00:01,000 --> 00:00:03,500\n- Hi & <i>bye</i>\nall\n\n2\n100:00:01,000 --> 100:00:02,000\n<3\n',
	],
])('takes %s', (_what, text, srt) => {
	expect(toSrt(text)).toBe(srt);
});

it.each([
	['nothing', ''],
	['WebVTT without a cue', 'WEBVTT\n'],
	['WebVTT with times that are none', 'WEBVTT\n\n00:01 --> 00:02\nHi'],
	['a text that quotes a line of times', 'See\n\n1\n00:00:01,000 --> 00:00:02,000\nHi'],
	['SBV', '0:00:01.000,0:00:02.000\nHi'],
	['ASS', '[Script Info]\nDialogue: 0,0:00:01.00,0:00:02.00,Hi'],
	['TTML', '<tt><p begin="00:00:01.000" end="00:00:02.000">Hi</p></tt>'],
	['MicroDVD', '{25}{50}Hi'],
])('takes no %s', (_what, text) => {
	expect(toSrt(text)).toBeUndefined();
});
