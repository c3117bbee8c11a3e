import { windowsCharacter } from '../captions/windows1252';
import { namedCharacter } from './entityNames';

const ENTITY = /&(?:#(\d{1,7})|#[xX]([\da-fA-F]{1,6})|([A-Za-z][A-Za-z\d]{1,31}));/g;

const UNKNOWN = '\ufffd';

function numbered(code: number): string {
	const isCharacter = code > 0 && code <= 0x10ffff && (code < 0xd800 || code > 0xdfff);
	return windowsCharacter(code) ?? (isCharacter ? String.fromCodePoint(code) : UNKNOWN);
}

/**
 * Character references of HTML, such as `&amp;` and `&#8217;`, as the characters they stand for; each is read once, and
 * one that HTML does not know stays as it is.
 * @param write what becomes of the characters
 */
export function withoutEntities(text: string, write = (characters: string) => characters): string {
	return text.replace(ENTITY, (entity, decimal?: string, hexadecimal?: string, name?: string) => {
		if (name !== undefined) {
			const characters = namedCharacter(name);
			return characters === undefined ? entity : write(characters);
		}
		return write(numbered(decimal === undefined ? parseInt(hexadecimal ?? '', 16) : Number(decimal)));
	});
}
