import { placeMentions, type Part } from '../../../../../nodes/LinkedIn/transport/text/placeMentions';

/** A name is a word of its own by the habits of its script. No place, or more than there are mentions, is no guess. */

const URN = 'urn:li:organization:1337';
const shown = (parts: Part[]) =>
	parts.map((part) => (typeof part === 'string' ? part : `[${part.name}]`)).join('');
const place = (text: string, names: string[]) =>
	placeMentions(
		[text],
		names.map((name) => ({ name, urn: URN })),
	);

it.each([
	['Han, marked', '感谢@华为 的支持', '华为', '感谢[华为] 的支持'],
	['Han, in a sentence', '感谢华为的支持', '华为', '感谢[华为]的支持'],
	['Kana', '今日はソニーが新製品を発表', 'ソニー', '今日は[ソニー]が新製品を発表'],
	['Thai', 'ขอบคุณปตทมาก', 'ปตท', 'ขอบคุณ[ปตท]มาก'],
	['Thai after a vowel sign', 'ที่ปตท', 'ปตท', 'ที่[ปตท]'],
	['Latin before Kana', '@MiguelX413は', 'MiguelX413', '[MiguelX413]は'],
	['Latin between Han', '感谢Acme的支持', 'Acme', '感谢[Acme]的支持'],
	['Han between Latin', 'by华为ok', '华为', 'by[华为]ok'],
	['Hangul with a particle, marked', '@삼성전자가 발표', '삼성전자', '[삼성전자]가 발표'],
	['Hangul with a particle', '삼성전자에서는 발표', '삼성전자', '[삼성전자]에서는 발표'],
	['Latin with a particle', 'LG는 좋다', 'LG', '[LG]는 좋다'],
	['Hebrew', 'תודה לגוגל', 'גוגל', 'תודה ל[גוגל]'],
	['Hebrew, marked', 'תודה ל@גוגל!', 'גוגל', 'תודה ל[גוגל]!'],
	['Hebrew at the start', 'בגוגל', 'גוגל', 'ב[גוגל]'],
	['a possessive', "Ada's", 'Ada', "[Ada]'s"],
	['the marked of several', 'Ada, @Ada, Ada', 'Ada', 'Ada, [Ada], Ada'],
	['beside a mail address', 'Ada (Ada@acme.example)', 'Ada', '[Ada] (Ada@acme.example)'],
	['beside a hashtag', '#华为 感谢华为', '华为', '#华为 感谢[华为]'],
	['behind an address and a full-width mark', 'https://a.example，华为', '华为', 'https://a.example，[华为]'],
])('places %s', (_what, text, name, expected) => {
	const { parts, lost } = place(text, [name]);
	expect(shown(parts)).toBe(expected);
	expect(lost).toBeUndefined();
});

it.each([
	['a part of a word', 'Congrats to Adam', 'Ada'],
	['the end of a word', 'xAda', 'Ada'],
	['a letter with an accent of its own', 'Ada\u0301', 'Ada'],
	['a Kana letter with a mark of its own', 'は\u3099', 'は'],
	['a longer Hangul word', '삼성전자서비스 발표', '삼성전자'],
	['the end of a Hangul word', '한국삼성전자', '삼성전자'],
	['a longer Hebrew word', 'גוגלים', 'גוגל'],
	['Hebrew behind two letters', 'שלגוגל', 'גוגל'],
	['a hashtag', 'Thanks to #paid', '#paid'],
	['a word of a hashtag', 'Thanks to #paid', 'paid'],
	['a hashtag after Han', '感谢#华为', '华为'],
	['an address', 'https://Ada.example', 'Ada'],
	['the name of a mail address', 'Ada@acme.example', 'Ada'],
	['the host of a mail address', 'bob@Ada.example', 'Ada'],
	['behind an @ of another', 'bob@Ada', 'Ada'],
	['a name that is not there', 'Hi', 'Ada'],
])('has no place in %s', (_what, text, name) => {
	expect(place(text, [name])).toEqual({ parts: [text], lost: { name, isAmbiguous: false } });
});

it.each([
	['two places', 'Ada and Ada', ['Ada'], 'Ada'],
	['two marked places', '@Ada and @Ada', ['Ada'], 'Ada'],
	['two places in Han', '华为感谢华为', ['华为'], '华为'],
	['three for two', 'Ada, Ada, Ada', ['Ada', 'Ada'], 'Ada'],
	['one marked of three for two', '@Ada, Ada, Ada', ['Ada', 'Ada'], 'Ada'],
])('does not choose among %s', (_what, text, names, name) => {
	expect(place(text, names)).toEqual({ parts: [text], lost: { name, isAmbiguous: true } });
});

it.each([
	['as many places as mentions', 'Ada, @Ada', ['Ada', 'Ada'], '[Ada], [Ada]'],
	['a name within a longer one', 'Acme Corp and Acme', ['Acme', 'Acme Corp'], '[Acme Corp] and [Acme]'],
	['two that touch', '@Ada@Bob', ['Ada', 'Bob'], '[Ada][Bob]'],
	['two that touch, the other way round', '@Bob@Ada', ['Ada', 'Bob'], '[Bob][Ada]'],
	['one twice that touches itself', '@Ada@Ada', ['Ada', 'Ada'], '[Ada][Ada]'],
	['two Han names that touch', '华为小米', ['华为', '小米'], '[华为][小米]'],
])('takes %s', (_what, text, names, expected) => {
	const { parts, lost } = place(text, names);
	expect(shown(parts)).toBe(expected);
	expect(lost).toBeUndefined();
});
