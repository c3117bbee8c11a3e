import { placeMentions, shownName, type LostMention, type Mention, type TextPart } from './placeMentions';

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
}

/**
 * Places mentions in a comment, which is plain text with separate attributes (docs.comments). An @ typed before a name
 * is removed, because LinkedIn shows mentions without one; everything else stays as typed.
 *
 * @param text as typed
 * @param mentions each takes "@Name" in the text, otherwise "Name"; one without a place, or with more than one, isn't
 * placed
 * @returns also the first one without a place
 */
export function attributedText(text: string, mentions: Mention[]): AttributedText & { lost?: LostMention } {
	const { parts, lost } = placeMentions([text], mentions);
	return { ...asAttributed(parts), ...(lost && { lost }) };
}

/** @param parts a text with its mentions in their places */
export function asAttributed(parts: TextPart[]): AttributedText {
	const mentions: PlacedMention[] = [];
	let text = '';
	for (const part of parts) {
		const shown = typeof part === 'string' ? part : shownName(part);
		if (typeof part !== 'string') mentions.push({ start: text.length, length: shown.length, urn: part.urn });
		text += shown;
	}
	return { text, mentions };
}
