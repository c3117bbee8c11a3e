import { lookUp } from '../../answers/lookUp';
import { InputError } from '../../errors/inputError';
import { percentDecode } from '../decode';

/** What a field accepts: `name` with its article, and `accepted` with an example, both for messages. */
export interface ExpectedInput {
	name: string;
	accepted: string;
}

/** The parts of a linkedin.com address, percent-decoded. */
export interface LinkedInUrl {
	segments: string[];
	query: Map<string, string>;
}

const QUOTES: Record<string, string> = {
	'"': '"',
	"'": "'",
	'`': '`',
	'<': '>',
	'“': '”',
	'‘': '’',
	'«': '»',
	'„': '“',
};

/** Spaces and invisible characters that copying from a browser or chat leaves at the ends. */
const PADDING = /[\s\u200B-\u200F\u202A-\u202E\u2060-\u2069\uFEFF]/;

/** Longer than any of LinkedIn's addresses. */
const LONGEST_INPUT_CHARACTERS = 8_192;

/** A link inside the parameter of another one, at any depth. */
const WHOLLY_ENCODED = /^(?:https?%(?:25)*3A|[\w.-]{0,40}linkedin\.com%(?:25)*2F)/i;
const MOST_ENCODINGS = 3;

const SCHEME = /^(?:(?:https?:)?\/\/)?/i;
const PORT = /:\d{1,10}$/;
const HOST = /^[^\s@:]+$/;
const TOP_DOMAIN = /^[a-z]{2,63}$/i;

const LONGEST_QUOTE_CHARACTERS = 120;

/**
 * The one error for input that a field can't use: what was given, what is wrong with it, and what is accepted.
 *
 * @param problem a half sentence that follows the given text, for example `is a profile link`
 */
export function refused(
	field: string,
	given: string,
	wanted: ExpectedInput,
	problem: string,
	advice?: string,
): InputError {
	const shown =
		given.length > LONGEST_QUOTE_CHARACTERS ? `${given.slice(0, LONGEST_QUOTE_CHARACTERS)}…` : given;
	const subject = given === '' ? field : `${field}: "${shown}"`;
	return new InputError(
		field,
		`${subject} ${problem}`,
		advice
			? `${advice} Accepted as ${wanted.name}: ${wanted.accepted}`
			: `Use one of these for ${wanted.name}: ${wanted.accepted}`,
	);
}

/** Without padding and quotes, however many; each character is looked at once. */
function unwrapped(text: string): string {
	let start = 0;
	let end = text.length;
	for (;;) {
		while (start < end && PADDING.test(text[start])) start += 1;
		while (end > start && PADDING.test(text[end - 1])) end -= 1;
		const closing = QUOTES[text.charAt(start)];
		if (closing === undefined || end - start < 2 || text[end - 1] !== closing) return text.slice(start, end);
		start += 1;
		end -= 1;
	}
}

/** Without percent-encoding, decoded twice if a copied link was encoded into another. */
export function decodedTwice(text: string): string {
	return percentDecode(percentDecode(text));
}

/** A link without the percent-encoding of the whole; any other text unchanged. */
export function decodedLink(text: string): string {
	let link = text;
	for (let left = MOST_ENCODINGS; left > 0 && WHOLLY_ENCODED.test(link); left -= 1)
		link = percentDecode(link);
	return link;
}

const URN_BEGINS = /^urn[:%]/i;
const ENCODED_COLON = /%(?:25)*3A/i;

/**
 * Reads URNs for fields that accept nothing else: without surrounding spaces and without the percent-encoding of the
 * whole. Any other text stays unchanged.
 */
export function plainUrn(text: string): string {
	let urn = text.trim();
	if (!URN_BEGINS.test(urn)) return urn;
	for (let left = MOST_ENCODINGS; left > 0 && ENCODED_COLON.test(urn); left -= 1) urn = percentDecode(urn);
	return urn;
}

function readUrl(path: string, query: string): LinkedInUrl {
	const parameters = query.split(/&(?:amp;)?/).map((parameter): [string, string] => {
		const equals = parameter.indexOf('=');
		if (equals < 0) return [decodedTwice(parameter), ''];
		return [decodedTwice(parameter.slice(0, equals)), decodedTwice(parameter.slice(equals + 1))];
	});
	const segments = path.split('/').filter(Boolean).map(decodedTwice);
	// Links in LinkedIn's e-mails have it before the page's path.
	if (segments[0] === 'comm') segments.shift();
	return { segments, query: new Map(parameters) };
}

function splitOnce(text: string, mark: string): [before: string, after: string] {
	const at = text.indexOf(mark);
	return at < 0 ? [text, ''] : [text.slice(0, at), text.slice(at + 1)];
}

/** Where LinkedIn's sign-in pages keep the requested address. */
const REDIRECTS = ['session_redirect', 'sessionRedirect'];
const MOST_REDIRECTS = 3;

/** The address that a sign-in page leads to. */
function asked(url: LinkedInUrl, left = MOST_REDIRECTS): LinkedInUrl {
	const target = REDIRECTS.map((name) => url.query.get(name) ?? '').find((value) => value !== '');
	if (target === undefined || left === 0) return url;
	const isPath = /^\/(?!\/)/.test(target);
	const address = isPath ? { site: 'linkedin.com', ...readPath(target) } : readAddress(target);
	if (!address || !isOfLinkedIn(address.site)) return url;
	return asked(readUrl(address.path, address.query), left - 1);
}

function readPath(link: string): { path: string; query: string } {
	const [path, query] = splitOnce(splitOnce(link, '#')[0], '?');
	return { path, query };
}

function isOfLinkedIn(site: string): boolean {
	return site === 'linkedin.com' || site.endsWith('.linkedin.com');
}

/** A web address, with or without a scheme: its host in lower case, its path and query unchanged. */
function readAddress(link: string): { site: string; path: string; query: string } | undefined {
	const rest = link.replace(SCHEME, '');
	const hostEnd = rest.search(/[/?#]/);
	const site = (hostEnd < 0 ? rest : rest.slice(0, hostEnd)).replace(PORT, '').toLowerCase();
	const lastDot = site.lastIndexOf('.');
	if (lastDot < 1 || !HOST.test(site) || !TOP_DOMAIN.test(site.slice(lastDot + 1))) return undefined;
	return { site, ...readPath(hostEnd < 0 ? '' : rest.slice(hostEnd)) };
}

/**
 * Reads what a user pasted into a field: a linkedin.com address (any subdomain, with or without a scheme, only a path,
 * or the sign-in page that leads to it), otherwise text without padding, quotes, angle brackets and percent-encoding.
 *
 * @param input usually a string; an expression may return a number
 * @throws InputError if it's empty, longer than any link, a number that JavaScript has rounded, a short link, or an
 * address elsewhere
 */
export function parseInput(
	input: unknown,
	field: string,
	wanted: ExpectedInput,
): { text: string; url?: undefined } | { text: string; url: LinkedInUrl } {
	if (typeof input === 'number' && !Number.isSafeInteger(input)) {
		throw refused(
			field,
			String(input),
			wanted,
			'is a number too long for JavaScript, which has already rounded its last digits',
			'Pass the id as text, in quotes, from the step that produces it.',
		);
	}
	const text = unwrapped(typeof input === 'string' || typeof input === 'number' ? String(input) : '');
	if (text === '') throw refused(field, '', wanted, 'is empty');
	if (text.length > LONGEST_INPUT_CHARACTERS) {
		throw refused(field, text, wanted, `is too long: it has ${text.length} characters`);
	}

	const link = decodedLink(text);
	if (/^\/(?!\/)/.test(link)) {
		const { path, query } = readPath(link);
		return { text, url: asked(readUrl(path, query)) };
	}
	const address = readAddress(link);
	if (address === undefined) return { text: decodedTwice(text) };

	const { site, path, query } = address;
	const isLinkedIn = isOfLinkedIn(site);
	if (site === 'lnkd.in' || site.endsWith('.lnkd.in') || (isLinkedIn && path.startsWith('/slink'))) {
		throw refused(
			field,
			text,
			wanted,
			"is a short link, and where it leads can't be known without opening it",
			'Open the short link in a browser and paste the full address it leads to.',
		);
	}
	if (!isLinkedIn) throw refused(field, text, wanted, 'is an address outside linkedin.com');
	return { text, url: asked(readUrl(path, query)) };
}

/** What a linkedin.com address shows, for messages about the wrong kind of link. */
export function kindOfLink(url: LinkedInUrl): string {
	const kinds: Record<string, string> = {
		in: 'a profile link',
		pub: 'a profile link',
		company: 'a page link',
		showcase: 'a page link',
		school: 'a page link',
		posts: 'a post link',
		feed: 'a feed link',
		pulse: 'an article link',
		groups: 'a group link',
		events: 'an event link',
		jobs: 'a job link',
		newsletters: 'a newsletter link',
	};
	return lookUp(kinds, url.segments[0] ?? '') ?? 'a linkedin.com link';
}

/** Type and id of a URN of any kind. */
export function splitUrn(text: string): { type: string; id: string } | undefined {
	const match = /^urn:li:(\w+):(.+)$/i.exec(text);
	return match === null ? undefined : { type: match[1], id: match[2] };
}

/** A half sentence for refused(): names the type if the text is a URN. */
export function unknownUrn(text: string, otherwise: string): string {
	const urn = splitUrn(text);
	return urn === undefined ? otherwise : `is a URN of the type "${urn.type}" with the id "${urn.id}"`;
}
