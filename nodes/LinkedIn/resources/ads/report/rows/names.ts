/** Names for what a report is broken down by, 100 per call. What can't be read has no name. */
import { z } from 'zod';

import { MOST_IDS_A_BATCH } from '../../../../transport/answers/batch';
import { optionalText, readEntity } from '../../../../transport/answers/readEntity';
import { LinkedInError } from '../../../../transport/errors/errors';
import { chunks } from '../../../../transport/flow/chunks';
import { settled } from '../../../../transport/flow/settled';
import { decodeBatch } from '../../../../transport/restli/decode';
import { sponsoredUrn, type SponsoredKind } from '../../../../transport/restli/urns/sponsored';
import type { LinkedInClient, RestliRequest } from '../../../../transport/types';
import { namesOf as targetingNames } from '../../../names/facets';
import { PAGE_LIST_SCOPES } from '../../../pages';
import { ADS_READ } from '../../scopes';

export interface Names {
	/** By URN. */
	names: Map<string, string>;
	/** LinkedIn's message if it refused some. */
	problem?: string;
}

/** Pages have records under `name`. */
const named = z.object({
	id: z.union([z.number(), z.string()]).optional(),
	name: optionalText,
	localizedName: optionalText,
});

/** Entities of an ad account. */
const COLLECTIONS: Array<{ kind: SponsoredKind; path: string; keyIsUrn: boolean }> = [
	{ kind: 'campaignGroup', path: '/rest/adAccounts/{account}/adCampaignGroups', keyIsUrn: false },
	{ kind: 'campaign', path: '/rest/adAccounts/{account}/adCampaigns', keyIsUrn: false },
	{ kind: 'creative', path: '/rest/adAccounts/{account}/creatives', keyIsUrn: true },
];

/** What LinkedIn's targeting has names for. */
const TARGETING = /^urn:li:(?:organization|industry|seniority|function|title|geo|skill|country|region):/;
const SPONSORED = 'urn:li:sponsored';
const ORGANIZATION = /^urn:li:organization:\d+$/;

/**
 * @param urns in any order, also of kinds without names
 * @param accounts numbers of the ad accounts in the report; nothing in another one gets a name
 */
export async function resolveNames(
	linkedin: LinkedInClient,
	urns: string[],
	accounts: string[],
): Promise<Names> {
	const found: Names = { names: new Map() };
	const missing = (isMeant: (urn: string) => boolean) => [
		...new Set(urns.filter((urn) => isMeant(urn) && !found.names.has(urn))),
	];
	const startsWith = (start: string) => (urn: string) => urn.startsWith(start);

	const mayReadAds = linkedin.may(ADS_READ.any) !== false;
	if (mayReadAds) await nameAccounts(linkedin, missing(startsWith(sponsoredUrn('account', ''))), found);
	else if (urns.some(startsWith(SPONSORED)))
		found.problem = `the scope ${ADS_READ.any.join(' or ')} is missing`;
	for (const { kind, path, keyIsUrn } of mayReadAds ? COLLECTIONS : []) {
		const start = sponsoredUrn(kind, '');
		for (const account of accounts) {
			await nameBatches(linkedin, missing(startsWith(start)), found, (some) => ({
				restliMethod: 'BATCH_GET',
				path,
				keys: { account },
				query: { ids: keyIsUrn ? some : some.map((urn) => urn.slice(start.length)), fields: ['id', 'name'] },
			}));
		}
	}
	const targeted = missing((urn) => TARGETING.test(urn));
	for (const [urn, name] of await targetingNames(linkedin, targeted)) found.names.set(urn, name);
	if (linkedin.may(PAGE_LIST_SCOPES) !== false) {
		await nameBatches(
			linkedin,
			missing((urn) => ORGANIZATION.test(urn)),
			found,
			(some) => ({
				restliMethod: 'BATCH_GET',
				path: '/rest/organizationsLookup',
				query: { ids: some.map((urn) => urn.slice(urn.lastIndexOf(':') + 1)) },
			}),
		);
	}
	return found;
}

/** LinkedIn has no batch call for accounts; its search takes several. */
async function nameAccounts(linkedin: LinkedInClient, urns: string[], found: Names): Promise<void> {
	const search = await settled(async () => {
		for (const some of chunks(urns, MOST_IDS_A_BATCH)) {
			const request = {
				restliMethod: 'FINDER' as const,
				path: '/rest/adAccounts',
				query: { q: 'search', search: { id: { values: some } }, fields: ['id', 'name'] },
			};
			const paging = { pageSize: MOST_IDS_A_BATCH, by: 'token' as const };
			for await (const elements of linkedin.pages<unknown>(request, paging)) {
				for (const element of elements) {
					const { id, name } = readEntity(named, element) ?? {};
					if (id !== undefined && name) found.names.set(sponsoredUrn('account', id), name);
				}
			}
		}
	});
	if (search.ok) return;
	if (!(search.failure instanceof LinkedInError)) throw search.failure;
	found.problem ??= search.failure.message;
}

async function nameBatches(
	linkedin: LinkedInClient,
	urns: string[],
	found: Names,
	request: (some: string[]) => RestliRequest,
): Promise<void> {
	for (const some of chunks(urns, MOST_IDS_A_BATCH)) {
		const result = await linkedin.attempt<unknown>(request(some));
		if (!result.ok) {
			found.problem ??= result.error.message;
			return;
		}
		const entries = decodeBatch<unknown>(result.reply.body);
		for (const urn of some) {
			const entry = entries.get(urn) ?? entries.get(urn.slice(urn.lastIndexOf(':') + 1));
			const { name, localizedName } = readEntity(named, entry?.value) ?? {};
			const shown = name ?? localizedName;
			if (shown) found.names.set(urn, shown);
		}
	}
}
