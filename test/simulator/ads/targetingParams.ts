import { denied } from '../errors';
import { paramRefused } from './errors';
import { facetOf, type TargetingFacet } from './facets';
import { targetingCriteria, targetingFaults, type TargetingCriteria } from './targetingRules';
import type { Product } from '../apps';
import type { Call } from '../resource';

/**
 * Any member's token is accepted, of an app with the Advertising API (docs/behaviour.md#scopes-by-product).
 * @throws ApiError 403
 */
export function requireAdvertising(call: Call): void {
	requireProduct(call, ['advertising']);
}

/** Facets and entities: also apps with Community Management, on any tier. @throws ApiError 403 */
export function requireTargeting(call: Call): void {
	requireProduct(call, ['advertising', 'communityManagement']);
}

function requireProduct({ member, app }: Call, products: Product[]): void {
	if (member && app.products.some((product) => products.includes(product))) return;
	throw denied('Not enough permissions to access: partnerApiAdTargeting');
}

/** @throws ApiError 400 for an unknown facet */
export function readFacet({ params, version }: Call): TargetingFacet {
	if (params.facet === undefined) throw paramRefused('MISSING_FIELD', 'facet');
	const facet = facetOf(params.facet, version);
	if (facet) return facet;
	throw paramRefused('INVALID_VALUE_FOR_FIELD', 'facet', `${String(params.facet)} is no facet`);
}

/** A list of URNs. @throws ApiError 400 */
export function readUrns({ params }: Call, name: string): string[] {
	const value = params[name];
	if (value === undefined) throw paramRefused('MISSING_FIELD', name);
	const isUrn = (one: unknown) => typeof one === 'string' && /^urn:li:\w+:.+$/.test(one);
	if (Array.isArray(value) && value.length > 0 && value.every(isUrn)) return value.map(String);
	throw paramRefused('INVALID_VALUE_FOR_FIELD', name, `${name} is a list of URNs`);
}

/** `queryVersion` and `locale`, which all finders of targeting entities have. @throws ApiError 400 */
export function checkQuery({ params }: Call): void {
	const { queryVersion, locale } = params;
	if (queryVersion !== 'QUERY_USES_URNS') {
		throw paramRefused('INVALID_VALUE_FOR_FIELD', 'queryVersion', 'queryVersion is QUERY_USES_URNS');
	}
	if (locale === undefined) return;
	const { language, country, ...others } =
		typeof locale === 'object' && !Array.isArray(locale) ? locale : { other: '' };
	const isLocale = /^[a-z]{2}$/.test(String(language)) && /^[A-Z]{2}$/.test(String(country));
	if (!isLocale || Object.keys(others).length > 0) {
		throw paramRefused('INVALID_VALUE_FOR_FIELD', 'locale', 'locale is (language:en,country:US)');
	}
}

/** `(include:(and:List((or:(facet:List(urn))))),exclude:(or:(…)))`, with its rules checked. @throws ApiError 400 */
export function readTargeting({ params }: Call): TargetingCriteria {
	if (params.targetingCriteria === undefined) throw paramRefused('MISSING_FIELD', 'targetingCriteria');
	const found = targetingCriteria.safeParse(params.targetingCriteria);
	if (!found.success) {
		throw paramRefused('INVALID_VALUE_FOR_FIELD', 'targetingCriteria', 'Invalid query parameters passed');
	}
	const [fault] = targetingFaults(found.data);
	if (fault) throw paramRefused(fault.code, 'targetingCriteria', fault.description);
	return found.data;
}
