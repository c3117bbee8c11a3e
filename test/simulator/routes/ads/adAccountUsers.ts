import { z } from 'zod';
import { accountIdOf, requireAccount } from '../../ads/access';
import { ACCOUNT_ROLES, type AccountRole, type AdAccount } from '../../ads/accountStore';
import {
	adsRefused,
	inputRefused,
	missing,
	noPermission,
	notAllowed,
	notThere,
	wrong,
} from '../../ads/errors';
import { readEntity, urnOf } from '../../ads/schema';
import { readPatch } from '../../body';
import { badRequest } from '../../errors';
import { listAnswer, PAGING } from '../../paging';
import type { Answer, Call, Resource } from '../../resource';
import type { Member } from '../../model';

const READ = ['r_ads', 'rw_ads'];
const WRITE = ['rw_ads'];
/** What `count` says in a list that wasn't paged. */
const UNPAGED_COUNT = 2_147_483_647;

const role = z.enum(ACCOUNT_ROLES);
const whole = z.object({ account: urnOf('sponsoredAccount'), user: urnOf('person'), role }).strict();
const changes = z.object({ role }).strict();

/** /rest/adAccountUsers: who may do what on which ad account (docs.adAccountUsers). */
export const adAccountUsers: Resource = {
	path: '/rest/adAccountUsers',
	permission: 'partnerApiAdAccountUsers',
	methods: {
		GET: { scopes: READ, handle: get },
		UPDATE: { scopes: WRITE, handle: put },
		PARTIAL_UPDATE: { scopes: WRITE, handle: update },
		DELETE: { scopes: WRITE, handle: remove },
	},
	finders: {
		authenticatedUser: { scopes: READ, params: PAGING, handle: ofMember },
		accounts: { scopes: READ, params: ['accounts', ...PAGING], handle: ofAccount },
	},
};

function ofMember(call: Call): Answer {
	const { accounts } = call.state.ads;
	const own = accounts.all().flatMap((account) => {
		const held = accounts.roleOf(account.id, call.member?.key);
		return held && call.member ? [entity(account, call.member, held)] : [];
	});
	return list(call, own);
}

/** One plain URN, not a list. Members who don't manage the account only see themselves. */
function ofAccount(call: Call): Answer {
	const urn = call.params.accounts;
	if (urn === undefined) throw inputRefused([missing('accounts')]);
	if (Array.isArray(urn)) throw adsRefused(400, 'MULTIPLE_ACCOUNTS_UNSUPPORTED', 'accounts is one URN');
	if (typeof urn !== 'string' || !/^urn:li:sponsoredAccount:\d+$/.test(urn)) {
		throw inputRefused([wrong('accounts', urn)]);
	}
	const account = requireAccount(call, urn, 'read');
	const seen = call.state.ads.accounts
		.rolesOn(account.id)
		.map(([key, held]) => ({ member: call.state.member(key), held }))
		.filter(({ member }) => maySee(call, account, member.urn));
	return list(
		call,
		seen.map(({ member, held }) => entity(account, member, held)),
	);
}

function list(call: Call, all: unknown[]): Answer {
	if (!call.state.adAccountUsersUnpaged || call.params.count !== undefined) {
		return listAnswer(all, call.params, { total: true });
	}
	return {
		status: 200,
		body: { elements: all, paging: { start: 0, count: UNPAGED_COUNT, links: [], total: all.length } },
	};
}

function maySee(call: Call, account: AdAccount, user: string): boolean {
	if (user === call.member?.urn) return true;
	const own = call.state.ads.accounts.roleOf(account.id, call.member?.key);
	return own === 'ACCOUNT_MANAGER' || own === 'ACCOUNT_BILLING_ADMIN';
}

function get(call: Call): Answer {
	const { accountUrn, user } = keyOf(call);
	const account = requireAccount(call, accountUrn, 'read');
	if (!maySee(call, account, user)) throw noPermission(accountUrn);
	const { member, held } = holder(call, account, user);
	return { status: 200, body: entity(account, member, held) };
}

function put(call: Call): Answer {
	const { accountUrn, user } = keyOf(call);
	const account = requireAccount(call, accountUrn, 'manage');
	const body = readEntity(whole, call.body, (one) => [
		...(one.account === accountUrn ? [] : [mismatch('ACCOUNT_ID_MISMATCH_IN_PARAM_AND_BODY', '/account')]),
		...(one.user === user ? [] : [mismatch('USER_MISMATCH_IN_PARAM_AND_BODY', '/user')]),
	]);
	const member = memberOf(call, user);
	if (!member) {
		throw inputRefused([
			{
				code: 'FIELD_VALUE_DOES_NOT_EXIST',
				description: `/user ${user} does not exist`,
				fieldPath: '/user',
			},
		]);
	}
	if (member.hasUnconfirmedEmail) {
		throw adsRefused(400, 'MEMBER_HAD_UNCONFIRMED_EMAIL', 'The member has not confirmed the e-mail address');
	}
	setRole(call, account, member, body.role);
	return { status: call.state.adAccountUserPutStatus };
}

const mismatch = (code: string, fieldPath: string) => ({
	code,
	description: `${fieldPath} is another than in the key`,
	fieldPath,
});

function update(call: Call): Answer {
	const { accountUrn, user } = keyOf(call);
	const account = requireAccount(call, accountUrn, 'manage');
	const { set, remove: removed } = readPatch(call.body);
	if (removed.length > 0) throw inputRefused(removed.map((name) => notAllowed(`/${name}`)));
	const { member } = holder(call, account, user);
	setRole(call, account, member, readEntity(changes, set).role);
	return { status: 204 };
}

function remove(call: Call): Answer {
	const { accountUrn, user } = keyOf(call);
	const account = requireAccount(call, accountUrn, 'manage');
	const { member } = holder(call, account, user);
	setRole(call, account, member, undefined);
	return { status: 204 };
}

/** An account has exactly one billing admin: nobody can become a second one, and the existing one stays. */
function setRole(call: Call, account: AdAccount, member: Member, next: AccountRole | undefined): void {
	const { accounts } = call.state.ads;
	const isAdmin = accounts.roleOf(account.id, member.key) === 'ACCOUNT_BILLING_ADMIN';
	if (isAdmin && next !== 'ACCOUNT_BILLING_ADMIN') {
		throw adsRefused(403, 'NO_PERMISSION_TO_UPDATE', 'The billing admin of the account keeps the role');
	}
	if (!isAdmin && next === 'ACCOUNT_BILLING_ADMIN') throw inputRefused([wrong('/role', next)]);
	accounts.setRole(account.id, member.key, next);
}

/** The compound key `(account:{urn},user:{urn})`. @throws ApiError 400 */
function keyOf({ key }: Call): { accountUrn: string; user: string } {
	const { account, user, ...others } = typeof key === 'object' && !Array.isArray(key) ? key : {};
	const isWhole = typeof user === 'string' && typeof account === 'string' && Object.keys(others).length === 0;
	if (!isWhole || !/^urn:li:person:./.test(user) || !/^urn:li:sponsoredAccount:\d+$/.test(account)) {
		throw badRequest('The key is (account:{sponsoredAccount URN},user:{person URN})');
	}
	return { accountUrn: `urn:li:sponsoredAccount:${accountIdOf(account)}`, user };
}

function memberOf({ state }: Call, user: string): Member | undefined {
	return [...state.members.values()].find(({ urn }) => urn === user);
}

/** @throws ApiError 404 for a member without a role on the account */
function holder(call: Call, account: AdAccount, user: string): { member: Member; held: AccountRole } {
	const member = memberOf(call, user);
	const held = call.state.ads.accounts.roleOf(account.id, member?.key);
	if (!member || !held) throw notThere(`Ad account user ${user}`);
	return { member, held };
}

function entity({ id, createdAt }: AdAccount, member: Member, held: AccountRole): Record<string, unknown> {
	return {
		account: `urn:li:sponsoredAccount:${id}`,
		changeAuditStamps: { created: { time: createdAt }, lastModified: { time: createdAt } },
		role: held,
		user: member.urn,
	};
}
