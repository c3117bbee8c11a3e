/** What n8n's AI builder is told of each node beside its description: what it's for, and which nodes go with it. */
import type { IBuilderHint } from 'n8n-workflow';

const PACKAGE = 'n8n-nodes-linkedin-suite';
const COMMUNITY = `${PACKAGE}.linkedInCommunity`;
const COMMUNITY_TRIGGER = `${PACKAGE}.linkedInCommunityTrigger`;
const ADS = `${PACKAGE}.linkedInAds`;
const ADS_TRIGGER = `${PACKAGE}.linkedInAdsTrigger`;

const toAds = { nodeType: ADS, relationHint: 'Ads, ad reports, leads, conversions and audiences' };
const toCommunity = {
	nodeType: COMMUNITY,
	relationHint: 'Posts, comments, reactions, Company Pages, statistics',
};

/** In the types that the builder is handed, once a node. */
const extraTypeDefContent = [
	{
		content:
			"In a locator, mode 'list' with an empty value lets the user choose; mode 'id' takes an ID, a URN or an expression, mode 'url' a link.",
	},
];

export const communityHint: IBuilderHint = {
	searchHint:
		'For posts with text, images, video, documents or polls, comments, reactions, Company Pages, followers and statistics. n8n-nodes-base.linkedIn only creates posts.',
	relatedNodes: [
		{
			nodeType: COMMUNITY_TRIGGER,
			relationHint: 'Starts a workflow on new comments, reactions, mentions, shares and posts of a page',
		},
		toAds,
	],
	extraTypeDefContent,
};

export const communityTriggerHint: IBuilderHint = {
	searchHint: 'Polls for new comments on pages or posts. No webhook or public address is needed.',
	relatedNodes: [{ nodeType: COMMUNITY, relationHint: 'Replies to the comment: Comment, Reply' }],
};

export const adsHint: IBuilderHint = {
	searchHint: `For ad reports, campaigns, creatives, leads, conversions, audiences and targeting. Use ${COMMUNITY} for posts, comments, pages and their statistics.`,
	relatedNodes: [{ nodeType: ADS_TRIGGER, relationHint: 'Starts a workflow on new leads' }, toCommunity],
	extraTypeDefContent,
};

export const adsTriggerHint: IBuilderHint = {
	searchHint: 'Polls for new leads of Lead Gen Forms. The items have the answers; no further call is needed.',
	relatedNodes: [
		{ nodeType: ADS, relationHint: 'Sends the result of a lead as a conversion event' },
		toCommunity,
	],
};

export const pushTriggerHint: IBuilderHint = {
	searchHint: `Only for LinkedIn apps approved for webhooks, and a public https address. Otherwise use ${COMMUNITY_TRIGGER} or ${ADS_TRIGGER}, which poll.`,
	relatedNodes: [toCommunity, toAds],
};
