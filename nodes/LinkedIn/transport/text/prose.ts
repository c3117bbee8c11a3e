/** Its `#` never starts a hashtag. */
export const ADDRESS = '(?:https?:\\/\\/|www\\.)\\S+';

/** Begins after anything but a letter or digit, and ends where LinkedIn ends it: before an underscore (§4.2). */
export const HASHTAG = '(?<![\\p{L}\\p{M}\\p{N}])#[\\p{L}\\p{N}][\\p{L}\\p{M}\\p{N}]*';

const ADDRESS_OR_HASHTAG = new RegExp(`${ADDRESS}|${HASHTAG}`, 'giu');

/** Addresses and hashtags blanked out at the same length: a name inside them is no mention. */
export function proseOnly(text: string): string {
	return text.replace(ADDRESS_OR_HASHTAG, (found) => '\0'.repeat(found.length));
}
