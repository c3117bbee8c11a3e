/**
 * Markdown to what LinkedIn can show: plain text. Stars go, lists get bullets, links become "text (address)".
 *
 * Line breaks, hashtags, mentions of the form `@[Name](urn)` and addresses stay as they are. Not little text: that is
 * made of the outcome.
 */

export interface MarkdownOptions {
	/** Writes bold text and headings with Unicode's bold letters, as LinkedIn knows no bold. */
	boldLetters?: boolean;
}

/** Stand for pieces that nothing may change, one character each. */
const FIRST_STAND_IN = 0xe000;
const STAND_IN = /[\uE000-\uF8FF]/g;
const MOST_STAND_INS = 0xf8ff - FIRST_STAND_IN + 1;

/** Within a paragraph, and never so far that many stray stars cost time. */
const WITHIN = '((?:(?!\\n\\s*\\n)[^]){1,4000}?)';
const FENCE = /^[ \t]*(`{3,}|~{3,})[^\n`]*\n([^]*?)(?:^[ \t]*\1[`~]*[ \t]*$|$(?![^]))/gm;
const MENTION = /@\[[^\r\n\]]+\]\(urn:li:[^()\s]+\)/g;
const CODE = /(`+)(?!`)((?:[^]{0,2000}?)[^`])\1(?!`)/g;
const ESCAPED = /\\([\\`*_{}[\]()#+\-.!~>|<])/g;
const TARGET = '<?([^\\s()<>]+(?:\\([^\\s()<>]*\\)[^\\s()<>]*)*)>?(?:\\s+(?:"[^"\\n]*"|\'[^\'\\n]*\'))?';
const LINK = new RegExp(`!?\\[([^\\[\\]\\n]*)\\]\\(\\s*${TARGET}\\s*\\)`, 'g');
const AUTOLINK = /<((?:https?:\/\/|mailto:)[^\s<>]+)>/g;
/** A star inside belongs to it, those after it do not. */
const ADDRESS = /(?:https?:\/\/|www\.)(?:[^\s<>*]|\*(?=\w))*[^\s<>*.,;:!?'"()~]/g;
const RULE = /^[ \t]*(?:(?:\*[ \t]*){3,}|(?:-[ \t]*){3,}|(?:_[ \t]*){3,})$\n?/gm;
const HEADING = /^[ \t]{0,3}#{1,6}[ \t]+(.+?)[ \t]*#*[ \t]*$/gm;
const QUOTE = /^[ \t]{0,3}(?:>[ \t]?)+/gm;
const TASK = /^([ \t]*)[-*+][ \t]+\[([ xX])\][ \t]+/gm;
const BULLET = /^([ \t]*)[-*+][ \t]+/gm;
const HARD_BREAK = /(?: {2,}|\\)$/gm;
const BOLD = [
	new RegExp(`\\*\\*\\*(?=\\S)${WITHIN}(?<=\\S)\\*\\*\\*`, 'g'),
	new RegExp(`\\*\\*(?=\\S)${WITHIN}(?<=\\S)\\*\\*`, 'g'),
	new RegExp(`(?<![\\p{L}\\p{N}_])__(?=\\S)${WITHIN}(?<=\\S)__(?![\\p{L}\\p{N}_])`, 'gu'),
];
const PLAIN = [
	new RegExp(`~~(?=\\S)${WITHIN}(?<=\\S)~~`, 'g'),
	// Between digits a star multiplies.
	new RegExp(`(?<![\\d*])\\*(?=[^\\s*])${WITHIN}(?<=[^\\s*])\\*(?![\\d*])`, 'g'),
	new RegExp(`(?<![\\p{L}\\p{N}_])_(?=[^\\s_])${WITHIN}(?<=[^\\s_])_(?![\\p{L}\\p{N}_])`, 'gu'),
];
const HASHTAG = /#[\p{L}\p{N}][\p{L}\p{M}\p{N}]*/gu;
const ENTITIES: Record<string, string> = { amp: '&', lt: '<', gt: '>', quot: '"', '#39': "'", nbsp: ' ' };

/**
 * @param markdown as typed or as a language model writes it
 * @returns plain text, to be shown as it is
 */
export function fromMarkdown(markdown: string, { boldLetters = false }: MarkdownOptions = {}): string {
	const kept: string[] = [];
	const keep = (piece: string): string => {
		if (kept.length >= MOST_STAND_INS) return piece;
		kept.push(piece);
		return String.fromCharCode(FIRST_STAND_IN + kept.length - 1);
	};
	const bold = (text: string) => (boldLetters ? inBoldLetters(text) : text);

	let text = markdown.replace(/\r\n?/g, '\n').replace(STAND_IN, keep);
	text = text.replace(FENCE, (_fence, _marks: string, code: string) => keep(code.replace(/\n$/, '')));
	text = text.replace(MENTION, keep);
	text = text.replace(CODE, (_span, _marks: string, code: string) => keep(code.replace(/^ (.+) $/, '$1')));
	text = text.replace(ESCAPED, (_escaped, character: string) => keep(character));
	text = text.replace(LINK, (_link, label: string, target: string) => linked(label, target, keep));
	text = text.replace(AUTOLINK, (_link, target: string) => keep(target.replace(/^mailto:/, '')));
	text = text.replace(ADDRESS, keep);

	text = text.replace(RULE, '').replace(QUOTE, '').replace(HARD_BREAK, '');
	text = text.replace(HEADING, (_heading, title: string) => bold(title));
	text = text.replace(TASK, (_task, indent: string, mark: string) => `${indent}${mark === ' ' ? '☐' : '☑'} `);
	text = text.replace(BULLET, '$1• ');
	for (const marks of BOLD) text = text.replace(marks, (_bold, inner: string) => bold(inner));
	for (const marks of PLAIN) text = text.replace(marks, '$1');
	text = text.replace(/&(amp|lt|gt|quot|#39|nbsp);/g, (_entity, name: string) => ENTITIES[name]);
	text = text.replace(/\n{3,}/g, '\n\n');
	return restore(text, kept).trim();
}

/** A label that is the address itself needs no second one. */
function linked(label: string, target: string, keep: (piece: string) => string): string {
	const address = target.replace(/^mailto:/, '');
	const bare = (text: string) => text.replace(/^https?:\/\//, '').replace(/\/$/, '');
	if (label.trim() === '' || bare(label) === bare(address)) return keep(address);
	return `${label}${keep(` (${address})`)}`;
}

function restore(text: string, kept: string[]): string {
	return text.replace(STAND_IN, (standIn) => kept[standIn.charCodeAt(0) - FIRST_STAND_IN] ?? standIn);
}

/** Mathematical sans-serif bold; letters without such a form, and hashtags, which would break, stay. */
function inBoldLetters(text: string): string {
	const written = (piece: string) =>
		piece.replace(/[A-Za-z0-9]/g, (character) => {
			const code = character.charCodeAt(0);
			if (code >= 0x61) return String.fromCodePoint(0x1d5ee + code - 0x61);
			return String.fromCodePoint(code >= 0x41 ? 0x1d5d4 + code - 0x41 : 0x1d7ec + code - 0x30);
		});
	let out = '';
	let end = 0;
	for (const hashtag of text.matchAll(HASHTAG)) {
		out += written(text.slice(end, hashtag.index)) + hashtag[0];
		end = hashtag.index + hashtag[0].length;
	}
	return out + written(text.slice(end));
}
