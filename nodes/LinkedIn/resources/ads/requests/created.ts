/** What was created in Campaign Manager. */
import type { Written } from '../../../transport/answers/creation';
import {
	campaignManagerUrl,
	sponsoredUrn,
	type SponsoredKind,
} from '../../../transport/restli/urns/sponsored';

/** A number, or a URN that ends in it. */
const SPONSORED_ID = /^(?:urn:\w+:\w+:)?(\d+)$/;

/** For `createOnce`: the number, in whatever form LinkedIn sends it. */
export function sponsoredId(id: string): string | undefined {
	return SPONSORED_ID.exec(id)?.[1];
}

/**
 * The first and last keys of the item.
 * @param account number of the ad account; the new one's own if an account was created
 */
export function madeOf({ id, notice }: Written, kind: SponsoredKind, account = id) {
	const identity =
		id === null || account === null
			? { urn: null, url: null, id: null }
			: { urn: sponsoredUrn(kind, id), url: campaignManagerUrl(account, kind, id), id };
	return { identity: { ...identity, created: true }, notice: notice === undefined ? {} : { notice } };
}
