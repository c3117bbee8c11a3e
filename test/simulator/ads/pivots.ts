import { COUNTRIES, ENTITIES, REGIONS } from './catalogue';
import { oneFrom, textHash } from './hash';
import type { ReportFact } from './reports';

const OBJECTIVES = ['BRAND_AWARENESS', 'LEAD_GENERATION', 'WEBSITE_VISIT'];

/** Pivots that identify what was advertised (docs.reports, docs.reportSchema). */
const OF_THE_AD: Record<string, (fact: ReportFact) => string | undefined> = {
	ACCOUNT: ({ account }) => `urn:li:sponsoredAccount:${account}`,
	CAMPAIGN_GROUP: ({ campaignGroup }) => `urn:li:sponsoredCampaignGroup:${campaignGroup}`,
	CAMPAIGN: ({ campaign }) => `urn:li:sponsoredCampaign:${campaign}`,
	CREATIVE: ({ creative }) => `urn:li:sponsoredCreative:${creative}`,
	COMPANY: ({ company }) => company,
	OBJECTIVE_TYPE: ({ campaign }) => oneFrom(OBJECTIVES, textHash(campaign)),
	SHARE: ({ share }) => share,
};

const urns = (type: string) => ENTITIES[type].map(({ urn }) => urn);

/** Pivots that split the counts, with their values. */
const OF_THE_VIEW: Record<string, readonly string[]> = {
	CARD_INDEX: ['0', '1', '2', '3'],
	CONVERSATION_NODE: ['urn:li:sponsoredMessageContent:1', 'urn:li:sponsoredMessageContent:2'],
	CONVERSATION_NODE_OPTION_INDEX: ['0', '1', '2'],
	CONVERSION: ['urn:lla:llaPartnerConversion:104012', 'urn:lla:llaPartnerConversion:104022'],
	EVENT_STAGE: ['PRE_LIVE', 'LIVE', 'POST_LIVE'],
	IMPRESSION_DEVICE_TYPE: ['DESKTOP_WEB', 'MOBILE_APP', 'MOBILE_WEB'],
	PLACEMENT_NAME: ['LINKEDIN_FEED', 'LINKEDIN_RIGHT_RAIL', 'LINKEDIN_AUDIENCE_NETWORK'],
	SERVING_LOCATION: ['ON_SITE', 'OFF_SITE'],
	MEMBER_COMPANY: urns('COMPANY'),
	MEMBER_COMPANY_SIZE: [
		'SIZE_1',
		'SIZE_2_TO_10',
		'SIZE_11_TO_50',
		'SIZE_51_TO_200',
		'SIZE_201_TO_500',
		'SIZE_501_TO_1000',
		'SIZE_1001_TO_5000',
		'SIZE_5001_TO_10000',
		'SIZE_10001_OR_MORE',
	],
	MEMBER_COUNTRY_V2: COUNTRIES.map(({ urn }) => urn),
	MEMBER_COUNTY: REGIONS.map(({ urn }) => urn),
	MEMBER_INDUSTRY: urns('INDUSTRY'),
	MEMBER_JOB_FUNCTION: urns('FUNCTION'),
	MEMBER_JOB_TITLE: urns('TITLE'),
	MEMBER_REGION_V2: REGIONS.map(({ urn }) => urn),
	MEMBER_SENIORITY: urns('SENIORITY'),
};

const SEED = Object.fromEntries(Object.keys(OF_THE_VIEW).map((pivot) => [pivot, textHash(pivot)]));

export const PIVOTS = [...Object.keys(OF_THE_AD), ...Object.keys(OF_THE_VIEW)];

/** Whether it's the same for everything that happens with an ad. */
export const isOfTheAd = (pivot: string) => pivot in OF_THE_AD;

/** The finder of one pivot does not have it (docs.reportSchema). */
export const isOfStatisticsOnly = (pivot: string) => pivot === 'OBJECTIVE_TYPE';

export const isByMember = (pivot: string) => pivot.startsWith('MEMBER_');

/** The value of a pivot for a fact; undefined if the ad has none. */
export function pivotValueOf(pivot: string, fact: ReportFact): string | undefined {
	if (isOfTheAd(pivot)) return OF_THE_AD[pivot](fact);
	return fact.dimensions?.[pivot] ?? oneFrom(OF_THE_VIEW[pivot], fact.seed ^ SEED[pivot]);
}
