/** Extracts one e-mail address from the forms in which it's copied. */

const LONGEST_ADDRESS = 254;
const LONGEST_LOCAL_PART = 64;
const LONGEST_LABEL = 63;

/** Words between dots: neither ends of quotes nor several addresses. */
const LOCAL_WORD = /^[\p{L}\p{M}\p{N}!#$%&'*+/=?^_`{|}~-]+$/u;
const LABEL = /^[\p{L}\p{M}\p{N}-]+$/u;
const TOP_LABEL = /^(?:\p{L}[\p{L}\p{M}]+|xn--[a-z\d-]+)$/u;

/**
 * @param text an address alone, in angle brackets, as a `mailto:` link, or with its owner's name before it or in
 * brackets after it
 * @returns only the address, in lower case; undefined for anything else
 */
export function emailAddressOf(text: string): string | undefined {
	const alone = withoutLink(withoutName(text)).normalize('NFC').toLowerCase();
	return isAddress(alone) ? alone : undefined;
}

function withoutName(text: string): string {
	const open = text.indexOf('<');
	if (open >= 0) {
		const isPair =
			text.endsWith('>') && text.lastIndexOf('<') === open && text.indexOf('>') === text.length - 1;
		return isPair ? text.slice(open + 1, -1).trim() : text;
	}
	const bracket = text.indexOf('(');
	return bracket > 0 && text.endsWith(')') ? text.slice(0, bracket).trim() : text;
}

function withoutLink(text: string): string {
	if (!/^mailto:/i.test(text)) return text;
	const [address] = text.slice('mailto:'.length).split('?', 1);
	try {
		return decodeURIComponent(address).trim();
	} catch {
		return address;
	}
}

function isAddress(text: string): boolean {
	if (text.length > LONGEST_ADDRESS) return false;
	const [local, domain, ...more] = text.split('@');
	if (domain === undefined || more.length > 0 || local.length > LONGEST_LOCAL_PART) return false;
	const labels = domain.split('.');
	return (
		local.split('.').every((word) => LOCAL_WORD.test(word)) &&
		labels.length > 1 &&
		labels.every((label) => LABEL.test(label) && label.length <= LONGEST_LABEL && !/^-|-$/.test(label)) &&
		TOP_LABEL.test(labels.at(-1) ?? '')
	);
}
