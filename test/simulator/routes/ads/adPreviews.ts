import { accountIdOf, requireAccount } from '../../ads/access';
import { adsRefused, inputRefused, missing, notThere, wrong } from '../../ads/errors';
import { numberOf } from '../../ads/state';
import type { Answer, Call, Resource } from '../../resource';

/** The link in a preview's iframe expires after about this time. */
const PREVIEW_MS = 3 * 60 * 60 * 1000;

/**
 * It isn't documented which types LinkedIn can't preview; the simulator refuses one, so that the refusal can be tested.
 */
const WITHOUT_PREVIEW = ['jobs'];

/** The names of placements aren't documented. */
const PRESENTATIONS = ['SPONSORED_UPDATE_DESKTOP', 'SPONSORED_UPDATE_MOBILE'];

/** /rest/adPreviews: how an ad looks, one iframe per placement (docs.adPreviews). */
export const adPreviews: Resource = {
	path: '/rest/adPreviews',
	permission: 'partnerApiAdPreviews',
	finders: {
		creative: { scopes: ['r_ads', 'rw_ads'], params: ['creative', 'account'], handle: preview },
	},
};

function preview(call: Call): Answer {
	const urn = urnParam(call, 'creative', 'sponsoredCreative');
	const account = requireAccount(call, accountIdOf(urnParam(call, 'account', 'sponsoredAccount')), 'read');
	const creative = call.state.ads.creatives.find(account.id, numberOf(urn));
	if (!creative) throw notThere(`Creative ${urn}`);
	const [kind] = Object.keys(creative.content);
	if (WITHOUT_PREVIEW.includes(kind)) {
		throw adsRefused(422, 'UNPROCESSABLE_ENTITY', `Creatives of type ${kind} have no preview`);
	}
	const expiresAt = call.clock.now() + PREVIEW_MS;
	return {
		status: 200,
		body: {
			elements: PRESENTATIONS.map((contentPresentationType) => ({
				creative: urn,
				placement: { linkedin: { contentPresentationType } },
				preview: `<iframe src="${call.url}/ad-preview/${numberOf(urn)}?placement=${contentPresentationType}&amp;e=${expiresAt}" width="504" height="584"></iframe>`,
			})),
		},
	};
}

function urnParam({ params }: Call, name: string, type: string): string {
	const value = params[name];
	if (value === undefined) throw inputRefused([missing(name)]);
	if (typeof value === 'string' && new RegExp(`^urn:li:${type}:\\d+$`).test(value)) return value;
	throw inputRefused([wrong(name, value)]);
}
