/** Dots, slashes and percent signs are all of ASCII. */
const ASCII_ESCAPE = /%([0-7][0-9A-F])/gi;

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
		decoded = decoded.replace(ASCII_ESCAPE, (_escape, hex: string) => String.fromCharCode(parseInt(hex, 16)));
	}
	// Some servers leave out what follows a semicolon.
	return decoded.split(/[/\\]/).some((segment) => /^\.{1,2}(;|$)/.test(segment.trim()));
}
