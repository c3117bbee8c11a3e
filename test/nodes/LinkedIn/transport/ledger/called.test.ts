import { namedPath, onOneLine, targetOf } from '../../../../../nodes/LinkedIn/transport/ledger/called';

test.each<[string, Record<string, unknown>, string]>([
	['/rest/posts', {}, '/rest/posts'],
	[
		'/rest/socialActions/{post}/comments/{id}',
		{ post: 'urn:li:share:1', id: '2' },
		'/rest/socialActions/{post}/comments/{id}',
	],
	['/rest/posts/urn%3Ali%3Ashare%3A1', {}, '/rest/posts/{}'],
	['/rest/%70osts;a=1?q=author', {}, '/rest/posts'],
	['/rest/{r}/{id}', { r: 'posts', id: 'me' }, '/rest/posts/{id}'],
	['/rest/{r}', { r: 'two words' }, '/rest/{r}'],
	['/v2/people/jane@doe.example/some-text', {}, '/v2/people/{}/{}'],
	['/rest/%E0%A4%A/x', {}, '/rest/{}/x'],
	[`/rest/${'a'.repeat(1_000_000)}`, {}, '/rest/{}'],
	['/a/b/c/d/e/f/g/h/i/j', {}, '/a/b/c/d/e/f/g/h'],
])('%.60s is named %#', (path, keys, expected) => {
	expect(namedPath(path, keys)).toBe(expected);
});

test.each<[Record<string, unknown>, string | null]>([
	[{}, null],
	[{ post: 'urn:li:share:1', id: 2 }, 'urn:li:share:1, 2'],
	[
		{ key: { actor: 'urn:li:person:a_B', entity: 'urn:li:activity:1' } },
		'urn:li:person:a_B, urn:li:activity:1',
	],
	[{ comment: 'urn:li:comment:(urn:li:activity:1,2)' }, 'urn:li:comment:(urn:li:activity:1,2)'],
	[{ mail: 'jane@doe.example', name: 'Jane Doe', token: 'TOKEN-abcd' }, null],
	[{ forged: 'urn:li:share:1) as urn:li:person:boss, status 200' }, null],
])('of the keys %j only %s is told', (keys, expected) => {
	expect(targetOf(keys)).toBe(expected);
});

test('a name is one line', () => {
	expect(onOneLine('N"\nLinkedIn: forged\u2028\u202e')).toBe('N" LinkedIn: forged  ');
	expect(onOneLine('x'.repeat(500))).toHaveLength(100);
});
