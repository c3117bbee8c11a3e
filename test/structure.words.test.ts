import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import ts from 'typescript';

import { filesUnder, root } from './packageFiles';

/** Plain words in what users read. Each test collects offenders, as in structure.test.ts. */

/** What texts don't say, and what they say instead. */
const WORDS: Array<[pattern: RegExp, better: string]> = [
	[/(?<!there )\b(?:is|are|be|was|were) no(?:ne)?\b(?! longer)/i, "isn't, must be"],
	[/\bholds? no(?:ne)?\b/i, "doesn't contain, is empty"],
	[/\bby and by\b/i, 'later'],
	[/\bone a line\b/i, 'one per line'],
	[/\bmend(?:s|ed|ing)?\b/i, 'fix'],
	[/\b(?:himself|herself|his|hers?)\b/i, 'they, themselves, their'],
	[/\bfor ever\b/i, 'endlessly'],
	[/\bin all\b(?! \w)/i, 'total'],
	[/\bfault of (?:its|their) own\b/i, 'server error'],
	[/\bknows? nothing\b/i, "doesn't know"],
	[/\bwhat became of\b/i, 'the result'],
	[/\bnone that may\b/i, "isn't allowed"],
	[/\b(?:does|did) not tell\b/i, "couldn't find out"],
	[/\bquota of the day\b/i, 'daily quota'],
	[/\bLinkedIn wants\b/i, 'LinkedIn needs'],
	[/\bfinds nothing\b/i, 'found nothing'],
	[/\bstands? (?:already|at LinkedIn)\b/i, 'exists'],
	[/\bgone already\b/i, 'no longer exists'],
	[/\bLast so many\b/i, 'Last N'],
	[/\b1 (?:days|hours|minutes|seconds|answers|items|posts|comments)\b/i, 'the singular'],
	[/\baccepted as a\b.*\baccepted as a\b/i, 'said once'],
];

/** The same for comments. A poll may find nothing, so that is fine there. */
const COMMENT_WORDS: typeof WORDS = [
	...WORDS.filter(([pattern]) => !pattern.test('finds nothing')),
	[/\b(?:goes|go|went) on\b/i, 'continues'],
	[/\bwhat (?:becomes|comes|came|has come) of\b/i, 'the result of'],
	[/\bof no account\b/i, "doesn't count"],
	[/\b(?:by|in) turns\b/i, 'in turn'],
	[/\bwhoever\b/i, 'someone who'],
	[/\banew\b/i, 'again'],
	[/\bso many\b/i, 'this many'],
	[/\b(?:over|on|for) the wire\b/i, 'as sent'],
	[/\bnobody sets\b/i, 'monotonic'],
	[/\b(?:it|that|which|there|nothing|what) stands (?!for\b|still\b)/i, 'is'],
	[/\bin place of\b/i, 'instead of'],
	[/\b(?:design|market)\.md\b|\bengine fact \d/i, 'what it says'],
];

/** n8n's and Node's own words, and fields that LinkedIn's answer names. */
const NOT_OURS = ['Invalid URL', 'ERR_INVALID_URL', 'Daily Budget: …', 'Targeting: …'];

const isText = (text: string) => /[a-z] [a-z]/i.test(text);

/** Texts of a source with their lines: literals that contain words, and templates with `…` for what is inserted. */
function textsOf(file: string): Array<{ line: number; text: string }> {
	const source = ts.createSourceFile(
		file,
		readFileSync(join(root, file), 'utf8'),
		ts.ScriptTarget.ES2022,
		true,
	);
	const found: Array<{ line: number; text: string }> = [];
	const add = (node: ts.Node, text: string) => {
		const { line } = source.getLineAndCharacterOfPosition(node.getStart());
		if (isText(text)) found.push({ line: line + 1, text });
	};
	const visit = (node: ts.Node): void => {
		if (ts.isStringLiteralLike(node)) add(node, node.text);
		if (ts.isTemplateExpression(node)) {
			add(node, [node.head.text, ...node.templateSpans.map(({ literal }) => literal.text)].join('…'));
		}
		ts.forEachChild(node, visit);
	};
	visit(source);
	return found;
}

/** Comments of a source, each as one line, with the line of the source where it begins. */
function commentsOf(file: string): Array<{ line: number; text: string }> {
	const source = readFileSync(join(root, file), 'utf8');
	return [...source.matchAll(/\/\*[^]*?\*\/|(?:^|\s)\/\/ .*$/gm)].map(({ 0: comment, index }) => ({
		line: source.slice(0, index).split('\n').length,
		text: comment.replace(/\s*\n\s*\*?\s*/g, ' ').trim(),
	}));
}

const offences = (where: string, text: string, words = WORDS) =>
	words.flatMap(([pattern, better]) => {
		const found = pattern.exec(text);
		return found ? [`${where}: "${found[0]}" (${better}) in: ${text}`] : [];
	});

const sources = ['nodes', 'credentials'].flatMap((folder) => filesUnder(folder, '.ts'));
const commented = ['nodes', 'credentials', 'test'].flatMap((folder) =>
	['.ts', '.mjs'].flatMap((ending) => filesUnder(folder, ending)),
);
const pages = ['README.md', ...filesUnder('docs', '.md')];

test('texts of the nodes and credentials are plain English', () => {
	const offenders = sources.flatMap((file) =>
		textsOf(file).flatMap(({ line, text }) => offences(`${file}:${line}`, text)),
	);
	expect(offenders).toEqual([]);
});

test('comments are plain English', () => {
	const offenders = commented.flatMap((file) =>
		commentsOf(file).flatMap(({ line, text }) => offences(`${file}:${line}`, text, COMMENT_WORDS)),
	);
	expect(commented.length).toBeGreaterThan(0);
	expect(offenders).toEqual([]);
});

test('README and docs are plain English', () => {
	const offenders = pages.flatMap((file) =>
		readFileSync(join(root, file), 'utf8')
			.split('\n')
			.flatMap((text, index) => offences(`${file}:${index + 1}`, text)),
	);
	expect(offenders).toEqual([]);
});

test('errors that README and docs quote are those of the nodes', () => {
	const texts = sources.flatMap((file) => textsOf(file).map(({ text }) => text));
	const tables = ['README.md', 'docs/errors.md'].flatMap((file) =>
		readFileSync(join(root, file), 'utf8')
			.split('\n')
			.filter((row) => row.startsWith('| "'))
			.flatMap((row) => [...row.split(' | ')[0].matchAll(/"([^"]+)"/g)].map(([, quoted]) => quoted)),
	);
	const foreign = tables.filter((quoted) => {
		if (NOT_OURS.includes(quoted)) return false;
		const pieces = quoted
			.split('…')
			.map((piece) => piece.trim())
			.filter(isText);
		return !pieces.every((piece) => texts.some((text) => text.includes(piece)));
	});
	expect(foreign).toEqual([]);
});
