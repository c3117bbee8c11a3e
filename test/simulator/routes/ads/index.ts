import { adAccounts } from './adAccounts';
import { adAccountUsers } from './adAccountUsers';
import { adAnalytics } from './adAnalytics';
import { adBudgetPricing } from './adBudgetPricing';
import { adCampaignGroups } from './adCampaignGroups';
import { adCampaigns } from './adCampaigns';
import { adLibrary } from './adLibrary';
import { adPreviews } from './adPreviews';
import { adTargetingEntities } from './adTargetingEntities';
import { adTargetingFacets } from './adTargetingFacets';
import { audienceCounts } from './audienceCounts';
import { campaignConversions } from './campaignConversions';
import { conversionEvents } from './conversionEvents';
import { conversions } from './conversions';
import { creatives } from './creatives';
import { dmpSegments } from './dmpSegments';
import { listUploads, segmentCompanies, segmentUsers } from './dmpSegmentMembers';
import { jobLibrary } from './jobLibrary';
import { leadFormResponses } from './leadFormResponses';
import { leadForms } from './leadForms';
import { leadNotifications } from './leadNotifications';
import type { Resource } from '../../resource';

/** The resources of LinkedIn's advertising API. */
export const adsRoutes: Resource[] = [
	adAccounts,
	adAccountUsers,
	adAnalytics,
	adBudgetPricing,
	adCampaignGroups,
	adCampaigns,
	adLibrary,
	adPreviews,
	adTargetingEntities,
	adTargetingFacets,
	audienceCounts,
	campaignConversions,
	conversionEvents,
	conversions,
	creatives,
	dmpSegments,
	jobLibrary,
	leadFormResponses,
	leadForms,
	leadNotifications,
	listUploads,
	segmentCompanies,
	segmentUsers,
];
