/**
 * How the simulator reads LinkedIn's little text format, the format of a post's commentary (docs.littleText). Comments
 * are plain text and aren't handled here.
 */
export type LittleTextPart =
	| { kind: 'text'; text: string }
	| { kind: 'hashtag'; tag: string }
	| { kind: 'mention'; name: string; urn: string };

const RESERVED = '|{}@[]()<>#\\*_~';
const ESCAPED_NAME = String.raw`((?:[^|{}@\[\]()<>#\\*_~]|\\[|{}@\[\]()<>#\\*_~])+)`;
const MENTION = new RegExp(
	String.raw`^@\[${ESCAPED_NAME}\]\((urn:li:(?:organization|organizationBrand|person):[A-Za-z0-9_-]+)\)`,
);
const TEMPLATE = new RegExp(String.raw`^\{hashtag\|\\#\|${ESCAPED_NAME}\}`);
const HASHTAG = /^#((?:[\p{L}\p{N}\p{M}]|\\_)+)/u;

const unescape = (text: string) => text.replace(/\\(.)/gs, '$1');
const escape = (text: string) => text.replace(/[|{}@[\]()<>#\\*_~]/g, '\\$&');

/**
 * Reads commentary. LinkedIn doesn't refuse invalid little text: it answers 201 and silently drops everything from the
 * first reserved character that is neither escaped nor part of a mention or hashtag. `cut` is what was dropped, '' if
 * the text was valid.
 */
export function parseLittleText(commentary: string): { parts: LittleTextPart[]; cut: string } {
	const parts: LittleTextPart[] = [];
	let text = '';
	let at = 0;
	const push = (part: LittleTextPart, length: number) => {
		if (text !== '') parts.push({ kind: 'text', text });
		text = '';
		parts.push(part);
		at += length;
	};
	while (at < commentary.length) {
		const character = commentary[at];
		const next = commentary[at + 1];
		if (!RESERVED.includes(character)) {
			text += character;
			at += 1;
			continue;
		}
		if (character === '\\' && next !== undefined && RESERVED.includes(next)) {
			text += next;
			at += 2;
			continue;
		}
		const rest = commentary.slice(at);
		const mention = MENTION.exec(rest);
		const hashtag = TEMPLATE.exec(rest) ?? HASHTAG.exec(rest);
		if (mention) push({ kind: 'mention', name: unescape(mention[1]), urn: mention[2] }, mention[0].length);
		else if (hashtag) push({ kind: 'hashtag', tag: unescape(hashtag[1]) }, hashtag[0].length);
		else break;
	}
	if (text !== '') parts.push({ kind: 'text', text });
	return { parts, cut: commentary.slice(at) };
}

/** Mentions whose name isn't one of the names of their URN become plain text. `names` is case-sensitive. */
export function dropWrongMentions(
	parts: LittleTextPart[],
	names: (urn: string) => string[],
): LittleTextPart[] {
	return parts.map((part) =>
		part.kind === 'mention' && !names(part.urn).includes(part.name)
			? { kind: 'text', text: part.name }
			: part,
	);
}

/** What a reader of the feed sees. */
export function shownText(parts: LittleTextPart[]): string {
	return parts
		.map((part) => (part.kind === 'text' ? part.text : part.kind === 'hashtag' ? `#${part.tag}` : part.name))
		.join('');
}

/** The form in which it's read: reserved characters escaped, hashtags as templates. */
export function readForm(parts: LittleTextPart[]): string {
	return parts
		.map((part) => {
			if (part.kind === 'text') return escape(part.text);
			if (part.kind === 'hashtag') return `{hashtag|\\#|${escape(part.tag)}}`;
			return `@[${escape(part.name)}](${part.urn})`;
		})
		.join('');
}

/** Parts of a text typed on LinkedIn itself: plain, with #words as hashtags. */
export function partsOfTypedText(text: string): LittleTextPart[] {
	return text
		.split(/(#[\p{L}\p{N}\p{M}_]+)/u)
		.filter((piece) => piece !== '')
		.map((piece) =>
			/^#[\p{L}\p{N}\p{M}_]/u.test(piece)
				? { kind: 'hashtag', tag: piece.slice(1) }
				: { kind: 'text', text: piece },
		);
}
