import { attemptCreate, createOnce, written } from '../../../../../nodes/LinkedIn/transport/answers/creation';
import { LinkedInError } from '../../../../../nodes/LinkedIn/transport/errors/errors';
import { outcomeUnknown } from '../../../../../nodes/LinkedIn/transport/errors/fate';
import type { Reply, Result } from '../../../../../nodes/LinkedIn/transport/types';

const reply = (more: Partial<Reply<unknown>>): Reply<unknown> => ({
	status: 201,
	headers: {},
	body: '',
	...more,
});

describe('the id of what was made', () => {
	it.each<[string, Partial<Reply<unknown>>, string | null]>([
		['the header', { headers: { 'x-restli-id': '7' } }, '7'],
		['the header by its older name', { headers: { 'x-linkedin-id': '7' } }, '7'],
		['an encoded header', { headers: { 'x-restli-id': 'urn%3Ali%3Ashare%3A7' } }, 'urn:li:share:7'],
		['an empty header', { headers: { 'x-restli-id': '' } }, null],
		['the header before the body', { headers: { 'x-restli-id': '7' }, body: { id: '8' } }, '7'],
		['the body', { body: { id: '8' } }, '8'],
		['a number in the body', { body: { id: 8 } }, '8'],
		['a number that JSON cannot hold', { body: { id: 6636062862760562688 } }, null],
		['a record', { body: { id: { urn: 7 } } }, null],
		['null', { body: { id: null } }, null],
		['no body', { body: null }, null],
		['a page', { body: '<html>' }, null],
		['a Location of the collection', { headers: { location: '/conversions/14488340' } }, '14488340'],
		['a whole address', { headers: { location: 'https://x.example/rest/conversions/7?a=b' } }, '7'],
		['a Location elsewhere', { headers: { location: '/login/7' } }, null],
		['the collection alone', { headers: { location: '/rest/conversions' } }, null],
	])('%s', (_where, given, id) => {
		expect(written(reply(given), '/rest/conversions').id).toBe(id);
	});

	it('is looked for in the next place where it is none of the kind', () => {
		const asId = (id: string) => /^\d+$/.exec(id)?.[0];
		const given = reply({ headers: { 'x-restli-id': 'no number' }, body: { id: 8 } });
		expect(written(given, '/rest/conversions', { asId }).id).toBe('8');
		expect(written(reply({ body: { id: 'x' } }), '/rest/conversions', { asId }).id).toBeNull();
	});
});

it.each<[string, Partial<Reply<unknown>>, RegExp]>([
	['nothing more', { status: 202 }, /\(status 202\)/],
	[
		'what cannot be read',
		{ isUnreadable: true, body: '{"i' },
		/\(the answer, status 201, could not be read\)/,
	],
])('where LinkedIn says %s, the notice tells it', (_what, given, says) => {
	const made = written(reply(given), '/rest/posts');
	expect(made).toMatchObject({ kind: 'writtenWithoutId', id: null });
	expect(made.notice).toMatch(/^Created, but LinkedIn didn't return its ID/);
	expect(made.notice).toMatch(says);
	expect(made.notice).toMatch(/running this again would create it a second time\.$/);
});

describe('an outcome', () => {
	const request = { restliMethod: 'CREATE' as const, path: '/rest/posts' };
	const refused = new LinkedInError('No', { status: 403, advice: 'Ask.' });
	const unknown = outcomeUnknown('CREATE /rest/posts', null);
	const linkedin = (result: Result<unknown>) => ({ attempt: async () => result as never });

	it.each<[string, Result<unknown>]>([
		['written', { ok: true, reply: reply({ headers: { 'x-restli-id': '7' } }) }],
		['writtenWithoutId', { ok: true, reply: reply({}) }],
		['refused', { ok: false, error: refused }],
		['unknown', { ok: false, error: unknown }],
	])('is %s', async (kind, result) => {
		expect((await attemptCreate(linkedin(result), request)).kind).toBe(kind);
		const once = createOnce(linkedin(result), request);
		if (result.ok) expect((await once).kind).toBe(kind);
		else await expect(once).rejects.toBe(result.error);
	});
});
