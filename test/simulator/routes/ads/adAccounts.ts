import { z } from 'zod';
import { requireAccount } from '../../ads/access';
import { cursorAnswer, CURSOR } from '../../ads/cursor';
import { adsRefused, inputRefused, missing, notAllowed, wrong, type InputFault } from '../../ads/errors';
import { readEntity, urnOf } from '../../ads/schema';
import { criterion, matches } from '../../ads/search';
import { readPatch } from '../../body';
import type { AdAccount } from '../../ads/accountStore';
import type { Answer, Call, Resource } from '../../resource';

const READ = ['r_ads', 'rw_ads'];
const WRITE = ['rw_ads'];
const CURRENCIES = ['USD', 'EUR', 'GBP', 'CAD', 'AUD', 'INR', 'JPY', 'CHF', 'SEK', 'BRL'];

const NOTIFICATIONS = {
	notifiedOnCampaignOptimization: z.boolean().optional(),
	notifiedOnCreativeApproval: z.boolean().optional(),
	notifiedOnCreativeRejection: z.boolean().optional(),
	notifiedOnEndOfCampaign: z.boolean().optional(),
	notifiedOnNewFeaturesEnabled: z.boolean().optional(),
};

const members = {
	name: z.string(),
	reference: urnOf('organization', 'person').optional(),
	...NOTIFICATIONS,
};

const newAccount = z
	.object({
		...members,
		currency: z.string().optional(),
		type: z.enum(['BUSINESS', 'ENTERPRISE']),
		status: z.enum(['ACTIVE', 'DRAFT']).optional(),
		test: z.boolean().optional(),
	})
	.strict();

const changes = z
	.object({
		...members,
		name: members.name.optional(),
		status: z.enum(['ACTIVE', 'CANCELED', 'DRAFT', 'PENDING_DELETION']).optional(),
		test: z.boolean().optional(),
		currency: z.string().optional(),
	})
	.strict();

/** /rest/adAccounts (docs.adAccounts). */
export const adAccounts: Resource = {
	path: '/rest/adAccounts',
	permission: 'partnerApiAdAccounts',
	methods: {
		GET: {
			scopes: READ,
			handle: (call) => ({ status: 200, body: entity(requireAccount(call, number(call.key), 'read')) }),
		},
		BATCH_GET: { scopes: READ, handle: readMany },
		CREATE: { scopes: WRITE, handle: create },
		PARTIAL_UPDATE: { scopes: WRITE, handle: update },
		DELETE: { scopes: WRITE, handle: remove },
	},
	finders: { search: { scopes: READ, params: ['search', ...CURSOR], handle: search } },
};

/** The key is the number, not the URN. */
function number(key: unknown): string {
	if (typeof key === 'string' && /^\d+$/.test(key)) return key;
	throw adsRefused(400, 'ILLEGAL_ARGUMENT', `${String(key)} is no number of an ad account`);
}

/** LinkedIn's portal doesn't list any for accounts (docs/behaviour.md#scopes-by-product). */
function readMany(): Answer {
	throw adsRefused(403, 'ACCESS_DENIED', 'Not enough permissions to access: partnerApiAdAccounts.BATCH_GET');
}

/** Only accounts on which the member has a role. */
function search(call: Call): Answer {
	const wanted = criterion(call.params.search, ['id', 'name', 'reference', 'type', 'status'], ['test']);
	const own = call.state.ads.accounts
		.all()
		.filter((account) => call.state.ads.accounts.roleOf(account.id, call.member?.key))
		.filter((account) =>
			matches(wanted, {
				...account,
				id: [account.id, `urn:li:sponsoredAccount:${account.id}`],
				reference: account.reference ?? '',
			}),
		);
	return cursorAnswer(call, own, ({ id }) => id, entity);
}

function create(call: Call): Answer {
	const { ads } = call.state;
	const body = readEntity(newAccount, call.body, (account) => [
		...(account.name.trim() === ''
			? [{ code: 'BLANK_ACCOUNT_NAME', description: '/name is blank', fieldPath: '/name' }]
			: []),
		...(account.currency !== undefined && !CURRENCIES.includes(account.currency)
			? [
					{
						code: 'CURRENCY_NOT_SUPPORTED',
						description: `/currency ${account.currency} is not supported`,
						fieldPath: '/currency',
					},
				]
			: []),
		...(account.type === 'ENTERPRISE' && account.test
			? [
					{
						code: 'CONDITIONAL_INVALID_VALUE',
						description: '/test cannot be set to true if /type is set to ENTERPRISE',
						fieldPath: '/test',
					},
				]
			: []),
		...(account.type === 'ENTERPRISE' && !account.test ? [wrong('/type', account.type)] : []),
	]);
	const madeTests = ads.accounts.all().filter((one) => one.test && one.app === call.app.clientId);
	if (body.test && madeTests.length > 0) {
		throw adsRefused(400, 'TEST_ACCOUNT_LIMIT_REACHED', 'The application has a test account already');
	}
	if (call.app.tier === 'development' && !body.test) {
		throw adsRefused(403, 'ACCESS_DENIED', 'Applications of the Development tier create test accounts only');
	}
	const { name, currency = 'USD', type, status = 'ACTIVE', test = false, reference, ...more } = body;
	const account = ads.addAccount({
		name,
		currency,
		type,
		status,
		test,
		reference,
		more,
		app: call.app.clientId,
		roles: call.member ? { [call.member.key]: 'ACCOUNT_BILLING_ADMIN' } : {},
	});
	return { status: 201, headers: { 'x-restli-id': account.id, 'x-linkedin-id': account.id } };
}

function update(call: Call): Answer {
	const account = requireAccount(call, number(call.key), 'manage');
	const { set, remove: removed } = readPatch(call.body);
	if (removed.length > 0) throw inputRefused(removed.map((name) => notAllowed(`/${name}`)));
	const { name, status, reference, test, currency, ...more } = readEntity(changes, set, (change) =>
		faultsOfChange(call, account, change),
	);
	if (name !== undefined) account.name = name;
	if (status !== undefined) account.status = status;
	if (reference !== undefined) account.reference = reference;
	Object.assign(account.more, more);
	account.lastModifiedAt = call.clock.now();
	account.version += 1;
	return { status: 204 };
}

function faultsOfChange(call: Call, account: AdAccount, change: z.infer<typeof changes>): InputFault[] {
	const faults: InputFault[] = [];
	const refuse = (code: string, fieldPath: string) =>
		faults.push({ code, description: `${fieldPath} can't be changed`, fieldPath });
	if (change.test !== undefined) refuse('FIELD_NOT_EDITABLE', '/test');
	if (change.currency !== undefined) refuse('FIELD_NOT_EDITABLE', '/currency');
	if (change.name?.trim() === '') faults.push({ ...missing('/name'), code: 'BLANK_ACCOUNT_NAME' });
	const hasCampaigns = call.state.ads.campaigns.of(account.id).length > 0;
	if (change.reference && change.reference !== account.reference && hasCampaigns) {
		refuse('UPDATE_REFERENCE_NOT_ALLOWED', '/reference');
	}
	if (change.status === 'DRAFT' && account.status !== 'DRAFT') refuse('INVALID_STATUS_TRANSITION', '/status');
	return faults;
}

function remove(call: Call): Answer {
	const account = requireAccount(call, number(call.key), 'manage');
	if (account.status !== 'DRAFT') {
		throw adsRefused(
			400,
			'DELETE_NOT_ALLOWED',
			`Cannot delete account ${account.id} if the account status is not DRAFT`,
		);
	}
	call.state.ads.accounts.delete(account.id);
	return { status: 204 };
}

function entity(account: AdAccount): Record<string, unknown> {
	const { id, name, currency, type, status, test, reference, servingStatuses, more } = account;
	return {
		test,
		changeAuditStamps: {
			created: { actor: 'urn:li:unknown:0', time: account.createdAt },
			lastModified: { actor: 'urn:li:unknown:0', time: account.lastModifiedAt },
		},
		currency,
		id: Number(id),
		name,
		notifiedOnCampaignOptimization: false,
		notifiedOnCreativeApproval: false,
		notifiedOnCreativeRejection: false,
		notifiedOnEndOfCampaign: false,
		...more,
		...(reference ? { reference } : {}),
		servingStatuses,
		status,
		type,
		version: { versionTag: String(account.version) },
	};
}
