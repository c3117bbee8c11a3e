import type { ErrorResponse } from '../../../../../nodes/LinkedIn/transport/errors/errorResponse';
import type { RequestFacts } from '../../../../../nodes/LinkedIn/transport/errors/errorTable';
import { explain, LinkedInError } from '../../../../../nodes/LinkedIn/transport/errors/errors';

const asked: RequestFacts = {
	endpoint: 'CREATE /rest/posts',
	scopes: ['w_organization_social', 'w_member_social'],
	role: 'ADMINISTRATOR or CONTENT_ADMINISTRATOR',
	version: '202601',
};

type Row = [
	status: number,
	code: string | undefined,
	serviceErrorCode: number | undefined,
	message: string | undefined,
	/** What the text must say besides LinkedIn's words. */
	says: RegExp,
	field: string | null,
];

/** Every refusal in docs.errors and docs.rateLimits, and those that were seen (docs/behaviour.md#error-bodies). */
const ROWS: Row[] = [
	[400, 'MISSING_FIELD', undefined, 'author is required but missing', /author/, null],
	[400, 'INVALID_VALUE_FOR_FIELD', undefined, "visibility can't be set to X", /visibility/, null],
	[400, 'INVALID_VALUE_BLANK_FIELD', undefined, "commentary can't be blank", /commentary/, null],
	[
		400,
		'FIELD_LENGTH_TOO_LONG',
		undefined,
		"commentary length 3001 can't exceeded maximum 3000 length",
		/too long.*Shorten/s,
		'Text',
	],
	[400, 'INVALID_URN_TYPE', undefined, 'author value urn:li:share:1 must be a person URN', /author/, null],
	[400, 'INVALID_URN_ID', undefined, 'The URN ID provided is invalid', /URN ID/, null],
	[400, 'INVALID_IMAGE_ID', undefined, 'The image is invalid', /image/, null],
	[400, 'MULTIPLE_VALIDATIONS_FAILED', undefined, 'Two things failed', /Two things/, null],
	[400, 'MEDIA_ASSET_WAITING_UPLOAD', undefined, 'Media asset is waiting upload', /upload/, null],
	[400, 'MEDIA_ASSET_PROCESSING_FAILED', undefined, 'Media asset failed processing', /processing/, null],
	[400, 'EXPIRED_UPLOAD_URL', undefined, 'The Video upload URL is expired', /upload URL/, null],
	[
		400,
		'VERSION_MISSING',
		undefined,
		'A version must be present. Please specify a version by adding the Linkedin-Version header.',
		/version/,
		null,
	],
	[
		400,
		'NONEXISTENT_VERSION',
		undefined,
		'Requested version 20260101 is not active',
		/202601/,
		'API Version',
	],
	[401, undefined, 401, 'Empty oauth2_access_token', /connect again/, 'Credential'],
	[401, 'EMPTY_ACCESS_TOKEN', 65604, 'Empty or missing OAuth2 access token', /connect again/, 'Credential'],
	[401, 'INVALID_ACCESS_TOKEN', 65600, 'Invalid access token', /connect again/, 'Credential'],
	[
		401,
		'REVOKED_ACCESS_TOKEN',
		65601,
		'The token used in the request has been revoked by the user',
		/revoked.*connect again.*other scopes/s,
		'Credential',
	],
	[
		401,
		'EXPIRED_ACCESS_TOKEN',
		65602,
		'The token used in the request has expired',
		/expired.*connect again.*60 days/s,
		'Credential',
	],
	[401, 'RESTRICTED_MEMBER', 65608, 'Member is restricted', /restricted.*linkedin\.com/s, 'Credential'],
	[
		403,
		'ACCESS_DENIED',
		100,
		'Not enough permissions to access: posts.CREATE.20260901',
		/w_organization_social or w_member_social.*ADMINISTRATOR or CONTENT_ADMINISTRATOR/s,
		'Credential',
	],
	[
		403,
		'ACCESS_DENIED',
		100,
		'Unpermitted fields present in REQUEST_BODY: Data Processing Exception while processing fields [/adContext]',
		/field/,
		null,
	],
	[
		403,
		undefined,
		undefined,
		"Viewer don't have permission to the ADMIN_ONLY VisibilityReduction for urn:li:organization:35625943",
		/isn't an admin of this page.*ADMINISTRATOR or CONTENT_ADMINISTRATOR/s,
		'Page',
	],
	[404, 'NOT_FOUND', undefined, 'Could not find entity', /doesn't show it.*URN or URL/s, null],
	[404, 'NOT_FOUND', undefined, 'Not found', /person's ID.*only with the app/s, null],
	[404, undefined, undefined, 'No virtual resource found', /to the app.*Development tier/s, 'Credential'],
	[405, 'METHOD_NOT_ALLOWED', undefined, 'Method not allowed', /405/, null],
	[408, 'TIMEOUT', undefined, 'Timed out', /again later/, null],
	[409, 'CONFLICT', undefined, 'A write conflict occurred. Retry the request.', /Run it again/, null],
	[411, undefined, undefined, 'Length required', /411/, null],
	[412, 'PRECONDITION_FAILED', undefined, 'Precondition failed', /412/, null],
	[413, 'REQUEST_ENTITY_TOO_LARGE', undefined, 'Too large', /too large.*fewer/s, null],
	[414, undefined, undefined, 'URI too long', /414/, null],
	[415, undefined, undefined, 'Unsupported media type', /415/, null],
	[
		422,
		'UNPROCESSABLE_ENTITY',
		undefined,
		'Content is a duplicate of urn:li:share:6746546216721305600',
		/same text.*If Already Posted/s,
		'Text',
	],
	[
		422,
		'DUPLICATE_POST',
		undefined,
		'Content is a duplicate of urn:li:share:6746546216721305600',
		/same text.*If Already Posted/s,
		'Text',
	],
	// 409 before 2020-10.
	[
		409,
		'DUPLICATE_POST',
		undefined,
		'Content is a duplicate of urn:li:share:6746546216721305600',
		/same text.*If Already Posted/s,
		'Text',
	],
	[422, 'UNPROCESSABLE_ENTITY', undefined, 'The poll is closed', /422/, null],
	[
		426,
		'NONEXISTENT_VERSION',
		undefined,
		'Requested version 20260101 is not active',
		/202601.*newer API Version/s,
		'API Version',
	],
	[426, undefined, undefined, undefined, /202601.*newer API Version/s, 'API Version'],
	[
		429,
		'TOO_MANY_REQUESTS',
		101,
		'Resource level throttle limit for calls to this resource is reached.',
		/throttling.*Max Wait/s,
		null,
	],
	[500, 'INTERNAL_SERVER_ERROR', undefined, 'Internal Server Error', /server error/, null],
	[500, 'INTERNAL_ERROR', undefined, 'Internal Server Error', /server error/, null],
	[501, undefined, undefined, 'Not implemented', /501/, null],
	[503, 'UNDER_MAINTENANCE', undefined, 'Under maintenance', /later/, null],
	[503, 'SERVICE_UNAVAILABLE', undefined, 'Service unavailable', /later/, null],
	[504, undefined, undefined, 'Gateway timeout', /later/, null],
];

describe('explain', () => {
	it.each(ROWS)(
		'a %d %s (%s) keeps "%s" and says what to do',
		(status, code, serviceErrorCode, message, says, field) => {
			const error = explain({ status, code, serviceErrorCode, message, requestId: 'uuid-1' }, asked);
			expect(error).toBeInstanceOf(LinkedInError);
			if (message) expect(error.message).toContain(message);
			expect(`${error.message}\n${error.details.advice}`).toMatch(says);
			expect(error.details).toEqual({
				status,
				code: code ?? null,
				serviceErrorCode: serviceErrorCode ?? null,
				retryAt: null,
				requestId: 'uuid-1',
				field,
				advice: expect.stringMatching(/^[A-Z].{8,}\.$/s),
			});
		},
	);

	it.each(['TOO_MANY_REQUESTS', 'QUOTA_EXCEEDED'])('a %s of the day names the time of the reset', (code) => {
		const retryAtMs = Date.parse('2026-09-21T00:00:00Z');
		const message = 'Resource level throttle MEMBER DAY limit for calls to this resource is reached.';
		const error = explain({ status: 429, code, message }, { ...asked, isDaily: true, retryAtMs });
		expect(error.message).toMatch(/daily quota/);
		expect(error.message).toContain(message);
		expect(error.details.advice).toContain('2026-09-21T00:00:00.000Z');
		expect(error.details.retryAt).toBe('2026-09-21T00:00:00.000Z');
	});

	it('a throttling that says when to come back carries the time, and is no quota of the day', () => {
		const retryAtMs = Date.parse('2026-09-20T10:05:00Z');
		const error = explain({ status: 429, code: 'TOO_MANY_REQUESTS' }, { ...asked, retryAtMs });
		expect(error.message).toMatch(/throttling/);
		expect(error.details.retryAt).toBe('2026-09-20T10:05:00.000Z');
	});

	it('a refusal that names input errors tells path and value of each', () => {
		const error = explain(
			{
				status: 400,
				code: 'MULTIPLE_VALIDATIONS_FAILED',
				message: 'Multiple errors occurred',
				inputErrors: [
					{ path: '/content/media/id', description: 'urn:li:image:1 is not owned by the author' },
					{ path: '/visibility', description: 'SECRET is not allowed' },
				],
			},
			asked,
		);
		expect(error.message).toContain('Multiple errors occurred');
		expect(error.message).toContain('/content/media/id: urn:li:image:1 is not owned by the author');
		expect(error.message).toContain('/visibility: SECRET is not allowed');
	});

	it.each([200, 302, 400, 403, 404, 413])('a web page with status %d points at proxy and host', (status) => {
		const error = explain({ status, unreadable: true }, asked);
		expect(error.message).toMatch(/web page|nothing/);
		expect(error.details).toMatchObject({ status, field: 'API Host' });
		expect(error.details.advice).toMatch(/proxy/);
	});

	it.each([500, 502, 503, 504])('a web page with status %d is a fault to wait out', (status) => {
		expect(explain({ status, unreadable: true }, asked).details.advice).toMatch(/later/);
	});

	// Some gateways answer with a web page or nothing (docs/behaviour.md#error-bodies): the status keeps its meaning.
	it.each([
		[401, /connect again/i],
		[429, /Max Wait/],
	])('a %d with an empty body still means what its status says', (status, says) => {
		expect(explain({ status, unreadable: true }, asked).details.advice).toMatch(says);
	});

	it.each([
		['neither scope nor role', {}, /^Run Check Access/],
		['a scope', { scopes: ['w_member_social'] }, /^It needs the scope w_member_social\. Run/],
		['a role', { role: 'ADMINISTRATOR' }, /^On a page it needs ADMINISTRATOR: ask a page admin for it\. Run/],
		['an account role', { accountRole: 'VIEWER' }, /^On the ad account it needs VIEWER\. Run/],
		['that no account role is needed', { accountRole: 'none' }, /^Run Check Access/],
	])('a 403 where %s is known reads well', (_what, known, says) => {
		const error = explain({ status: 403, code: 'ACCESS_DENIED' }, { endpoint: 'GET /x', ...known });
		expect(error.details.advice).toMatch(says);
	});

	it('a 403 names the page that acts', () => {
		const { message } = explain({ status: 403 }, { endpoint: 'CREATE /rest/posts', page: '9999001' });
		expect(message).toBe("This connection isn't allowed to do this as page 9999001");
	});

	it('has no undefined in any text, whatever is unknown', () => {
		const statuses = [200, 302, 400, 401, 403, 404, 405, 408, 409, 413, 418, 422, 426, 429, 500, 503, 599];
		const refusals: ErrorResponse[] = statuses.flatMap((status) => [
			{ status },
			{ status, unreadable: true },
		]);
		const texts = refusals.map((refusal) => {
			const { message, details } = explain(refusal, { endpoint: 'GET /rest/posts' });
			return `${message} ${details.advice}`;
		});
		expect(texts.filter((text) => /undefined|null|NaN|\[object/.test(text))).toEqual([]);
	});
});
