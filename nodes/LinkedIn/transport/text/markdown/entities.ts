import { windowsCharacter } from '../captions/windows1252';
import { namedCharacter } from './entityNames';

const ENTITY = /&(?:#(\d{1,7})|#[xX]([\da-fA-F]{1,6})|([A-Za-z][A-Za-z\d]{1,31}));/g;

const UNKNOWN = '\ufffd';

function numbered(code: number): string {
	const isCharacter = code > 0 && code <= 0x10ffff && (code < 0xd800 || code > 0xdfff);
	return windowsCharacter(code) ?? (isCharacter ? String.fromCodePoint(code) : UNKNOWN);
}

/**
 * Replaces HTML's character references, such as `&amp;` and `&#8217;`, by their characters. Each is decoded once, and
 * unknown ones stay unchanged.
 * @param write converts the characters
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
