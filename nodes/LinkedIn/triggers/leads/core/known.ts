/**
 * Which leads of a stream have been handled, for as long as a reading may find them again.
 *
 * LinkedIn's storage rule allows keeping ids of members' data for 48 hours, and leads may show days late. So no id is
 * kept, only a keyed hash among those submitted in the same six hours. A set is stored sorted, as the gaps between its
 * hashes (Rice coding), close to the minimum for a set with so few errors. If there are very many leads, older ones
 * keep fewer bits.
 */
import { createHmac } from 'crypto';

export const HOUR_MS = 3_600_000;
const SPAN_MS = 6 * HOUR_MS;
/** With a thousand leads in a span, one new lead in a thousand million is mistaken for a known one. */
const HASH_BYTES = 5;
const HASH_BITS = 8 * HASH_BYTES;
/** The minimum length of hashes if space is short; with a thousand leads in a span still one error in 65,000. */
export const FEWER_BITS = [34, 30, 26] as const;
/** The newest spans keep all bits, because nearly all new leads are compared with them. */
const KEPT_WHOLE = 2;

interface Span {
	bits: number;
	hashes: Set<number>;
}

export class KnownLeads {
	/** By number of spans since the epoch. */
	private readonly spans = new Map<number, Span>();
	/** As `save` last wrote it; undefined after a change. */
	private text: string[] | undefined;

	/** @param secret of this trigger, so that a hash doesn't reveal its lead */
	constructor(private readonly secret: string) {}

	/** @param saved as `save` wrote it; unreadable parts are left out */
	static read(secret: string, saved: readonly string[]): KnownLeads {
		const known = new KnownLeads(secret);
		for (const text of saved) {
			const [number, bits, count, coded] = text.split('.');
			const hashes = decode(Buffer.from(coded ?? '', 'base64'), Number(bits), Number(count));
			known.spans.set(parseInt(number, 36), { bits: Number(bits), hashes: new Set(hashes) });
		}
		return known;
	}

	save(): string[] {
		this.text ??= this.newestFirst().map(([number, { bits, hashes }]) => {
			const coded = encode([...hashes], bits)
				.toString('base64')
				.replaceAll('=', '');
			return `${number.toString(36)}.${bits}.${hashes.size}.${coded}`;
		});
		return this.text;
	}

	/** @param atMs when it was submitted; undefined if LinkedIn doesn't say, then all spans are searched */
	has(id: string, atMs: number | undefined): boolean {
		const hash = this.hash(id);
		const spans = atMs === undefined ? [...this.spans.values()] : [this.spans.get(spanOf(atMs))];
		return spans.some((span) => span?.hashes.has(cut(hash, span.bits)));
	}

	add(id: string, atMs: number): void {
		const number = spanOf(atMs);
		const span = this.spans.get(number) ?? { bits: HASH_BITS, hashes: new Set() };
		span.hashes.add(cut(this.hash(id), span.bits));
		this.spans.set(number, span);
		this.text = undefined;
	}

	/** Forgets spans that ended before this time. */
	forgetBefore(ms: number): void {
		for (const number of [...this.spans.keys()]) {
			if ((number + 1) * SPAN_MS > ms) continue;
			this.spans.delete(number);
			this.text = undefined;
		}
	}

	/** Shortens all hashes to this many bits, except those of the newest spans. */
	shorten(bits: number): void {
		for (const [, span] of this.newestFirst().slice(KEPT_WHOLE)) {
			if (span.bits <= bits) continue;
			span.hashes = new Set([...span.hashes].map((hash) => Math.floor(hash / 2 ** (span.bits - bits))));
			span.bits = bits;
			this.text = undefined;
		}
	}

	/** When the oldest span ends, epoch milliseconds; undefined if nothing is known. */
	get oldestEndMs(): number | undefined {
		if (this.spans.size === 0) return undefined;
		return (Math.min(...this.spans.keys()) + 1) * SPAN_MS;
	}

	/** Approximate number of characters that `save` returns. */
	get size(): number {
		if (this.text) return this.text.reduce((size, { length }) => size + length + 1, 0);
		let size = 0;
		for (const { bits, hashes } of this.spans.values()) {
			size += 16 + (hashes.size * (bits - Math.log2(hashes.size) + 1.6)) / 6;
		}
		return Math.ceil(size);
	}

	private newestFirst(): Array<[number, Span]> {
		return [...this.spans].sort(([a], [b]) => b - a);
	}

	private hash(id: string): number {
		return createHmac('sha256', this.secret).update(id).digest().readUIntBE(0, HASH_BYTES);
	}
}

const spanOf = (ms: number) => Math.floor(ms / SPAN_MS);
const cut = (hash: number, bits: number) => Math.floor(hash / 2 ** (HASH_BITS - bits));

/** Number of lower bits of a gap that are written as they are; the rest is written in unary. */
const plainBits = (bits: number, count: number) => Math.max(0, Math.floor(bits - Math.log2(count)));

function encode(hashes: number[], bits: number): Buffer {
	const plain = plainBits(bits, hashes.length);
	const bytes: number[] = [];
	let length = 0;
	const write = (bit: number) => {
		if (length % 8 === 0) bytes.push(0);
		bytes[bytes.length - 1] |= bit << (7 - (length % 8));
		length += 1;
	};
	let last = 0;
	for (const hash of hashes.sort((a, b) => a - b)) {
		const gap = hash - last;
		last = hash;
		for (let ones = Math.floor(gap / 2 ** plain); ones > 0; ones -= 1) write(1);
		write(0);
		for (let bit = plain - 1; bit >= 0; bit -= 1) write(Math.floor(gap / 2 ** bit) % 2);
	}
	return Buffer.from(bytes);
}

function decode(bytes: Buffer, bits: number, count: number): number[] {
	const plain = plainBits(bits, count);
	const hashes: number[] = [];
	let place = 0;
	const read = () => {
		const bit = (bytes[place >> 3] >> (7 - (place & 7))) & 1;
		place += 1;
		return bit;
	};
	let last = 0;
	while (hashes.length < count && place >> 3 < bytes.length) {
		let gap = 0;
		while (place >> 3 < bytes.length && read() === 1) gap += 1;
		for (let bit = 0; bit < plain; bit += 1) gap = 2 * gap + read();
		last += gap;
		hashes.push(last);
	}
	return hashes;
}
