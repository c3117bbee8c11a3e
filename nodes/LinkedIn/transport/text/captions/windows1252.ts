const FIRST = 0x80;
const CHARACTERS = '€\u0081‚ƒ„…†‡ˆ‰Š‹Œ\u008dŽ\u008f\u0090‘’“”•–—˜™š›œ\u009džŸ';

/** What the numbers 128 to 159 mean on the web, where Unicode doesn't have characters. @param code any number */
export function windowsCharacter(code: number): string | undefined {
	return CHARACTERS[code - FIRST];
}
