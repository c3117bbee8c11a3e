/** Dots, slashes and percent signs, all ASCII. */
const ASCII_ESCAPE = /%([0-7][0-9A-F])/gi;

/** The same in two, three or four bytes where one is enough: UTF-8 forbids it, but some servers decode it anyway. */
const OVERLONG_ESCAPE = /%(?:c|e0%8|f0%80%8)([01])%([89ab][0-9a-f])/gi;

/** A server in between may decode once more than the standard says, but not more often. */
const MOST_DECODINGS = 5;

/**
 * Whether a path leads elsewhere than it seems: URL libraries and gateways take `..`, also encoded or after a
 * backslash, for the parent folder. Encoding a dot doesn't prevent that.
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
	// Some servers ignore what follows a semicolon.
	return decoded.split(/[/\\]/).some((segment) => /^\.{1,2}(;|$)/.test(segment.trim()));
}
