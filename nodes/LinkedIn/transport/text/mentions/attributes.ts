import { placeMentions, type LostMention, type Mention } from './placeMentions';

/** Where a mention stands in a plain text, in UTF-16 units (docs/behaviour.md#mentions-in-comments). */
export interface PlacedMention {
	start: number;
	length: number;
	urn: string;
}

/** A text without markup, and the mentions in it. */
export interface AttributedText {
	text: string;
	mentions: PlacedMention[];
	/** The first that found no place. */
	lost?: LostMention;
}

/**
 * Finds the names to mention in a comment, which is plain text with attributes beside it (docs.comments). An @ typed
 * before a name is taken out, as LinkedIn shows mentions without one; everything else stays as typed.
 *
 * @param text as typed
 * @param mentions each takes "@Name" in the text, else "Name"; one that has no place, or more than one, is not among
 * the placed ones
 */
export function attributedText(text: string, mentions: Mention[]): AttributedText {
	const placed: PlacedMention[] = [];
	let written = '';
	const { parts, lost } = placeMentions([text], mentions);
	for (const part of parts) {
		if (typeof part === 'string') {
			written += part;
			continue;
		}
		placed.push({ start: written.length, length: part.name.length, urn: part.urn });
		written += part.name;
	}
	return { text: written, mentions: placed, ...(lost && { lost }) };
}
