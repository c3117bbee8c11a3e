/**
 * What was written here, by the names that LinkedIn gave it. A look after a lost answer takes none of it for its own:
 * two items with one text are two.
 */
import type { HostMemory } from '../memory/memory';
import type { RunMemory } from './runMemory';

/** What one run has written, and what others of the process wrote lately. */
export class Claims {
	/**
	 * @param run undefined where there is none
	 * @param apiHost the names are this host's
	 */
	constructor(
		private readonly run: Pick<RunMemory, 'written' | 'refused' | 'deleted'> | undefined,
		private readonly apiHost: string,
		private readonly host: () => Pick<HostMemory, 'names' | 'unnamed'>,
	) {}

	/** @param name of what was written, e.g. `urn:li:share:1`; the same form wherever it is asked for */
	claim(name: string): void {
		this.host().names.set(name, true);
		this.run?.written.add(this.ofHost([name]));
	}

	has(name: string): boolean {
		return this.host().names.has(name) || this.run?.written.has(this.ofHost([name])) === true;
	}

	/**
	 * LinkedIn refused to write something in a way that is not believed alone, and n8n may try it again.
	 * @param like what a look goes by
	 * @param since kept for that look
	 */
	noteRefused(like: readonly string[], since: unknown): void {
		this.run?.refused.set(this.ofHost(like), since);
	}

	/** @returns what was kept in an earlier try of this run; undefined where it was not refused so */
	sinceRefused<T>(like: readonly string[]): T | undefined {
		return this.run?.refused.get(this.ofHost(like)) as T | undefined;
	}

	/**
	 * No answer says whether something was deleted, and n8n may try it again.
	 * @param what names it, e.g. path and keys
	 */
	noteMayBeDeleted(what: readonly unknown[]): void {
		this.run?.deleted.add(this.ofHost(what));
	}

	/** @returns true where it may be gone since an earlier try of this run */
	mayBeDeleted(what: readonly unknown[]): boolean {
		return this.run?.deleted.has(this.ofHost(what)) === true;
	}

	/**
	 * Something was written, or may have been, and its name is unknown.
	 * @param like what a look goes by, e.g. place, author and text
	 */
	claimUnnamed(like: readonly string[]): void {
		this.host().unnamed.set(keyOf(like), Date.now());
	}

	/**
	 * Whether something like it may stand that is not known by name.
	 * @param sinceMs how far a look reaches back, epoch milliseconds
	 */
	hasUnnamed(like: readonly string[], sinceMs: number): boolean {
		return (this.host().unnamed.get(keyOf(like)) ?? 0) >= sinceMs;
	}

	/** Items of one run may go to several hosts. */
	private ofHost(parts: readonly unknown[]): string {
		return keyOf([this.apiHost, ...parts]);
	}
}

function keyOf(parts: readonly unknown[]): string {
	return JSON.stringify(parts);
}
