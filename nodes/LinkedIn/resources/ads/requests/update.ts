/** Changes one or more entities of an ad account by id. */
import type { IDataObject } from 'n8n-workflow';

import { changeMany } from '../../../transport/answers/batchWrite';
import type { Patch } from '../../../transport/restli/patch';
import type { SponsoredKind, SponsoredRef } from '../../../transport/restli/urns/sponsored';
import type { RestliValue } from '../../../transport/restli/value';
import type { Call } from '../../operation';
import { sponsoredIdentity } from '../fields/fields';
import { checkChange } from '../fields/updateFields';

export interface Update {
	kind: SponsoredKind;
	/** Number of the ad account, for paths and URLs; left out if the entities are accounts. */
	account?: string;
	refs: SponsoredRef[];
	/** LinkedIn's key of one entity, if it isn't its number. */
	keyOf?: (ref: SponsoredRef) => string;
	/** One for all, or a function for each. */
	change: Patch | ((ref: SponsoredRef) => Patch);
	/** Of several: why one is not changed; undefined for those to change. */
	withheld?: WithheldBy;
	/** The resource has no batch call. */
	isSingly?: true;
}

export interface Withheld {
	/** LinkedIn's status, if it refused what had to be read first. */
	status: number | null;
	reason: string;
}

/** Undefined for what is changed. */
export type WithheldBy = (ref: SponsoredRef) => Withheld | undefined;

/** @param path of one entity */
export const collectionOf = (path: string) => path.replace(/\/\{id\}$/, '');

/**
 * Changes all of them. A refusal of a single one is an error; of several, a refused one is an item with `updated:
 * false`, status and reason; `updated` is null if the answer was lost. Several are changed in one batch call if the
 * resource has one.
 * @throws InputError if nothing would change, LinkedInError
 */
export async function updateItems({ linkedin, routing }: Call, update: Update): Promise<IDataObject[]> {
	const {
		kind,
		account,
		refs,
		keyOf = ({ id }) => id,
		change,
		isSingly,
		withheld = () => undefined,
	} = update;
	const changeOf = typeof change === 'function' ? change : () => change;
	checkChange(changeOf(refs[0]));
	const keys: Record<string, RestliValue> = account === undefined ? {} : { account };
	const single = (id: RestliValue) => ({
		...routing,
		restliMethod: 'PARTIAL_UPDATE' as const,
		keys: { ...keys, id },
	});
	const identity = (ref: SponsoredRef) => sponsoredIdentity(kind, ref.id, account ?? ref.id);
	if (refs.length === 1) {
		await linkedin.request<unknown>({ ...single(keyOf(refs[0])), body: { ...changeOf(refs[0]) } });
		return [{ ...identity(refs[0]), updated: true }];
	}
	const sent = refs.filter((ref) => withheld(ref) === undefined);
	const changed = await changeMany(linkedin, {
		collection: { path: collectionOf(routing.path), keys },
		ids: sent.map(keyOf),
		single,
		change: (key) => changeOf(refs.find((ref) => keyOf(ref) === key) as SponsoredRef),
		isSingly,
	});
	const outcomes = new Map(sent.map((ref, index) => [ref, changed[index]]));
	return refs.map((ref) => {
		const one = outcomes.get(ref);
		if (one === undefined) return { ...identity(ref), updated: false, ...withheld(ref) };
		if (one.ok) return { ...identity(ref), updated: true };
		const { isUnknown, status, reason } = one;
		return { ...identity(ref), updated: isUnknown ? null : false, status, reason };
	});
}
