import { codeGiven } from '../../../../../nodes/LinkedIn/transport/errors/codes';
import { LinkedInError } from '../../../../../nodes/LinkedIn/transport/errors/errors';
import type { Connection } from '../../../../../nodes/LinkedIn/transport/memory/connection';
import { findCurrentMember } from '../../../../../nodes/LinkedIn/transport/memory/currentMember';
import { newMemory, type Memory } from '../../../../../nodes/LinkedIn/transport/memory/memory';
import type { LinkedInClient, RestliRequest, Result } from '../../../../../nodes/LinkedIn/transport/types';

/** The member is found in id_token, /v2/me, /v2/userinfo or the roleAssignee of organizationAcls, in this order. */

const reply = (body: unknown): Result<unknown> => ({ ok: true, reply: { status: 200, headers: {}, body } });
const refusal = (status: number | null, code = codeGiven('X')): Result<unknown> => ({
	ok: false,
	error: new LinkedInError('No', { status, code, advice: 'Do.' }),
});

const ANSWERS: Record<string, Result<unknown>> = {
	'/v2/me': reply({ id: 'AbC', localizedFirstName: 'Ada', localizedLastName: 'Löwe' }),
	'/v2/userinfo': reply({ sub: '782bbtaQ', name: 'Ada Löwe', locale: { country: 'DE', language: 'de' } }),
	'/rest/organizationAcls': reply({
		elements: [
			{ roleAssignee: 'urn:li:person:xYz', organization: 'urn:li:organization:1', role: 'ADMINISTRATOR' },
		],
	}),
};

interface Fake {
	scopes?: string[];
	answers?: Record<string, Result<unknown>>;
	identity?: Connection['identity'];
	memory?: Memory;
}

function fake({ scopes, answers = {}, identity, memory = newMemory() }: Fake) {
	const asked: RestliRequest[] = [];
	const linkedin = {
		connection: { identity },
		memory,
		may: (wanted: string[]) => scopes && wanted.some((scope) => scopes.includes(scope)),
		attempt: async (request: RestliRequest) => {
			asked.push(request);
			return { ...ANSWERS, ...answers }[request.path];
		},
	} as unknown as LinkedInClient;
	return { linkedin, asked, paths: () => asked.map(({ path }) => path) };
}

const EVERY_SCOPE = ['r_basicprofile', 'openid', 'profile', 'rw_organization_admin'];

describe('me', () => {
	it.each<[string, string[], Record<string, Result<unknown>>, object]>([
		[
			'a name that is null',
			['r_basicprofile'],
			{ '/v2/me': reply({ id: 'AbC', localizedFirstName: null, localizedLastName: 5 }) },
			{ urn: 'urn:li:person:AbC' },
		],
		[
			'a claim of another type',
			['openid'],
			{ '/v2/userinfo': reply({ sub: 'x', name: {} }) },
			{ urn: 'urn:li:person:x' },
		],
		[
			'an odd role before a good one',
			['rw_organization_admin'],
			{
				'/rest/organizationAcls': reply({
					elements: [null, { roleAssignee: 5 }, { roleAssignee: 'urn:li:person:y' }],
				}),
			},
			{ urn: 'urn:li:person:y' },
		],
	])('is told in spite of %s', async (_what, scopes, answers, me) => {
		expect(await findCurrentMember(fake({ scopes, answers }).linkedin)).toEqual(me);
	});

	it('is the sub of the stored id_token, without a call', async () => {
		const { linkedin, asked } = fake({ scopes: EVERY_SCOPE, identity: { sub: '782bbtaQ', name: 'Ada' } });
		expect(await findCurrentMember(linkedin)).toEqual({ urn: 'urn:li:person:782bbtaQ', name: 'Ada' });
		expect(asked).toEqual([]);
	});

	it('may have no name', async () => {
		const { linkedin } = fake({ identity: { sub: '782bbtaQ' } });
		expect(await findCurrentMember(linkedin)).toEqual({ urn: 'urn:li:person:782bbtaQ' });
	});

	it.each<[scopes: string[] | undefined, path: string, me: object]>([
		[EVERY_SCOPE, '/v2/me', { urn: 'urn:li:person:AbC', name: 'Ada Löwe' }],
		[['r_basicprofile'], '/v2/me', { urn: 'urn:li:person:AbC', name: 'Ada Löwe' }],
		[['r_liteprofile', 'openid'], '/v2/me', { urn: 'urn:li:person:AbC', name: 'Ada Löwe' }],
		[
			['openid', 'rw_organization_admin'],
			'/v2/userinfo',
			{ urn: 'urn:li:person:782bbtaQ', name: 'Ada Löwe' },
		],
		[['profile'], '/v2/userinfo', { urn: 'urn:li:person:782bbtaQ', name: 'Ada Löwe' }],
		[['rw_organization_admin', 'w_member_social'], '/rest/organizationAcls', { urn: 'urn:li:person:xYz' }],
		[['r_organization_admin'], '/rest/organizationAcls', { urn: 'urn:li:person:xYz' }],
		[undefined, '/v2/me', { urn: 'urn:li:person:AbC', name: 'Ada Löwe' }],
	])('with the scopes %j is asked of %s alone', async (scopes, path, me) => {
		const { linkedin, paths } = fake({ scopes });
		expect(await findCurrentMember(linkedin)).toEqual(me);
		expect(paths()).toEqual([path]);
	});

	it('asks organizationAcls for one approved role of the member', async () => {
		const { linkedin, asked } = fake({ scopes: ['rw_organization_admin'] });
		await findCurrentMember(linkedin);
		expect(asked[0]).toMatchObject({
			restliMethod: 'FINDER',
			query: { q: 'roleAssignee', state: 'APPROVED', count: 1 },
		});
	});

	it.each<[what: string, first: Result<unknown>]>([
		['403', refusal(403)],
		['404', refusal(404)],
		['a body without an id', reply({ localizedFirstName: 'Ada' })],
		['an empty id', reply({ id: '' })],
	])('goes on to the next way after %s', async (_what, first) => {
		const { linkedin, paths } = fake({ answers: { '/v2/me': first } });
		expect(await findCurrentMember(linkedin)).toMatchObject({ urn: 'urn:li:person:782bbtaQ' });
		expect(paths()).toEqual(['/v2/me', '/v2/userinfo']);
	});

	it('of a pasted token is found in the last way', async () => {
		const answers = { '/v2/me': refusal(403), '/v2/userinfo': refusal(403) };
		const { linkedin, paths } = fake({ answers });
		expect(await findCurrentMember(linkedin)).toEqual({ urn: 'urn:li:person:xYz' });
		expect(paths()).toEqual(['/v2/me', '/v2/userinfo', '/rest/organizationAcls']);
	});

	it.each<[status: number | null, code: string]>([
		[401, 'EXPIRED_ACCESS_TOKEN'],
		[429, 'TOO_MANY_REQUESTS'],
		[503, 'SERVICE_UNAVAILABLE'],
		[null, 'NO_ANSWER'],
	])('ends with the error of a %s, which no other way mends', async (status, code) => {
		const { linkedin, paths } = fake({ answers: { '/v2/me': refusal(status, codeGiven(code)) } });
		await expect(findCurrentMember(linkedin)).rejects.toMatchObject({ details: { code } });
		expect(paths()).toEqual(['/v2/me']);
	});

	it.each<[what: string, options: Fake]>([
		['no scope opens a way', { scopes: ['w_member_social'] }],
		[
			'every way is closed',
			{
				answers: {
					'/v2/me': refusal(403),
					'/v2/userinfo': refusal(403),
					'/rest/organizationAcls': refusal(403),
				},
			},
		],
		[
			'the member has no page',
			{ scopes: ['rw_organization_admin'], answers: { '/rest/organizationAcls': reply({ elements: [] }) } },
		],
	])('names the product that opens a way when %s', async (_what, options) => {
		await expect(findCurrentMember(fake(options).linkedin)).rejects.toMatchObject({
			details: { code: 'MISSING_SCOPE', advice: expect.stringContaining('Sign In with LinkedIn') },
		});
	});
});

describe('what was found', () => {
	it('is remembered by connection', async () => {
		const memory = newMemory();
		const first = fake({ memory });
		const second = fake({ memory });
		expect(await findCurrentMember(second.linkedin)).toEqual(await findCurrentMember(first.linkedin));
		expect([...first.paths(), ...second.paths()]).toEqual(['/v2/me']);
	});

	it('is asked again for another connection, which may belong to somebody else', async () => {
		const bob = fake({ answers: { '/v2/me': reply({ id: 'bob' }) } });
		await findCurrentMember(fake({}).linkedin);
		expect(await findCurrentMember(bob.linkedin)).toEqual({ urn: 'urn:li:person:bob' });
	});

	it('is not remembered when nothing was found', async () => {
		const memory = newMemory();
		await expect(findCurrentMember(fake({ memory, scopes: [] }).linkedin)).rejects.toBeInstanceOf(
			LinkedInError,
		);
		expect(await findCurrentMember(fake({ memory }).linkedin)).toMatchObject({ urn: 'urn:li:person:AbC' });
	});
});
