import {
	encodePath,
	encodeQuery,
	encodeReduced,
	encodeValue,
} from '../../../../../nodes/LinkedIn/transport/restli/encode';
import type { RestliValue } from '../../../../../nodes/LinkedIn/transport/restli/value';

/** Checked against docs.protocolVersion, docs.projections and docs/behaviour.md#encoding. */

const COMMENT = 'urn:li:comment:(urn:li:activity:6631349431612559360,6636062862760562688)';
const COMMENT_ENCODED =
	'urn%3Ali%3Acomment%3A%28urn%3Ali%3Aactivity%3A6631349431612559360%2C6636062862760562688%29';

const reaction = { actor: 'urn:li:person:AbC', entity: 'urn:li:activity:123' };

describe('encodeValue', () => {
	const vectors: Array<[rule: string, value: RestliValue, wire: string]> = [
		['a plain word', 'LAST_MODIFIED', 'LAST_MODIFIED'],
		['the reserved five', ",()':", '%2C%28%29%27%3A'],
		['characters encodeURIComponent leaves alone', 'a-b_c.d~e!f*g', 'a-b_c.d~e!f*g'],
		['percent and structure of a URL', '100% a/b?c=d&e#f+g', '100%25%20a%2Fb%3Fc%3Dd%26e%23f%2Bg'],
		['astral characters', '😀', '%F0%9F%98%80'],
		['a number', 1711929600000, '1711929600000'],
		['a boolean', false, 'false'],
		['half a surrogate pair', 'a\uD83Db', 'a%EF%BF%BDb'],
		['a list', ['urn:li:share:1', 'urn:li:ugcPost:2'], 'List(urn%3Ali%3Ashare%3A1,urn%3Ali%3AugcPost%3A2)'],
		['an empty list', [], 'List()'],
		['a record', { value: 'REVERSE_CHRONOLOGICAL' }, '(value:REVERSE_CHRONOLOGICAL)'],
		['an empty record', {}, '()'],
		['reserved characters in a key', { 'a:b': 1 }, '(a%3Ab:1)'],
		['nested records', { timeRange: { start: 1, end: 2 }, g: 'DAY' }, '(timeRange:(start:1,end:2),g:DAY)'],
		[
			'a list of complex keys',
			[reaction],
			'List((actor:urn%3Ali%3Aperson%3AAbC,entity:urn%3Ali%3Aactivity%3A123))',
		],
		['the empty string', '', "''"],
		['the empty string in a list', [''], "List('')"],
		['the empty string as key and value', { '': '' }, "('':'')"],
		['a space', 'a b', 'a%20b'],
		['a comment URN', COMMENT, COMMENT_ENCODED],
	];

	it.each(vectors)('writes %s', (_rule, value, wire) => {
		expect(encodeValue(value)).toBe(wire);
	});

	it.each([[null], [undefined], [Number.NaN], [Number.POSITIVE_INFINITY]])(
		'refuses %p, which has no form',
		(value) => {
			expect(() => encodeValue({ a: value } as unknown as RestliValue)).toThrow(
				`can't express ${String(value)}`,
			);
		},
	);
});

describe('encodeReduced', () => {
	const vectors: Array<[rule: string, value: RestliValue, wire: string]> = [
		['only the reserved five', "a b%/é,()':", 'a b%/é%2C%28%29%27%3A'],
		['structure', { 'k:': ['x y', ''] }, "(k%3A:List(x y,''))"],
		['numbers as text', 5, '5'],
	];

	it.each(vectors)('writes %s', (_rule, value, wire) => {
		expect(encodeReduced(value)).toBe(wire);
	});
});

describe('encodeQuery', () => {
	const vectors: Array<[rule: string, query: Record<string, RestliValue | undefined>, wire: string]> = [
		['nothing for no parameters', {}, ''],
		['nothing for undefined parameters', { start: undefined }, ''],
		[
			'a finder',
			{ q: 'author', author: 'urn:li:organization:2414183', count: 10, start: 0 },
			'q=author&author=urn%3Ali%3Aorganization%3A2414183&count=10&start=0',
		],
		['fields raw from a list', { q: 'x', fields: ['id', 'author'] }, 'q=x&fields=id,author'],
		['fields raw from text', { fields: 'id,created:(time),$URN' }, 'fields=id,created:(time),$URN'],
		['no fields when there are none', { fields: [], q: 'x' }, 'q=x'],
		[
			'fields that cannot start another parameter',
			{ fields: 'id&count=1#x+y' },
			'fields=id%26count=1%23x%2By',
		],
		['an empty string', { vanityName: '' }, "vanityName=''"],
		['a record', { sort: { value: 'RELEVANCE' } }, 'sort=(value:RELEVANCE)'],
	];

	it.each(vectors)('writes %s', (_rule, query, wire) => {
		expect(encodeQuery(query)).toBe(wire);
	});
});

describe('encodePath', () => {
	const vectors: Array<[rule: string, template: string, keys: Record<string, RestliValue>, wire: string]> = [
		['no key', '/rest/posts', {}, '/rest/posts'],
		[
			'a simple URN',
			'/rest/posts/{post}',
			{ post: 'urn:li:share:7045020441609936898' },
			'/rest/posts/urn%3Ali%3Ashare%3A7045020441609936898',
		],
		[
			'a comment URN',
			'/rest/socialActions/{comment}/comments',
			{ comment: COMMENT },
			`/rest/socialActions/${COMMENT_ENCODED}/comments`,
		],
		[
			'a complex key',
			'/rest/reactions/{reaction}',
			{ reaction },
			'/rest/reactions/(actor:urn%3Ali%3Aperson%3AAbC,entity:urn%3Ali%3Aactivity%3A123)',
		],
		[
			'two keys',
			'/rest/socialActions/{post}/comments/{id}',
			{ id: 7, post: 'urn:li:share:1' },
			'/rest/socialActions/urn%3Ali%3Ashare%3A1/comments/7',
		],
		['a key used twice', '/rest/{a}/{a}', { a: 'x' }, '/rest/x/x'],
		['a key that looks like a replacement pattern', '/rest/{a}', { a: '$&' }, '/rest/%24%26'],
	];

	it.each(vectors)('fills %s', (_rule, template, keys, wire) => {
		expect(encodePath(template, keys)).toBe(wire);
	});

	it.each([
		['/rest/posts/{post}', {}, '[post]', '[]'],
		['/rest/posts/{post}', { id: 1 }, '[post]', '[id]'],
		['/rest/posts', { post: 1 }, '[]', '[post]'],
	])('refuses %s with %p and names both sides', (template, keys, wanted, given) => {
		const act = () => encodePath(template, keys as Record<string, RestliValue>);
		expect(act).toThrow(`${template} has the placeholders ${wanted} but was given the keys ${given}`);
	});
});
