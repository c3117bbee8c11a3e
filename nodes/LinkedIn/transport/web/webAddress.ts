/**
 * Which web addresses a file may be fetched from: public ones. An AI agent chooses addresses too, and what it names is
 * published; so nothing that belongs to n8n's own network may be reached. Where a public name points to is for n8n's
 * own address guard to judge, because only the resolver knows it.
 */

import { parsedUrl } from '../text/parsedUrl';

/** What's wrong with an address, and what to do. */
export interface AddressProblem {
	/** Completes "The address …". */
	what: string;
	way: string;
}

export type ReadAddress = { ok: true; url: URL } | { ok: false; problem: AddressProblem };

/** Anything that can't be handled here can be fetched by a node that its author configured. */
const OTHER_WAY = 'Otherwise, download it with an HTTP Request node, and enter the name of its binary field.';
const ENTER_ONE = 'Enter an address such as https://example.com/photo.png.';

/** Longer ones are rarely accepted by servers. */
const MOST_CHARACTERS = 8_192;
/** Schemes that are written without slashes count too, so that no file's content is taken for a name. */
const SCHEME = /^(?:[a-z][a-z0-9+.-]{0,30}:\/\/|(?:https?|data|blob|file|ftp):)/i;

/**
 * Domains that exist only within a network, or stand for this machine.
 * @see RFC 6761, 6762, 8375 and ICANN's reservation of .internal
 */
const INTERNAL_DOMAINS = [
	'localhost',
	'localdomain',
	'local',
	'internal',
	'intranet',
	'private',
	'corp',
	'home',
	'lan',
	'home.arpa',
];

/** Whether an entry is meant as a web address, allowed or not. */
export function isWebAddress(entry: string): boolean {
	return SCHEME.test(entry);
}

/**
 * An address as it will be called: normalized, so that no client reads it differently, and without a fragment.
 * @param given as typed
 * @param base the address that redirected to it
 */
export function readAddress(given: string, base?: URL): ReadAddress {
	const typed = given.trim();
	if (typed.length > MOST_CHARACTERS)
		return refused(`has ${typed.length} characters; at most ${MOST_CHARACTERS} can be used`);
	const url = parsedUrl(typed, base);
	if (!url) return refused("isn't valid", ENTER_ONE);
	url.hash = '';
	if (url.protocol !== 'https:') return refused('must start with https://');
	if (url.username !== '' || url.password !== '')
		return refused("can't contain a user name or password", 'Remove everything up to the @.');
	if (url.port !== '') return refused("can't have a port", 'Use the address without it.');
	// Dots at the end don't change where a name leads.
	const host = url.hostname.split('.').filter(Boolean).join('.');
	// Its other notations, such as decimal or hexadecimal, have been normalized.
	if (/^\[|^[\d.]+$/.test(host)) return refused('must have a host name, not an IP address');
	if (!host.includes('.') || isInternal(host))
		return refused(`points into a private network (${host.slice(-MOST_SHOWN_HOST)})`, PUBLIC_ONLY);
	return { ok: true, url };
}

const PUBLIC_ONLY = 'Files are fetched from public addresses only.';
const MOST_SHOWN_HOST = 100;

function isInternal(host: string): boolean {
	return INTERNAL_DOMAINS.some((domain) => host === domain || host.endsWith(`.${domain}`));
}

function refused(what: string, way = ENTER_ONE): ReadAddress {
	return { ok: false, problem: { what, way: `${way} ${OTHER_WAY}` } };
}

/** Longer parts of a path may be keys; a file's name is rarely longer. */
const MOST_SHOWN_PART = 32;
const KEPT_OF_A_LONG_PART = 10;
const MOST_SHOWN_PATH = 120;

/**
 * An address for errors, items and logs: without its query, which may sign it, and with long parts of its path cut,
 * which may be keys too.
 */
export function shownAddress({ origin, pathname }: URL): string {
	const path = pathname
		.split('/')
		.map((part) => (part.length > MOST_SHOWN_PART ? `${part.slice(0, KEPT_OF_A_LONG_PART)}…` : part))
		.join('/');
	return origin + (path.length > MOST_SHOWN_PATH ? `${path.slice(0, MOST_SHOWN_PATH)}…` : path);
}

const MOST_SHOWN_TYPED = 60;

/** As shownAddress, for an address that can't be used. */
export function shownTyped(given: string): string {
	const start = given
		.trim()
		.split(/[?#]/, 1)[0]
		.slice(0, MOST_SHOWN_TYPED * 2);
	const at = start.lastIndexOf('@');
	const scheme = SCHEME.exec(start)?.[0] ?? '';
	const bare = at < 0 ? start : `${scheme}…${start.slice(at)}`;
	return bare.length > MOST_SHOWN_TYPED ? `${bare.slice(0, MOST_SHOWN_TYPED)}…` : bare;
}

/** The name a file has there; undefined if the address ends in none. */
export function fileNameIn({ pathname }: URL): string | undefined {
	const last = pathname.slice(pathname.lastIndexOf('/') + 1);
	if (last === '') return undefined;
	try {
		return decodeURIComponent(last);
	} catch {
		return last;
	}
}
