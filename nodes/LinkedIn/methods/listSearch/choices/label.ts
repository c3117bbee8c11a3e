/** How text and dates are shown in the entries of a picker. */
import { DateTime } from 'luxon';

/** So that the date and more still fit into n8n's list, which shows about 54. */
const MOST_CHARACTERS = 32;
/** Text without spaces, such as Chinese, is cut in the middle. */
const LEAST_CHARACTERS = 16;

/** The first words of a text, on one line; `(no text)` if there is none. */
export function firstWords(text: string): string {
	const line = text
		.slice(0, 8 * MOST_CHARACTERS)
		.split(/\s/)
		.filter(Boolean)
		.join(' ');
	if (line === '') return '(no text)';
	const all = [...line];
	if (all.length <= MOST_CHARACTERS) return line;
	const cut = all.slice(0, MOST_CHARACTERS).join('');
	const space = cut.lastIndexOf(' ');
	return `${space < LEAST_CHARACTERS ? cut : cut.slice(0, space)} …`;
}

/**
 * A day, e.g. `29 Nov 2026`.
 * @param timezone the workflow's
 * @returns undefined for an invalid time
 */
export function dayOf(timeMs: number | undefined, timezone: string): string | undefined {
	if (timeMs === undefined) return undefined;
	const moment = DateTime.fromMillis(timeMs, { zone: timezone }).setLocale('en-US');
	return moment.isValid ? moment.toFormat('d LLL yyyy') : undefined;
}

/** An entry with details after its text, e.g. `We are hiring (29 Nov 2026, Acme Corp)`. */
export function labelWith(words: string, details: Array<string | undefined>): string {
	const known = details.filter((detail) => detail !== undefined && detail !== '');
	return known.length > 0 ? `${words} (${known.join(', ')})` : words;
}
