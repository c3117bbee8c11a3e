/**
 * Compares what ads requests put into a URL — search expressions, lists of URNs, compound keys, targeting criteria with
 * their encoded keys — with LinkedIn's own client (`linkedin-api-client`), over random values. Set ORACLE_SEED to
 * repeat a seed.
 */
import assert from 'node:assert/strict';
import fc from 'fast-check';
import { buildRestliUrl } from 'linkedin-api-client/dist/lib/utils/api-utils';
import { encodeQueryParamsForGetRequests } from 'linkedin-api-client/dist/lib/utils/restli-utils';

import { anyOf, criteria } from '../../../../../nodes/LinkedIn/resources/ads/requests/search';
import { criteriaOf } from '../../../../../nodes/LinkedIn/resources/ads/targeting/criteria';
import { encodePath, encodeQuery } from '../../../../../nodes/LinkedIn/transport/restli/encode';
import {
	sponsoredUrn,
	type SponsoredKind,
} from '../../../../../nodes/LinkedIn/transport/restli/urns/sponsored';
import type { RestliValue } from '../../../../../nodes/LinkedIn/transport/restli/value';

const RUNS = 5_000;
const seed = Number(process.env.ORACLE_SEED ?? Date.now() % 2 ** 31);

beforeAll(() => {
	process.stdout.write(`ORACLE_SEED=${seed}\n`);
});

const kinds: SponsoredKind[] = ['account', 'campaign', 'campaignGroup', 'conversion', 'creative', 'leadForm'];
const id = fc.integer({ min: 1, max: 2 ** 31 - 1 }).map(String);
const urn = fc.tuple(fc.constantFrom(...kinds), id).map(([kind, number]) => sponsoredUrn(kind, number));
/** What users call their campaigns. */
const name = fc
	.array(
		fc.oneof(
			fc.constantFrom(...",()':%&=+#?/ ".split(''), 'List(', '%2C', "''", 'é', '日', '😀'),
			fc.string({ unit: 'grapheme', maxLength: 3 }),
		),
		{ maxLength: 8 },
	)
	.map((parts) => parts.join(''));
const few = <T>(one: fc.Arbitrary<T>) => fc.array(one, { maxLength: 3 });

function agrees(query: Record<string, RestliValue | undefined>): void {
	const given = Object.entries(query).filter(([, value]) => value !== undefined);
	assert.equal(
		encodeQuery(query),
		encodeQueryParamsForGetRequests(Object.fromEntries(given) as Record<string, RestliValue>),
	);
}

describe(`with the seed ${seed}`, () => {
	it(`${RUNS} searches`, () => {
		const searches = fc.record({
			id: few(urn),
			name: few(name),
			reference: few(id.map((number) => `urn:li:organization:${number}`)),
			status: few(fc.constantFrom('ACTIVE', 'DRAFT', 'PENDING_DELETION')),
			test: fc.option(fc.boolean(), { nil: undefined }),
		});
		let filled = 0;
		fc.assert(
			fc.property(searches, name, ({ test, ...lists }, pageToken) => {
				const values = Object.entries(lists).map(([criterion, some]) => [criterion, anyOf(some)]);
				const search = criteria({ ...(Object.fromEntries(values) as object), test });
				if (search) filled += 1;
				agrees({ q: 'search', search, sortOrder: 'DESCENDING', pageSize: 1000, pageToken });
			}),
			{ seed, numRuns: RUNS },
		);
		expect(filled).toBeGreaterThan(RUNS * 0.8);
	});

	it(`${RUNS} lists of URNs and records beside them`, () => {
		fc.assert(
			fc.property(few(urn), few(urn), urn, (accounts, ids, owner) => {
				agrees({ q: 'analytics', pivot: 'CAMPAIGN', accounts, fields: 'impressions,clicks,dateRange' });
				agrees({ ids });
				agrees({ q: 'owner', owner: { sponsoredAccount: owner }, leadType: { leadType: 'SPONSORED' } });
			}),
			{ seed, numRuns: RUNS },
		);
	});

	it(`${RUNS} keys, single and compound`, () => {
		const templates = [
			'/creatives/{key}',
			'/adAccountUsers/{key}',
			'/campaignConversions/{key}',
			'/adAccounts/1/adCampaigns/{key}',
		];
		const keys = fc.oneof(
			urn,
			id,
			fc.record({ account: urn, user: name.map((text) => `urn:li:person:${text}`) }),
			fc.record({ campaign: urn, conversion: urn }),
		);
		fc.assert(
			fc.property(fc.constantFrom(...templates), keys, (template, key) => {
				const theirs = buildRestliUrl(template, { key }, '202609');
				assert.equal(`https://api.linkedin.com/rest${encodePath(template, { key })}`, theirs);
			}),
			{ seed, numRuns: RUNS },
		);
	});

	it(`${RUNS} targeting criteria, from the builder to the wire`, () => {
		const values = fc.oneof(
			id.map((number) => `urn:li:geo:${number}`),
			fc.tuple(id, id).map(([from, to]) => `urn:li:ageRange:(${from},${to})`),
			fc.constantFrom('urn:li:locale:en_US', 'urn:li:gender:FEMALE', 'urn:li:x:%2C'),
		);
		const row = fc.record({
			match: fc.constantFrom('and', 'or', 'exclude'),
			facet: fc.constantFrom('locations', 'skills', 'degrees', 'revenue', 'urn:li:adTargetingFacet:futures'),
			entities: fc.array(values, { minLength: 1, maxLength: 4 }),
		});
		const first = row.map((one) => ({ ...one, match: 'and' }));
		let sent = 0;
		fc.assert(
			fc.property(first, few(row), (one, more) => {
				const apart = more.map((other) =>
					other.match === 'exclude' ? { ...other, facet: 'schools' } : other,
				);
				const targetingCriteria = criteriaOf({ rules: [one, ...apart] }, '');
				assert.ok(targetingCriteria);
				sent += 1;
				agrees({ q: 'targetingCriteriaV2', targetingCriteria });
			}),
			{ seed, numRuns: RUNS },
		);
		expect(sent).toBe(RUNS);
	});
});
