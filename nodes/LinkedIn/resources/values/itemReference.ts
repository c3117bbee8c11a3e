/** Fields for posts and comments take a whole item instead of the URN in it. */
import { settledSync } from '../../transport/flow/settled';
import { isRecord } from './json';

/** What a field takes of an item of the page trigger, which may have both. */
export type ItemPart = 'comment' | 'post';

/** An AI agent hands an item over as JSON; the longest comment on the longest post takes a tenth of it. */
const LONGEST_ITEM_CHARACTERS = 100_000;

/**
 * The URN of the comment or post that an item names: of the trigger's item the wanted part, or the post if nothing was
 * commented; of such a part, and of any item with a `urn`, its own.
 * @param given an item, or one as JSON; anything else is returned unchanged
 */
export function urnOfItem(given: unknown, part: ItemPart): unknown {
	const item = isJsonObject(given) ? parsed(given) : given;
	if (!isRecord(item)) return given;
	const named = [item[part], item, item.post].find((one) => isRecord(one) && typeof one.urn === 'string');
	return isRecord(named) ? named.urn : given;
}

function isJsonObject(given: unknown): given is string {
	return typeof given === 'string' && given.length <= LONGEST_ITEM_CHARACTERS && /^\s*\{/.test(given);
}

function parsed(text: string): unknown {
	const read = settledSync((): unknown => JSON.parse(text));
	return read.ok ? read.value : undefined;
}
