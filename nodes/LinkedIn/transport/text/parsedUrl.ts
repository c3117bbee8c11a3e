/**
 * @returns undefined for what isn't an address. Not by `URL.canParse`, which on Node 20 refuses letters beyond ASCII
 * once it has been called often.
 * @param base for an address that is relative
 */
export function parsedUrl(text: string, base?: URL): URL | undefined {
	try {
		return new URL(text, base);
	} catch {
		return undefined;
	}
}
