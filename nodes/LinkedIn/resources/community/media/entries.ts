/** Divides a field with names of binary fields, web addresses and URNs into its entries. */
import { settledSync } from '../../../transport/flow/settled';
import { isWebAddress } from '../../../transport/web/webAddress';
import { entriesOf, locatorContent, plainText } from '../../values/plainText';

const URN = /^urn(?::|%)/i;

/**
 * The entries in order, as entriesOf, except that a comma may belong to a web address. It ends the address if a space,
 * another address, a URN or the name of a binary field follows.
 * @param field its label
 * @param names of the item's binary fields
 * @throws InputError as entriesOf
 */
export function mediaEntriesOf(given: unknown, field: string, names: readonly string[]): string[] {
	const value = locatorContent(given);
	if (Array.isArray(value)) return entriesOf(value, field);
	const text = plainText(value, field);
	const list = listIn(text);
	if (list) return entriesOf(list, field);
	return text
		.split('\n')
		.flatMap((line) => (line.includes(':') ? inLine(line, names) : entriesOf(line, field)));
}

/** AI agents write a list as JSON. */
function listIn(text: string): unknown[] | undefined {
	if (!/^\s*\[/.test(text)) return undefined;
	const read = settledSync(() => JSON.parse(text) as unknown);
	return read.ok && Array.isArray(read.value) ? read.value : undefined;
}

function inLine(line: string, names: readonly string[]): string[] {
	const entries: string[][] = [];
	for (const piece of line.split(',')) {
		const current = entries.at(-1);
		if (current && isWebAddress(current[0]) && !isNext(piece, names)) current.push(piece);
		else entries.push([piece.trim()]);
	}
	return entries.map((pieces) => pieces.join(',').trim()).filter(Boolean);
}

function isNext(piece: string, names: readonly string[]): boolean {
	const trimmed = piece.trim();
	return (
		trimmed === '' ||
		/^\s/.test(piece) ||
		isWebAddress(trimmed) ||
		URN.test(trimmed) ||
		names.some((name) => name === trimmed || name.startsWith(`${trimmed}_`))
	);
}
