import { join } from 'node:path';

import { DOCS } from '../nodes/LinkedIn/resources/docs';
import type { OperationCases } from './cases';
import { PAGES } from './docs';
import { anchorsOf, filesUnder, headingsOf, read, root } from './packageFiles';

/**
 * Everything that source, tests and pages cite exists: one of LinkedIn's pages in the table, or a heading of
 * docs/behaviour.md.
 */

const BEHAVIOUR = 'docs/behaviour.md';
const TABLES = ['nodes/LinkedIn/resources/docs.ts', 'test/docs.ts'];
/** Files that are about the character itself. */
const CHARACTERS = [
	'nodes/LinkedIn/transport/text/captions/charset.ts',
	'nodes/LinkedIn/transport/text/markdown/entityNames.ts',
];

const sourcesOf = (folder: string) => ['.ts', '.mjs'].flatMap((ending) => filesUnder(folder, ending));
const packaged = ['nodes', 'credentials'].flatMap(sourcesOf);
const tests = sourcesOf('test');
const markdown = ['AGENTS.md', 'CONTRIBUTING.md', 'README.md', ...filesUnder('docs', '.md')];

/** Lines of files that match, as `file:line: match`. */
const found = (files: string[], pattern: RegExp): string[] =>
	files.flatMap((file) =>
		read(file)
			.split('\n')
			.flatMap((line, index) =>
				[...line.matchAll(pattern)].map(([match]) => `${file}:${index + 1}: ${match}`),
			),
	);

const cases = filesUnder('test/nodes', '.case.ts').flatMap((file) =>
	(require(join(root, file)) as { default: OperationCases }).default.cases.map((one) => ({ file, ...one })),
);

/** Comments, and the texts that say where a quirk was seen. */
const citing = (file: string): string =>
	[...read(file).matchAll(/\/\*[^]*?\*\/|(?:^|\s)\/\/ .*$|evidence:\s*'.*'/gm)]
		.map(([text]) => text)
		.join('\n');
const namesIn = (text: string): string[] =>
	[...text.matchAll(/(?<![\w/])docs\.([a-z]\w*)/gi)].map(([, name]) => name);
const citedIn = (files: string[]) =>
	files
		.filter((file) => !TABLES.includes(file))
		.flatMap((file) => namesIn(citing(file)).map((name) => ({ file, name })));

const notIn = (table: object, citations: Array<{ file: string; name: string }>) =>
	citations.filter(({ name }) => !(name in table)).map(({ file, name }) => `${file}: docs.${name}`);

test('nothing cites a text by its sections', () => {
	expect(
		found(
			[...packaged, ...tests, ...markdown].filter((file) => !CHARACTERS.includes(file)),
			/\u00a7.*|\bcontrac[t]\b|\b(?:ads|community)-[2]\b/gi,
		),
	).toEqual([]);
});

test("LinkedIn's pages stand in the table, and comments name them", () => {
	const sources = [...packaged, ...tests].filter((file) => !TABLES.includes(file));
	expect(found(sources, /learn\.microsoft\.com\/en-us\/linkedi[n].*/g)).toEqual([]);
	expect(citedIn(packaged).length).toBeGreaterThan(0);
	expect([...notIn(DOCS, citedIn(packaged)), ...notIn(PAGES, citedIn(tests))]).toEqual([]);
});

test('every page of the table is cited or linked by the package, the others by tests', () => {
	const linked = packaged.flatMap((file) =>
		[...read(file).matchAll(/\bDOCS\.(\w+)/g)].map(([, name]) => name),
	);
	const byPackage = new Set([...linked, ...citedIn(packaged).map(({ name }) => name)]);
	const byTests = new Set<string>([
		...citedIn(tests).map(({ name }) => name),
		...cases.flatMap(({ page = [] }) => page),
	]);
	expect(Object.keys(DOCS).filter((name) => !byPackage.has(name))).toEqual([]);
	expect(Object.keys(PAGES).filter((name) => !(name in DOCS) && !byTests.has(name))).toEqual([]);
});

test('what no page says has its heading', () => {
	const anchors = new Set(anchorsOf(BEHAVIOUR).map((anchor) => `${BEHAVIOUR}#${anchor}`));
	const links = found([...packaged, ...tests], /docs\/behaviour\.md#[\w-]+/g);
	expect(links.length).toBeGreaterThan(0);
	expect(links.filter((link) => !anchors.has(link.slice(link.indexOf(': ') + 2)))).toEqual([]);
});

test('every case cites a page or a heading', () => {
	const headings = headingsOf(BEHAVIOUR);
	const offenders = cases.filter(({ page, behaviour }) =>
		behaviour === undefined ? page === undefined : !headings.includes(behaviour),
	);
	expect(cases.length).toBeGreaterThan(0);
	expect(offenders.map(({ file, name, behaviour }) => `${file}: ${name}: ${behaviour}`)).toEqual([]);
});
