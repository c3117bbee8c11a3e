/**
 * Converts Markdown to plain text, the only thing LinkedIn shows. Stars are removed, lists get bullets, links become
 * "text (address)", rows of tables "a | b"; HTML entities become their characters, except in code.
 *
 * Line breaks, hashtags, mentions of the form `@[Name](urn)` and addresses stay unchanged. The result isn't little text
 * yet.
 */

import { withoutFences, withoutLineMarks, type Keep } from './blocks';
import { inBoldLetters } from './boldLetters';
import { BOLD, PLAIN, withoutEmphasis } from './emphasis';
import { withoutEntities } from './entities';
import { withoutAddresses, withoutCode, withoutLinks, withoutPicturesInLinks, type Link } from './inline';
import { References } from './references';

export interface MarkdownOptions {
	/** Writes bold text and headings with Unicode's bold letters, because LinkedIn doesn't support bold. */
	boldLetters?: boolean;
}

/** Placeholders for pieces that must not change, one character each. */
const FIRST_STAND_IN = 0xe000;
const STAND_IN = /[\uE000-\uF8FF]/g;
const MOST_STAND_INS = 0xf8ff - FIRST_STAND_IN + 1;

const MENTION = /@\[(?:(?!@\[)[^\r\n\]])+\]\(urn:li:[^()\s]+\)/g;
const ESCAPED = /\\([!-/:-@[-`{-~])/g;
/** Characters from an entity that would be read as a mark, a line break or one of our placeholders. */
const MUST_BE_KEPT = /[\\`*_{}[\]()#+\-.!~>|<@\s\uE000-\uF8FF]/;
const AUTOLINK = /<((?:https?:\/\/|mailto:)[^\s<>]+)>/g;
const MAIL_LINK = /<([^\s<>@]+@[^\s<>@]+)>/g;
/** After a text that refers to a footnote. */
const FOOTNOTE = /\[\^([^\s[\]]{1,100})\]/g;

/**
 * @param markdown as typed or written by a language model
 * @returns plain text, to be shown as it is
 */
export function fromMarkdown(markdown: string, { boldLetters = false }: MarkdownOptions = {}): string {
	const kept: string[] = [];
	const keep: Keep = (piece) => {
		if (kept.length >= MOST_STAND_INS) return piece;
		kept.push(piece);
		return String.fromCharCode(FIRST_STAND_IN + kept.length - 1);
	};
	const bold = (text: string) => (boldLetters ? inBoldLetters(text) : text);

	let text = markdown.replace(/\r\n?/g, '\n').replace(STAND_IN, keep);
	const own = kept.length;
	text = withoutFences(text, keep);
	text = text.replace(MENTION, (mention) => keep(withoutEntities(mention)));
	text = withoutCode(text, keep);
	text = text.replace(ESCAPED, (_escaped, character: string) => keep(character));
	text = withoutEntities(text, (characters) =>
		MUST_BE_KEPT.test(characters) ? keep(characters) : characters,
	);
	const references = new References();
	text = references.collect(text, keep);
	text = withoutPicturesInLinks(text);
	text = withoutLinks(text, references, (link) => linked(link, keep));
	text = references.withoutUsed(text).replace(FOOTNOTE, '[$1]');
	text = text.replace(AUTOLINK, (_link, target: string) => keep(target.replace(/^mailto:/, '')));
	text = text.replace(MAIL_LINK, (link, address: string) => (address.includes('.') ? keep(address) : link));
	text = withoutAddresses(text, keep);

	text = withoutLineMarks(text, bold);
	text = withoutEmphasis(text, BOLD, bold);
	text = withoutEmphasis(text, PLAIN, (inner) => inner);
	text = text.replace(/\n{3,}/g, '\n\n');
	return restore(text, kept, own).trim();
}

/** If the label is the address itself, it's not repeated. */
function linked({ label, target }: Link, keep: Keep): string {
	const address = target.replace(/^mailto:/, '');
	const bare = (text: string) => text.replace(/^https?:\/\//, '').replace(/\/$/, '');
	if (label.trim() === '' || bare(label) === bare(address)) return keep(address);
	return `${label}${keep(` (${address})`)}`;
}

/**
 * A piece may contain others that were kept before it.
 * @param own this many of the first stand for characters of the text itself
 */
function restore(text: string, kept: string[], own: number): string {
	const pieces = kept.slice(0, own);
	const whole = (part: string) =>
		part.replace(STAND_IN, (standIn) => pieces[standIn.charCodeAt(0) - FIRST_STAND_IN] ?? standIn);
	for (const piece of kept.slice(own)) pieces.push(whole(piece));
	return whole(text);
}
