import ts from 'typescript';

import { filesUnder, read } from './packageFiles';

/**
 * No pattern may backtrack over input: an unlimited repetition must not contain another one, be directly followed by
 * something overlapping, or begin a pattern that is tried at every position. Patterns are taken from the source; those
 * that are built at run time are listed below.
 */

/** Each was checked by hand and is tested by the growth fuzz. */
const PUT_TOGETHER: Record<string, string> = {
	'nodes/LinkedIn/transport/text/captions/charset.ts': 'one class of characters, over the whole text',
	'nodes/LinkedIn/transport/text/hosts.ts': 'letters of one kind, each run of them once',
	'nodes/LinkedIn/transport/text/littleText.ts':
		'a mention begins at "@[" and does not go over the next; escapes and templates begin and end with their marks',
	'nodes/LinkedIn/transport/text/mentions/placeMentions.ts': 'one URN, whole',
	'nodes/LinkedIn/transport/text/prose.ts':
		'an address goes to the next space, as does what it may stand in, a hashtag to the end of its word',
	'nodes/LinkedIn/transport/text/mentions/words.ts': 'one letter, and at most ten letters behind a name',
};

interface Pattern {
	file: string;
	text: string;
}

const sources = ['nodes', 'credentials'].flatMap((folder) => filesUnder(folder, '.ts'));

function patternsIn(file: string): { literals: Pattern[]; isPutTogether: boolean } {
	const literals: Pattern[] = [];
	let isPutTogether = false;
	const visit = (node: ts.Node): void => {
		if (ts.isRegularExpressionLiteral(node)) literals.push({ file, text: node.text });
		if (ts.isNewExpression(node) && node.expression.getText() === 'RegExp') isPutTogether = true;
		ts.forEachChild(node, visit);
	};
	visit(ts.createSourceFile(file, read(file), ts.ScriptTarget.Latest, true));
	return { literals, isPutTogether };
}

/** An atom of a pattern, and how often it may occur. */
interface Piece {
	/** As written; for a group also its pieces. */
	atom: string;
	alternatives?: Piece[][];
	isEndless: boolean;
	mayBeAbsent: boolean;
	isEdge: boolean;
}

/** Parses a pattern as far as the rules need it. */
function take(source: string, from: number): { alternatives: Piece[][]; end: number } {
	const alternatives: Piece[][] = [[]];
	let at = from;
	while (at < source.length && source[at] !== ')') {
		if (source[at] === '|') {
			alternatives.push([]);
			at += 1;
			continue;
		}
		const start = at;
		let inner: Piece[][] | undefined;
		let isEdge = false;
		if (source[at] === '(') {
			const head = /^\((?:\?(?:[:=!]|<[=!]|<\w+>))?/.exec(source.slice(at))?.[0] ?? '(';
			isEdge = /[=!]$/.test(head);
			const group = take(source, at + head.length);
			inner = group.alternatives;
			at = group.end + 1;
		} else if (source[at] === '[') {
			at += 1;
			for (; source[at] !== ']'; at += 1) if (source[at] === '\\') at += 1;
			at += 1;
		} else if (source[at] === '\\') {
			isEdge = /[bB]/.test(source[at + 1]);
			at += /^\\[pP]\{/.test(source.slice(at))
				? source.slice(at).indexOf('}') + 1
				: /^\\u[\dA-F]{4}/i.test(source.slice(at))
					? 6
					: 2;
		} else {
			isEdge = source[at] === '^' || source[at] === '$';
			at += 1;
		}
		const atom = source.slice(start, at);
		const quantifier = /^(?:[*+?]|\{\d+(?:,\d*)?\})\??/.exec(source.slice(at))?.[0] ?? '';
		at += quantifier.length;
		alternatives[alternatives.length - 1].push({
			atom,
			alternatives: inner,
			isEndless: /^[*+]|^\{\d+,\}/.test(quantifier),
			mayBeAbsent: isEdge || /^[*?]|^\{0/.test(quantifier),
			isEdge,
		});
	}
	return { alternatives, end: at };
}

const SAMPLE = [
	...Array.from({ length: 128 }, (_none, code) => String.fromCharCode(code)),
	'é',
	'日',
	'\u0301',
	'\u200b',
	'\ue000',
];

/** Which characters an atom may match; for a group, any of its pieces. */
function charactersOf(piece: Piece): Set<string> {
	if (piece.isEdge) return new Set();
	if (piece.alternatives)
		return new Set(piece.alternatives.flat().flatMap((inner) => [...charactersOf(inner)]));
	const flags = /\\p\{/.test(piece.atom) ? 'su' : 's';
	const pattern = new RegExp(`^${piece.atom}$`, piece.atom === '.' ? '' : flags);
	return new Set(SAMPLE.filter((character) => pattern.test(character)));
}

const overlap = (a: Piece, b: Piece) => {
	const ofA = charactersOf(a);
	return [...charactersOf(b)].some((character) => ofA.has(character));
};

const holdsEndless = (piece: Piece): boolean =>
	piece.alternatives?.flat().some((inner) => inner.isEndless || holdsEndless(inner)) ?? false;

/** An unlimited repetition at the very beginning of a piece. */
function endlessAtStart(piece: Piece): Piece[] {
	if (piece.isEndless) return [piece];
	return (piece.alternatives ?? []).flatMap((pieces) => {
		const first = pieces.findIndex(({ mayBeAbsent }) => !mayBeAbsent);
		return pieces.slice(0, first < 0 ? undefined : first + 1).flatMap(endlessAtStart);
	});
}

function problemsOf(alternatives: Piece[][], isAnchored: boolean): string[] {
	return alternatives.flatMap((pieces) => {
		const problems: string[] = [];
		const starts = isAnchored || pieces[0]?.atom === '^';
		for (const [index, piece] of pieces.entries()) {
			if (piece.alternatives) problems.push(...problemsOf(piece.alternatives, starts || index > 0));
			if (!piece.isEndless) continue;
			if (holdsEndless(piece)) problems.push(`${piece.atom} repeats what repeats`);
			if (index === 0 && !starts && pieces.length > 1) problems.push(`${piece.atom} begins at every place`);
			for (const next of pieces.slice(index + 1)) {
				if (endlessAtStart(next).some((other) => overlap(piece, other))) {
					problems.push(`${piece.atom} is followed by ${next.atom}`);
				}
				if (!next.mayBeAbsent) break;
			}
		}
		return problems;
	});
}

const problemsIn = (text: string) =>
	problemsOf(take(text.slice(1, text.lastIndexOf('/')), 0).alternatives, false);

const found = sources.map((file) => ({ file, ...patternsIn(file) }));

it('no pattern goes back over input', () => {
	const offenders = found.flatMap(({ literals }) =>
		literals.flatMap(({ file, text }) => problemsIn(text).map((problem) => `${file}: ${text}: ${problem}`)),
	);
	expect(offenders).toEqual([]);
});

it('patterns that are put together are known', () => {
	const files = found.filter(({ isPutTogether }) => isPutTogether).map(({ file }) => file);
	expect(files.sort()).toEqual(Object.keys(PUT_TOGETHER).sort());
});

it.each([
	['/^\\s*(<!--.*?-->\\s*)*<svg/', 'repeats what repeats'],
	['/(?:a+)+$/', 'repeats what repeats'],
	['/\\s+$/', 'begins at every place'],
	['/^a[^b]*\\s*[^b]+x/', 'is followed by'],
	['/^[ab]+(?:[bc]+)?x/', 'is followed by'],
	['/a(?: {2,}|\\\\)$/', undefined],
	['/^[a-z]+[0-9]+$/', undefined],
	['/\\d+/', undefined],
])('of %s it says: %s', (text, problem) => {
	expect(problemsIn(text).join() || undefined).toEqual(problem && expect.stringContaining(problem));
});
