/** While Highest Daily Budget is set, API Call changes no ads: their budgets are compared only by their own operations. */
import { LinkedInError } from '../../transport/errors/errors';
import type { RestliValue } from '../../transport/restli/value';
import type { LinkedInClient } from '../../transport/types';

/** Accounts, campaign groups, campaigns, creatives and tests of them, also as /v2/ names them, e.g. `adCampaignsV2`. */
const ADS =
	/^(?:adaccount(?!user)|adcampaign|adcreative|addirectsponsoredcontent|adexperiment|adlifttest|creative)/i;

/** @param path as readPath returns it, @param keys the values of its `{names}` */
export function isAdsPath(path: string, keys: Record<string, RestliValue>): boolean {
	// A server drops matrix parameters, and may then drop a part that is empty.
	const parts = path.split('/').map((part) => decodeURIComponent(part).split(';', 1)[0]);
	const [, resource = ''] = parts.filter((part) => part !== '');
	const filled = resource.replace(/\{(\w{1,100})\}/g, (_, name: string) => String(keys[name]));
	return ADS.test(filled.trim());
}

/** @throws LinkedInError if the path leads to ads and the credential has a limit */
export function refuseAds(linkedin: LinkedInClient, path: string, keys: Record<string, RestliValue>): void {
	if (linkedin.connection.rules.highestDailyBudget === undefined || !isAdsPath(path, keys)) return;
	linkedin.noteHeldBack(undefined, 'daily budget');
	throw new LinkedInError("API Call can't change ads while Highest Daily Budget is set in the credential", {
		code: 'BUDGET_TOO_HIGH',
		field: 'Path',
		advice:
			'Use the operations of Campaign, Campaign Group, Creative or Ad Account, or ask the owner of the credential to set Highest Daily Budget to 0.',
	});
}
