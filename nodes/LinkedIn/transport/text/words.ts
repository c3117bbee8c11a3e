/** Where a name stands as a word of its own, by the habits of each script. */

/** Letters of scripts that put no spaces between words, for the inside of a class of a pattern. */
export const UNSPACED_LETTERS = ['Han', 'Hiragana', 'Katakana', 'Bopomofo', 'Thai', 'Lao', 'Khmer', 'Myanmar']
	.map((script) => `\\p{Script_Extensions=${script}}`)
	.join('');

const WORD = /[\p{L}\p{M}\p{N}]/u;
const MARK = /\p{M}/u;
const UNSPACED = new RegExp(`[${UNSPACED_LETTERS}]`, 'u');
const HANGUL = /\p{Script=Hangul}/u;

/** Hebrew writes "and", "in", "to", "from", "the", "as" and "that" onto the word they belong to. */
const HEBREW_PREFIXES = 'ובלמהכש';

/** Korean writes these behind a name, up to three in a row: cases, "and", "only", "from", "Ms", "is". */
const PARTICLES =
	'이|가|은|는|을|를|의|에|에서|에게|에게서|께|께서|한테|한테서|와|과|랑|이랑|하고|도|만|로|으로|로서|으로서|로써|으로써|' +
	'부터|까지|처럼|보다|같이|마다|마저|조차|밖에|뿐|대로|나|이나|든지|이든지|라도|이라도|라|이라|라는|이라는|란|이란|' +
	'야|이야|아|여|이여|들|님|씨|측|인|이다|다|입니다|예요|이에요|이고|고|이며|며|였다|이었다|였습니다|이었습니다';
const ONLY_PARTICLES = new RegExp(`^(?:${PARTICLES}){1,3}$`);
const MOST_PARTICLE_LETTERS = 9;

const NO_WORD = 0;
const SPACED_WORD = 1;
const UNSPACED_WORD = 2;
const HANGUL_WORD = 3;

/** Of each UTF-16 unit of a text what kind of word it belongs to. */
export class Words {
	private readonly kinds: Uint8Array;
	private readonly marks: Uint8Array;

	constructor(private readonly text: string) {
		this.kinds = new Uint8Array(text.length + 1);
		this.marks = new Uint8Array(text.length + 1);
		let at = 0;
		for (const character of text) {
			const end = at + character.length;
			if (WORD.test(character)) this.kinds.fill(this.kindOf(character, at), at, end);
			at = end;
		}
	}

	/** A mark belongs to the letter before it. */
	private kindOf(character: string, at: number): number {
		if (MARK.test(character)) {
			this.marks[at] = 1;
			return (at > 0 && this.kinds[at - 1]) || SPACED_WORD;
		}
		if (UNSPACED.test(character)) return UNSPACED_WORD;
		return HANGUL.test(character) ? HANGUL_WORD : SPACED_WORD;
	}

	/** Whether a name, or the @ before one, may begin here by what stands before it. */
	mayBegin(at: number): boolean {
		if (at === 0 || this.kinds[at - 1] === NO_WORD) return true;
		if (this.kinds[at - 1] === UNSPACED_WORD || this.kinds[at] === UNSPACED_WORD) return true;
		const isOneLetter = at === 1 || this.kinds[at - 2] === NO_WORD;
		return isOneLetter && HEBREW_PREFIXES.includes(this.text[at - 1]);
	}

	/** Whether a name may end here by what follows it. @param end the unit behind the name */
	mayEnd(end: number): boolean {
		if (this.kinds[end - 1] === NO_WORD || this.kinds[end] === NO_WORD) return true;
		if (this.marks[end]) return false;
		if (this.kinds[end - 1] === UNSPACED_WORD || this.kinds[end] === UNSPACED_WORD) return true;
		return this.kinds[end] === HANGUL_WORD && this.isParticle(end);
	}

	private isParticle(from: number): boolean {
		let end = from;
		while (this.kinds[end] === HANGUL_WORD && end - from <= MOST_PARTICLE_LETTERS) end += 1;
		return this.kinds[end] === NO_WORD && ONLY_PARTICLES.test(this.text.slice(from, end));
	}
}
