import { InputError } from '../../../transport/errors/inputError';
import { plainText } from '../../values/plainText';

/** LinkedIn's format of a locale. */
export interface Locale {
	/** Two lower-case letters of ISO 639. */
	language: string;
	/** Two capitals of ISO 3166. */
	country: string;
}

/**
 * A language and country.
 * @param value text such as en_US or en-US, or LinkedIn's record from an expression
 * @param field its label
 * @returns undefined if empty
 * @throws InputError for anything else
 */
export function localeOf(value: unknown, field: string): Locale | undefined {
	const { language, country } = (
		typeof value === 'object' && value !== null && !Array.isArray(value) ? value : {}
	) as Record<string, unknown>;
	const isRecord = language !== undefined && country !== undefined;
	const text = isRecord
		? `${plainText(language, field)}_${plainText(country, field)}`
		: plainText(value, field).trim();
	if (text === '') return undefined;
	const [, first, second] = /^([a-z]{2})[_-]([a-z]{2})$/i.exec(text) ?? [];
	if (first && second) return { language: first.toLowerCase(), country: second.toUpperCase() };
	throw new InputError(
		field,
		`${field} must be a language and country, not "${text}"`,
		'Enter two letters each, e.g. en_US or de_DE.',
	);
}
