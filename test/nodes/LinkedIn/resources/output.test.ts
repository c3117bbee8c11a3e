import { asOutput, readOutput } from '../../../../nodes/LinkedIn/resources/output';

const SIMPLIFIED = { simplify: true };
const read = (given: Record<string, unknown>) => {
	const parameter = (name: string, fallback?: unknown) => (name in given ? given[name] : fallback);
	return readOutput(parameter as Parameters<typeof readOutput>[0]);
};

describe('what is asked for', () => {
	it.each([
		[{}, { simplify: true }],
		[{ output: 'simplified' }, { simplify: true }],
		[{ output: 'raw' }, { simplify: false }],
		[
			{ output: 'selectedFields', selectedFields: 'url' },
			{ simplify: true, columns: ['url'] },
		],
		[
			{ output: 'selectedFields', selectedFields: ' url,text ;name\nurl ' },
			{ simplify: true, columns: ['url', 'text', 'name'] },
		],
		[
			{ output: 'selectedFields', selectedFields: ['url', 'text'] },
			{ simplify: true, columns: ['url', 'text'] },
		],
	])('%j', (given, expected) => {
		expect(read(given)).toEqual(expected);
	});

	it.each([
		[{ output: 'short' }, 'Output'],
		[{ output: null }, 'Output'],
		[{ output: 'selectedFields' }, 'Fields'],
		[{ output: 'selectedFields', selectedFields: ' , ' }, 'Fields'],
		[{ output: 'selectedFields', selectedFields: [] }, 'Fields'],
		[{ output: 'selectedFields', selectedFields: null }, 'Fields'],
	])('not %j', (given, field) => {
		expect(() => read(given)).toThrow(expect.objectContaining({ field }));
	});
});

const post = { urn: 'urn:li:share:1', url: 'https://linkedin.com/x/', author: 'me', text: 'Hi', likes: 2 };

describe('the order of the columns', () => {
	it.each([
		['simplified', post, undefined, 'text author likes urn url'],
		['with a name', { urn: 'u', text: 'T', name: 'N', url: null }, undefined, 'name text urn url'],
		['with a notice', { notice: 'Mind.', urn: 'u', count: 1 }, undefined, 'count urn notice'],
		[
			'with names that LinkedIn has for things',
			{
				author: 'urn:li:person:1',
				postUrl: 'https://www.linkedin.com/x',
				id: '1',
				urn: 'u',
				page: null,
				likes: 2,
			},
			undefined,
			'page likes author postUrl id urn',
		],
		['as they were named', post, ['url', 'likes'], 'url likes'],
		['with what is said in any case', { ...post, notice: 'Mind.' }, ['likes'], 'likes notice'],
	])('%s', (_what, item, columns, expected) => {
		expect(Object.keys(asOutput([item], { simplify: true, columns })[0]).join(' ')).toBe(expected);
	});
});

it('has the columns of all items in one order', () => {
	const items = [
		{ likes: 1, from: 'urn:li:person:1', owner: null, text: 'Hi' },
		{ likes: 1, from: 'by hand', owner: 'urn:li:organization:1', text: 'Hello' },
	];
	const orders = asOutput(items, SIMPLIFIED).map((item) => Object.keys(item).join(' '));
	expect(orders).toEqual(['text likes from owner', 'text likes from owner']);
});

it('LinkedIn’s own answer stays as it is', () => {
	const items = [post];
	expect(asOutput(items, { simplify: false })).toBe(items);
});

it.each(['__proto__', 'constructor', 'toString'])('a column named %s is ordinary', (name) => {
	const item = JSON.parse(`{"urn": "u", ${JSON.stringify(name)}: "own"}`) as { urn: string };
	const [all] = asOutput([item], SIMPLIFIED);
	expect(Object.entries(all)).toEqual([
		[name, 'own'],
		['urn', 'u'],
	]);
	expect(() => asOutput([post], { simplify: true, columns: [name] })).toThrow(/has no column/);
});

describe('a column that is not there', () => {
	const gone = { urn: 'urn:li:share:2', url: null, found: false, status: 404, reason: 'Gone' };

	it('is refused with the names of those that are', () => {
		expect(() => asOutput([post, gone], { simplify: true, columns: ['text', 'colour'] })).toThrow(
			expect.objectContaining({
				message: 'The result has no column "colour"',
				advice: 'Choose from urn, url, author, text, likes.',
			}),
		);
	});

	it.each([
		['in one of the items', [post, { urn: 'u', size: 1 }], ['size'], [{ size: null }, { size: 1 }]],
		[
			'in what could not be read',
			[gone],
			['text'],
			[{ text: null, found: false, status: 404, reason: 'Gone' }],
		],
		['in nothing', [], ['text'], []],
	])('is null %s', (_where, items, columns, expected) => {
		expect(asOutput(items, { simplify: true, columns })).toEqual(expected);
	});
});

describe('an address of LinkedIn’s site has one form', () => {
	it.each([
		['http://linkedin.com/in/ada/', 'https://www.linkedin.com/in/ada'],
		['https://de.linkedin.com/company/acme//', 'https://www.linkedin.com/company/acme'],
		['HTTPS://WWW.LinkedIn.com', 'https://www.linkedin.com'],
		['https://m.linkedin.com/in/a/?trk=x/#y/', 'https://www.linkedin.com/in/a?trk=x/#y/'],
		['https://media.licdn.com/dms/image/1/', 'https://media.licdn.com/dms/image/1/'],
		['https://business.linkedin.com/x/', 'https://business.linkedin.com/x/'],
		['https://linkedin.com.example/x/', 'https://linkedin.com.example/x/'],
		['not an address', 'not an address'],
	])('%s', (address, expected) => {
		const item = { url: address, text: address, owner: { publicUrl: address }, postUrls: [address] };
		expect(asOutput([item], SIMPLIFIED)).toEqual([
			{ url: expected, text: address, owner: { publicUrl: expected }, postUrls: [expected] },
		]);
	});
});
