import { hash } from 'crypto';

import { InputError } from '../../../transport/errors/inputError';
import { emailAddressOf } from '../../../transport/text/emailAddress';
import { plainText } from '../../values/plainText';

const SHA256_HEX = /^[0-9a-f]{64}$/i;

/**
 * An email address in LinkedIn's format: trimmed, lowercased, hashed. Leftovers from copying are removed first:
 * invisible characters, `mailto:`, angle brackets and the name of a person.
 * @param value an address, or its hash, which is recognised
 * @param field its label
 * @returns 64 hex digits; undefined where nothing is given
 * @throws InputError for anything else
 * @see docs.conversionEvents
 */
export function sha256Email(value: unknown, field: string): string | undefined {
	const text = visibleOf(value, field);
	if (text === '') return undefined;
	if (SHA256_HEX.test(text)) return text.toLowerCase();
	const address = emailAddressOf(text);
	if (address !== undefined) return hash('sha256', address, 'hex');
	throw new InputError(
		field,
		`${field} must be an email address`,
		'Enter an address such as ada@example.com, or its SHA-256 hash of 64 hex digits.',
	);
}

/**
 * A value that must already be a hash.
 * @returns as sha256Email
 * @throws InputError for an address, which would leave n8n unhashed, and for anything else
 */
export function sha256Hash(value: unknown, field: string): string | undefined {
	const text = visibleOf(value, field);
	if (text === '') return undefined;
	if (SHA256_HEX.test(text)) return text.toLowerCase();
	throw new InputError(
		field,
		`${field} must be a SHA-256 hash`,
		"Enter 64 hex digits. An email address itself belongs in Email, which is hashed before it's sent.",
	);
}

/** Invisible characters, often copied along, which would change the hash. */
const UNSEEN = /[\p{Cf}\u034f\ufe00-\ufe0f]/gu;

function visibleOf(value: unknown, field: string): string {
	return plainText(value, field).replace(UNSEEN, '').trim();
}
