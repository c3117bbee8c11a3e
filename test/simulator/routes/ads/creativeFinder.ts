import { shownCreative, type Creative } from '../../ads/creatives';
import { cursorAnswer } from '../../ads/cursor';
import { inputRefused, wrong } from '../../ads/errors';
import { numberOf } from '../../ads/state';
import { badRequest } from '../../errors';
import type { AdAccount } from '../../ads/accountStore';
import type { Answer, Call } from '../../resource';

const LARGEST_PAGE_OF_CREATIVES = 100;

const STATUSES = ['ACTIVE', 'PAUSED', 'DRAFT', 'ARCHIVED', 'CANCELED', 'PENDING_DELETION', 'REMOVED'];
const urn = (...types: string[]) => new RegExp(`^urn:li:(${types.join('|')}):.+$`);

/** Filters that are lists: the form of their values, and what they're compared with. */
const LISTS: Record<string, { values: RegExp; of: (creative: Creative) => unknown }> = {
	campaigns: { values: urn('sponsoredCampaign'), of: ({ campaign }) => campaign },
	contentReferences: {
		values: urn('share', 'ugcPost', 'adInMailContent'),
		of: ({ content }) => content.reference,
	},
	creatives: { values: urn('sponsoredCreative'), of: ({ id }) => id },
	intendedStatuses: {
		values: new RegExp(`^(${STATUSES.join('|')})$`),
		of: ({ intendedStatus }) => intendedStatus,
	},
	leadgenCreativeCallToActionDestinations: {
		values: urn('adForm'),
		of: ({ leadgenCallToAction }) => leadgenCallToAction?.destination,
	},
};

/** The effect of isTotalIncluded besides page tokens isn't known; here it has none. */
const FLAGS = ['isTestAccount', 'isTotalIncluded'];
export const CREATIVE_FILTERS = [...Object.keys(LISTS), ...FLAGS];

/**
 * q=criteria: OR within a filter, AND between them; an empty list filters nothing (docs.creatives).
 * @throws ApiError 400
 */
export function findCreatives(call: Call, account: AdAccount): Answer {
	const { params, state } = call;
	for (const name of FLAGS) {
		const flag = params[name];
		if (flag !== undefined && flag !== 'true' && flag !== 'false')
			throw badRequest(`${name} is true or false`);
	}
	const filters = Object.entries(LISTS).flatMap(([name, { values, of }]) => {
		const wanted = listOf(params[name], name, values);
		return wanted.length > 0 ? [(creative: Creative) => wanted.includes(String(of(creative)))] : [];
	});
	const isAsked = params.isTestAccount === undefined || params.isTestAccount === String(account.test);
	const all = isAsked
		? state.ads.creatives.of(account.id).filter((creative) => filters.every((fits) => fits(creative)))
		: [];
	return cursorAnswer(
		call,
		all,
		({ id }) => numberOf(id),
		(creative) => shownCreative(state, account, creative, call.clock.now()),
		LARGEST_PAGE_OF_CREATIVES,
	);
}

function listOf(value: unknown, name: string, values: RegExp): string[] {
	if (value === undefined) return [];
	if (!Array.isArray(value)) throw badRequest(`The parameter "${name}" is a list`);
	const odd = value.filter((one) => typeof one !== 'string' || !values.test(one));
	if (odd.length > 0) throw inputRefused(odd.map((one) => wrong(name, one)));
	return value as string[];
}
