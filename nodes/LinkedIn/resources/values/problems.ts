/** Reads many fields so that one run names all problems, not only the first. */
import { InputError } from '../../transport/errors/inputError';
import { settled, settledSync, type Settled } from '../../transport/flow/settled';

/** Several things that the user must change. */
export class InputErrors extends InputError {
	constructor(readonly problems: InputError[]) {
		const fields = [...new Set(problems.map(({ field }) => field))];
		const ways = [...new Set(problems.map(({ field, advice }) => `${field}: ${advice}`))];
		super(
			fields.join(', '),
			`${problems.length} problems: ${problems.map(({ message }) => message).join('; ')}`,
			ways.join(' '),
		);
	}
}

/** A reader for each value, which throws an InputError where its field cannot be used. */
type Readers<T> = { [K in keyof T]: () => T[K] };
type AsyncReaders<T> = { [K in keyof T]: () => T[K] | Promise<T[K]> };
/** Problems between fields. Receives the values that could be read, even if others could not. */
type Rules<T> = (values: Partial<T>) => InputError[];

/**
 * Reads all values in order, each regardless of the others.
 * @throws InputError for the only problem, InputErrors for several; anything else a reader throws, at once
 */
export function readAll<T extends object>(readers: Readers<T>, rules: Rules<T> = () => []): T {
	const reading = new Reading<T>();
	for (const name of Object.keys(readers) as Array<keyof T>) reading.take(name, tryRead(readers[name]));
	return reading.end(rules);
}

/** As readAll, where readers may have to wait. @throws as readAll */
export async function readAllInTurn<T extends object>(
	readers: AsyncReaders<T>,
	rules: Rules<T> = () => [],
): Promise<T> {
	const reading = new Reading<T>();
	for (const name of Object.keys(readers) as Array<keyof T>) {
		reading.take(name, problemIn(await settled(readers[name])));
	}
	return reading.end(rules);
}

class Reading<T extends object> {
	private readonly values: Partial<T> = {};
	private readonly problems: InputError[] = [];

	take<K extends keyof T>(name: K, read: Read<T[K]>): void {
		if (read.ok) this.values[name] = read.value;
		else this.problems.push(...(read.error instanceof InputErrors ? read.error.problems : [read.error]));
	}

	end(rules: Rules<T>): T {
		this.problems.push(...rules(this.values));
		if (this.problems.length === 1) throw this.problems[0];
		if (this.problems.length > 1) throw new InputErrors(this.problems);
		return this.values as T;
	}
}

/** A value as read, or what is wrong with it. */
export type Read<T> = { ok: true; value: T } | { ok: false; error: InputError };

/** @throws anything else that the reader throws */
export function tryRead<T>(reader: () => T): Read<T> {
	return problemIn(settledSync(reader));
}

function problemIn<T>(read: Settled<T>): Read<T> {
	if (read.ok) return read;
	if (read.failure instanceof InputError) return { ok: false, error: read.failure };
	throw read.failure;
}
