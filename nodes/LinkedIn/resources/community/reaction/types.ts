/**
 * The six reactions, by LinkedIn's codes and by the names that people see.
 * @see docs.reactions
 */
import { lookUp } from '../../../transport/answers/lookUp';
import { InputError } from '../../../transport/errors/inputError';
import { plainText } from '../../values/plainText';

export const REACTION_NAMES = {
	APPRECIATION: 'Support',
	EMPATHY: 'Love',
	ENTERTAINMENT: 'Funny',
	INTEREST: 'Insightful',
	LIKE: 'Like',
	PRAISE: 'Celebrate',
} as const;

export type ReactionType = keyof typeof REACTION_NAMES;

/** Exists on older posts; LinkedIn takes no new ones. */
const ENDED: Record<string, string> = { MAYBE: 'Curious' };

/** The name that people see; an unknown code stays as it is. */
export function reactionName(type: string): string {
	return lookUp<string>(REACTION_NAMES, type) ?? lookUp(ENDED, type) ?? type;
}

/** Codes of all reactions that a post may have. */
export const READABLE_TYPES = [...Object.keys(REACTION_NAMES), ...Object.keys(ENDED)];

/**
 * @param given a code or a name, in any letter case
 * @throws InputError for anything else
 */
export function reactionTypeOf(given: unknown): ReactionType {
	const wanted = plainText(given, 'Reaction').trim().toLowerCase();
	const known = Object.entries(REACTION_NAMES).find((one) =>
		one.some((word) => word.toLowerCase() === wanted),
	);
	if (known) return known[0] as ReactionType;
	throw new InputError(
		'Reaction',
		`Unknown reaction "${wanted.slice(0, 40)}"`,
		`Use one of ${Object.values(REACTION_NAMES).sort().join(', ')}.`,
	);
}
