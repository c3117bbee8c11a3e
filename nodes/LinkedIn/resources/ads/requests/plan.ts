/** What Validate Only says of creating and changing ads. */
import { MOST_IDS_A_BATCH } from '../../../transport/answers/batch';
import { takesNoBatches } from '../../../transport/answers/batchWrite';
import type { SponsoredRef } from '../../../transport/restli/urns/sponsored';
import type { Call } from '../../operation';
import { collectionOf } from './update';

const NAMES = {
	account: ['ad account', 'ad accounts'],
	campaign: ['campaign', 'campaigns'],
	campaignGroup: ['campaign group', 'campaign groups'],
	creative: ['creative', 'creatives'],
} as const;

const SPENDS = ', which can spend money';

/** @param name may be empty */
export function creating(what: string, status: string, name: string): string {
	const called = name === '' ? '' : ` "${name}"`;
	return `Create the ${what}${called} as ${status}${status === 'ACTIVE' ? SPENDS : ''}`;
}

/** LinkedIn deletes only drafts; anything else takes a second call. */
export function planDelete(call: Call, kind: keyof typeof NAMES, id: string): void {
	const [one] = NAMES[kind];
	call.plan(() => ({
		steps: [`Delete ${one} ${id}, or set it to PENDING_DELETION if it isn't a draft`],
		calls: 2,
	}));
}

/** @param status the new one, if it changes */
export function planUpdate(
	call: Call,
	kind: keyof typeof NAMES,
	refs: SponsoredRef[],
	status: string | undefined,
): void {
	const [one, several] = NAMES[kind];
	const which = refs.length === 1 ? `${one} ${refs[0].id}` : `${refs.length} ${several}`;
	const set = status === undefined ? '' : `, and set ${refs.length === 1 ? 'it' : 'them'} to ${status}`;
	const path = collectionOf(call.routing.path);
	const isSingly = kind === 'account' || takesNoBatches(call.linkedin, path);
	call.plan(() => ({
		steps: [`Change ${which}${set}${status === 'ACTIVE' ? SPENDS : ''}`],
		calls: isSingly ? refs.length : Math.ceil(refs.length / MOST_IDS_A_BATCH),
	}));
}
