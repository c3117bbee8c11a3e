import { parseBatchKey, parseKey, parseQuery, reducedEncode, resolveMethod } from './restli';

/** Checked against docs.protocolVersion. */

describe('the Rest.li 2.0 reader takes what LinkedIn documents', () => {
	it.each([
		['urn%3Ali%3Ashare%3A1', 'urn:li:share:1'],
		["''", ''],
		['List()', []],
		['List(a,b%2Cc)', ['a', 'b,c']],
		["List('',List(1),(k:v))", ['', ['1'], { k: 'v' }]],
		['(start:1,end:(day:2))', { start: '1', end: { day: '2' } }],
		['(a%28b%29:x%20y)', { 'a(b)': 'x y' }],
		['%F0%9F%8E%89%27', "🎉'"],
		['a-b_c.d!e~f*', 'a-b_c.d!e~f*'],
		['Listing', 'Listing'],
	])('reads %s', (wire, value) => {
		expect(parseKey(wire, '2.0.0')).toEqual(value);
	});
});

describe('the Rest.li 2.0 reader refuses', () => {
	it.each([
		['a raw colon', 'urn:li:share:1'],
		['a raw comma', 'a,b'],
		['raw parentheses inside a value', 'a(b)'],
		['a plus for a space', 'a+b'],
		['a raw space', 'a b'],
		['a raw slash or @', 'a@b'],
		['an unfinished list', 'List(a'],
		['an empty item', 'List(a,)'],
		['an empty value', ''],
		['a record member without a colon', '(a)'],
		['a member twice', '(a:1,a:2)'],
		['text after the end', 'List(a)b'],
		['half an escape', '%4'],
		['an escape that is not UTF-8', '%FF'],
		['non-ASCII text', 'é'],
		['a lone apostrophe', "it's"],
	])('%s: %s', (_what, wire) => {
		expect(() => parseKey(wire, '2.0.0')).toThrow(/"status":400/);
	});
});

describe('query strings', () => {
	it('are read with fields raw and split at commas', () => {
		expect(parseQuery('&q=author&fields=id,author,content:(media)', '2.0.0')).toEqual({
			params: { q: 'author' },
			fields: ['id', 'author', 'content'],
		});
	});

	it('of protocol 1.0.0 have indexed and dotted names, and no List(...)', () => {
		expect(parseQuery('ids[0]=a&ids[1]=b&range.start=1&x=a+b', '1.0.0').params).toEqual({
			ids: ['a', 'b'],
			range: { start: '1' },
			x: 'a b',
		});
		expect(parseQuery('ids=1&ids=2', '1.0.0').params).toEqual({ ids: ['1', '2'] });
		expect(() => parseQuery('ids=List(a,b)', '1.0.0')).toThrow(/Rest\.li 2\.0/);
		expect(() => parseQuery('sort=(value:X)', '1.0.0')).toThrow(/Rest\.li 2\.0/);
	});

	it.each(['a=1&a=2', '=1', 'a', 'fields=', 'fields=a,,b', 'fields=a:(b'])('like %s are refused', (query) => {
		expect(() => parseQuery(query, '2.0.0')).toThrow(/"status":400/);
	});
});

describe('reduced encoding', () => {
	it('escapes the reserved characters alone and reads back', () => {
		const key = { b: 'urn:li:x:(1,2)', a: ['é ', ''] };
		const wire = reducedEncode(key);
		expect(wire).toBe("(a:List(é ,''),b:urn%3Ali%3Ax%3A%281%2C2%29)");
		expect(parseBatchKey(wire)).toEqual(key);
	});
});

describe('the Rest.li method of a request', () => {
	it.each([
		['GET', true, {}, undefined, 'GET'],
		['GET', false, {}, undefined, 'GET_ALL'],
		['GET', false, { ids: [] }, undefined, 'BATCH_GET'],
		['GET', false, { q: 'a' }, 'finder', 'FINDER'],
		['GET', false, { bq: 'a' }, undefined, 'BATCH_FINDER'],
		['POST', false, {}, undefined, 'CREATE'],
		['POST', false, {}, 'BATCH_CREATE', 'BATCH_CREATE'],
		['POST', false, { action: 'a' }, undefined, 'ACTION'],
		['POST', true, {}, 'partial_update', 'PARTIAL_UPDATE'],
		['PUT', true, {}, undefined, 'UPDATE'],
		['DELETE', false, { ids: [] }, undefined, 'BATCH_DELETE'],
	])('%s (entity: %s) %j with header %s is %s', (httpMethod, onEntity, params, header, method) => {
		expect(resolveMethod({ httpMethod, onEntity, params: params as Record<string, never>, header })).toBe(
			method,
		);
	});

	it.each([
		['POST', true, {}, undefined],
		['POST', true, {}, 'CREATE'],
		['POST', false, {}, 'PARTIAL_UPDATE'],
		['GET', false, {}, 'FINDER'],
		['GET', false, { ids: [] }, 'GET_ALL'],
		['GET', true, {}, 'DELETE'],
		['PUT', true, {}, 'PARTIAL_UPDATE'],
		['PATCH', true, {}, undefined],
		['PUT', false, {}, undefined],
		['GET', true, {}, 'FETCH'],
	])('%s (entity: %s) %j with header %s is refused', (httpMethod, onEntity, params, header) => {
		expect(() =>
			resolveMethod({ httpMethod, onEntity, params: params as Record<string, never>, header }),
		).toThrow(/"status":400/);
	});
});
