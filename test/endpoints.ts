/**
 * LinkedIn's endpoints as its pages name them, and the operations that use each of them. Typed page by page
 * (test/docs.ts): `{}` is a key in the path, followed by finders and actions.
 */

export type Endpoint = readonly [call: string, operations: readonly string[]];

/** Sign In With LinkedIn. */
const SIGN_IN: Endpoint[] = [
	['GET /v2/userinfo', ['profile:get']],
	['GET /v2/me', ['profile:get']],
	['GET /oauth/.well-known/openid-configuration', ['profile:getOpenIdConfiguration']],
	['GET /oauth/openid/jwks', ['profile:getOpenIdConfiguration']],
	['POST /oauth/v2/introspectToken', ['profile:checkAccess']],
];

/** Share on LinkedIn and Community Management: posts and social actions. */
const POSTS: Endpoint[] = [
	['CREATE /rest/posts', ['post:create']],
	['GET /rest/posts/{}', ['post:get']],
	['BATCH_GET /rest/posts', ['post:get']],
	['FINDER /rest/posts q=author', ['post:getMany']],
	['PARTIAL_UPDATE /rest/posts/{}', ['post:update']],
	['DELETE /rest/posts/{}', ['post:delete']],
	['GET /v2/ugcPosts/{}', ['legacyPost:get']],
	['FINDER /v2/ugcPosts q=authors', ['legacyPost:getMany']],
	['CREATE /rest/socialActions/{}/comments', ['comment:create', 'comment:reply']],
	['CREATE /v2/socialActions/{}/comments', ['comment:create', 'comment:reply']],
	['GET_ALL /rest/socialActions/{}/comments', ['comment:getMany']],
	['GET /rest/socialActions/{}/comments/{}', ['comment:get']],
	['BATCH_GET /rest/socialActions/{}/comments', ['comment:get']],
	['PARTIAL_UPDATE /rest/socialActions/{}/comments/{}', ['comment:update']],
	['DELETE /rest/socialActions/{}/comments/{}', ['comment:delete']],
	['CREATE /rest/reactions', ['reaction:create']],
	['PARTIAL_UPDATE /rest/reactions/{}', ['reaction:create']],
	['GET /rest/reactions/{}', ['reaction:get']],
	['BATCH_GET /rest/reactions', ['reaction:get']],
	['FINDER /rest/reactions/{} q=entity', ['reaction:getMany']],
	['DELETE /rest/reactions/{}', ['reaction:delete']],
	['CREATE /v2/socialActions/{}/likes', ['reaction:create']],
	['DELETE /v2/socialActions/{}/likes/{}', ['reaction:delete']],
	['GET /rest/socialMetadata/{}', ['engagement:get']],
	['BATCH_GET /rest/socialMetadata', ['engagement:get']],
	['PARTIAL_UPDATE /rest/socialMetadata/{}', ['engagement:setCommentsState']],
	// Also called by LinkedIn Posts and Pages Trigger.
	['FINDER /rest/organizationalEntityNotifications q=criteria', ['api:call']],
	['CREATE /v2/messages', ['message:send']],
];

const MEDIA: Endpoint[] = [
	['ACTION /rest/images action=initializeUpload', ['media:uploadImage', 'post:create']],
	['GET /rest/images/{}', ['media:get']],
	['BATCH_GET /rest/images', ['media:get', 'organization:get', 'person:get', 'profile:findFollowers']],
	['ACTION /rest/videos action=initializeUpload', ['media:uploadVideo', 'post:create']],
	['ACTION /rest/videos action=finalizeUpload', ['media:uploadVideo', 'post:create']],
	['BATCH_GET /rest/videos', ['media:get']],
	['ACTION /rest/documents action=initializeUpload', ['media:uploadDocument', 'post:create']],
	['GET /rest/documents/{}', ['media:get']],
];

/** Community Management: pages and their statistics. */
const PAGES: Endpoint[] = [
	['GET /rest/organizations/{}', ['organization:get']],
	['BATCH_GET /rest/organizations', ['organization:get']],
	['FINDER /rest/organizations q=vanityName', ['organization:getByVanityName']],
	['FINDER /rest/organizations q=parentOrganization', ['organization:getChildPages']],
	['BATCH_GET /rest/organizationsLookup', ['organization:lookUp']],
	['FINDER /rest/organizationAcls q=roleAssignee', ['organization:getMany']],
	['FINDER /rest/organizationAcls q=organization', ['organization:getAdministrators']],
	['GET /rest/networkSizes/{}', ['organization:getFollowerCount']],
	['FINDER /rest/peopleTypeahead q=organizationFollowers', ['profile:findFollowers']],
	['FINDER /rest/vanityUrl q=vanityUrlAsOrganization', ['person:getByAddress']],
	['GET /rest/people/{}', ['person:get', 'person:getByAddress']],
	['BATCH_GET /rest/people', ['person:get']],
	[
		'FINDER /rest/organizationalEntityShareStatistics q=organizationalEntity',
		['analytics:getShareStatistics'],
	],
	[
		'FINDER /rest/organizationalEntityFollowerStatistics q=organizationalEntity',
		['analytics:getFollowerStatistics'],
	],
	['FINDER /rest/organizationPageStatistics q=organization', ['analytics:getPageStatistics']],
	['FINDER /rest/brandPageStatistics q=brand', ['analytics:getPageStatistics']],
	['FINDER /rest/videoAnalytics q=entity', ['analytics:getVideoStatistics']],
	['FINDER /rest/memberCreatorPostAnalytics q=me', ['analytics:getMemberPostStatistics']],
	['FINDER /rest/memberCreatorPostAnalytics q=entity', ['analytics:getMemberPostStatistics']],
	['FINDER /rest/memberCreatorVideoAnalytics q=entity', ['analytics:getVideoStatistics']],
	['FINDER /rest/memberFollowersCount q=me', ['analytics:getMemberFollowers']],
	['FINDER /rest/memberFollowersCount q=dateRange', ['analytics:getMemberFollowers']],
];

/** Advertising. */
const ADS: Endpoint[] = [
	['CREATE /rest/adAccounts', ['adAccount:create']],
	['GET /rest/adAccounts/{}', ['adAccount:get']],
	['FINDER /rest/adAccounts q=search', ['adAccount:getMany']],
	['PARTIAL_UPDATE /rest/adAccounts/{}', ['adAccount:update']],
	['DELETE /rest/adAccounts/{}', ['adAccount:delete']],
	['FINDER /rest/adAccountUsers q=authenticatedUser', ['adAccountUser:getMany', 'profile:checkAccess']],
	['FINDER /rest/adAccountUsers q=accounts', ['adAccountUser:getMany']],
	['UPDATE /rest/adAccountUsers/{}', ['adAccountUser:add']],
	['PARTIAL_UPDATE /rest/adAccountUsers/{}', ['adAccountUser:update']],
	['DELETE /rest/adAccountUsers/{}', ['adAccountUser:remove']],
	['CREATE /rest/adAccounts/{}/adCampaignGroups', ['campaignGroup:create']],
	['GET /rest/adAccounts/{}/adCampaignGroups/{}', ['campaignGroup:get']],
	['BATCH_GET /rest/adAccounts/{}/adCampaignGroups', ['campaignGroup:get']],
	['FINDER /rest/adAccounts/{}/adCampaignGroups q=search', ['campaignGroup:getMany']],
	['PARTIAL_UPDATE /rest/adAccounts/{}/adCampaignGroups/{}', ['campaignGroup:update']],
	['BATCH_PARTIAL_UPDATE /rest/adAccounts/{}/adCampaignGroups', ['campaignGroup:update']],
	['DELETE /rest/adAccounts/{}/adCampaignGroups/{}', ['campaignGroup:delete']],
	['CREATE /rest/adAccounts/{}/adCampaigns', ['campaign:create']],
	['GET /rest/adAccounts/{}/adCampaigns/{}', ['campaign:get', 'campaign:update']],
	['BATCH_GET /rest/adAccounts/{}/adCampaigns', ['campaign:get', 'campaign:update']],
	['FINDER /rest/adAccounts/{}/adCampaigns q=search', ['campaign:getMany']],
	['PARTIAL_UPDATE /rest/adAccounts/{}/adCampaigns/{}', ['campaign:update', 'campaign:create']],
	['BATCH_PARTIAL_UPDATE /rest/adAccounts/{}/adCampaigns', ['campaign:update']],
	['DELETE /rest/adAccounts/{}/adCampaigns/{}', ['campaign:delete']],
	['CREATE /rest/adAccounts/{}/creatives', ['creative:create']],
	['ACTION /rest/adAccounts/{}/creatives action=createInline', ['creative:create']],
	['GET /rest/adAccounts/{}/creatives/{}', ['creative:get']],
	['BATCH_GET /rest/adAccounts/{}/creatives', ['creative:get']],
	['FINDER /rest/adAccounts/{}/creatives q=criteria', ['creative:getMany']],
	['PARTIAL_UPDATE /rest/adAccounts/{}/creatives/{}', ['creative:update']],
	['BATCH_PARTIAL_UPDATE /rest/adAccounts/{}/creatives', ['creative:update']],
	['DELETE /rest/adAccounts/{}/creatives/{}', ['creative:delete']],
	['FINDER /rest/adPreviews q=creative', ['creative:getPreview']],
	['FINDER /rest/adAnalytics q=analytics', ['report:get']],
	['FINDER /rest/adAnalytics q=statistics', ['report:get']],
	['FINDER /rest/adAnalytics q=attributedRevenueMetrics', ['report:get']],
	['GET_ALL /rest/adTargetingFacets', ['targeting:getFacets']],
	['FINDER /rest/adTargetingEntities q=adTargetingFacet', ['targeting:searchEntities']],
	['FINDER /rest/adTargetingEntities q=similarEntities', ['targeting:searchEntities']],
	['FINDER /rest/adTargetingEntities q=typeahead', ['targeting:searchEntities']],
	['FINDER /rest/adTargetingEntities q=urns', ['report:get', 'analytics:getFollowerStatistics']],
	['FINDER /rest/audienceCounts q=targetingCriteriaV2', ['targeting:getAudienceSize']],
	['FINDER /rest/adBudgetPricing q=criteriaV2', ['targeting:getBidPricing']],
];

/** Lead Sync, Conversions and Matched Audiences. */
const LEADS_AND_AUDIENCES: Endpoint[] = [
	['FINDER /rest/leadForms q=owner', ['leadForm:getMany']],
	['GET /rest/leadForms/{}', ['leadForm:get']],
	['BATCH_GET /rest/leadForms', ['leadForm:get']],
	['FINDER /rest/leadFormResponses q=owner', ['leadResponse:getMany']],
	['GET /rest/leadFormResponses/{}', ['leadResponse:get']],
	['BATCH_GET /rest/leadFormResponses', ['leadResponse:get']],
	['CREATE /rest/conversions', ['conversion:create']],
	['GET /rest/conversions/{}', ['conversion:get']],
	['FINDER /rest/conversions q=account', ['conversion:getMany']],
	['PARTIAL_UPDATE /rest/conversions/{}', ['conversion:update']],
	['UPDATE /rest/campaignConversions/{}', ['conversion:associateCampaign', 'campaign:create']],
	['BATCH_UPDATE /rest/campaignConversions', ['conversion:associateCampaign']],
	['CREATE /rest/conversionEvents', ['conversionEvent:send']],
	['BATCH_CREATE /rest/conversionEvents', ['conversionEvent:send']],
	['CREATE /rest/dmpSegments', ['audience:create']],
	['GET /rest/dmpSegments/{}', ['audience:get']],
	['FINDER /rest/dmpSegments q=account', ['audience:getMany']],
	['PARTIAL_UPDATE /rest/dmpSegments/{}', ['audience:update']],
	['DELETE /rest/dmpSegments/{}', ['audience:delete']],
	['BATCH_CREATE /rest/dmpSegments/{}/users', ['audience:addMembers']],
	['BATCH_CREATE /rest/dmpSegments/{}/companies', ['audience:addMembers']],
];

/** Everybody's ads; two finders of a separate product. */
const AD_LIBRARY: Endpoint[] = [
	['FINDER /rest/adLibrary q=criteria', ['adLibrary:searchAds']],
	['FINDER /rest/jobLibrary q=criteria', ['adLibrary:searchJobs']],
];

export const ENDPOINTS: Endpoint[] = [
	...SIGN_IN,
	...POSTS,
	...MEDIA,
	...PAGES,
	...ADS,
	...LEADS_AND_AUDIENCES,
	...AD_LIBRARY,
];

/** Endpoints without their own operation, and why. All but the first two can be reached with API Call. */
export const NOT_CALLED: Record<string, string> = {
	'POST /oauth/v2/accessToken': 'n8n gets and renews tokens itself',
	'POST /oauth/v2/revoke': 'undocumented for this flow; a member revokes in the settings of LinkedIn',
	'FINDER /rest/posts q=dscAdAccount':
		'posts that exist only as ads; creative:getMany lists the ads with their posts',
	'GET /rest/socialActions/{}': 'deprecated by LinkedIn for socialMetadata: engagement:get',
	'FINDER /rest/organizationAuthorizations q=bulk': 'partners only; roles are read from organizationAcls',
	'UPDATE /rest/eventSubscriptions/{}':
		'push needs a public address with a secret of its own; the trigger polls',
	'CREATE /rest/leadNotifications': 'push, as above; the trigger polls',
	'CREATE /rest/leadForms': 'forms are made in Campaign Manager',
	'FINDER /rest/adSupplyForecasts q=criteriaV2': 'a forecast for planners, its answer undocumented',
	'ACTION /rest/dmpSegments action=generateUploadUrl': 'lists are streamed with audience:addMembers',
	'CREATE /rest/events': 'a product of its own',
	'ACTION /v2/assets action=registerUpload': 'the old way to upload; images and videos have their own',
};

/** Operations that tell what the process knows. */
export const WITHOUT_CALL = ['usage:get'];

/** The endpoints that a public reference of LinkedIn's API for AI agents lists. */
export const AGENTS_REFERENCE = {
	reads: [
		'GET /v2/userinfo',
		'GET /oauth/.well-known/openid-configuration',
		'GET /rest/posts/{}',
		'FINDER /rest/posts q=author',
		'GET /v2/ugcPosts/{}',
		'GET_ALL /rest/socialActions/{}/comments',
		'FINDER /rest/reactions/{} q=entity',
		'GET /rest/images/{}',
		'GET /rest/organizations/{}',
		'FINDER /rest/organizations q=vanityName',
		'GET /rest/networkSizes/{}',
		'FINDER /rest/adAccounts q=search',
		'GET /rest/adAccounts/{}',
		'FINDER /rest/adAccounts/{}/adCampaignGroups q=search',
		'FINDER /rest/adAccounts/{}/adCampaigns q=search',
		'GET /rest/adAccounts/{}/adCampaigns/{}',
	],
	writes: [
		'CREATE /rest/posts',
		'PARTIAL_UPDATE /rest/posts/{}',
		'DELETE /rest/posts/{}',
		'CREATE /rest/socialActions/{}/comments',
		'DELETE /rest/socialActions/{}/comments/{}',
		'CREATE /rest/reactions',
		'DELETE /rest/reactions/{}',
		'ACTION /rest/images action=initializeUpload',
		'ACTION /rest/videos action=initializeUpload',
		'CREATE /rest/adAccounts',
		'PARTIAL_UPDATE /rest/adAccounts/{}',
		'CREATE /rest/adAccounts/{}/adCampaigns',
	],
};
