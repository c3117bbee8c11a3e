import { lifecycleOf, livePost } from '../routes/newPost';
import { numberOf } from './state';
import type { Post } from '../model';
import type { State } from '../state';
import type { AdAccount } from './accountStore';

/** A stored creative; what its parents, its post and the review add is computed when it's read. */
export type Creative = {
	/** `urn:li:sponsoredCreative:{number}` */
	id: string;
	/** Campaign URN. */
	campaign: string;
	/** One member: `reference`, `textAd`, `spotlight`, `follow`, `jobs` or `eventAd`. */
	content: Record<string, unknown>;
	intendedStatus: string;
	name?: string;
	leadgenCallToAction?: { destination: string; label: string };
	createdAt: number;
	createdBy?: string;
	lastModifiedAt: number;
	lastModifiedBy?: string;
	/** When it left DRAFT, epoch ms; its review begins then. */
	reviewFrom?: number;
	/** The result of the review; APPROVED by default. */
	verdict?: { status: 'APPROVED' | 'REJECTED' | 'NEEDS_REVIEW'; rejectionReasons: string[] };
};

/** What LinkedIn shows of a creative (docs.creatives). */
export function shownCreative(
	state: State,
	account: AdAccount,
	creative: Creative,
	now: number,
): Record<string, unknown> {
	const { reviewFrom, verdict, ...own } = creative;
	const review = reviewOf(state, account, creative, now);
	const holds = [...ownHolds(state, creative, review?.status), ...holdsOfParents(state, account, creative)];
	return {
		...own,
		account: `urn:li:sponsoredAccount:${account.id}`,
		isServing: holds.length === 0,
		isTest: account.test,
		...(review ? { review } : {}),
		...(holds.length > 0 ? { servingHoldReasons: holds } : {}),
	};
}

/** Absent while the creative is a draft. Those of test accounts are rejected (docs.adAccounts). */
function reviewOf(state: State, account: AdAccount, { reviewFrom, verdict }: Creative, now: number) {
	if (reviewFrom === undefined) return undefined;
	if (now < reviewFrom + state.creativeReviewMs) return { status: 'PENDING', rejectionReasons: [] };
	if (account.test) return { status: 'REJECTED', rejectionReasons: [] };
	return verdict ?? { status: 'APPROVED', rejectionReasons: [] };
}

function ownHolds(state: State, creative: Creative, review: string | undefined): string[] {
	const processing = processingOf(state, creative);
	return [
		...(creative.intendedStatus === 'ACTIVE' ? [] : ['STOPPED']),
		...(review === 'PENDING' || review === 'NEEDS_REVIEW' ? ['UNDER_REVIEW'] : []),
		...(review === 'REJECTED' ? ['REJECTED'] : []),
		...(processing ? [processing] : []),
	];
}

/** The status of a parent takes precedence over that of the creative. */
function holdsOfParents(state: State, account: AdAccount, creative: Creative): string[] {
	const campaign = state.ads.campaigns.find(account.id, numberOf(creative.campaign));
	const group = state.ads.groups.find(account.id, numberOf(String(campaign?.campaignGroup)));
	return [
		...(campaign?.status === 'ACTIVE' ? [] : ['CAMPAIGN_STOPPED']),
		...(group?.status === 'ACTIVE' ? [] : ['CAMPAIGN_GROUP_STATUS_HOLD']),
		...(account.servingStatuses.includes('RUNNABLE') ? [] : ['ACCOUNT_SERVING_HOLD']),
	];
}

/** How far LinkedIn has processed the files of the creative's post. */
export function processingOf(
	state: State,
	creative: Creative,
): 'PROCESSING' | 'PROCESSING_FAILED' | undefined {
	const post = postOfCreative(state, creative);
	const lifecycle = post && lifecycleOf(state, post);
	if (lifecycle === 'PUBLISH_REQUESTED') return 'PROCESSING';
	return lifecycle === 'PUBLISH_FAILED' ? 'PROCESSING_FAILED' : undefined;
}

export function postOfCreative(state: State, { content }: Creative): Post | undefined {
	return typeof content.reference === 'string' ? livePost(state, content.reference) : undefined;
}
