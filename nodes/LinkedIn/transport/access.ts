/**
 * What a connection may do, told from the scopes that LinkedIn granted: no call is spent on it.
 * @see https://learn.microsoft.com/en-us/linkedin/shared/authentication/getting-access
 */
import { includesScope, PRODUCTS, productsWith } from '../../../credentials/products';

/** Who acts or is looked at: a person, or a company page. */
export type ActsAs = 'member' | 'page';

/** For each kind of author, the scopes of which one is enough. */
export interface Scopes {
	member?: readonly string[];
	page?: readonly string[];
	/** The same whoever acts. */
	any?: readonly string[];
}

/** Scopes of which one is enough for this author, or for whichever author when that is not known yet. */
export function scopesFor(scopes: Scopes, as?: ActsAs): readonly string[] {
	if (scopes.any) return scopes.any;
	if (as) return scopes[as] ?? [];
	return [...new Set([...(scopes.member ?? []), ...(scopes.page ?? [])])];
}

/**
 * The sentence that refuses an operation before any call, or undefined when it may go on.
 * @param needed one of these is enough; an empty list needs none
 * @param granted what LinkedIn granted, or undefined where the credential does not say (a pasted token)
 */
export function missingScope(
	needed: readonly string[],
	granted: ReadonlySet<string> | undefined,
): { message: string; advice: string } | undefined {
	if (!granted || needed.length === 0 || needed.some((scope) => includesScope(granted, scope)))
		return undefined;
	const list = needed.join(' or ');
	const closed = needed.filter((scope) => productsWith(scope).length === 0);
	if (closed.length === needed.length) {
		return {
			message: `LinkedIn has not granted this connection ${list}`,
			advice: `LinkedIn does not give ${list} to new apps. There is no product to ask for: use a company page instead where you can.`,
		};
	}
	const products = [...new Set(needed.flatMap(productsWith))].map((product) => PRODUCTS[product].name);
	return {
		message: `This connection lacks the scope ${list}`,
		advice: `Add the product ${products.join(' or ')} to your LinkedIn app, choose it under Products in the credential, and connect again.`,
	};
}
