/**
 * What was written here, by LinkedIn's ids. A look-up after a lost answer never counts these as its own, so two items
 * with the same text stay two.
 */
import type { HostMemory } from '../memory/memory';
import type { RunMemory } from './runMemory';

/** What one run has written, and what others in the process wrote recently. */
export class Claims {
	/**
	 * @param run undefined if there is none
	 * @param apiHost the ids belong to this host
	 */
	constructor(
		private readonly run: Pick<RunMemory, 'written' | 'refused' | 'deleted'> | undefined,
		private readonly apiHost: string,
		private readonly host: () => Pick<HostMemory, 'names' | 'unnamed'>,
	) {}

	/** @param name of what was written, e.g. `urn:li:share:1`; always in the same form */
	claim(name: string): void {
		this.host().names.set(name, true);
		this.run?.written.add(this.ofHost([name]));
	}

	has(name: string): boolean {
		return this.host().names.has(name) || this.run?.written.has(this.ofHost([name])) === true;
	}

	/**
	 * LinkedIn refused a write in a way that isn't reliable, and n8n may try it again.
	 * @param like what a look-up compares
	 * @param since kept for that look-up
	 */
	noteRefused(like: readonly string[], since: unknown): void {
		this.run?.refused.set(this.ofHost(like), since);
	}

	/** @returns what was kept in an earlier try of this run; undefined if there was no such refusal */
	sinceRefused<T>(like: readonly string[]): T | undefined {
		return this.run?.refused.get(this.ofHost(like)) as T | undefined;
	}

	/**
	 * It's unknown whether something was deleted, and n8n may try again.
	 * @param what identifies it, e.g. path and keys
	 */
	noteMayBeDeleted(what: readonly unknown[]): void {
		this.run?.deleted.add(this.ofHost(what));
	}

	/** @returns true if an earlier try of this run may have deleted it */
	mayBeDeleted(what: readonly unknown[]): boolean {
		return this.run?.deleted.has(this.ofHost(what)) === true;
	}

	/**
	 * Something was written, or may have been, and its id is unknown.
	 * @param like what a look-up compares, e.g. place, author and text
	 */
	claimUnnamed(like: readonly string[]): void {
		this.host().unnamed.set(keyOf(like), Date.now());
	}

	/**
	 * Whether something similar with an unknown id may exist.
	 * @param sinceMs how far back a look-up goes, epoch milliseconds
	 */
	hasUnnamed(like: readonly string[], sinceMs: number): boolean {
		return (this.host().unnamed.get(keyOf(like)) ?? 0) >= sinceMs;
	}

	/** Items of one run may use several hosts. */
	private ofHost(parts: readonly unknown[]): string {
		return keyOf([this.apiHost, ...parts]);
	}
}

function keyOf(parts: readonly unknown[]): string {
	return JSON.stringify(parts);
}
