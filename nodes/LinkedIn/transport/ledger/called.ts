/**
 * How a call is named where people read it: without texts, names and tokens, which an API Call may have in its path.
 */

/** They would end a line, or change how it is shown. */
const CONTROL_CHARACTERS = /[\p{Cc}\p{Cf}\u2028\u2029]/gu;

/** A part of LinkedIn's paths, such as `adCampaigns`. */
const WORD = /^[A-Za-z][A-Za-z0-9]{0,39}$/;
const PLACEHOLDER = /^\{\w{0,40}\}$/;
/** What tells who or what is meant, and nothing else. */
const TARGET = /^(urn:li:[A-Za-z]+:[\w(),:.-]{1,150}|\d{1,25})$/;
const MOST_SEGMENTS = 8;
const LONGEST_PATH = 2_000;

/**
 * @param path template or path below the API host; only its beginning is read
 * @param keys values of its placeholders
 * @returns e.g. `/rest/posts/{}`: each part that isn't a word of a path becomes `{}`
 */
export function namedPath(path: string, keys: Record<string, unknown> = {}): string {
	const [bare] = path.slice(0, LONGEST_PATH).split('?', 1);
	const segments = bare.split('/').slice(1, MOST_SEGMENTS + 1);
	const named = segments.map((segment, index) => {
		const [text] = decoded(segment).split(';', 1);
		// A placeholder for the resource itself names it.
		const key = index < 2 && PLACEHOLDER.test(text) ? keys[text.slice(1, -1)] : undefined;
		if (typeof key === 'string' && WORD.test(key)) return key;
		return WORD.test(text) || PLACEHOLDER.test(text) ? text : '{}';
	});
	return `/${named.join('/')}`;
}

function decoded(segment: string): string {
	try {
		return decodeURIComponent(segment);
	} catch {
		return '{}';
	}
}

/** @returns e.g. `CREATE /rest/posts`, the name under which a call is counted, limited and logged */
export function namedCall({ restliMethod, path, keys }: CalledRequest): string {
	return `${restliMethod} ${namedPath(path, keys)}`;
}

interface CalledRequest {
	restliMethod: string;
	path: string;
	keys?: Record<string, unknown>;
}

/** @returns URNs and numbers among the keys, also within a complex key; null if there are none */
export function targetOf(keys: Record<string, unknown> = {}): string | null {
	const values = Object.values(keys).flatMap((key) =>
		typeof key === 'object' && key !== null ? Object.values(key) : [key],
	);
	const targets = values.map(String).filter((text) => TARGET.test(text));
	return targets.length === 0 ? null : targets.slice(0, 4).join(', ');
}

/** A name of a node or workflow on one line. */
export function onOneLine(text: string): string {
	return text.replace(CONTROL_CHARACTERS, ' ').slice(0, 100);
}
