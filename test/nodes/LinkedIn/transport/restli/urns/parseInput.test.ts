import { parseInput } from '../../../../../../nodes/LinkedIn/transport/restli/urns/parseInput';
import { refusalOf } from '../refusal';

/** What is left of a pasted text, before it's interpreted. */

const WANTED = { name: 'a thing', accepted: 'its id' };
const read = (input: unknown) => parseInput(input, 'Thing', WANTED);

it.each<[string, string, string]>([
	['padding', ' \u200b\ufeff 12 \n', '12'],
	['padding that is long', `${' '.repeat(1_000_000)}12${'\t'.repeat(1_000_000)}`, '12'],
	['quotes', '“12”', '12'],
	['quotes in quotes', `"' 12 '"`, '12'],
	['very many quotes', `${'"'.repeat(500_000)}12${'"'.repeat(500_000)}`, '12'],
	['one quote alone, which stays', '"', '"'],
	['padding inside, which stays', 'a   b', 'a   b'],
	['percent-encoding', 'urn%3Ali%3Ashare%3A1', 'urn:li:share:1'],
])('without %s', (_what, input, text) => {
	expect(read(input)).toEqual({ text });
});

it.each<[string, string, string[]]>([
	['a scheme', 'https://www.linkedin.com/a/b?c=d#e', ['a', 'b']],
	['a port', 'http://LinkedIn.com:443/a', ['a']],
	['no scheme', 'de.linkedin.com/a', ['a']],
	['no path', '//linkedin.com', []],
	['a query alone', 'linkedin.com?c=d', []],
	['no host', '/a/b?c#d', ['a', 'b']],
])('knows an address with %s', (_what, input, segments) => {
	expect(read(input)).toMatchObject({ url: { segments } });
});

it.each([['acme.'], ['a b.com/x'], ['.com'], ['1.5'], ['me@linkedin.com'], ['linkedin.com:x']])(
	'takes %j for no address',
	(input) => {
		expect(read(input)).toEqual({ text: input });
	},
);

it('refuses what is longer than any link, in few words', () => {
	const refusal = refusalOf(() => read('x'.repeat(10_000)));
	expect(refusal.message).toMatch(/is too long: it has 10000 characters/);
	expect(refusal.message.length).toBeLessThan(300);
});
