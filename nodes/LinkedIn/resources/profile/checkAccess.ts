import type { IDataObject } from 'n8n-workflow';

import { isoTime } from '../../transport/answers/isoTime';
import { LinkedInError, unexpected } from '../../transport/errors/errors';
import { daysLeft, versionEnd } from '../../transport/linkedin/version';
import type { LinkedInClient } from '../../transport/types';
import { DOCS } from '../docs';
import { operation, type Call } from '../operation';
import { findPages, PAGE_LIST_SCOPES } from '../pages';
import { ACCOUNT_LIST_SCOPES, findAccounts } from './accounts';
import { areasWithout, checkAreas, CONNECT_AGAIN, productNames, type Held } from './capabilities';

const DAY_MS = 86_400_000;

export const checkAccess = operation({
	value: 'checkAccess',
	name: 'Check Access',
	action: 'Check access',
	description:
		"Test the connection. The first item sums up the token, scopes, pages, ad accounts and API version with their end dates; then one item per area says whether it's ready or what is missing.",
	docs: DOCS.introspection,
	access: 'read',
	scopes: { any: [] },
	routing: { restliMethod: 'FINDER', path: '/rest/organizationAcls' },
	fields: [],
	async execute(call) {
		const { linkedin } = call;
		const refusals: IDataObject[] = [];
		const token = await checkToken(linkedin, refusals);
		const isAlive = token.state === 'active' || token.state === 'unknown';
		const me = isAlive ? await probe('Who am I', refusals, async () => await linkedin.me()) : undefined;
		const pages = isAlive
			? await probeList(linkedin, PAGE_LIST_SCOPES, 'List my pages', refusals, findPages)
			: undefined;
		const accounts = isAlive
			? await probeList(linkedin, ACCOUNT_LIST_SCOPES, 'List my ad accounts', refusals, findAccounts)
			: undefined;
		const whole = report(call, token, me, { pages, accounts }, refusals);
		const areas = isAlive ? checkAreas(linkedin, { pages, accounts }) : areasWithout(token.state);
		if (!call.simplify) return [{ ...whole, areas }];
		const connection = { area: 'Connection', status: token.state, advice: isAlive ? null : CONNECT_AGAIN };
		return [
			{ summary: summaryOf(token, me, areas), ...connection, ...whole },
			...areas.map((area) => ({ summary: `${String(area.area)}: ${String(area.status)}`, ...area })),
		];
	},
});

/** One line for someone who has just connected. */
function summaryOf(
	{ state, expiresAt }: IDataObject,
	me: { name?: string } | undefined,
	areas: IDataObject[],
): string {
	if (state === 'expired' || state === 'revoked') {
		return `The token is ${String(state)}: ${CONNECT_AGAIN.toLowerCase()}`;
	}
	const who = me?.name === undefined ? 'Connected' : `Connected as ${me.name}`;
	const until = typeof expiresAt === 'string' ? ` until ${expiresAt.slice(0, 10)}` : '';
	const named = (status: string) => areas.filter((area) => area.status === status).map(({ area }) => area);
	const ready = named('ready');
	const unknown = named('unknown');
	const said = [
		`${who}${until}. Ready: ${ready.length > 0 ? ready.join('; ') : 'nothing'}.`,
		unknown.length > 0 ? `Unknown: ${unknown.join('; ')}.` : '',
		ready.length + unknown.length < areas.length ? 'The other items say what is missing.' : '',
	];
	return said.filter((sentence) => sentence !== '').join(' ');
}

function report(
	{ linkedin }: Call,
	token: IDataObject,
	me: { urn: string; name?: string } | undefined,
	held: Held,
	refusals: IDataObject[],
): IDataObject {
	const { connection } = linkedin;
	const end = versionEnd(connection.version);
	const ended = refusals.some((refusal) => refusal.code === 'NONEXISTENT_VERSION' || refusal.status === 426);
	return {
		token,
		member: me ? { urn: me.urn, name: me.name ?? null } : null,
		scopes: connection.grantedScopes ? [...connection.grantedScopes].sort() : null,
		products: connection.products ? productNames(connection.products) : null,
		pages: held.pages?.map((page) => ({ ...page })) ?? null,
		adAccounts: held.accounts?.map((account) => ({ ...account })) ?? null,
		version: {
			pinned: connection.version,
			alive: !ended,
			endsOn: end.endsOn,
			isEstimated: end.estimated ?? false,
			daysLeft: daysLeft(connection.version, Date.now()),
			whenItEnds: connection.movesOn ? 'moves on' : 'fails',
		},
		tier: connection.tier,
		apiHost: connection.apiHost,
		refused: refusals,
	};
}

/** Asks LinkedIn if the credential can authenticate the request; otherwise uses the stored dates. */
async function checkToken(linkedin: LinkedInClient, refusals: IDataObject[]): Promise<IDataObject> {
	const { connection } = linkedin;
	const answer = await probe('Token state', refusals, async () => await linkedin.introspect());
	const expiresAtMs =
		typeof answer?.expires_at === 'number' ? answer.expires_at * 1000 : connection.expiresAtMs;
	const isOver = expiresAtMs !== undefined && expiresAtMs <= Date.now();
	const status = typeof answer?.status === 'string' ? answer.status : 'inactive';
	const known = answer?.active === true ? 'active' : status;
	return {
		state: answer ? known : isOver ? 'expired' : expiresAtMs === undefined ? 'unknown' : 'active',
		expiresAt: isoTime(expiresAtMs),
		daysLeft: expiresAtMs === undefined ? null : Math.floor((expiresAtMs - Date.now()) / DAY_MS),
		renewsItself: connection.canRefresh,
	};
}

/** Skips a list that no granted scope can read. */
async function probeList<T>(
	linkedin: LinkedInClient,
	scopes: readonly string[],
	name: string,
	refusals: IDataObject[],
	find: (linkedin: LinkedInClient) => Promise<T[]>,
): Promise<T[] | undefined> {
	if (linkedin.may(scopes) === false) return undefined;
	return await probe(name, refusals, async () => await find(linkedin));
}

/** A refused probe is a finding, not a failure. */
async function probe<T>(
	name: string,
	refusals: IDataObject[],
	ask: () => Promise<T>,
): Promise<T | undefined> {
	try {
		return await ask();
	} catch (error) {
		const { message, details } = error instanceof LinkedInError ? error : unexpected(error);
		const { status, code, advice } = details;
		refusals.push({ probe: name, error: message, status, code, advice });
		return undefined;
	}
}
