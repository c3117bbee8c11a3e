import fc from 'fast-check';

import {
	asLittleText,
	shownText,
	splitAtMentions,
} from '../../../../../nodes/LinkedIn/transport/text/littleText';
import { cutLongText, type Room } from '../../../../../nodes/LinkedIn/transport/text/longText';
import type { Mention } from '../../../../../nodes/LinkedIn/transport/text/mentions/placeMentions';

const ADA: Mention = { name: 'Ada Lovelace', urn: 'urn:li:person:ada-1' };
/** 40 characters and a number of at most 8. */
const ROOM: Room = { post: 48, comment: 48 };
const PAGES = 'urn:li:organization:1337';

function cut(text: string): string[] {
	const { post, comments } = cutLongText(splitAtMentions(text), ROOM);
	return [shownText(post), ...comments.map((part) => part.text)];
}

test.each([
	{
		where: 'where the last sentence ends that fits',
		text: 'This is the first one. Here is a second. And here we have the third.',
		parts: ['This is the first one. Here is a second. (1/2)', '(2/2) And here we have the third.'],
	},
	{
		where: 'behind a question, an exclamation and a quotation',
		text: 'Is it? Yes, it is! "It is so, really." And now it goes on a bit.',
		parts: ['Is it? Yes, it is! "It is so, really." (1/2)', '(2/2) And now it goes on a bit.'],
	},
	{
		where: 'where a paragraph ends, rather than a later sentence',
		text: 'A first paragraph, which is long.\n\nIt. Goes on in a second paragraph.',
		parts: ['A first paragraph, which is long. (1/2)', '(2/2) It. Goes on in a second paragraph.'],
	},
	{
		where: 'behind a sentence, rather than an abbreviation',
		text: 'It is good to be here. Then we met with Dr. Jane Smith of Acme.',
		parts: ['It is good to be here. (1/2)', '(2/2) Then we met with Dr. Jane Smith of Acme.'],
	},
	{
		where: 'between words, where no sentence ends',
		text: 'one two three four five six seven eight nine ten eleven twelve',
		parts: ['one two three four five six seven eight (1/2)', '(2/2) nine ten eleven twelve'],
	},
	{
		where: 'before a web address, and not behind its question mark',
		text: 'You can read all of it at https://a.example/path?Who=I today',
		parts: ['You can read all of it at (1/2)', '(2/2) https://a.example/path?Who=I today'],
	},
	{
		where: 'before a web address in a text without spaces',
		text: `${'日'.repeat(25)}，https://a.example/path?b=c`,
		parts: [`${'日'.repeat(25)}， (1/2)`, '(2/2) https://a.example/path?b=c'],
	},
	{
		where: 'before a web address that leaves much room, but fits into the next part',
		text: `See https://a.example/${'p'.repeat(20)}`,
		parts: ['See (1/2)', `(2/2) https://a.example/${'p'.repeat(20)}`],
	},
	{
		where: 'within a word without an end',
		text: 'a'.repeat(90),
		parts: [`${'a'.repeat(40)} (1/3)`, `(2/3) ${'a'.repeat(40)}`, `(3/3) ${'a'.repeat(10)}`],
	},
	{
		where: 'behind a full stop of a script without spaces',
		text: `${'日'.repeat(19)}。${'本'.repeat(15)}。${'語'.repeat(9)}。`,
		parts: [`${'日'.repeat(19)}。${'本'.repeat(15)}。 (1/2)`, `(2/2) ${'語'.repeat(9)}。`],
	},
	{
		where: 'never within a letter of several characters',
		text: `${'a'.repeat(38)}👩‍👩‍👧${'b'.repeat(10)}`,
		parts: [`${'a'.repeat(38)} (1/2)`, `(2/2) 👩‍👩‍👧${'b'.repeat(10)}`],
	},
	{
		where: 'before a mention that would not fit whole',
		text: `Thanks for all this, and for much more, @[Ada Lovelace](${ADA.urn})`,
		parts: ['Thanks for all this, and for much more, (1/2)', '(2/2) Ada Lovelace'],
	},
	{
		where: 'without the blanks at the cut',
		text: 'This is the first one, and it is long.   \n\n   And this is the second.',
		parts: ['This is the first one, and it is long. (1/2)', '(2/2) And this is the second.'],
	},
])('a long text is cut $where', ({ text, parts }) => {
	expect(cut(text)).toEqual(parts);
});

test('mentions stay mentions in the post and in comments', () => {
	const text = `Hello @[Acme Corp](${PAGES}), this is a text. It is written by Ada Lovelace here.`;
	const { post, comments } = cutLongText(splitAtMentions(text, [ADA]), ROOM);
	expect(asLittleText(post)).toBe(`Hello @[Acme Corp](${PAGES}), this is a text. \\(1/2\\)`);
	expect(comments).toEqual([
		{
			text: '(2/2) It is written by Ada Lovelace here.',
			mentions: [{ start: 23, length: 12, urn: ADA.urn }],
		},
	]);
	const [{ text: shown, mentions }] = comments;
	expect(shown.slice(mentions[0].start, mentions[0].start + mentions[0].length)).toBe(ADA.name);
});

test('no word is lost, and no part is too long', () => {
	const word = fc.oneof(
		fc.string({ maxLength: 12 }),
		fc.constantFrom('. ', '\n\n', '? ', ' ', '日本。', '👩‍👩‍👧', 'https://a.example/?A=b '),
	);
	fc.assert(
		fc.property(fc.array(word, { minLength: 30, maxLength: 80 }), (words) => {
			const text = words.join('');
			fc.pre(text.length > ROOM.post);
			const parts = cut(text);
			const unnumbered = [
				parts[0].slice(0, parts[0].lastIndexOf(' (')),
				...parts.slice(1).map((part) => part.slice(part.indexOf(') ') + 2)),
			];
			for (const part of parts) expect(part.length).toBeLessThanOrEqual(ROOM.post);
			expect(unnumbered.join('').replace(/\s/g, '')).toBe(text.replace(/\s/g, ''));
		}),
		{ numRuns: 200 },
	);
});
