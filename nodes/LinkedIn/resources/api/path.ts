/** The path of an API call, checked before anything is sent, so that servers read it as written. */
import { InputError } from '../../transport/errors/inputError';
import { leavesItsSegment } from '../../transport/restli/segments';
import { plainText } from '../values/plainText';

const START = 'Start with /rest/ or /v2/, e.g. /rest/posts/{post}.';
const AS_KEY = 'Write {name} in its place and enter the value in Path Keys, which encodes it for you.';

interface Rule {
	isBroken: (path: string) => boolean;
	/** What is wrong, following the path in the message. */
	what: string;
	advice: string;
}

/** A server in between may decode a path again, drop parts of it, or read it differently. */
const RULES: Rule[] = [
	{
		isBroken: (path) => !/^\/(rest|v2)\/[^/]/.test(path),
		what: "doesn't start with /rest/ or /v2/ and the name of a resource",
		advice: START,
	},
	{
		isBroken: (path) => /[\s\p{Cc}]/u.test(path),
		what: 'contains white space or a control character',
		advice: `Remove it. If it belongs to a key: ${AS_KEY}`,
	},
	{
		isBroken: (path) => /\\|%5c/i.test(path),
		what: 'contains a backslash',
		advice: `Separate the parts of a path with slashes. If it belongs to a key: ${AS_KEY}`,
	},
	{
		isBroken: (path) => /#|%23|%3f/i.test(path),
		what: 'contains a fragment or an encoded question mark',
		advice: `Move parameters to Query. If it belongs to a key: ${AS_KEY}`,
	},
	{
		isBroken: (path) => /%2f/i.test(path),
		what: 'contains an encoded slash',
		advice: AS_KEY,
	},
	{
		isBroken: (path) => /%25[0-9a-f]{2}/i.test(path),
		what: 'is encoded twice',
		advice: AS_KEY,
	},
	{
		isBroken: (path) => decoded(path) === undefined,
		what: 'contains a percent sign without an encoded character',
		advice: AS_KEY,
	},
	{
		isBroken: (path) => /\p{Cc}/u.test(decoded(path) ?? ''),
		what: 'contains an encoded control character',
		advice: `Remove it: paths and keys of LinkedIn don't contain one.`,
	},
	{
		// Names are replaced by keys, which are checked then.
		isBroken: (path) => /[{}]/.test(path.replace(/\{\w{1,100}\}/g, '')),
		what: "contains braces that aren't part of a {name}",
		advice: 'Write {name} where a key goes, with letters, digits and underscores only.',
	},
	{
		isBroken: leavesItsSegment,
		what: 'contains "." or ".." as one of its parts, which leads to another path',
		advice: `Write the path without it. ${START}`,
	},
];

/**
 * @param value a path, or a whole URL on the API host
 * @returns the template below the API host
 * @throws InputError that names the broken rule
 */
export function readPath(value: unknown, apiHost: string): string {
	const typed = plainText(value, 'Path').trim();
	const path = typed.startsWith(`${apiHost}/`) ? typed.slice(apiHost.length) : typed;
	const shown = JSON.stringify(typed);
	if (path.includes('?')) {
		throw new InputError(
			'Path',
			`${shown} contains a query`,
			'Move everything after the question mark to Query.',
		);
	}
	const broken = RULES.find(({ isBroken }) => isBroken(path));
	if (!broken) return path;
	throw new InputError('Path', `Path: ${shown} ${broken.what}`, broken.advice);
}

/** @returns undefined for invalid encoding: bad escapes, or UTF-8 that is not in its shortest form */
function decoded(path: string): string | undefined {
	try {
		return decodeURIComponent(path);
	} catch {
		return undefined;
	}
}
