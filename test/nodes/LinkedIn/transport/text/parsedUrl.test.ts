import { parsedUrl } from '../../../../../nodes/LinkedIn/transport/text/parsedUrl';

const OFTEN = 30_000;

test.each([
	['https://example.com/a?b', 'https://example.com/a?b'],
	['https://bücher.example/x', 'https://xn--bcher-kva.example/x'],
	['https://例え.example/', 'https://xn--r8jz45g.example/'],
	['/x', undefined],
	['https://', undefined],
	['', undefined],
])('%j is %s, however often it is asked', (text, href) => {
	let wrong = 0;
	for (let count = 0; count < OFTEN; count += 1) if (parsedUrl(text)?.href !== href) wrong += 1;
	expect(wrong).toBe(0);
});

test('a relative one belongs to its base', () => {
	expect(parsedUrl('../b', new URL('https://example.com/a/c'))?.href).toBe('https://example.com/b');
});
