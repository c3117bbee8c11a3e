/**
 * What a connection may do, by the scopes that LinkedIn granted. Needs no call.
 * @see docs.permissions
 */
import {
	asksFor,
	includesScope,
	PRODUCTS,
	productsWith,
	SELF_SERVE,
	type ProductKey,
} from '../linkedin/products';
import type { Connection } from '../memory/connection';

/** Who acts or is viewed: a person, or a Company Page. */
export type ActsAs = 'member' | 'page';

/** For each kind of author, scopes of which one is enough. */
export interface Scopes {
	member?: readonly string[];
	page?: readonly string[];
	/** The same for every actor. */
	any?: readonly string[];
}

/** Scopes of which one is enough for this author, or for any author if that isn't known yet. */
export function scopesFor(scopes: Scopes, as?: ActsAs): readonly string[] {
	if (scopes.any) return scopes.any;
	if (as) return scopes[as] ?? [];
	return [...new Set([...(scopes.member ?? []), ...(scopes.page ?? [])])];
}

/** Those that the connection lacks; all of them if it isn't known what was granted. */
export function scopesLacked({ any, member, page }: Scopes, { grantedScopes }: Rights): readonly string[] {
	const isGranted = (scope: string) => grantedScopes !== undefined && includesScope(grantedScopes, scope);
	const lacking = (any ? [any] : [member ?? [], page ?? []]).filter((scopes) => !scopes.some(isGranted));
	return [...new Set(lacking.flat())];
}

/** What a connection was granted, and what its credential says the LinkedIn app has. */
export type Rights = Pick<Connection, 'grantedScopes' | 'products'>;

/**
 * The sentence that refuses an operation before any call, or undefined if it may continue.
 * @param needed one of these is enough; an empty list needs none
 */
export function missingScope(
	needed: readonly string[],
	rights: Rights,
): { message: string; advice: string } | undefined {
	const { grantedScopes: granted } = rights;
	if (!granted || needed.length === 0 || needed.some((scope) => includesScope(granted, scope)))
		return undefined;
	const list = needed.join(' or ');
	const isClosed = needed.every((scope) => productsWith(scope).length === 0);
	return {
		message: isClosed
			? `LinkedIn has not granted this connection ${list}`
			: `This connection lacks the scope ${list}`,
		advice: wayTo(needed, rights),
	};
}

/** LinkedIn's rule, as a clause. */
export const ALONE = `${PRODUCTS.communityManagement.name} must be the only product on its app`;

/** Whether the app of this connection can't have any product besides Community Management. */
export function standsAlone({ grantedScopes, products }: Rights): boolean {
	if (products?.includes('communityManagement')) return true;
	return [...(grantedScopes ?? [])].some((scope) => productsWith(scope).join() === 'communityManagement');
}

/**
 * How this connection, or another one, gets one of these scopes. LinkedIn allows no other product on an app with
 * Community Management, so neither is ever suggested for an app with the other.
 */
export function wayTo(needed: readonly string[], rights: Rights): string {
	const keys = [...new Set(needed.flatMap(productsWith))];
	const list = needed.join(' or ');
	if (keys.length === 0) {
		return `LinkedIn does not give ${list} to new apps. No product grants it: use a company page instead if you can.`;
	}
	const { products } = rights;
	if (!products) {
		const alone = keys.includes('communityManagement') ? ` ${ALONE}.` : '';
		return `Use a token with the scope ${list}; it comes with ${namesOf(keys)}.${alone}`;
	}
	const chosen = keys.filter((key) => products.includes(key));
	const asking = chosen.filter((key) => needed.some((scope) => asksFor(key, scope)));
	if (asking.length > 0) {
		return `It comes with ${namesOf(asking)}, which is chosen in the credential: connect again. If it's still missing, it's listed under Leave Out Scopes, or LinkedIn hasn't given it to your app.`;
	}
	if (chosen.length > 0) {
		return `${namesOf(chosen)}, which is chosen in the credential, may grant it, but only on request: add it under Additional Scopes (under Advanced) and connect again.`;
	}
	if (standsAlone(rights)) {
		return `It comes with ${namesOf(keys)}, and ${ALONE}: create a second app and a second credential.`;
	}
	const others = keys.filter((key) => key !== 'communityManagement');
	const atOnce = others.filter((key) => SELF_SERVE.includes(key));
	const added = atOnce.length > 0 ? atOnce : others;
	const ways = [];
	if (added.length > 0) {
		ways.push(
			`Add the product ${namesOf(added)} to your LinkedIn app, choose it under Your App Has in the credential, and connect again.`,
		);
	}
	if (keys.includes('communityManagement') && atOnce.length === 0) {
		const way = `a second app and a second credential for ${PRODUCTS.communityManagement.name}, which must be the only product on its app.`;
		ways.push(ways.length > 0 ? `Or make ${way}` : `Make ${way}`);
	}
	return ways.join(' ');
}

function namesOf(keys: ProductKey[]): string {
	return keys.map((key) => PRODUCTS[key].name).join(' or ');
}
