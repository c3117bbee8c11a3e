/** Which emails LinkedIn sends about an ad account. */
import type { INodeProperties } from 'n8n-workflow';

import { flagOf } from '../values/readParameters';

const NOTIFICATIONS: Array<[name: string, label: string, when: string]> = [
	['notifiedOnCampaignOptimization', 'Notify of Optimization', 'a campaign could perform better'],
	['notifiedOnCreativeApproval', 'Notify of Creative Approval', 'an ad passes review'],
	['notifiedOnCreativeRejection', 'Notify of Creative Rejection', 'an ad is rejected'],
	['notifiedOnEndOfCampaign', 'Notify of End of Campaign', 'a campaign ends'],
	['notifiedOnNewFeaturesEnabled', 'Notify of New Features', 'there are new features'],
];

/** Options of a collection. */
export const notificationFields: INodeProperties[] = NOTIFICATIONS.map(([name, displayName, when]) => ({
	displayName,
	name,
	type: 'boolean',
	default: true,
	description: `Whether LinkedIn sends an email when ${when}`,
}));

/** The notifications among the members of a collection. @throws InputError */
export function notificationsOf(given: Record<string, unknown>): Record<string, boolean> {
	return Object.fromEntries(
		NOTIFICATIONS.flatMap(([name, label]) => {
			const flag = flagOf(given[name], label);
			return flag === undefined ? [] : [[name, flag]];
		}),
	);
}
