import { INSTEAD, Secrets } from '../../../../../nodes/LinkedIn/transport/redaction/secrets';

/** A secret is removed from any answer, however it's written there. */

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

const hex = (character: string, digits: number) => character.charCodeAt(0).toString(16).padStart(digits, '0');
const unicode = (character: string) => `\\u${hex(character, 4)}`;
const wrapped = (characters: number, by: string) => (secret: string) =>
	(secret.match(new RegExp(`.{1,${characters}}`, 'g')) ?? []).join(by);

describe.each(SECRETS.map((secret) => ({ secret })))('$secret', ({ secret }) => {
	test.each<[string, (secret: string) => string]>([
		['as it is', (one) => one],
		['behind Bearer', (one) => `Bearer: ${one}`],
		['twice', (one) => `${one} and ${one}`],
		['percent-encoded', (one) => encodeURIComponent(one)],
		['percent-encoded throughout', (one) => Buffer.from(one).toString('hex').replace(/../g, '%$&')],
		['percent-encoded twice', (one) => encodeURIComponent(encodeURIComponent(one))],
		['in little text', (one) => one.replace(/[_/+]/g, '\\$&')],
		['without its first character', (one) => one.slice(1)],
		['its second half', (one) => one.slice(one.length / 2 - 3)],
		['a piece', (one) => one.slice(-15, -3)],
		['in hex', (one) => Buffer.from(one).toString('hex')],
		['in upper-case hex', (one) => Buffer.from(one).toString('hex').toUpperCase()],
		['a piece in hex', (one) => Buffer.from(one).toString('hex').slice(-29, -3)],
		['in lines', wrapped(7, '\n')],
		['in lines of Windows', wrapped(10, '\r\n')],
		['in words', wrapped(3, ' ')],
		['letter by letter', wrapped(1, '\u00a0')],
		['with what nobody sees', wrapped(5, '\u200b')],
		['in lines of JSON', wrapped(8, '\\n')],
		['in lines of JSON in JSON', wrapped(8, '\\\\r\\\\n')],
		['in lines of an address', wrapped(8, '%0A')],
		['in escapes of JSON', (one) => one.replace(/[^a-z]/gi, unicode)],
		['in escapes throughout', (one) => one.replace(/[^]/g, unicode)],
		['in escapes of scripts', (one) => one.replace(/[^a-z]/gi, (c) => `\\x${hex(c, 2)}`)],
		['in escapes of a web page', (one) => one.replace(/[^a-z]/gi, (c) => `&#${c.charCodeAt(0)};`)],
		['in hex escapes of a web page', (one) => one.replace(/[^a-z]/gi, (c) => `&#x${hex(c, 2)};`)],
		['percent-encoded three times', (one) => encodeURIComponent(one).replaceAll('%', '%2525')],
	])('%s', (_how, write) => {
		const cleaned = learnt().clean(`before: ${write(secret)}; after`);
		expect(cleaned.replaceAll(INSTEAD, 'x')).toMatch(/^before: (Bearer: |x and )?x; after$/);
	});

	test.each<[string, (secret: string) => string]>([
		['alone', base64('')],
		['behind Bearer', base64('Bearer ')],
		['behind a client id', base64('the-client:')],
		['as base64url', base64('xy', 'base64url')],
		['in JSON', base64('{"authorization":"Bearer ')],
		['in lines', (one) => wrapped(16, '\r\n')(base64('id:')(one))],
		['without its first character', (one) => base64('')(one.slice(1))],
		['a piece', (one) => base64('')(one).slice(-24, -4)],
		['encoded before, as OAuth wants it', (one) => base64('the-client:')(encodeURIComponent(one))],
	])('as Base64, %s', (_how, write) => {
		const cleaned = learnt().clean(`Basic ${write(secret)}`);
		expect(cleaned).toContain(INSTEAD);
		// The rest is from the text around it.
		const left = Buffer.from(cleaned.replace('Basic ', '').split(INSTEAD).join(''), 'base64').toString();
		expect(left).not.toContain(secret.slice(0, 8));
	});
});

test('of a token that was cut off nothing is left', () => {
	expect(learnt().clean(`Bearer ${TOKEN.slice(0, 100)}…`)).toBe(`Bearer ${INSTEAD}…`);
	expect(learnt().clean(`…${ID_TOKEN.slice(-90)}`)).toBe(`…${INSTEAD}`);
});

test.each<[string, (jwt: string) => string]>([
	['', (jwt) => jwt],
	[' in hex', (jwt) => Buffer.from(jwt).toString('hex')],
	[' in Base64', base64('')],
	[' in Base64 behind something', base64('x')],
])('another JWT%s is none of its secrets', (_how, write) => {
	const other = `${ID_TOKEN.split('.')[0]}.eyJzdWIiOiJib2IifQ.${'other-'.repeat(10)}`;
	expect(learnt().clean(write(other))).toBe(write(other));
});

test('a secret that is shorter than a trace is found as a whole', () => {
	const secrets = new Secrets();
	secrets.learn('hunter2-1234567890', 'Tr0ub4dor&3', '\\\\\\\\%20%20&1');
	expect(secrets.clean('a Tr0ub4dor&3, b Tr0ub4dor, c hunter2-1234, d hunter2-123, e \\\\\\\\%20%20&1')).toBe(
		`a ${INSTEAD}, b Tr0ub4dor, c ${INSTEAD}, d hunter2-123, e ${INSTEAD}`,
	);
});

test('what stands between secrets stays', () => {
	const text = `Bearer ${TOKEN}, ${CLIENT_SECRET}; ${TOKEN.slice(40)}\n${ID_TOKEN}.`;
	expect(learnt().clean(text)).toBe(`Bearer ${INSTEAD}, ${INSTEAD}; ${INSTEAD}\n${INSTEAD}.`);
});

test.each([
	'Bearer',
	'w_member_social',
	'',
	'short',
	'100 % of C:\\temp',
	'a%20b',
	'%E0%A4%A',
	'%',
	'%25%25%',
	'\\',
	'\\u00',
	'&#61',
	'&amp;&#x110000;',
	'AQX',
	TOKEN.slice(0, 11),
	'urn:li:comment:(urn:li:activity:6631349431612559360,6636062862760562688)',
	'https://www.linkedin.com/feed/update/urn:li:share:7045020441609936898?commentUrn=urn%3Ali%3Acomment%3A1',
	'Wir freuen uns über {hashtag|\\#|tokens} \u2013 token of m\u00e9moire \ud83d\ude00',
	'{"client_id":"78abcdefgh12ij","scope":"w_member_social,r_basicprofile","token_type":"Bearer"}',
])('%j comes back as it was', (text) => {
	const secrets = learnt();
	secrets.learn('short', 7, null, undefined, {});
	expect(secrets.clean(text)).toBe(text);
});

describe('a body', () => {
	test('loses them in texts, lists and names, at any depth', async () => {
		const body = JSON.parse(
			JSON.stringify({
				a: [TOKEN, [{ deep: `x${TOKEN}` }], 7, null, true],
				[`name ${TOKEN}`]: { ok: 'kept' },
				plain: 'kept',
			}).replace('"plain"', `"__proto__":{"inner":"${TOKEN}"},"plain"`),
		) as Record<string, unknown>;
		const cleaned = JSON.stringify(await learnt().cleanBody(body));
		expect(cleaned).not.toContain(TOKEN.slice(0, 24));
		expect(JSON.parse(cleaned)).toEqual({
			a: [INSTEAD, [{ deep: `x${INSTEAD}` }], 7, null, true],
			[`name ${INSTEAD}`]: { ok: 'kept' },
			plain: 'kept',
			['__proto__']: { inner: INSTEAD },
		});
		expect(Object.getPrototypeOf(body)).toBe(Object.prototype);
	});

	test('may be as deep as it likes', async () => {
		const body: unknown = JSON.parse(`${'['.repeat(100_000)}"${TOKEN}"${']'.repeat(100_000)}`);
		let inner = await learnt().cleanBody(body);
		while (Array.isArray(inner)) [inner] = inner;
		expect(inner).toBe(INSTEAD);
	});

	test.each([undefined, null, 7, '', Buffer.from(TOKEN)])('%p stays', async (body) => {
		expect(await learnt().cleanBody(body)).toBe(body);
	});

	test('a name that would be `__proto__` after cleaning is a name', async () => {
		const secrets = new Secrets();
		secrets.learn('secret0-');
		expect(await secrets.cleanBody({ 'secret0-': 1 })).toEqual({ [INSTEAD]: 1 });
	});

	/** Texts as long as one part, so that secrets are at the edges of what is read at once. */
	const filled = (characters: number) => 'Some words. '.repeat(characters).slice(0, characters);

	test.each([16_000, 16_380, 16_384, 16_390, 33_000])(
		'of one text loses a secret behind %d characters',
		async (characters) => {
			for (let more = 0; more < 30; more += 7) {
				const [before, after] = [filled(characters + more), filled(40_000)];
				const body = await learnt().cleanBody(`${before}${TOKEN}${after}`);
				expect(body === `${before}${INSTEAD}${after}`).toBe(true);
				expect(learnt().clean(`${before}${TOKEN}${after}`) === body).toBe(true);
			}
		},
	);

	test('of many megabytes lets others have their turn', async () => {
		const elements = Array.from({ length: 40_000 }, (_, index) => ({ id: index, text: filled(100) }));
		for (const body of [filled(4_000_000), { elements }]) {
			let [turns, isDone] = [0, false];
			const others = (async () => {
				for (; !isDone; turns += 1) await new Promise((resolve) => setTimeout(resolve, 0));
			})();
			await learnt().cleanBody(body);
			isDone = true;
			await others;
			expect(turns).toBeGreaterThan(8);
		}
	});
});
