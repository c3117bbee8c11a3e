/**
 * Finds secrets in a text, whole or in part, in the forms in which another party may write them. Takes one pass over
 * the text, whatever it contains: each run of characters is looked up by its hash.
 */
import { endOfEscape, roomFor, unwrap } from './unwrap';

/** This many characters of a secret in a row are a trace of it; fewer may be chance. */
const TRACE_CHARACTERS = 12;

/** Whether parts of it are distinguishable from chance; escapes in it don't count. */
export function leavesTraces(secret: string): boolean {
	const read = roomFor(secret.length);
	unwrap(secret, 0, read);
	return read.length >= TRACE_CHARACTERS;
}

/** One way in which a secret may be written. */
interface Form {
	text: string;
	/** The byte of the encoded data in which a character ends. */
	byteOf: (index: number) => number;
}

/** Computed once because it's needed for each character. */
const { imul } = Math;

/** Characters that are read at a time. */
const ROOM = 16_384;
const room = roomFor(ROOM);

/** Any odd number with well-mixed bits; a Rabin–Karp hash. */
const BASE = 0x01_00_01_93;
const SPREAD = 0x9e_37_79_b1;
/** What the first character of a run contributes to its hash. */
const FIRST = Array.from({ length: TRACE_CHARACTERS - 1 }).reduce<number>((power) => imul(power, BASE), 1);
/** Slots per run, so that most look-ups hit an empty one. */
const SLOTS_A_RUN = 4;

export class Traces {
	/** All forms, one after another. */
	private readonly codes: Uint16Array;
	/** Runs that are public by themselves. */
	private readonly isPublic: Uint8Array;
	/** By hash: where a run begins in `codes`, plus one. */
	private readonly slots: Uint32Array;
	private readonly shift: number;

	/** @param secrets those that leave traces */
	constructor(secrets: readonly string[]) {
		const forms = secrets.flatMap((secret) => {
			const headEnd = publicHead(secret);
			return formsOf(secret).map((form) => ({ ...form, headEnd }));
		});
		const size = forms.reduce((sum, { text }) => sum + text.length, 0);
		const bits = Math.ceil(Math.log2(Math.max(1, size) * SLOTS_A_RUN));
		this.shift = 32 - bits;
		this.codes = new Uint16Array(size);
		this.isPublic = new Uint8Array(size);
		this.slots = new Uint32Array(2 ** bits);
		let begin = 0;
		for (const { text, byteOf, headEnd } of forms) {
			const read = roomFor(text.length);
			unwrap(text, 0, read);
			this.codes.set(read.codes.subarray(0, read.length), begin);
			this.learn(begin, read.length, (index) => byteOf(index) < headEnd);
			begin += read.length;
		}
	}

	/**
	 * Searches a part of a text.
	 * @param from where the part begins; 0, or the end of the previous part
	 * @param found receives start and end of each trace, one after another; adjacent traces are merged. A start is
	 * negative, and less by one, as long as what was found is public
	 * @returns where the next part begins; undefined at the end of the text
	 */
	search(text: string, from: number, found: number[]): number | undefined {
		const stoppedAt = unwrap(text, from, room);
		const { codes, length, starts } = room;
		const { shift, slots } = this;
		let hash = 0;
		for (let index = 0; index < length; index += 1) {
			const out = index >= TRACE_CHARACTERS ? codes[index - TRACE_CHARACTERS] : 0;
			hash = (imul(hash - imul(out, FIRST), BASE) + codes[index]) | 0;
			if (slots[imul(hash, SPREAD) >>> shift] === 0 || index < TRACE_CHARACTERS - 1) continue;
			const begin = index - TRACE_CHARACTERS + 1;
			const run = this.lookUp(codes, begin, hash);
			if (run >= 0) note(found, starts[begin], endOfEscape(text, starts[index]), this.isPublic[run] === 1);
		}
		if (stoppedAt >= text.length) return undefined;
		return starts[length - TRACE_CHARACTERS + 1];
	}

	private learn(begin: number, length: number, isPublic: (lastIndex: number) => boolean): void {
		let hash = 0;
		for (let index = 0; index < length; index += 1) {
			const out = index >= TRACE_CHARACTERS ? this.codes[begin + index - TRACE_CHARACTERS] : 0;
			hash = (imul(hash - imul(out, FIRST), BASE) + this.codes[begin + index]) | 0;
			if (index < TRACE_CHARACTERS - 1) continue;
			const at = begin + index - TRACE_CHARACTERS + 1;
			const known = this.lookUp(this.codes, at, hash);
			const run = known >= 0 ? known : at;
			if (known < 0) this.slots[this.freeSlot(hash)] = at + 1;
			if (known < 0) this.isPublic[run] = 1;
			if (!isPublic(index)) this.isPublic[run] = 0;
		}
	}

	/** @returns where a run of the same characters begins in `codes`; -1 if there is none */
	private lookUp(codes: Uint16Array, begin: number, hash: number): number {
		const mask = this.slots.length - 1;
		for (let slot = imul(hash, SPREAD) >>> this.shift; ; slot = (slot + 1) & mask) {
			const run = this.slots[slot] - 1;
			if (run < 0) return -1;
			let same = 0;
			while (same < TRACE_CHARACTERS && this.codes[run + same] === codes[begin + same]) same += 1;
			if (same === TRACE_CHARACTERS) return run;
		}
	}

	private freeSlot(hash: number): number {
		const mask = this.slots.length - 1;
		let slot = imul(hash, SPREAD) >>> this.shift;
		while (this.slots[slot] !== 0) slot = (slot + 1) & mask;
		return slot;
	}
}

function note(found: number[], start: number, end: number, isPublic: boolean): void {
	const last = found.length - 2;
	if (last >= 0 && start <= found[last + 1]) {
		found[last + 1] = Math.max(found[last + 1], end);
		if (!isPublic && found[last] < 0) found[last] = -1 - found[last];
		return;
	}
	// Public runs alone aren't a trace.
	if (last >= 0 && found[last] < 0) found.length = last;
	found.push(isPublic ? -1 - start : start, end);
}

/** The claims of a JWT begin with a claim's name, in Base64. */
const NAME_OF_A_CLAIM = 12;

/** The header of a JWT names its type and is the same in all of them. */
function publicHead(secret: string): number {
	return secret.startsWith('eyJ') && secret.includes('.') ? secret.indexOf('.') + 1 + NAME_OF_A_CLAIM : 0;
}

/** As it is, as hexadecimal digits, and as Base64, which has three forms depending on what comes before. */
function formsOf(secret: string): Form[] {
	const forms: Form[] = [{ text: secret, byteOf: (index) => index }];
	// OAuth2 requires the second form for a client secret in a header.
	for (const written of new Set([secret, escaped(secret)])) {
		const bytes = Buffer.from(written);
		const hex = bytes.toString('hex');
		for (const text of [hex, hex.toUpperCase()]) forms.push({ text, byteOf: (index) => index >> 1 });
		for (const before of [0, 1, 2]) {
			// The characters at both ends also depend on the surrounding text.
			const skipped = before === 0 ? 0 : before + 1;
			const whole = Buffer.concat([Buffer.alloc(before), bytes])
				.toString('base64')
				.replaceAll('=', '');
			const byteOf = (index: number) => (((skipped + index) * 6 + 5) >> 3) - before;
			forms.push({ text: whole.slice(skipped, -1), byteOf });
		}
	}
	return forms;
}

function escaped(secret: string): string {
	return /[\uD800-\uDFFF]/.test(secret) ? secret : encodeURIComponent(secret);
}
