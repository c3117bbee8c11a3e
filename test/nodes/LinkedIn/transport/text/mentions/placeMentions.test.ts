import {
	placeMentions,
	type TextPart,
} from '../../../../../../nodes/LinkedIn/transport/text/mentions/placeMentions';

/**
 * Whether a name is a whole word depends on its script. If there is no place, or more places than mentions, nothing is
 * guessed.
 */

const URN = 'urn:li:organization:1337';
const shown = (parts: TextPart[]) =>
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
	['Hebrew behind "that in"', 'אמרו שבגוגל', 'גוגל', 'אמרו שב[גוגל]'],
	['Hebrew behind "and when"', 'וכשגוגל', 'גוגל', 'וכש[גוגל]'],
	['Hebrew behind "and to"', 'ולגוגל', 'גוגל', 'ול[גוגל]'],
	['Hebrew behind "that to", marked', 'של@גוגל', 'גוגל', 'של[גוגל]'],
	...['만큼', '인데', '지만', '네요', '요', '죠', '입니까', '라서', '이었지만', '님께서는'].map(
		(ending): [string, string, string, string] => [
			`Hangul before ${ending}`,
			`역시 네이버${ending}.`,
			'네이버',
			`역시 [네이버]${ending}.`,
		],
	),
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
	['Hebrew behind what is no prefix', 'אבגוגל', 'גוגל'],
	['Hebrew behind prefixes in no order', 'בשגוגל', 'גוגל'],
	['a Hangul word behind a particle', '네이버는지도', '네이버'],
	['a hashtag', 'Thanks to #paid', '#paid'],
	['a word of a hashtag', 'Thanks to #paid', 'paid'],
	['a hashtag after Han', '感谢#华为', '华为'],
	['an address', 'https://Ada.example', 'Ada'],
	['a subject of a mailto address', 'mailto:a@acme.com?subject=/Ada', 'Ada'],
	['the name of a mail address', 'Ada@acme.example', 'Ada'],
	['the host of a mail address', 'bob@Ada.example', 'Ada'],
	['behind an @ of another', 'bob@Ada', 'Ada'],
	['a name that is not there', 'Hi', 'Ada'],
])('has no place in %s', (_what, text, name) => {
	expect(place(text, [name])).toEqual({ parts: [text], lost: { name, isAmbiguous: false } });
});

/** Names in addresses aren't words of the text. */
it.each([
	['Mail zoë@x.de now', 'zoë'],
	['info@Müller-Technik.de', 'Technik'],
	['ada@münchen.de', 'ada'],
	['ada@münchen.de', 'münchen'],
	['用户@huawei.cn', 'huawei'],
	['用户@huawei.cn', '用户'],
	['请联系ada@x.com谢谢', 'ada'],
	["o'Ada@x.com", 'o'],
	["o'Ada@x.com", 'Ada'],
	['Ada&Co@x.com', 'Ada'],
	['Ада.Иванова@почта.рф', 'Ада'],
	['Ada+news@x.com/team', 'Ada'],
	['@Ada/Bob@x.com', 'Bob'],
	['info@acme.com', 'acme.com'],
	['Follow linkedin.com/company/Ada now', 'Ada'],
	['x.com/Ada', 'Ada'],
	['(t.me/Ada/)', 'Ada'],
	['ftp://x/Ada', 'Ada'],
	['slack://channel?team=Ada', 'Ada'],
	['见ftp://x/Ada', 'Ada'],
	['acme.com?by=Ada', 'Ada'],
	['acme.com:8080/Ada', 'Ada'],
	['10.0.0.1/Ada', 'Ada'],
	['medium.com/@Ada.b/x', 'Ada'],
	['Our shop acme.com is open', 'acme'],
	['Our shop shop.acme.co.uk.', 'acme'],
	['请看acme.com谢谢', 'acme'],
	['ACME.COM', 'ACME'],
	['сайт ада.рф', 'ада'],
	['Booking.com/deals', 'Booking.com'],
	['shop.Booking.com', 'Booking.com'],
])('has no place in the address of "%s" for %s', (text, name) => {
	expect(place(text, [name])).toEqual({ parts: [text], lost: { name, isAmbiguous: false } });
});

it.each([
	['Book at Booking.com.', 'Booking.com', 'Book at [Booking.com].'],
	['Kennt ihr Booking.com?', 'Booking.com', 'Kennt ihr [Booking.com]?'],
	['The Booking.com-Team', 'Booking.com', 'The [Booking.com]-Team'],
	['Booking.com Deutschland', 'Booking.com Deutschland', '[Booking.com Deutschland]'],
	['感谢@Booking.com的支持', 'Booking.com', '感谢[Booking.com]的支持'],
	['感谢Booking.com的支持', 'Booking.com', '感谢[Booking.com]的支持'],
	['תודה ל@Booking.com', 'Booking.com', 'תודה ל[Booking.com]'],
	['感谢@华为的支持.谢谢', '华为', '感谢[华为]的支持.谢谢'],
	['Thanks Ada.We loved it', 'Ada', 'Thanks [Ada].We loved it'],
	['Thanks!@Booking.com', 'Booking.com', 'Thanks![Booking.com]'],
	['"@Ada": ada@x.com', 'Ada', '"[Ada]": ada@x.com'],
	['Ada/Bob and x.com/Ada', 'Ada', '[Ada]/Bob and x.com/Ada'],
	['acme.com by acme', 'acme', 'acme.com by [acme]'],
	['Ada: http:// is a scheme', 'Ada', '[Ada]: http:// is a scheme'],
])('places beside what may look like an address: %s', (text, name, expected) => {
	const { parts, lost } = place(text, [name]);
	expect(shown(parts)).toBe(expected);
	expect(lost).toBeUndefined();
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
	['two that touch, one of them a host', '@Ada@Acme.de', ['Ada', 'Acme.de'], '[Ada][Acme.de]'],
	['two that touch, the other way round', '@Bob@Ada', ['Ada', 'Bob'], '[Bob][Ada]'],
	['one twice that touches itself', '@Ada@Ada', ['Ada', 'Ada'], '[Ada][Ada]'],
	['two Han names that touch', '华为小米', ['华为', '小米'], '[华为][小米]'],
])('takes %s', (_what, text, names, expected) => {
	const { parts, lost } = place(text, names);
	expect(shown(parts)).toBe(expected);
	expect(lost).toBeUndefined();
});
