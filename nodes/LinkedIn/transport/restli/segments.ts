/** Dots, slashes and percent signs are all of ASCII. */
const ASCII_ESCAPE = /%([0-7][0-9A-F])/gi;

/** The same in two, three or four bytes, where one is enough: UTF-8 forbids it, and some servers decode it all the same. */
const OVERLONG_ESCAPE = /%(?:c|e0%8|f0%80%8)([01])%([89ab][0-9a-f])/gi;

/** Somebody on the way may decode once more than the standard says; nobody does it more often. */
const MOST_DECODINGS = 5;

/**
 * Whether a path leads elsewhere than it reads: URL libraries and gateways take `..`, also encoded or behind a
 * backslash, for the folder above. No encoding of a dot prevents that.
 *
 * @param path without a query
 */
export function leavesItsSegment(path: string): boolean {
	let decoded = path;
	for (let count = 0; count < MOST_DECODINGS; count += 1) {
		decoded = decoded
			.replace(OVERLONG_ESCAPE, (_escape, high: string, low: string) =>
				String.fromCharCode(Number(high) * 64 + (parseInt(low, 16) & 0x3f)),
			)
			.replace(ASCII_ESCAPE, (_escape, hex: string) => String.fromCharCode(parseInt(hex, 16)));
	}
	// Some servers leave out what follows a semicolon.
	return decoded.split(/[/\\]/).some((segment) => /^\.{1,2}(;|$)/.test(segment.trim()));
}
