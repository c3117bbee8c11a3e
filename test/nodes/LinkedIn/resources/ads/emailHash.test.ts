import { sha256Email, sha256Hash } from '../../../../../nodes/LinkedIn/resources/ads/emailHash';

/** SHA-256 of ada@example.com, made with another tool. */
const HASH = 'b5fc85e55755f9e0d030a10ab4429b6b2944855f9a0d60077fe832becbc41d72';

describe('sha256Email', () => {
	it.each<[string, unknown, string | undefined]>([
		['an address', 'ada@example.com', HASH],
		['an address with spaces and capitals', '  Ada@Example.COM\n', HASH],
		['a hash', HASH, HASH],
		['a hash in capitals', HASH.toUpperCase(), HASH],
		['nothing', '', undefined],
		['null', null, undefined],
	])('reads %s', (_what, value, expected) => {
		expect(sha256Email(value, 'Email')).toBe(expected);
	});

	it.each(['ada', 'ada@', 'ada@example', 'ada @example.com', HASH.slice(1), `${HASH}0`, 7])(
		'refuses %p',
		(value) => {
			expect(() => sha256Email(value, 'Email')).toThrow('Email holds no e-mail address');
		},
	);

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
		expect(() => sha256Hash('ada@example.com', 'Hashed Email')).toThrow('Hashed Email holds no SHA-256 hash');
	});
});
