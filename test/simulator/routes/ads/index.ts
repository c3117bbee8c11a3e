import { adAccounts } from './adAccounts';
import { adCampaignGroups } from './adCampaignGroups';
import { adCampaigns } from './adCampaigns';
import type { Resource } from '../../resource';

/** The resources of LinkedIn's advertising API. */
export const adsRoutes: Resource[] = [adAccounts, adCampaignGroups, adCampaigns];
