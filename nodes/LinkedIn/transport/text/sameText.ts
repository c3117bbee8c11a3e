/** White space is split at, one character at a time; what takes no room is left out. */
const UNSEEN = /[\p{Cc}\p{Cf}]/gu;

/**
 * Whether LinkedIn shows a text that was sent: it may cut white space at the ends, join several blanks, turn one kind of
 * blank or line end into another, and write composed characters in another form.
 */
export function isSameText(shown: string, sent: string): boolean {
	return shown === sent || asCompared(shown) === asCompared(sent);
}

/** The form in which texts that LinkedIn takes for one are equal. */
export function asCompared(text: string): string {
	const words = text.normalize('NFKC').split(/\s/);
	return words
		.map((word) => word.replace(UNSEEN, ''))
		.filter((word) => word !== '')
		.join(' ');
}
