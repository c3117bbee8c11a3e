import fc from 'fast-check';

import {
	commentaryLength,
	fromLittleText,
	MAX_COMMENTARY_CHARACTERS,
	toLittleText,
} from '../../../../../nodes/LinkedIn/transport/text/littleText';
import type { Mention } from '../../../../../nodes/LinkedIn/transport/text/mentions/placeMentions';

/** Checked against docs.littleText. */

const ACME = 'urn:li:organization:1337';
const JANE = 'urn:li:person:abc_1-2';

/** Text, its little text, and back again. */
const vectors: Array<[rule: string, text: string, little: string]> = [
	['nothing', '', ''],
	['plain text with line ends', 'Hello,\r\nworld! 100% "sure" & fine', 'Hello,\r\nworld! 100% "sure" & fine'],
	['every reserved character', '|{}@[]()<>#\\*_~', '\\|\\{\\}\\@\\[\\]\\(\\)\\<\\>\\#\\\\\\*\\_\\~'],
	['the example', 'a_b (c)', 'a\\_b \\(c\\)'],
	['a backslash before a bracket', 'C:\\(x86) \\[y', 'C:\\\\\\(x86\\) \\\\\\[y'],
	['a backslash at the end', 'end\\', 'end\\\\'],
	['a hashtag at the start', '#n8n rocks', '#n8n rocks'],
	['hashtags after space, bracket and dash', 'a #b (#c) -#d', 'a #b \\(#c\\) -#d'],
	['hashtags in other scripts', '#größe #日本語 #हिन्दी #2024', '#größe #日本語 #हिन्दी #2024'],
	['a hashtag that ends before an underscore', '#foo_bar', '#foo\\_bar'],
	['a hashtag that ends before a dot', '#foo.', '#foo.'],
	[
		'a hashtag after a script without spaces',
		'感谢#华为 です#ソニー ครับ#ไทย',
		'感谢#华为 です#ソニー ครับ#ไทย',
	],
	[
		'a hashtag behind an address and full-width marks',
		'见https://a.example/#x。#标签',
		'见https://a.example/\\#x。#标签',
	],
	['a number sign inside a word', 'C#7 issue#5', 'C\\#7 issue\\#5'],
	['a lone number sign', 'C# and # and ##x', 'C\\# and \\# and \\##x'],
	['a keycap emoji', '#️⃣ one', '\\#️⃣ one'],
	[
		'a fragment of an address',
		'see https://a.example/x_(y)/#top #real',
		'see https://a.example/x\\_\\(y\\)/\\#top #real',
	],
	['a fragment of a www address', 'www.a.example/#top', 'www.a.example/\\#top'],
	['a fragment of a bare address', 'See acme.com/#top #real', 'See acme.com/\\#top #real'],
	['a fragment behind a bare host', 'acme.com/?#top', 'acme.com/?\\#top'],
	['a fragment behind a port', 'acme.example:8080/#top', 'acme.example:8080/\\#top'],
	['a fragment of another scheme', 'ftp://a.example/#top', 'ftp://a.example/\\#top'],
	['a subject of a mailto address', 'mailto:a@acme.com?subject=#top', 'mailto:a\\@acme.com?subject=\\#top'],
	['a hash in an e-mail address', 'team+#a@acme.com', 'team+\\#a\\@acme.com'],
	['a hashtag beside bare hosts', 'acme.com #a acme.com', 'acme.com #a acme.com'],
	['a hashtag before an address', '#a,acme.com/#b', '#a,acme.com/\\#b'],
	['a hashtag with a dot behind it', 'Hi.#a', 'Hi.#a'],
	['an e-mail address', 'a_b@c.example', 'a\\_b\\@c.example'],
	['a template that a person typed', '{hashtag|\\#|tag}', '\\{hashtag\\|\\\\\\#\\|tag\\}'],
	['an emoji', 'party 🎉_🎉', 'party 🎉\\_🎉'],
	['a mention of a page', `Hi @[LinkedIn](${ACME})!`, `Hi @[LinkedIn](${ACME})!`],
	['a mention of a person', `@[Jane Doe](${JANE})`, `@[Jane Doe](${JANE})`],
	[
		'reserved characters in a name',
		`@[Globex & Söhne (Labs)](${ACME})`,
		`@[Globex & Söhne \\(Labs\\)](${ACME})`,
	],
	['brackets and a hashtag in a name', `@[A [EU] #1](${ACME})`, `@[A \\[EU\\] \\#1](${ACME})`],
	['a mention beside a hashtag', `@[A](${ACME})#b@[C](${JANE})`, `@[A](${ACME})#b@[C](${JANE})`],
	['an at sign in brackets before a mention', `@[x @[A](${ACME})`, `\\@\\[x @[A](${ACME})`],
	['a mention without a name', `@[](${ACME})`, `\\@\\[\\]\\(${ACME}\\)`],
	['a mention of a brand', '@[A](urn:li:organizationBrand:1)', '\\@\\[A\\]\\(urn:li:organizationBrand:1\\)'],
	['a mention over two lines', `@[A\nB](${ACME})`, `\\@\\[A\nB\\]\\(${ACME}\\)`],
	['a markdown link', '[A](https://a.example)', '\\[A\\]\\(https://a.example\\)'],
];

describe('toLittleText', () => {
	it.each(vectors)('writes %s', (_rule, text, little) => {
		expect(toLittleText(text)).toBe(little);
	});

	const acme: Mention = { name: 'Acme', urn: ACME };
	const corp: Mention = { name: 'Acme Corp', urn: 'urn:li:organization:2' };
	const labs: Mention = { name: 'Labs (EU)', urn: 'urn:li:organization:3' };
	const jane: Mention = { name: 'Jane', urn: JANE };
	const atAcme = `@[Acme](${ACME})`;

	it.each<[string, string, Mention[], string]>([
		['the one @Name', 'Acme and @Acme and Acme', [acme], `Acme and ${atAcme} and Acme`],
		['nothing where two are marked', '@Acme and @Acme', [acme], '\\@Acme and \\@Acme'],
		['nothing where none of two is marked', 'Acme, Acme', [acme], 'Acme, Acme'],
		['whole words only', 'Acmeville xAcme Acme', [acme], `Acmeville xAcme ${atAcme}`],
		['a possessive', "Acme's", [acme], `${atAcme}'s`],
		['no e-mail address', 'bob@Acme', [acme], 'bob\\@Acme'],
		['no address and no hashtag', 'https://Acme.example #Acme', [acme], 'https://Acme.example #Acme'],
		['the same case only', 'ACME', [acme], 'ACME'],
		['the longer name first', 'Acme Corp', [acme, corp], '@[Acme Corp](urn:li:organization:2)'],
		[
			'both where both occur',
			'Acme Corp, Acme',
			[acme, corp],
			`@[Acme Corp](urn:li:organization:2), ${atAcme}`,
		],
		[
			'a name with reserved characters',
			'by Labs (EU).',
			[labs],
			'by @[Labs \\(EU\\)](urn:li:organization:3).',
		],
		['a second time for a second entry', 'Acme Acme', [acme, acme], `${atAcme} ${atAcme}`],
		['nothing of three for two entries', 'Acme Acme Acme', [acme, acme], 'Acme Acme Acme'],
		['not inside a typed mention', `@[Acme](${JANE}) Acme`, [acme], `@[Acme](${JANE}) ${atAcme}`],
		['several', '@Jane at Acme', [acme, jane], `@[Jane](${JANE}) at ${atAcme}`],
		[
			'nothing for a URN that cannot be mentioned',
			'Acme',
			[{ name: 'Acme', urn: 'urn:li:school:1' }],
			'Acme',
		],
		['nothing for an empty name', 'Acme', [{ name: '', urn: ACME }], 'Acme'],
		['nothing for a name that does not occur', 'Hi', [acme], 'Hi'],
	])('makes a mention of %s', (_rule, text, mentions, little) => {
		expect(toLittleText(text, mentions)).toBe(little);
	});

	it('leaves the list of mentions as it was', () => {
		const mentions = [acme, corp];
		toLittleText('Acme Corp', mentions);
		expect(mentions).toEqual([acme, corp]);
	});
});

describe('fromLittleText', () => {
	it.each(vectors)('reads back %s', (_rule, text, little) => {
		expect(fromLittleText(little)).toBe(text);
	});

	it.each([
		['the captured commentary', 'Test \\(escaped\\) {hashtag|\\#|LinkedIn}', 'Test (escaped) #LinkedIn'],
		['a template with an escape in its tag', '{hashtag|\\#|a\\_b}', '#a_b'],
		['a template without its escape', '{hashtag|#|a}', '#a'],
		[
			'a mention of another kind',
			'@[A\\_B](urn:li:organizationBrand:1)',
			'@[A_B](urn:li:organizationBrand:1)',
		],
		['an escape of a plain character as it stands', '\\a \\n', '\\a \\n'],
		['a backslash at the end as it stands', 'a\\', 'a\\'],
		['an unclosed template as it stands', '{hashtag|\\#|a', '{hashtag|#|a'],
		['an empty template as it stands', '{hashtag|\\#|}', '{hashtag|#|}'],
		['unescaped reserved characters as they stand', 'a (b) [c] <d> @e', 'a (b) [c] <d> @e'],
		['an unclosed mention as it stands', `@[A](${ACME}`, `@[A](${ACME}`],
	])('reads %s', (_rule, little, text) => {
		expect(fromLittleText(little)).toBe(text);
	});
});

describe('any text', () => {
	const fragment = fc.oneof(
		fc.constantFrom(...'\\|{}@[]()<>#*_~'.split('')),
		fc.constantFrom(
			'#tag',
			'#日本',
			'#️⃣',
			' ',
			'\n',
			'a',
			'é',
			'😀',
			'\u0301',
			'\uD83D',
			'https://a.example/#b',
		),
		fc.constantFrom('{hashtag|\\#|tag}', '@[', '](urn:li:organization:1)', '@[A (b)\\](urn:li:person:x_-1)'),
		fc.string({ unit: 'binary', maxLength: 4 }),
	);
	const text = fc.array(fragment, { maxLength: 20 }).map((fragments) => fragments.join(''));
	const outsideMentions = (little: string) =>
		little.replace(/@\[(?:\\.|[^\\[\]])+\]\(urn:li:(?:organization:\d+|person:[\w-]+)\)/gsu, '');

	it('comes back character for character, typed mentions too', () => {
		fc.assert(
			fc.property(text, (typed) => fromLittleText(toLittleText(typed)) === typed),
			{ numRuns: 5000 },
		);
	});

	it('holds no unescaped reserved character but the number sign of a hashtag', () => {
		fc.assert(
			fc.property(text, (typed) => {
				const rest = outsideMentions(toLittleText(typed)).replace(/\\[\\|{}@[\]()<>#*_~]/g, '');
				expect(rest.replace(/#[\p{L}\p{N}]/gu, '')).not.toMatch(/[\\|{}@[\]()<>#*_~]/);
			}),
			{ numRuns: 5000 },
		);
	});
});

describe('commentaryLength', () => {
	it.each<[string, string, Mention[], number]>([
		['nothing', '', [], 0],
		['escapes not at all', '(a_b) \\ #c', [], 10],
		['an emoji as two UTF-16 units', '😀', [], 2],
		['a typed mention by its name', `Hi @[Globex (Labs)](${ACME})!`, [], 'Hi Globex (Labs)!'.length],
		['a listed mention by its name', 'Hi @Acme!', [{ name: 'Acme', urn: ACME }], 'Hi Acme!'.length],
		['the limit itself', '('.repeat(MAX_COMMENTARY_CHARACTERS), [], 3000],
	])('counts %s', (_rule, text, mentions, length) => {
		expect(commentaryLength(text, mentions)).toBe(length);
	});
});
