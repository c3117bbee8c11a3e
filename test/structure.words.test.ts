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

const offences = (where: string, text: string) =>
	WORDS.flatMap(([pattern, better]) => {
		const found = pattern.exec(text);
		return found ? [`${where}: "${found[0]}" (${better}) in: ${text}`] : [];
	});

const sources = ['nodes', 'credentials'].flatMap((folder) => filesUnder(folder, '.ts'));
const pages = ['README.md', ...filesUnder('docs', '.md')];

test('texts of the nodes and credentials are plain English', () => {
	const offenders = sources.flatMap((file) =>
		textsOf(file).flatMap(({ line, text }) => offences(`${file}:${line}`, text)),
	);
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
