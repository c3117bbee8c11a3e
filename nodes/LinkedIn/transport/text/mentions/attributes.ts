import { placeMentions, shownName, type LostMention, type Mention } from './placeMentions';

/** The position of a mention in a plain text, in UTF-16 units (docs/behaviour.md#mentions-in-comments). */
export interface PlacedMention {
	start: number;
	length: number;
	urn: string;
}

/** A text without markup, and the mentions in it. */
export interface AttributedText {
	text: string;
	mentions: PlacedMention[];
	/** The first one without a place. */
	lost?: LostMention;
}

/**
 * Places mentions in a comment, which is plain text with separate attributes (docs.comments). An @ typed before a name
 * is removed, because LinkedIn shows mentions without one; everything else stays as typed.
 *
 * @param text as typed
 * @param mentions each takes "@Name" in the text, otherwise "Name"; one without a place, or with more than one, isn't
 * placed
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
		const name = shownName(part);
		placed.push({ start: written.length, length: name.length, urn: part.urn });
		written += name;
	}
	return { text: written, mentions: placed, ...(lost && { lost }) };
}
