import { replyOf, verdictOf } from '../../../../../nodes/LinkedIn/transport/client/verdict';
import type { RestliMethod } from '../../../../../nodes/LinkedIn/transport/restli/method';
import type { RestliRequest } from '../../../../../nodes/LinkedIn/transport/types';

type Answer = { status: number; body?: unknown; isCut?: true };

const answer = ({ status, body = '', isCut }: Answer) => ({
	kind: 'reply' as const,
	status,
	headers: {},
	body,
	...(isCut && { isCut }),
});
const verdict = (restliMethod: RestliMethod, given: Answer, more: Partial<RestliRequest> = {}) =>
	verdictOf(answer(given), { restliMethod, path: '/rest/posts', ...more });

const PAGE = '<html></html>';
const CUT_JSON = '{"id":"urn';

describe.each(['CREATE', 'BATCH_CREATE', 'ACTION'] as const)('a %s', (method) => {
	it.each<[string, Answer, string]>([
		['201', { status: 201 }, 'done'],
		['202 with nothing', { status: 202 }, 'done'],
		['204', { status: 204 }, 'done'],
		['a page', { status: 200, body: PAGE }, 'elsewhere'],
		['truncated JSON', { status: 201, body: CUT_JSON }, 'done'],
		['a cut body', { status: 201, body: undefined, isCut: true }, 'done'],
		['303', { status: 303 }, 'done'],
		['301', { status: 301 }, 'elsewhere'],
		['302', { status: 302 }, 'elsewhere'],
		['307', { status: 307 }, 'elsewhere'],
		['308', { status: 308 }, 'elsewhere'],
		['400', { status: 400, body: {} }, 'refused'],
		['a cut 500', { status: 500, isCut: true }, 'refused'],
	])('with %s', (_what, given, expected) => {
		expect(verdict(method, given)).toBe(expected);
	});

	it('with a page whose head names what was made', () => {
		const named = { ...answer({ status: 200, body: PAGE }), headers: { 'x-restli-id': '7' } };
		expect(verdictOf(named, { restliMethod: method, path: '/rest/posts' })).toBe('done');
	});
});

describe.each(['UPDATE', 'PARTIAL_UPDATE', 'DELETE'] as const)('a %s', (method) => {
	it.each<[string, Answer, string]>([
		['204', { status: 204 }, 'done'],
		['a page', { status: 200, body: PAGE }, 'refused'],
		['a cut body', { status: 200, isCut: true }, 'done'],
		['303, which may be sent again', { status: 303 }, 'refused'],
	])('with %s', (_what, given, expected) => {
		expect(verdict(method, given)).toBe(expected);
	});
});

describe('what is asked for its answer', () => {
	const asking: Array<[string, RestliMethod, Partial<RestliRequest>]> = [
		['a read', 'FINDER', {}],
		['a change of many', 'BATCH_PARTIAL_UPDATE', {}],
		['the start of an upload', 'ACTION', { needsBody: true }],
	];

	it.each(asking)('%s', (_what, method, more) => {
		const of = (given: Answer) => verdict(method, given, more);
		expect(of({ status: 200, body: {} })).toBe('done');
		expect(of({ status: 200, isCut: true })).toBe('silent');
		expect(of({ status: 500, isCut: true })).toBe('silent');
		expect(of({ status: 401, isCut: true })).toBe('refused');
		expect(of({ status: 200, body: PAGE })).toBe('refused');
		expect(of({ status: 200, body: CUT_JSON })).toBe('silent');
		expect(of({ status: 204 })).toBe('refused');
		expect(of({ status: 303 })).toBe('refused');
	});
});

it.each<[string, Answer, true | undefined]>([
	['JSON', { status: 201, body: { id: 1 } }, undefined],
	['nothing', { status: 201, body: '' }, undefined],
	['a page', { status: 200, body: PAGE }, true],
	['truncated JSON', { status: 201, body: CUT_JSON }, true],
	['a cut', { status: 201, body: undefined, isCut: true }, true],
])('%s is handed on as it came, and whether it can be read', (_what, given, isUnreadable) => {
	expect(replyOf(answer(given)).isUnreadable).toBe(isUnreadable);
});
