/**
 * Reads the elements of LinkedIn's lists separately: one that can't be read is left out and counted, and reading
 * continues.
 */
import { isEntity, type Entity } from './readEntity';

/** Stands for an element that can't be read. */
export class Unreadable {
	/** @param reason half a sentence, e.g. `one has no id` */
	constructor(readonly reason: string) {}
}

/** Reads one element, which is an object. Undefined if it can be read but isn't wanted. */
export type ReadOne<T> = (element: Entity) => T | undefined | Unreadable;

/** Elements of one kind that couldn't be read. */
export interface LeftOut {
	/** In the plural, e.g. `notifications of urn:li:organization:2414183`. */
	what: string;
	count: number;
	/** How many elements of this kind there were. */
	of: number;
	/** Of the first one. */
	reason: string;
}

/** Counts the elements that couldn't be read, by kind. */
export class ElementReader {
	private readonly said = new Set<string>();
	private readonly counts = new Map<string, { count: number; of: number; reason: string }>();

	/**
	 * @param elements as LinkedIn sent them
	 * @param what they are, in the plural
	 * @returns those that could be read and are wanted, in LinkedIn's order; never throws
	 */
	read<T>(elements: readonly unknown[], readOne: ReadOne<T>, what = 'elements'): T[] {
		const counted = this.counts.get(what) ?? { count: 0, of: 0, reason: '' };
		this.counts.set(what, counted);
		counted.of += elements.length;
		const found: T[] = [];
		for (const element of elements) {
			const one = readSafely(element, readOne);
			if (one instanceof Unreadable) {
				if (counted.count === 0) counted.reason = one.reason;
				counted.count += 1;
			} else if (one !== undefined) {
				found.push(one);
			}
		}
		return found;
	}

	leftOut(): LeftOut[] {
		return [...this.counts].flatMap(([what, counted]) => (counted.count > 0 ? [{ what, ...counted }] : []));
	}

	/** Adds a sentence about the answers as a whole to the notices. */
	readonly say = (sentence: string): void => {
		this.said.add(sentence);
	};

	/** The sentences that were added, and one for each kind with unreadable elements. */
	get notices(): string[] {
		return [...this.leftOut().map(sayLeftOut), ...this.said];
	}
}

/** e.g. `2 of 100 elements could not be read and were left out: one has no id.` */
export function sayLeftOut({ what, count, of, reason }: LeftOut): string {
	return `${count} of ${of} ${what} could not be read and ${count === 1 ? 'was' : 'were'} left out: ${reason}.`;
}

function readSafely<T>(element: unknown, readOne: ReadOne<T>): T | undefined | Unreadable {
	if (!isEntity(element)) return new Unreadable(`one is ${jsonKindOf(element)} instead of an object`);
	try {
		return readOne(element);
	} catch {
		return new Unreadable("one has a form that this node doesn't know");
	}
}

/** What came instead of an object, in words. */
export function jsonKindOf(value: unknown): string {
	if (value === null) return 'null';
	if (value === undefined) return 'missing';
	if (Array.isArray(value)) return 'a list';
	if (typeof value === 'object') return 'an object';
	return typeof value === 'string' ? 'text' : `a ${typeof value}`;
}
