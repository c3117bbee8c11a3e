/** Bold, italic and strikethrough. A mark is closed within its paragraph or stays; each kind of mark takes one pass. */

interface Mark {
	marks: string;
	/** Whether the characters beside them allow the marks here. `outer` is on the side of the surrounding text. */
	fits: (outer: string, inner: string) => boolean;
}

const isSpace = (character: string) => character === '' || /\s/.test(character);
const isWord = (character: string) => /[\p{L}\p{N}_]/u.test(character);

const stars = (marks: string): Mark => ({ marks, fits: (_outer, inner) => !isSpace(inner) });
const underscores = (marks: string): Mark => ({
	marks,
	fits: (outer, inner) => !isSpace(inner) && !isWord(outer) && !(marks === '_' && inner === '_'),
});

export const BOLD: Mark[] = [stars('***'), stars('**'), underscores('__')];
export const PLAIN: Mark[] = [
	stars('~~'),
	// Between digits a star means multiplication.
	{ marks: '*', fits: (outer, inner) => !/[\d*]/.test(outer) && !isSpace(inner) && inner !== '*' },
	underscores('_'),
];

/** A line break, and another one after only white space. */
const BETWEEN_PARAGRAPHS = /(\n[^\S\n]*\n\s*)/;

/** @param write converts the text between two marks */
export function withoutEmphasis(text: string, marks: Mark[], write: (inner: string) => string): string {
	return text
		.split(BETWEEN_PARAGRAPHS)
		.map((paragraph) => marks.reduce((left, mark) => unmarked(left, mark, write), paragraph))
		.join('');
}

function unmarked(text: string, { marks, fits }: Mark, write: (inner: string) => string): string {
	const out: string[] = [];
	let end = 0;
	for (let open = text.indexOf(marks); open >= 0; open = text.indexOf(marks, open + 1)) {
		const inside = open + marks.length;
		if (!fits(before(text, open), after(text, inside))) continue;
		let close = text.indexOf(marks, inside + 1);
		while (close >= 0 && !fits(after(text, close + marks.length), before(text, close))) {
			close = text.indexOf(marks, close + 1);
		}
		// A mark that doesn't close this one doesn't close a later one either.
		if (close < 0) break;
		out.push(text.slice(end, open), write(text.slice(inside, close)));
		end = close + marks.length;
		open = end - 1;
	}
	out.push(text.slice(end));
	return out.join('');
}

/** The whole character that ends or begins here, '' at the edge. */
function before(text: string, at: number): string {
	const [last = ''] = [...text.slice(Math.max(0, at - 2), at)].slice(-1);
	return last;
}

function after(text: string, at: number): string {
	const [first = ''] = text.slice(at, at + 2);
	return first;
}
