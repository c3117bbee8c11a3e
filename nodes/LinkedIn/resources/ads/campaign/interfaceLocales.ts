/**
 * The interface languages that a campaign targets. A change replaces the whole targeting, and LinkedIn refuses one
 * without them.
 * @see docs.targetingCriteria
 */
import { z } from 'zod';

import { readMany, type BatchResult } from '../../../transport/answers/batch';
import { readEntity, type Entity } from '../../../transport/answers/readEntity';
import { LinkedInError } from '../../../transport/errors/errors';
import type { LinkedInClient } from '../../../transport/types';
import { fetchEntity } from '../../batchGet';
import { facetNamed } from '../targeting/facets';
import type { TargetingCriteria } from '../targeting/shape';
import type { Locale } from '../values/locale';

const FACET = facetNamed('interfaceLocales').urn;
const FIELDS = { fields: 'id,locale,targetingCriteria' };

const locale = z.object({ language: z.string(), country: z.string() });
const criteria = z.object({
	include: z.object({ and: z.array(z.object({ or: z.record(z.array(z.string())) })) }),
});

/** Whether the targeting has them. */
export const hasInterfaceLocales = ({ include }: TargetingCriteria): boolean =>
	include.and.some(({ or }) => FACET in or);

/** The targeting with these languages. @param locales URNs */
export function withInterfaceLocales(targeting: TargetingCriteria, locales: string[]): TargetingCriteria {
	return { ...targeting, include: { and: [...targeting.include.and, { or: { [FACET]: locales } }] } };
}

export const localeUrn = ({ language, country }: Locale) => `urn:li:locale:${language}_${country}`;

/** URNs, or why they are unknown; `status` is LinkedIn's if it doesn't show the campaign. */
export type Locales = { urns: string[] } | { urns?: undefined; status: number | null; reason: string };

const UNKNOWN = "LinkedIn didn't return the languages that its targeting must keep";
const WAY_OUT = 'Add Locale, or a rule for interfaceLocales under Targeting.';

/**
 * The current ones of campaigns, otherwise the language of their locale. Takes one call, for several one per 100.
 * @param ids of the campaigns
 * @returns by id
 * @throws LinkedInError if those of a single campaign aren't shown
 */
export async function interfaceLocalesOf(
	linkedin: LinkedInClient,
	account: string,
	ids: string[],
): Promise<Map<string, Locales>> {
	const path = '/rest/adAccounts/{account}/adCampaigns';
	const single = (id: unknown) => ({
		restliMethod: 'GET' as const,
		path: `${path}/{id}`,
		keys: { account, id: String(id) },
		query: FIELDS,
	});
	if (ids.length === 1) {
		const urns = localesIn(await fetchEntity(linkedin, single(ids[0])));
		if (urns.length > 0) return new Map([[ids[0], { urns }]]);
		throw new LinkedInError(`The campaign was not changed: ${UNKNOWN}`, {
			code: 'UNEXPECTED_ANSWER',
			field: 'Targeting',
			advice: WAY_OUT,
		});
	}
	const found = await readMany(linkedin, { batch: { path, keys: { account }, query: FIELDS }, ids, single });
	return new Map(ids.map((id, index) => [id, localesFrom(found[index])]));
}

function localesFrom(found: BatchResult): Locales {
	if (!found.ok) return { status: found.status, reason: `Not changed, because ${UNKNOWN}: ${found.reason}` };
	const urns = localesIn(found.value);
	return urns.length > 0 ? { urns } : { status: null, reason: `Not changed, because ${UNKNOWN}. ${WAY_OUT}` };
}

function localesIn({ targetingCriteria, locale: own }: Entity): string[] {
	const targeted = readEntity(criteria, targetingCriteria)?.include.and.flatMap(({ or }) => or[FACET] ?? []);
	if (targeted && targeted.length > 0) return [...new Set(targeted)];
	const found = readEntity(locale, own);
	return found ? [localeUrn(found)] : [];
}
