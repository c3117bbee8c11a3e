/** Split at white space, one character at a time; invisible characters are left out. */
const UNSEEN = /[\p{Cc}\p{Cf}]/gu;

/**
 * Whether a text that LinkedIn shows is the one that was sent: LinkedIn may trim it, collapse spaces, replace kinds of
 * spaces or line ends, and normalize composed characters.
 */
export function isSameText(shown: string, sent: string): boolean {
	return shown === sent || asCompared(shown) === asCompared(sent);
}

/** The form in which texts that LinkedIn considers the same are equal. */
export function asCompared(text: string): string {
	const words = text.normalize('NFKC').split(/\s/);
	return words
		.map((word) => word.replace(UNSEEN, ''))
		.filter((word) => word !== '')
		.join(' ');
}
