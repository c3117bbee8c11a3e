import { toSrt } from '../../../../../../nodes/LinkedIn/transport/text/captions/captions';

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
		'times of SRT without hours',
		'1\n00:01,000 --> 00:02,000\nHi\n',
		'1\n00:00:01,000 --> 00:00:02,000\nHi\n',
	],
	[
		'places on the screen',
		'1\n00:00:01,000 --> 00:00:02,000 X1:1 X2:2\nHi',
		'1\n00:00:01,000 --> 00:00:02,000 X1:1 X2:2\nHi',
	],
	[
		'SRT with a line of blanks in a cue',
		'1\r\n00:00:01,000 --> 00:00:02,000\r\n- Hi\r\n \r\n\u00a0\r\n- you\r\n \r\n2\r\n00:00:02,000 --> 00:00:03,000\r\nBye',
		'1\r\n00:00:01,000 --> 00:00:02,000\r\n- Hi\r\n- you\r\n \r\n2\r\n00:00:02,000 --> 00:00:03,000\r\nBye',
	],
	[
		'SRT without empty lines between cues',
		'1\n00:00:01,000 --> 00:00:02,000\nHi\n2\n00:00:02,000 --> 00:00:03,000\nyou',
		'1\n00:00:01,000 --> 00:00:02,000\nHi\n\n2\n00:00:02,000 --> 00:00:03,000\nyou',
	],
	[
		'SRT with neither empty lines nor numbers',
		'00:00:01,000 --> 00:00:02,000\n1\n00:00:02,000 --> 00:00:03,000\nyou',
		'00:00:01,000 --> 00:00:02,000\n1\n\n00:00:02,000 --> 00:00:03,000\nyou',
	],
	[
		'WebVTT',
		'WEBVTT - talk\nKind: captions\n\nNOTE\nof no use\n\nSTYLE\n::cue {}\n\nintro\n00:01.000 --> 00:03.500 line:0 align:start\n- <v Ada>Hi &amp; <i.loud>bye</i></v>\n<c.x>all</c>\n\n100:00:01.000 --> 100:00:02.000\n&lt;3\n\n00:05.000 --> 00:06.000\n<c></c>\n',
		'1\n00:00:01,000 --> 00:00:03,500\n- Hi & <i>bye</i>\nall\n\n2\n100:00:01,000 --> 100:00:02,000\n<3\n',
	],
])('takes %s', (_what, text, srt) => {
	expect(toSrt(text)).toBe(srt);
});

const first = '1\n00:00:01,000 --> 00:00:02,000\n';
const second = '\n2\n00:00:02,000 --> 00:00:03,000\n';

it.each([
	['a blank in a cue', '\n00:01.000 --> 00:02.000\n- Hi\n \n- you', `${first}- Hi\n- you\n`],
	[
		'tabs and blanks that do not break in a cue',
		'\n00:01.000 --> 00:02.000\n- Hi\n\t\n\u00a0\n- you',
		`${first}- Hi\n- you\n`,
	],
	['a cue behind the header', 'Kind: captions\nLanguage: en\n00:01.000 --> 00:02.000\nHi', `${first}Hi\n`],
	['a cue right behind the first line', '00:01.000 --> 00:02.000\nHi', `${first}Hi\n`],
	['a cue behind a note', '\nNOTE by\nBob\n00:01.000 --> 00:02.000\nHi', `${first}Hi\n`],
	['a cue below two lines', '\na\nb\n00:01.000 --> 00:02.000\nHi', `${first}Hi\n`],
	[
		'two cues without an empty line',
		'\n00:01.000 --> 00:02.000\nHi\n00:02.000 --> 00:03.000\nyou',
		`${first}Hi\n${second}you\n`,
	],
	[
		'two numbered cues without an empty line',
		'\n1\n00:01.000 --> 00:02.000\nHi\n2\n00:02.000 --> 00:03.000\nyou',
		`${first}Hi\n${second}you\n`,
	],
	[
		'two numbered cues with a blank between',
		'\n00:01.000 --> 00:02.000\nHi\n \n7\n00:02.000 --> 00:03.000\nyou',
		`${first}Hi\n${second}you\n`,
	],
	[
		'a number that is said',
		'\n00:01.000 --> 00:02.000\n2\n00:02.000 --> 00:03.000\n1',
		`${first}2\n${second}1\n`,
	],
	['arrows in notes', '\nNOTE 1 --> 2\n3 --> 4\n\n00:01.000 --> 00:02.000\nHi', `${first}Hi\n`],
	['arrows in the header', 'X: a --> b\n\n00:01.000 --> 00:02.000\nHi', `${first}Hi\n`],
	['arrows that are said', '\n00:01.000 --> 00:02.000\nHome --> work', `${first}Home --> work\n`],
	[
		'a tag over two lines',
		'\n00:01.000 --> 00:02.000\n<v Ada\nLovelace>Hi <b\n>you</b>',
		`${first}Hi <b>you</b>\n`,
	],
	[
		'a tag that is said',
		'\n00:01.000 --> 00:02.000\n<b>&lt;b&gt; &LT;/i></b> and 1 &lt; 2 &gt; 0, &lt;3',
		`${first}<b>‹b› ‹/i›</b> and 1 < 2 > 0, <3\n`,
	],
	['an entity that breaks a line', '\n00:01.000 --> 00:02.000\nHi&#10;&#10;you', `${first}Hi\nyou\n`],
])('takes WebVTT with %s', (_what, vtt, srt) => {
	expect(toSrt(`WEBVTT\n${vtt}`)).toBe(srt);
});

it.each([
	['a cue', '\n00:01 --> 00:02\nHi', 3, '00:01 --> 00:02'],
	['a named cue', '\nintro\n00:01.000 --> soon\nHi', 4, '00:01.000 --> soon'],
	['a cue behind the header', '00:01 --> 00:02\nHi', 2, '00:01 --> 00:02'],
	['a cue behind another', '\n00:01.000 --> 00:02.000\nHi\n00:02 --> 00:03\nyou', 5, '00:02 --> 00:03'],
])('names the line where the times of %s are none', (_what, vtt, line, text) => {
	expect(toSrt(`WEBVTT\n${vtt}`)).toEqual({ line, text });
});

it.each([
	['nothing', ''],
	['WebVTT without a cue', 'WEBVTT\n'],
	['a text that quotes a line of times', 'See\n\n1\n00:00:01,000 --> 00:00:02,000\nHi'],
	['SBV', '0:00:01.000,0:00:02.000\nHi'],
	['ASS', '[Script Info]\nDialogue: 0,0:00:01.00,0:00:02.00,Hi'],
	['TTML', '<tt><p begin="00:00:01.000" end="00:00:02.000">Hi</p></tt>'],
	['MicroDVD', '{25}{50}Hi'],
])('takes no %s', (_what, text) => {
	expect(toSrt(text)).toBeUndefined();
});
