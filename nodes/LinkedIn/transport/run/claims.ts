/**
 * What was written here, by the names that LinkedIn gave it. A look after a lost answer takes none of it for its own:
 * two items with one text are two.
 */
import { Remembered } from '../memory/remembered';

/** By run: n8n's execute data, which is the same object on every try of one node run. */
const ofRuns = new WeakMap<object, Set<string>>();
/** Of all runs of this process, as another one may write the same at the same time. Both by API host. */
const names = new Remembered<true>();
/** When something was last written, or may have been, that nobody can name; epoch milliseconds. */
const unnamed = new Remembered<number>();

/** By run, since when something that LinkedIn refused may stand all the same. */
const refusedOfRuns = new WeakMap<object, Map<string, unknown>>();

/** By run, what was to be deleted and may be gone, as no answer said what became of it. */
const deletedOfRuns = new WeakMap<object, Set<string>>();

/** What one run has written, and what others of the process wrote lately. */
export class Claims {
	/**
	 * @param executeData n8n's object for this node run; undefined where there is no run
	 * @param apiHost the names are this host's
	 */
	constructor(
		private readonly executeData: object | undefined,
		private readonly apiHost: string,
	) {}

	/** @param name of what was written, e.g. `urn:li:share:1`; the same form wherever it is asked for */
	claim(name: string): void {
		const key = this.keyOf(name);
		names.set(key, true);
		if (!this.executeData) return;
		const ofRun = ofRuns.get(this.executeData) ?? new Set<string>();
		ofRuns.set(this.executeData, ofRun.add(key));
	}

	has(name: string): boolean {
		const key = this.keyOf(name);
		return (
			names.has(key) || (this.executeData !== undefined && ofRuns.get(this.executeData)?.has(key) === true)
		);
	}

	/**
	 * LinkedIn refused to write something in a way that is not believed alone, and n8n may try it again.
	 * @param like what a look goes by
	 * @param since kept for that look
	 */
	noteRefused(like: readonly string[], since: unknown): void {
		if (!this.executeData) return;
		const ofRun = refusedOfRuns.get(this.executeData) ?? new Map<string, unknown>();
		refusedOfRuns.set(this.executeData, ofRun.set(this.keyOf(...like), since));
	}

	/** @returns what was kept in an earlier try of this run; undefined where it was not refused so */
	sinceRefused<T>(like: readonly string[]): T | undefined {
		const ofRun = this.executeData && refusedOfRuns.get(this.executeData);
		return ofRun?.get(this.keyOf(...like)) as T | undefined;
	}

	/**
	 * No answer says whether something was deleted, and n8n may try it again.
	 * @param what names it, e.g. path and keys
	 */
	noteMayBeDeleted(what: readonly unknown[]): void {
		if (!this.executeData) return;
		const ofRun = deletedOfRuns.get(this.executeData) ?? new Set<string>();
		deletedOfRuns.set(this.executeData, ofRun.add(this.keyOf(...what)));
	}

	/** @returns true where it may be gone since an earlier try of this run */
	mayBeDeleted(what: readonly unknown[]): boolean {
		return (
			this.executeData !== undefined && deletedOfRuns.get(this.executeData)?.has(this.keyOf(...what)) === true
		);
	}

	/**
	 * Something was written, or may have been, and its name is unknown.
	 * @param like what a look goes by, e.g. place, author and text
	 */
	claimUnnamed(like: readonly string[]): void {
		unnamed.set(this.keyOf(...like), Date.now());
	}

	/**
	 * Whether something like it may stand that is not known by name.
	 * @param sinceMs how far a look reaches back, epoch milliseconds
	 */
	hasUnnamed(like: readonly string[], sinceMs: number): boolean {
		return (unnamed.get(this.keyOf(...like)) ?? 0) >= sinceMs;
	}

	private keyOf(...parts: unknown[]): string {
		return JSON.stringify([this.apiHost, ...parts]);
	}
}
