/** What Validate Only says of creating and changing ads. */
import { MOST_IDS_A_BATCH } from '../../../transport/answers/batch';
import { takesNoBatches } from '../../../transport/answers/batchWrite';
import type { SponsoredRef } from '../../../transport/restli/urns/sponsored';
import { counted } from '../../../transport/text/counted';
import type { Call } from '../../operation';
import { collectionOf, type WithheldBy } from './update';

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

/**
 * @param status the new one, if it changes
 * @param withheld why one of several is not changed, as soon as that is known
 */
export function planUpdate(
	call: Call,
	kind: keyof typeof NAMES,
	all: SponsoredRef[],
	status: string | undefined,
	withheld: WithheldBy = () => undefined,
): void {
	const [one, several] = NAMES[kind];
	const path = collectionOf(call.routing.path);
	const isSingly = kind === 'account' || takesNoBatches(call.linkedin, path);
	call.plan(() => {
		const refs = all.filter((ref) => withheld(ref) === undefined);
		const which = refs.length === 1 ? `${one} ${refs[0].id}` : `${refs.length} ${several}`;
		const set = status === undefined ? '' : `, and set ${refs.length === 1 ? 'it' : 'them'} to ${status}`;
		const notChanged = all.flatMap((ref) => {
			const found = withheld(ref);
			return found ? [{ id: ref.id, status: found.status, reason: found.reason }] : [];
		});
		const stays = notChanged.length === 1 ? 'stays as it is' : 'stay as they are';
		const notice = `${counted(notChanged.length, one, several)} of ${all.length} ${stays}: notChanged says which and why.`;
		return {
			steps: [`Change ${which}${set}${status === 'ACTIVE' ? SPENDS : ''}`],
			calls: isSingly ? refs.length : Math.ceil(refs.length / MOST_IDS_A_BATCH),
			...(notChanged.length > 0 && { details: { notChanged, notice } }),
		};
	});
}
