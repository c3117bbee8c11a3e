/** The text of a file that may have been written in another encoding than UTF-8. */

import { alphabetOf, type Alphabet } from './alphabets';
import { isMostlyCommon } from './doubleByte';
import { windowsCharacter } from './windows1252';

/** Without a byte order mark, two-byte text is recognized by its zeros. */
const LOOKED_AT_BYTES = 256;

/** Characters that text doesn't contain, so the encoding must be another one. */
const NO_TEXT = /(?![\t-\r])\p{Cc}|[\ufffd\p{Co}]/u;
/** They switch alphabets in seven-bit encodings, which look like UTF-8. */
const SWITCHES = ['\x0e', '\x0f', '\x1b'];
const SWITCHES_TO_JAPANESE = ['\x1b$@', '\x1b$B'];

/** Signs that the encodings have in common. */
const SIGNS = '‘’“”–—…•«»‹›€£§©®™°\u00a0\u00ad';
/** In the wrong encoding, letters become signs within words. */
const SIGN_AT_WORD = /\p{L}[€£§°•„‚¿¡]|[€£§©®™]\p{L}|\p{L}[“”«»‹›·]\p{L}/u;
/** Catalan has such a letter between two l's. */
const CATALAN_L = /l·l/gi;
/** In the wrong encoding, words of another alphabet consist of accents, or have many in a row. */
const WORD_OF_ACCENTS = /(?<!\p{L})[\u00c0-\u00ff]{2}(?!\p{L})|[\u00c0-\u00ff]{3}/u;
const TWO_ALPHABETS = /[A-Za-z](?![A-Za-z])\p{L}|(?![A-Za-z])\p{L}[A-Za-z]/u;

/**
 * @param bytes of a whole file
 * @param locale language of the text, `de_DE`
 * @returns the text without a byte order mark; undefined if its encoding isn't certain
 */
export function decodedText(bytes: Uint8Array, locale: string): string | undefined {
	const wide = wideEncoding(bytes);
	if (wide) return decoded(bytes, wide);
	const text = decoded(bytes, 'utf-8');
	if (text === undefined) return inOlderEncoding(bytes, locale);
	if (!SWITCHES.some((sign) => text.includes(sign))) return text;
	const isJapanese = SWITCHES_TO_JAPANESE.some((signs) => text.includes(signs));
	const japanese = isJapanese ? decoded(bytes, 'iso-2022-jp') : undefined;
	return japanese === undefined || NO_TEXT.test(japanese) ? undefined : japanese;
}

/** Nearly all bytes are letters in nearly all older encodings, so the text must look like its language. */
function inOlderEncoding(bytes: Uint8Array, locale: string): string | undefined {
	const alphabet = alphabetOf(locale);
	if (!alphabet) return undefined;
	const { encoding } = alphabet;
	const text = (encoding === 'windows-1252' ? fromWindows1252(bytes) : decoded(bytes, encoding))?.normalize();
	if (text === undefined || NO_TEXT.test(text)) return undefined;
	const isLikely =
		alphabet.letters === undefined ? isMostlyCommon(bytes, encoding) : isWrittenIn(text, alphabet);
	return isLikely ? text : undefined;
}

function isWrittenIn(text: string, { encoding, letters = '', isLatin, accentsAreRare }: Alphabet): boolean {
	const known = new RegExp(`^[\\0-\\x7f${SIGNS}${letters}${letters.toUpperCase()}]*$`, 'u');
	if (!known.test(text) || SIGN_AT_WORD.test(text.replace(CATALAN_L, 'll'))) return false;
	if (accentsAreRare && WORD_OF_ACCENTS.test(text)) return false;
	return isLatin || (!TWO_ALPHABETS.test(text) && (encoding !== 'windows-1251' || hasCyrillicWords(text)));
}

const LEAST_SHARE_OF_VOWELS = 0.3;
const MOST_CAPITALS_AFTER_SMALL_LETTERS = 0.1;

/** Other encodings have capitals where this one has small letters, or consonants where it has vowels. */
function hasCyrillicWords(text: string): boolean {
	const count = (pattern: RegExp) => text.match(pattern)?.length ?? 0;
	const small = count(/[а-џґ]/g);
	const capitals = count(/[Ѐ-ЯҐ]/g);
	return (
		capitals <= small &&
		count(/[а-џґ][Ѐ-ЯҐ]/g) <= small * MOST_CAPITALS_AFTER_SMALL_LETTERS &&
		count(/[аеёиоуыэюяіїє]/gi) >= (small + capitals) * LEAST_SHARE_OF_VOWELS
	);
}

function decoded(bytes: Uint8Array, encoding: string): string | undefined {
	try {
		return new TextDecoder(encoding, { fatal: true }).decode(bytes);
	} catch {
		return undefined;
	}
}

/** Some versions of Node treat it as ISO 8859-1. */
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
