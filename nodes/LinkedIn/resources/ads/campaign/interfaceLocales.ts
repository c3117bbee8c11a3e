/**
 * The languages of LinkedIn's interface that a campaign targets. LinkedIn refuses to change targeting to one without them,
 * as it replaces the whole of it.
 * @see https://learn.microsoft.com/en-us/linkedin/shared/references/v2/ads/targeting-criteria
 */
import { z } from 'zod';

import type { LinkedIn } from '../../../transport';
import { readMany } from '../../../transport/batch';
import { readEntity } from '../../../transport/readEntity';
import { fetchEntity } from '../../many';
import type { Locale } from '../locale';
import type { TargetingCriteria } from '../targeting/criteria';
import { facetNamed } from '../targeting/facets';

const FACET = facetNamed('interfaceLocales').urn;
const FIELDS = { fields: 'id,locale,targetingCriteria' };

const locale = z.object({ language: z.string(), country: z.string() });
const criteria = z.object({
	include: z.object({ and: z.array(z.object({ or: z.record(z.array(z.string())) })) }),
});

/** Whether targeting names them. */
export const hasInterfaceLocales = ({ include }: TargetingCriteria): boolean =>
	include.and.some(({ or }) => FACET in or);

/** The targeting with these of them; as it is where there are none. @param locales URNs */
export function withInterfaceLocales(targeting: TargetingCriteria, locales: string[]): TargetingCriteria {
	if (locales.length === 0) return targeting;
	return { ...targeting, include: { and: [...targeting.include.and, { or: { [FACET]: locales } }] } };
}

export const localeUrn = ({ language, country }: Locale) => `urn:li:locale:${language}_${country}`;

/**
 * Those that campaigns have now, or else the one of their own locale. Costs a call, for several one a hundred.
 * @param ids of the campaigns
 * @returns URNs by id; of a campaign that LinkedIn does not show none, as it will say so to the change too
 * @throws LinkedInError where the only one is not shown
 */
export async function interfaceLocalesOf(
	linkedin: LinkedIn,
	account: string,
	ids: string[],
): Promise<Map<string, string[]>> {
	const path = '/rest/adAccounts/{account}/adCampaigns';
	const single = (id: unknown) => ({
		restliMethod: 'GET' as const,
		path: `${path}/{id}`,
		keys: { account, id: String(id) },
		query: FIELDS,
	});
	if (ids.length === 1) return new Map([[ids[0], localesIn(await fetchEntity(linkedin, single(ids[0])))]]);
	const found = await readMany(linkedin, { batch: { path, keys: { account }, query: FIELDS }, ids, single });
	return new Map(ids.map((id, index) => [id, localesIn(found[index])]));
}

function localesIn(campaign: object): string[] {
	const { targetingCriteria, locale: own } = ('value' in campaign ? campaign.value : campaign) as {
		targetingCriteria?: unknown;
		locale?: unknown;
	};
	const targeted = readEntity(criteria, targetingCriteria)?.include.and.flatMap(({ or }) => or[FACET] ?? []);
	if (targeted && targeted.length > 0) return [...new Set(targeted)];
	const found = readEntity(locale, own);
	return found ? [localeUrn(found)] : [];
}
