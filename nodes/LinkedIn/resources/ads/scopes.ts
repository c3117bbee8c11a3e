/**
 * Scopes and roles of the ads operations.
 * @see docs.accountAccess
 */
export const ADS_READ = { any: ['r_ads', 'rw_ads'] } as const;
export const ADS_WRITE = { any: ['rw_ads'] } as const;

export const ANY_ROLE = 'any role';
export const CREATIVE_MANAGER = 'CREATIVE_MANAGER or higher';
export const CAMPAIGN_MANAGER = 'CAMPAIGN_MANAGER or higher';
export const ACCOUNT_MANAGER = 'ACCOUNT_MANAGER or higher';
