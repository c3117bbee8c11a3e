/** Where a name is a whole word, by the rules of each script. */

/** Letters of scripts without spaces between words, for a character class. */
export const UNSPACED_LETTERS = ['Han', 'Hiragana', 'Katakana', 'Bopomofo', 'Thai', 'Lao', 'Khmer', 'Myanmar']
	.map((script) => `\\p{Script_Extensions=${script}}`)
	.join('');

const WORD = /[\p{L}\p{M}\p{N}]/u;
const MARK = /\p{M}/u;
const UNSPACED = new RegExp(`[${UNSPACED_LETTERS}]`, 'u');
const HANGUL = /\p{Script=Hangul}/u;

/**
 * Hebrew attaches "and", "that", "when", "in", "to", "from", "the" and "as" to the next word, several in this order.
 */
const HEBREW_PREFIXES = /^ו?(?:לכש|כש|מש|ש)?(?:מה|[בלכמה])?$/;
const MOST_PREFIX_LETTERS = 6;
const HEBREW = /[\u05D0-\u05EA]/;

/** @param text between the beginning of a word and a name */
export function isHebrewPrefix(text: string): boolean {
	return text !== '' && HEBREW_PREFIXES.test(text);
}

/** Korean attaches these to a name, up to three in a row: cases, "and", "only", "as much as", "Ms", "is", "but". */
const PARTICLES =
	'이|가|은|는|을|를|의|에|에서|에게|에게서|께|께서|한테|한테서|와|과|랑|이랑|하고|도|만|로|으로|로서|으로서|로써|으로써|' +
	'부터|까지|처럼|보다|같이|마다|마저|조차|밖에|뿐|대로|나|이나|든지|이든지|라도|이라도|라|이라|라는|이라는|란|이란|' +
	'야|이야|아|여|이여|들|님|씨|측|인|이다|다|입니다|예요|이에요|이고|고|이며|며|였다|이었다|였습니다|이었습니다|' +
	'만큼|만큼은|커녕|은커녕|는커녕|야말로|이야말로|치고|답게|더러|인데|인데요|는데|는데요|지만|이지만|입니다만|네요|이네요|' +
	'요|이요|죠|이죠|지요|이지요|에요|이예요|입니까|인가|인가요|인지|일까|일까요|라서|이라서|라고|이라고|라며|이라며|라면|이라면|' +
	'니까|이니까|이므로|여서|이어서|여야|이어야|군요|이군요|구나|이구나|거든요|이거든요|잖아요|이잖아요|래요|이래요|' +
	'였지만|이었지만|였는데|이었는데|였던|이었던|였고|이었고|였으며|이었으며|였죠|이었죠|였어요|이었어요';
const ONLY_PARTICLES = new RegExp(`^(?:${PARTICLES}){1,3}$`);
const MOST_PARTICLE_LETTERS = 9;

const NO_WORD = 0;
const SPACED_WORD = 1;
const UNSPACED_WORD = 2;
const HANGUL_WORD = 3;

/** For each UTF-16 unit of a text, the kind of word it belongs to. */
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

	/** Whether there is a letter, mark or digit here. */
	isWord(at: number): boolean {
		return this.kinds[at] !== NO_WORD;
	}

	/** Whether it's of a script without spaces between words. */
	isUnspaced(at: number): boolean {
		return this.kinds[at] === UNSPACED_WORD;
	}

	/** Whether a name, or the @ before one, may begin here, by what comes before it. */
	mayBegin(at: number): boolean {
		if (at === 0 || this.kinds[at - 1] === NO_WORD) return true;
		if (this.kinds[at - 1] === UNSPACED_WORD || this.kinds[at] === UNSPACED_WORD) return true;
		if (!HEBREW.test(this.text[at - 1])) return false;
		let start = at - 1;
		while (start > 0 && this.kinds[start - 1] !== NO_WORD && at - start <= MOST_PREFIX_LETTERS) start -= 1;
		return isHebrewPrefix(this.text.slice(start, at));
	}

	/** Whether a name may end here, by what follows it. @param end the unit after the name */
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
