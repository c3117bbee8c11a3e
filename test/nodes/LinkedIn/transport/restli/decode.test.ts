import {
	batchKey,
	decodeBatch,
	decodeId,
	decodeValue,
	percentDecode,
} from '../../../../../nodes/LinkedIn/transport/restli/decode';
import type { RestliValue } from '../../../../../nodes/LinkedIn/transport/restli/value';

/** Checked against docs.protocolVersion, docs.methods and docs/behaviour.md#encoding. */

describe('decodeValue', () => {
	const vectors: Array<[rule: string, text: string, value: RestliValue]> = [
		['a fully encoded URN', 'urn%3Ali%3Ashare%3A1', 'urn:li:share:1'],
		['a raw URN', 'urn:li:share:1', 'urn:li:share:1'],
		['a number as text', '42', '42'],
		['a list', 'List(a,b%2Cc)', ['a', 'b,c']],
		['an empty list', 'List()', []],
		['lists in lists', 'List(List(),List(a))', [[], ['a']]],
		['a record', '(a:1,b:(c:List(d)))', { a: '1', b: { c: ['d'] } }],
		['an empty record', '()', {}],
		['empty strings', "('':'',a:List(''))", { '': '', a: [''] }],
		['nothing as the empty string', '', ''],
		['two apostrophes that were typed', '%27%27', "''"],
		['reduced text with a space and a literal percent', 'a %41%2C', 'a %41,'],
		['reduced text with a percent that escapes nothing', '100%', '100%'],
		['escapes that are not UTF-8', '%FF%2C', '%FF,'],
		['a complex key', '(actor:urn%3Ali%3Aperson%3AA,entity:x)', { actor: 'urn:li:person:A', entity: 'x' }],
		[
			'a complex key sent raw',
			'(actor:urn:li:person:A,entity:urn:li:comment:(urn:li:activity:1,2))',
			{ actor: 'urn:li:person:A', entity: 'urn:li:comment:(urn:li:activity:1,2)' },
		],
	];

	it.each(vectors)('reads %s', (_rule, text, value) => {
		expect(decodeValue(text)).toEqual(value);
	});

	it('keeps a key named __proto__ as a key', () => {
		expect(Object.keys(decodeValue('(__proto__:a)') as object)).toEqual(['__proto__']);
	});

	it.each(['List(a', '(a:1', '(a)', '(a:1)b', 'List(a))', '(a:(b:1)'])(
		'refuses the broken value %s',
		(text) => {
			expect(() => decodeValue(text)).toThrow(`of ${text}`);
		},
	);
});

describe('percentDecode', () => {
	it.each([
		['%F0%9F%98%80 %C3%A9', '😀 é'],
		['50% of %zz', '50% of %zz'],
		['%E2%82', '%E2%82'],
		['%c3%a9', 'é'],
	])('reads %s', (text, decoded) => {
		expect(percentDecode(text)).toBe(decoded);
	});
});

describe('decodeId', () => {
	it.each([
		['a plain URN', 'urn:li:share:1', 'urn:li:share:1'],
		['a comment number', '6636062862760562688', '6636062862760562688'],
		['a reduced URN', 'urn%3Ali%3Ashare%3A1', 'urn:li:share:1'],
		['a URN encoded twice, once', 'urn%253Ali', 'urn%3Ali'],
	])('reads %s', (_rule, header, id) => {
		expect(decodeId(header)).toBe(id);
	});
});

describe('decodeBatch', () => {
	it('reads a captured answer: one entity, one refusal', () => {
		const message = "Viewer don't have permission to the ADMIN_ONLY VisibilityReduction";
		const batch = decodeBatch({
			results: { '89758488': { vanityName: 'internal-ei-demo' } },
			statuses: { '35625943': 403, '89758488': 200 },
			errors: { '35625943': { message, status: 403 } },
		});
		expect([...batch]).toEqual([
			['35625943', { status: 403, message }],
			['89758488', { status: 200, value: { vanityName: 'internal-ei-demo' } }],
		]);
	});

	it.each<[string, Parameters<typeof decodeBatch>[0], Array<[string, object]>]>([
		['nothing from an empty envelope', {}, []],
		[
			'200 for a result without a status, and the key decoded',
			{ results: { 'urn%3Ali%3Ashare%3A1': { id: 1 } }, statuses: {}, errors: {} },
			[['urn:li:share:1', { status: 200, value: { id: 1 } }]],
		],
		['a raw key', { results: { 'urn:li:share:1': {} } }, [['urn:li:share:1', { status: 200, value: {} }]]],
		[
			'one entry where results and statuses encode the key differently',
			{ results: { 'urn:li:share:1': {} }, statuses: { 'urn%3Ali%3Ashare%3A1': 203 } },
			[['urn:li:share:1', { status: 203, value: {} }]],
		],
		[
			'500 for an error without a status',
			{ errors: { '1': { message: 'no' } } },
			[['1', { status: 500, message: 'no' }]],
		],
		['a status alone', { statuses: { '1': 404 } }, [['1', { status: 404 }]]],
		[
			'the outcome of BATCH_UPDATE and BATCH_DELETE',
			{ results: { '1': { status: 204 }, '2': { status: 400, error: { message: 'bad' } } } },
			[
				['1', { status: 204 }],
				['2', { status: 400, message: 'bad' }],
			],
		],
	])('reads %s', (_case, body, entries) => {
		expect([...decodeBatch(body)]).toEqual(entries);
	});

	it.each<[string, unknown, Array<[string, object]>]>([
		['null', null, []],
		['a list', [{ results: {} }], []],
		['text', 'results', []],
		['parts that are null', { results: null, statuses: null, errors: null }, []],
		['parts that are none', { results: 'abc', statuses: [200], errors: 7 }, []],
		[
			'a result that is null',
			{ results: { 1: null, 2: { id: 2 } } },
			[
				['1', { status: 200 }],
				['2', { status: 200, value: { id: 2 } }],
			],
		],
		['a result that is no object, as it is', { results: { 1: 'x' } }, [['1', { status: 200, value: 'x' }]]],
		['a status that is none', { statuses: { 1: null, 2: 'x', 3: 404 } }, [['3', { status: 404 }]]],
		[
			'an error that is null',
			{ errors: { 1: null, 2: { status: 403 } } },
			[
				['1', { status: 500 }],
				['2', { status: 403 }],
			],
		],
		['an error of other types', { errors: { 1: { status: 'x', message: 5 } } }, [['1', { status: 500 }]]],
		[
			'an outcome with an odd error',
			{ results: { 1: { status: 400, error: null } } },
			[['1', { status: 400 }]],
		],
	])('never throws: %s', (_case, body, entries) => {
		expect([...decodeBatch(body)]).toEqual(entries);
	});

	it('files a complex key under one name whatever the order and encoding', () => {
		const asked = { actor: 'urn:li:person:A', entity: 'urn:li:activity:1' };
		const batch = decodeBatch({
			results: { '(entity:urn%3Ali%3Aactivity%3A1,actor:urn:li:person:A)': 'LIKE' },
		});
		expect(batch.get(batchKey(asked))).toEqual({ status: 200, value: 'LIKE' });
	});
});
