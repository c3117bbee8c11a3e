import { typedText } from '../../../../../nodes/LinkedIn/resources/community/post/create/additional';
import { checkTyped, commentaryOf } from '../../../../../nodes/LinkedIn/resources/posts/commentary';
import { refusalOf } from '../../transport/restli/refusal';

/** The size of a text is checked before its content. */

const ada = { name: 'Ada', urn: 'urn:li:person:Ada782bbtaQ' };

it.each<[string, () => unknown, string]>([
	[
		'Markdown that is far too long',
		() => typedText('`'.repeat(32_000), { textIs: 'markdown' }),
		'Text has 32000',
	],
	['a text that is far too long', () => checkTyped('x'.repeat(30_001)), 'Text has 30001'],
	['a text that is too long', () => commentaryOf('x'.repeat(3_001), undefined), 'Text has 3001'],
	[
		'a text that is too long with its mentions',
		() => commentaryOf(`${'x'.repeat(2_999)} @Ada`, { mention: [ada] }),
		'Text has 3003',
	],
	[
		'more mentions than the text has room for',
		() => commentaryOf('Ada', { mention: Array.from({ length: 100_000 }, () => ada) }),
		'The text is shorter than the names in Mentions',
	],
	[
		'a mention that is but a part of a word',
		() => commentaryOf('Congrats to Adam', { mention: [ada] }),
		`doesn't contain "Ada"`,
	],
	[
		'a mention with two places',
		() => commentaryOf('Ada and Ada', { mention: [ada] }),
		'contains "Ada" more often',
	],
])('refuses %s', (_what, act, message) => {
	expect(refusalOf(act).message).toContain(message);
});

it('takes as many characters as LinkedIn shows, however long their markup', () => {
	const typed = `${'@[A](urn:li:organization:1337)'.repeat(500)}${'x'.repeat(2_500)}`;
	expect(commentaryOf(typed, undefined)).toBe(typed);
	expect(commentaryOf(`${'x'.repeat(2_996)} @Ada`, { mention: [ada] })).toContain(`@[Ada](${ada.urn})`);
	expect(typedText('`a` '.repeat(7_000), { textIs: 'markdown' })).toHaveLength(13_999);
});
