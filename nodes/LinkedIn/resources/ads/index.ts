import { api } from '../api';
import { adAccount } from './adAccount';
import { campaignGroup } from './campaignGroup';

/** The first one is what a new node shows. */
export const adsResources = [campaignGroup, adAccount, api];
