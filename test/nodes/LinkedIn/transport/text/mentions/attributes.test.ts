import { attributedText } from '../../../../../../nodes/LinkedIn/transport/text/mentions/attributes';

/** Offsets into the text, in UTF-16 units, as in JavaScript and Java (docs/behaviour.md#mentions-in-comments). */

const ACME = { name: 'Acme Corp', urn: 'urn:li:organization:2414183' };
const ADA = { name: 'Ada', urn: 'urn:li:person:Ada782bbtaQ' };

const placed = (start: number, { name, urn }: { name: string; urn: string }) => ({
	start,
	length: name.length,
	urn,
});

test.each([
	['no mention', 'Thanks!', [], 'Thanks!', []],
	['at the start', 'Acme Corp is great', [ACME], 'Acme Corp is great', [placed(0, ACME)]],
	['an @ before the name is taken out', 'Hi @Ada, hello', [ADA], 'Hi Ada, hello', [placed(3, ADA)]],
	['a character outside the BMP counts two', '🎉 Ada', [ADA], '🎉 Ada', [placed(3, ADA)]],
	['a combined emoji counts all its units', '👩‍💻 Ada', [ADA], '👩‍💻 Ada', [placed(6, ADA)]],
	['an accent of its own counts one', 'e\u0301 Ada', [ADA], 'e\u0301 Ada', [placed(3, ADA)]],
	[
		'several, in the order of the text',
		'@Ada of @Acme Corp',
		[ACME, ADA],
		'Ada of Acme Corp',
		[placed(0, ADA), placed(7, ACME)],
	],
	['two that touch', '@Ada@Ada', [ADA, ADA], 'AdaAda', [placed(0, ADA), placed(3, ADA)]],
	['the marked one of two places', 'Ada, @Ada', [ADA], 'Ada, Ada', [placed(5, ADA)]],
	['both places for two mentions', 'Ada, Ada', [ADA, ADA], 'Ada, Ada', [placed(0, ADA), placed(5, ADA)]],
	['what is not a person or page', 'Ada', [{ ...ADA, urn: 'urn:li:share:1' }], 'Ada', []],
	[
		'markup of posts is plain text here',
		'@[Ada](urn:li:person:x) (a)',
		[],
		'@[Ada](urn:li:person:x) (a)',
		[],
	],
])('%s', (_what, text, mentions, written, positions) => {
	const result = attributedText(text, mentions);
	expect(result).toEqual({ text: written, mentions: positions });
	for (const { start, length } of result.mentions) {
		expect(mentions.map(({ name }) => name)).toContain(result.text.slice(start, start + length));
	}
});
