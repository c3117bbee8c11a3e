import { INSTEAD, Secrets } from '../../../../nodes/LinkedIn/transport/secrets';

/** A secret is taken out of whatever an answer says, however it is written there. */

const TOKEN = `AQX${'dG9rZW4tb2Ytb25l_'.repeat(20)}end`;
const CLIENT_SECRET = 'WPL_AP1.q7/+x"Yz==';
const ID_TOKEN = `${Buffer.from('{"alg":"RS256","typ":"JWT"}').toString('base64url')}.eyJzdWIiOiJhZGEifQ.${'sIg-N_'.repeat(40)}`;
const SECRETS = [TOKEN, CLIENT_SECRET, ID_TOKEN];

function learnt(): Secrets {
	const secrets = new Secrets();
	secrets.learnFrom({
		clientSecret: CLIENT_SECRET,
		oauthTokenData: {
			access_token: TOKEN,
			refresh_token: '',
			id_token: ID_TOKEN,
			token_type: 'Bearer',
			scope: 'w_member_social',
		},
	});
	return secrets;
}

const base64 =
	(before: string, encoding: 'base64' | 'base64url' = 'base64') =>
	(secret: string) =>
		Buffer.from(`${before}${secret}`).toString(encoding);

describe.each(SECRETS.map((secret) => ({ secret })))('$secret', ({ secret }) => {
	test.each<[string, (secret: string) => string]>([
		['as it is', (one) => one],
		['behind Bearer', (one) => `Authorization: Bearer ${one}`],
		['twice', (one) => `${one} and ${one}`],
		['percent-encoded', (one) => encodeURIComponent(one)],
		['percent-encoded throughout', (one) => Buffer.from(one).toString('hex').replace(/../g, '%$&')],
		['percent-encoded twice', (one) => encodeURIComponent(encodeURIComponent(one))],
		['in little text', (one) => one.replace(/[_/+]/g, '\\$&')],
	])('%s', (_how, write) => {
		const cleaned = learnt().clean(`before ${write(secret)} after`);
		expect(cleaned).toMatch(/^before .* after$/);
		expect(cleaned).toContain(INSTEAD);
		expect(cleaned).not.toContain(secret.slice(0, 12));
	});

	test.each<[string, (secret: string) => string]>([
		['alone', base64('')],
		['behind Bearer', base64('Bearer ')],
		['behind a client id', base64('the-client:')],
		['as base64url', base64('xy', 'base64url')],
		['in JSON', base64('{"authorization":"Bearer ')],
	])('as Base64, %s', (_how, write) => {
		const cleaned = learnt().clean(`Basic ${write(secret)}`);
		expect(cleaned).toContain(INSTEAD);
		// What is left is of the text around it.
		const left = Buffer.from(cleaned.replace('Basic ', '').split(INSTEAD).join(''), 'base64').toString();
		expect(left).not.toContain(secret.slice(0, 8));
	});
});

test('of a token that was cut off nothing is left', () => {
	expect(learnt().clean(`Bearer ${TOKEN.slice(0, 100)}…`)).toBe(`Bearer ${INSTEAD}…`);
	expect(learnt().clean(`…${ID_TOKEN.slice(-90)}`)).toBe(`…${INSTEAD}`);
});

test('another JWT is none of its secrets', () => {
	const other = `${ID_TOKEN.split('.')[0]}.eyJzdWIiOiJib2IifQ.${'other-'.repeat(10)}`;
	expect(learnt().clean(other)).toBe(other);
});

test.each(['Bearer', 'w_member_social', '', 'short', '100 % of C:\\temp', 'a%20b', '%E0%A4%A', 'AQX'])(
	'"%s" comes back as it was',
	(text) => {
		const secrets = learnt();
		secrets.learn('short', 7, null, undefined, {});
		expect(secrets.clean(text)).toBe(text);
	},
);

describe('a body', () => {
	test('loses them in texts, lists and names, at any depth', () => {
		const body = JSON.parse(
			JSON.stringify({
				a: [TOKEN, [{ deep: `x${TOKEN}` }], 7, null, true],
				[`name ${TOKEN}`]: { ok: 'kept' },
				plain: 'kept',
			}).replace('"plain"', `"__proto__":{"inner":"${TOKEN}"},"plain"`),
		) as Record<string, unknown>;
		const cleaned = JSON.stringify(learnt().cleanBody(body));
		expect(cleaned).not.toContain(TOKEN.slice(0, 24));
		expect(JSON.parse(cleaned)).toEqual({
			a: [INSTEAD, [{ deep: `x${INSTEAD}` }], 7, null, true],
			[`name ${INSTEAD}`]: { ok: 'kept' },
			plain: 'kept',
			['__proto__']: { inner: INSTEAD },
		});
		expect(Object.getPrototypeOf(body)).toBe(Object.prototype);
	});

	test('may be as deep as it likes', () => {
		const body: unknown = JSON.parse(`${'['.repeat(100_000)}"${TOKEN}"${']'.repeat(100_000)}`);
		let inner = learnt().cleanBody(body);
		while (Array.isArray(inner)) [inner] = inner;
		expect(inner).toBe(INSTEAD);
	});

	test.each([undefined, null, 7, '', Buffer.from(TOKEN)])('%p stays', (body) => {
		expect(learnt().cleanBody(body)).toBe(body);
	});

	test('a name that would be `__proto__` after cleaning is a name', () => {
		const secrets = new Secrets();
		secrets.learn('__proto__secret');
		expect(() => secrets.cleanBody({ __proto__secret: 1 })).not.toThrow();
	});
});
