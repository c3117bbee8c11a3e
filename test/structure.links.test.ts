import { existsSync } from 'node:fs';
import { dirname, join } from 'node:path';

import { LinkedInSuiteAccessTokenApi } from '../credentials/LinkedInSuiteAccessTokenApi.credentials';
import { LinkedInSuiteOAuth2Api } from '../credentials/LinkedInSuiteOAuth2Api.credentials';
import manifest from '../package.json';
import { anchorsOf, filesUnder, read, root } from './packageFiles';

/**
 * Every link to this project leads to an existing file, and to an existing heading. The repository's address is in
 * package.json; n8n's lint requires it as a literal in the credentials, so they're compared with it here.
 */

interface Link {
	/** The file that contains it. */
	from: string;
	target: string;
}

const PAGES = ['README.md', 'CONTRIBUTING.md', ...filesUnder('docs', '.md')];
const CODEX = filesUnder('nodes', '.node.json');
const EXAMPLES = filesUnder('examples', '.json');
const REPOSITORY = manifest.repository.url.replace(/^git\+|\.git$/g, '');

const withoutCode = (text: string) => text.replace(/^```[^]*?^```$/gm, '').replace(/`[^`\n]*`/g, '');

const pageLinks = PAGES.flatMap((from) =>
	[...withoutCode(read(from)).matchAll(/\]\(([^()\s]+)\)/g)].map(([, target]) => ({ from, target })),
);
const ownAddresses = [...CODEX, ...EXAMPLES, 'package.json', ...PAGES].flatMap((from) =>
	[...read(from).matchAll(/https?:\/\/[^\s"'`)\\]+/g)]
		.map(([address]) => ({ from, target: address }))
		.filter(({ target }) => target.includes(manifest.name)),
);
const credentialLinks = [LinkedInSuiteAccessTokenApi, LinkedInSuiteOAuth2Api].map((type) => ({
	from: type.name,
	target: new type().documentationUrl,
}));

/** The file and anchor of an address in this repository; undefined for others. */
function fileBehind(address: string): { file: string; anchor?: string } | undefined {
	const rest = address.slice(REPOSITORY.length);
	if (/^(\.git|\/issues)?$/.test(rest)) return { file: '.' };
	if (rest === '#readme') return { file: 'README.md' };
	const [path, anchor] = rest.split('#');
	const file = /^\/(?:blob|raw|tree)\/main\/(.+)$/.exec(path)?.[1];
	return file ? { file, anchor } : undefined;
}

function resolves({ from, target }: Link): boolean {
	const isOwn = target.startsWith(REPOSITORY);
	if (!isOwn && /^[a-z+]+:/.test(target)) return !target.includes(manifest.name);
	const [path, anchor] = target.split('#');
	const behind = isOwn
		? fileBehind(target)
		: { file: path ? join(dirname(from), path) : from, anchor: anchor as string | undefined };
	if (!behind || !existsSync(join(root, behind.file))) return false;
	return behind.anchor === undefined || anchorsOf(behind.file).includes(behind.anchor);
}

const broken = (links: Link[]) =>
	links.filter((link) => !resolves(link)).map(({ from, target }) => `${from}: ${target}`);

test('links of the pages lead to files and headings that are here', () => {
	expect(pageLinks.length).toBeGreaterThan(0);
	expect(broken(pageLinks)).toEqual([]);
});

test('every address of this project is one of the repository, and arrives', () => {
	const links = [
		...ownAddresses.map(({ from, target }) => ({ from, target: target.replace(/^git\+/, '') })),
		...credentialLinks,
	];
	expect(new Set(links.map(({ from }) => from))).toEqual(
		new Set([...CODEX, 'README.md', 'package.json', 'LinkedInSuiteAccessTokenApi', 'LinkedInSuiteOAuth2Api']),
	);
	expect(broken(links)).toEqual([]);
	expect(links.filter(({ target }) => !target.startsWith(REPOSITORY))).toEqual([]);
});

test('the package carries only its README, so links there name the whole address', () => {
	const relative = pageLinks
		.filter(({ from, target }) => from === 'README.md' && !/^(https:|#)/.test(target))
		.map(({ target }) => target);
	expect(relative).toEqual([]);
});

test('the README names the file that npm pack makes, whatever its version', () => {
	const named = [...read('README.md').matchAll(/n8n-nodes-linkedin-suite\S*?\.tgz/g)].map(([file]) => file);
	expect(new Set(named)).toEqual(new Set([`${manifest.name}-*.tgz`]));
});
