import { adsRefused, inputRefused, missing, notAllowed, wrong, type InputFault } from './errors';
import { readEntity, type Entity } from './schema';
import { statusFaults } from './rules';
import { creativeChanges } from './creativeSchema';
import { livePost } from '../routes/newPost';
import { numberOf } from './state';
import type { AdAccount } from './accountStore';
import type { Call } from '../resource';
import type { Creative } from './creatives';
import type { State } from '../state';

/** Limits of an account and a campaign (docs.creatives). */
const MOST_CREATIVES = 15_000;
const MOST_ACTIVE_A_CAMPAIGN = 15;
const MOST_INACTIVE_A_CAMPAIGN = 85;

/** What a new creative requires of its campaign and of the post it shows. */
export function creativeFaults(
	call: Call,
	account: AdAccount,
	creative: Pick<Creative, 'campaign' | 'leadgenCallToAction'> & { content?: Record<string, unknown> },
): InputFault[] {
	const faults: InputFault[] = [];
	const campaign = call.state.ads.campaigns.find(account.id, numberOf(creative.campaign));
	if (!campaign) faults.push(unknown('/campaign', creative.campaign));
	if (campaign?.objectiveType === 'LEAD_GENERATION' && !creative.leadgenCallToAction) {
		faults.push(missing('/leadgenCallToAction'));
	}
	const reference = String(creative.content?.reference);
	if (/^urn:li:(share|ugcPost):/.test(reference) && !livePost(call.state, reference)) {
		faults.push(unknown('/content/reference', reference));
	}
	return faults;
}

const unknown = (fieldPath: string, value: string): InputFault => ({
	code: 'FIELD_VALUE_DOES_NOT_EXIST',
	description: `${fieldPath} ${value} does not exist`,
	fieldPath,
});

/** @throws ApiError 400 if the account or the campaign can't have another one with this status */
export function requireRoom(
	state: State,
	account: AdAccount,
	creative: Pick<Creative, 'campaign' | 'intendedStatus'> & { id?: string },
): void {
	const others = state.ads.creatives.of(account.id).filter(({ id }) => id !== creative.id);
	const isActive = creative.intendedStatus === 'ACTIVE';
	const alike = others.filter(
		(one) => one.campaign === creative.campaign && (one.intendedStatus === 'ACTIVE') === isActive,
	);
	const most = isActive ? MOST_ACTIVE_A_CAMPAIGN : MOST_INACTIVE_A_CAMPAIGN;
	if (others.length >= MOST_CREATIVES) {
		throw adsRefused(400, 'CREATIVE_LIMIT_REACHED', `The account has ${others.length} creatives already`);
	}
	if (alike.length >= most) {
		throw adsRefused(
			400,
			'CREATIVE_LIMIT_REACHED',
			`The campaign has ${alike.length} ${isActive ? 'active' : 'inactive'} creatives already`,
		);
	}
}

const READ_ONLY = [
	'account',
	'createdAt',
	'createdBy',
	'id',
	'isServing',
	'isTest',
	'lastModifiedAt',
	'lastModifiedBy',
	'review',
	'servingHoldReasons',
];

/**
 * A creative after a patch.
 * @throws ApiError 400
 */
export function changedCreative(call: Call, before: Creative, set: Entity, removed: string[]): Creative {
	const fixed = [
		...Object.keys(set)
			.filter((name) => READ_ONLY.includes(name))
			.map((name) => notAllowed(`/${name}`)),
		...('campaign' in set ? [notEditable('/campaign')] : []),
		...removed.filter((name) => name !== 'name').map((name) => notAllowed(`/${name}`)),
	];
	if (fixed.length > 0) throw inputRefused(fixed);
	const change = readEntity(creativeChanges, set, ({ content, intendedStatus, leadgenCallToAction }) => [
		...(content ? contentFaults(before.content, content) : []),
		...(intendedStatus === undefined ? [] : statusFaultsOf(before.intendedStatus, intendedStatus)),
		...(leadgenCallToAction && before.intendedStatus !== 'DRAFT'
			? [notEditable('/leadgenCallToAction')]
			: []),
	]);
	const time = call.clock.now();
	const after: Creative = { ...before, ...change, lastModifiedAt: time, lastModifiedBy: call.member?.urn };
	if (removed.includes('name')) delete after.name;
	if (after.intendedStatus !== 'DRAFT') after.reviewFrom ??= time;
	return after;
}

const notEditable = (fieldPath: string): InputFault => ({
	code: 'FIELD_NOT_EDITABLE',
	description: `${fieldPath} can't be changed`,
	fieldPath,
});

const statusFaultsOf = (before: string, after: string): InputFault[] =>
	statusFaults(before, after).map((fault) => ({
		...fault,
		description: fault.description.replace('/status', '/intendedStatus'),
		fieldPath: '/intendedStatus',
	}));

/** Only the contents of spotlight, follow and jobs may change, and whether an event ad hides its video. */
function contentFaults(before: Creative['content'], after: Creative['content']): InputFault[] {
	const [kind] = Object.keys(before);
	const path = `/content/${kind}`;
	if (!(kind in after)) return [wrong('/content', after)];
	if (['spotlight', 'follow', 'jobs'].includes(kind)) return [];
	if (kind !== 'eventAd') return same(before[kind], after[kind]) ? [] : [notEditable(path)];
	const [old, ad] = [before.eventAd as Entity, after.eventAd as Entity];
	return [...new Set([...Object.keys(old), ...Object.keys(ad)])]
		.filter((name) => name !== 'hidePreviewVideo' && !same(old[name], ad[name]))
		.map((name) => notEditable(`${path}/${name}`));
}

const same = (a: unknown, b: unknown) => JSON.stringify(a) === JSON.stringify(b);
