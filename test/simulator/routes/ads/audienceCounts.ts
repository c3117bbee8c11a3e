import { chance } from '../../ads/hash';
import { readTargeting, requireAdvertising } from '../../ads/targetingParams';
import type { TargetingCriteria } from '../../ads/targetingRules';
import type { Answer, Call, Resource } from '../../resource';

const ALL_MEMBERS = 1_200_000_000;
/** Smaller audiences are reported as 0 (docs.audienceCounts). */
const LEAST_TOTAL = 300;
const ROUNDED_TO = 100;

/** /rest/audienceCounts (docs.audienceCounts). */
export const audienceCounts: Resource = {
	path: '/rest/audienceCounts',
	permission: 'partnerApiAudienceCounts',
	finders: { targetingCriteriaV2: { scopes: [], params: ['targetingCriteria'], handle: count } },
};

function count(call: Call): Answer {
	requireAdvertising(call);
	const size = audienceSize(readTargeting(call));
	const total = size < LEAST_TOTAL ? 0 : Math.round(size / ROUNDED_TO) * ROUNDED_TO;
	return {
		status: 200,
		body: { elements: [{ active: 0, total }], paging: { count: 10, links: [], start: 0 } },
	};
}

/** More values in a group make it larger; more groups and exclusions make it smaller. */
function audienceSize({ include, exclude }: TargetingCriteria): number {
	const included = include.and.reduce((left, { or }) => left * shareOf(or), ALL_MEMBERS);
	return exclude ? included * (1 - shareOf(exclude.or)) : included;
}

/** The share of all members who have at least one of the values. */
function shareOf(group: Record<string, string[]>): number {
	const others = Object.values(group)
		.flat()
		.reduce((left, urn) => left * (1 - (0.005 + 0.15 * chance(urn))), 1);
	return 1 - others;
}
