import { sha256Email, sha256Hash } from '../../../../../../nodes/LinkedIn/resources/ads/values/emailHash';

/** SHA-256 of ada@example.com, made with another tool. */
const HASH = 'b5fc85e55755f9e0d030a10ab4429b6b2944855f9a0d60077fe832becbc41d72';

describe('sha256Email', () => {
	it.each<[string, unknown, string | undefined]>([
		['an address', 'ada@example.com', HASH],
		['an address with spaces and capitals', '  Ada@Example.COM\n', HASH],
		['an address with invisible characters', '\u200bada\u00ad@exam\u2060ple.com\ufeff\u200e', HASH],
		['an address with a blank that does not break', 'ada@example.com\u00a0', HASH],
		['a link', 'mailto:Ada@example.com', HASH],
		['a link with a subject', 'MAILTO:ada%40example.com?subject=Hi', HASH],
		['angle brackets', '<ada@example.com>', HASH],
		['a link in angle brackets', '<mailto:ada@example.com>', HASH],
		['a name before it', 'Ada Lovelace <ada@example.com>', HASH],
		['a name in quotes', '"Lovelace, Ada" <ada@example.com>', HASH],
		['a name behind it', 'ada@example.com (Ada Lovelace)', HASH],
		['a hash with an invisible character', `\u200b${HASH}`, HASH],
		['a hash', HASH, HASH],
		['a hash in capitals', HASH.toUpperCase(), HASH],
		['nothing', '', undefined],
		['null', null, undefined],
	])('reads %s', (_what, value, expected) => {
		expect(sha256Email(value, 'Email')).toBe(expected);
	});

	it.each([
		'ada',
		'ada@',
		'ada@example',
		'ada @example.com',
		'ada@example.com, bob@example.com',
		'ada@example.com;bob@example.com',
		'ada@bob@example.com',
		'ada..l@example.com',
		'.ada@example.com',
		'ada.@example.com',
		'ada@-example.com',
		'ada@example-.com',
		'ada@example..com',
		'ada@.example.com',
		'ada@127.0.0.1',
		'ada@example.c',
		'Ada <ada@example.com',
		'Ada <ada@example.com> <bob@example.com>',
		'<>',
		'mailto:',
		`${'a'.repeat(65)}@example.com`,
		HASH.slice(1),
		`${HASH}0`,
		7,
	])('refuses %p', (value) => {
		expect(() => sha256Email(value, 'Email')).toThrow('Email must be an email address');
	});

	it('never repeats what was given, which may be an address', () => {
		expect(() => sha256Email('ada at home', 'Email')).toThrow(
			expect.not.objectContaining({ message: /ada/ }),
		);
	});
});

describe('sha256Hash', () => {
	it('takes a hash and refuses an address, with the way out', () => {
		expect(sha256Hash(HASH.toUpperCase(), 'Hashed Email')).toBe(HASH);
		expect(sha256Hash('', 'Hashed Email')).toBeUndefined();
		expect(() => sha256Hash('ada@example.com', 'Hashed Email')).toThrow(
			'Hashed Email must be a SHA-256 hash',
		);
	});
});
