/** The text of a file that may have been written in another encoding than UTF-8. */

import { windowsCharacter } from './windows1252';

/** The encoding that each language was written in before UTF-8; of all others it is Windows-1252. */
const OLDER: Record<string, string> = {
	...entries('windows-1250', 'bs cs hr hu pl ro sk sl sq'),
	...entries('windows-1251', 'be bg mk ru sr uk'),
	...entries('windows-1253', 'el'),
	...entries('windows-1254', 'az tr'),
	...entries('windows-1255', 'he iw'),
	...entries('windows-1256', 'ar fa ur'),
	...entries('windows-1257', 'et lt lv'),
	...entries('windows-1258', 'vi'),
	...entries('windows-874', 'th'),
	...entries('shift_jis', 'ja'),
	...entries('euc-kr', 'ko'),
	...entries('gb18030', 'zh'),
	...entries('big5', 'zh_HK zh_TW'),
};
const WESTERN = 'windows-1252';

function entries(encoding: string, languages: string): Record<string, string> {
	return Object.fromEntries(languages.split(' ').map((language) => [language, encoding]));
}

/** Without a mark at the start, text of two bytes a character is told by the zeros in it. */
const LOOKED_AT_BYTES = 256;

/** What no text holds, so that another encoding was meant. */
const NO_TEXT = /[\0-\x08\x0e-\x1f\x7f-\x9f\ufffd]/;
/** In the wrong encoding, letters become signs within words, or whole words of accents. */
const SIGN_IN_WORD = /\p{L}[\p{S}\p{No}¿¡§¶]\p{L}/u;
const WORD_OF_ACCENTS = /[\u00c0-\u00ff]{4}/;

/**
 * @param bytes of a whole file
 * @param locale the language that the text is in, `de_DE`
 * @returns the text without a byte order mark; undefined where its encoding cannot be told for sure
 */
export function decodedText(bytes: Uint8Array, locale: string): string | undefined {
	const wide = wideEncoding(bytes);
	if (wide) return decoded(bytes, wide);
	const text = decoded(bytes, 'utf-8');
	if (text !== undefined) return text;
	const older = OLDER[locale] ?? OLDER[locale.slice(0, 2)] ?? WESTERN;
	const guessed = older === WESTERN ? fromWindows1252(bytes) : decoded(bytes, older);
	if (guessed === undefined || NO_TEXT.test(guessed) || SIGN_IN_WORD.test(guessed)) return undefined;
	return older === WESTERN && WORD_OF_ACCENTS.test(guessed) ? undefined : guessed;
}

function decoded(bytes: Uint8Array, encoding: string): string | undefined {
	try {
		return new TextDecoder(encoding, { fatal: true }).decode(bytes);
	} catch {
		return undefined;
	}
}

/** Some versions of Node take it for ISO 8859-1. */
function fromWindows1252(bytes: Uint8Array): string {
	return Buffer.from(bytes)
		.toString('latin1')
		.replace(/[\x80-\x9f]/g, (control) => windowsCharacter(control.charCodeAt(0)) ?? control);
}

function wideEncoding(bytes: Uint8Array): string | undefined {
	if (bytes[0] === 0xff && bytes[1] === 0xfe) return 'utf-16le';
	if (bytes[0] === 0xfe && bytes[1] === 0xff) return 'utf-16be';
	const zeros = [0, 0];
	for (let at = 0; at < Math.min(bytes.length, LOOKED_AT_BYTES); at += 1)
		if (bytes[at] === 0) zeros[at % 2] += 1;
	if (zeros[0] === zeros[1]) return undefined;
	return zeros[0] < zeros[1] ? 'utf-16le' : 'utf-16be';
}
