/**
 * Texts that make a reader go back: a repeated piece, after a possible beginning and before something that breaks it.
 */

const PIECES = [
	' ',
	'\n',
	'\n \n',
	'a',
	'0',
	'/',
	'.',
	'-',
	'~',
	'`',
	'``x',
	'`x',
	'*',
	'**a ',
	'*a ',
	'__a ',
	'_a ',
	'# ',
	'# a  #',
	'#a',
	'- ',
	'> ',
	'  \n',
	'\\',
	'\\(',
	'(',
	')',
	'()',
	'(a:',
	'List(',
	',',
	', ',
	'(,',
	'1,',
	'urn:li:share:1,',
	'urn:li:comment:(urn:li:activity:1,2),',
	'@[',
	'@[a](',
	'@[a](urn:li:organization:1',
	'@[\\',
	'[a](',
	'[a](x(y)',
	'[a](x "',
	'[a](<',
	'[![a](b',
	'[a]:\n',
	'[a]: www.a\n',
	'[^',
	'a@',
	'a.com/',
	'<br>',
	'<a@b.',
	'![',
	'<',
	'<http://a',
	'http://',
	'www.',
	'www.a*',
	'{hashtag|\\#|',
	'{hashtag|\\#|a\\',
	'%',
	'%2',
	'%25',
	'%F0%9F',
	'"',
	"'",
	'“',
	'a.',
	'a.aa',
	'activity-1',
	'-activity-1234567890',
	'comment%253A',
	'comment:',
	'only ',
	'&amp;',
	'&',
	'?a=b&',
	'restli-tunnel-1',
	'restli-tunnel-12345',
	'captions-of-the-video-',
	'Ada',
	'@Ada ',
	'Ada ',
	'😀',
	'\u200b',
	'é',
	'00:00:00,000 ',
	'00:01.000 --> 00:02.000\n',
	'1\n00:01.000 --> 00:02.000\na\n',
	'\t\r',
];

/** Possible text before and after. */
const EDGES: Array<[string, string]> = [
	['', ''],
	['x', 'x'],
	['', '\u0001'],
	['https://www.linkedin.com/posts/', '/'],
	['urn:li:comment:(', '!'],
	['# a', 'b'],
	['[a](', ' !'],
	['```', 'a```b'],
];

export interface HostileText {
	name: string;
	/** No text before and after. */
	isBare: boolean;
	/** @param size how many characters, roughly */
	make: (size: number) => string;
}

export const hostileTexts: HostileText[] = EDGES.flatMap(([before, behind]) =>
	PIECES.map((piece) => ({
		isBare: before === '' && behind === '',
		name: JSON.stringify(`${before}${piece}${piece}…${behind}`),
		make: (size) => before + piece.repeat(Math.max(1, Math.round(size / piece.length))) + behind,
	})),
);

/** All entries differ: each is searched for everywhere. */
const MANY: Record<string, (index: number) => string> = {
	numbers: (index) => `${1_000_000 + index}`,
	posts: (index) => `urn:li:share:${7_000_000_000_000_000 + index}`,
	comments: (index) => `urn:li:comment:(urn:li:activity:7094637247890620418,${index})`,
	boundaries: (index) => `restli-tunnel-${index} captions-of-the-video-${index}`,
};
for (const [name, entry] of Object.entries(MANY)) {
	hostileTexts.push({
		isBare: true,
		name: `many ${name}`,
		make: (size) =>
			Array.from({ length: Math.max(1, Math.round(size / entry(0).length)) }, (_, at) => entry(at)).join(','),
	});
}
