import { readErrorResponse, twinOf } from '../../../../../nodes/LinkedIn/transport/errors/errorResponse';

const read = (body: unknown, headers: Record<string, string> = {}) =>
	readErrorResponse({ status: 403, headers, body });

describe('readErrorResponse', () => {
	it.each<[what: string, body: unknown, expected: object]>([
		[
			'the newer format',
			{ status: 403, code: 'ACCESS_DENIED', serviceErrorCode: 100, message: 'Not enough permissions' },
			{ code: 'ACCESS_DENIED', serviceErrorCode: 100, message: 'Not enough permissions' },
		],
		[
			'the old format, without a code',
			{ status: 401, serviceErrorCode: 401, message: 'Empty oauth2_access_token' },
			{ code: undefined, serviceErrorCode: 401, message: 'Empty oauth2_access_token' },
		],
		['a service error code of 0', { serviceErrorCode: 0, message: 'No' }, { serviceErrorCode: 0 }],
		[
			'an OAuth endpoint',
			{ error: 'invalid_request', error_description: 'A required parameter is missing' },
			{ code: 'invalid_request', message: 'A required parameter is missing' },
		],
		[
			'input errors with a field path',
			{
				message: 'Bad',
				errorDetails: {
					inputErrors: [{ code: 'X', description: 'too long', input: { inputPath: { fieldPath: 'a/b' } } }],
				},
			},
			{ message: 'Bad', inputErrors: [{ path: 'a/b', description: 'too long' }] },
		],
		[
			'input errors with a plain path',
			{ errorDetails: { inputErrors: [{ description: 'too long', input: { inputPath: '/a' } }] } },
			{ inputErrors: [{ path: '/a', description: 'too long' }] },
		],
		[
			'input errors without a path',
			{ errorDetails: { inputErrors: [{ code: 'TOO_LONG', description: 'too long' }] } },
			{ inputErrors: [{ path: 'TOO_LONG', description: 'too long' }] },
		],
		[
			'details of another shape, keeping the message',
			{ message: 'Bad', errorDetails: { inputErrors: 'none' } },
			{ message: 'Bad', inputErrors: undefined },
		],
		[
			'members of another type, keeping the rest',
			{ message: 'Bad', code: 7, serviceErrorCode: '1' },
			{ message: 'Bad', code: undefined, serviceErrorCode: undefined },
		],
		['an empty object', {}, { code: undefined, message: undefined }],
	])('reads %s', (_what, body, expected) => {
		const refusal = read(body);
		expect(refusal).toMatchObject({ status: 403, ...expected });
		expect(refusal.unreadable).toBeUndefined();
	});

	it.each([
		['HTML', '<html><body>Forbidden</body></html>'],
		['an empty body', ''],
		['no body', undefined],
		['null', null],
		['a list', ['no']],
		['a number', 7],
	])('takes %s for unreadable', (_what, body) => {
		expect(read(body)).toEqual({ status: 403, unreadable: true, requestId: undefined });
	});

	it('keeps what can be read of a body with odd parts', () => {
		const inputErrors = [
			null,
			{ description: null, code: 'X', input: { inputPath: { fieldPath: '/a' } } },
			{ description: 'No', input: null },
			'x',
		];
		expect(read({ code: 5, message: 'No', serviceErrorCode: null, errorDetails: { inputErrors } })).toEqual({
			status: 403,
			message: 'No',
			inputErrors: [
				{ path: '/a', code: 'X', description: 'X' },
				{ path: '', description: 'No' },
			],
		});
	});

	it.each([
		['x-li-uuid', { 'x-li-uuid': 'AAYG+w==' }, 'AAYG+w=='],
		['x-li-request-id', { 'x-li-request-id': 'r-1' }, 'r-1'],
		['neither', {}, undefined],
	])('takes the trace id from %s, with any body', (_which, headers, requestId) => {
		expect(read({ message: 'No' }, headers as Record<string, string>).requestId).toBe(requestId);
		expect(read('<html>', headers as Record<string, string>).requestId).toBe(requestId);
	});
});

describe('twinOf', () => {
	const twin = 'urn:li:share:6746546216721305600';

	it.each([
		[422, `Content is a duplicate of ${twin}`, twin],
		[409, `Content is a duplicate of ${twin}`, twin],
		[422, 'Content is a duplicate of urn:li:ugcPost:12', 'urn:li:ugcPost:12'],
		[422, 'LinkedIn refuses …: Content is a duplicate of urn:li:activity:7.', 'urn:li:activity:7'],
		[422, 'The content is invalid', undefined],
		[422, undefined, undefined],
		[400, `Content is a duplicate of ${twin}`, undefined],
		[null, `Content is a duplicate of ${twin}`, undefined],
	])('of a %s "%s" is %s', (status, message, expected) => {
		expect(twinOf({ status, message })).toBe(expected);
	});
});
