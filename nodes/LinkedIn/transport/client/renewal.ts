/**
 * n8n 1.x renews a token for every request that throws a 401, and reads run in parallel. Here only one of them renews,
 * and the others wait for its result. n8n 2.x does this itself, but both forget a failed renewal as soon as it ends and
 * would try again for each later 401.
 */
import { monotonic } from '../limits/clock';

interface Ended {
	kind: string;
	status?: number;
}

/** Only for calls that were sent in parallel: if the user reconnects or fixes the app, work continues. */
const FAILED_FOR_MS = 10_000;

/** What can be done about a 401. */
export interface Renewing<A extends Ended> {
	/** The token that was sent last; undefined if it isn't known. */
	sentToken(): unknown;
	/** Whether n8n now has a different token. */
	isRenewed(): Promise<boolean>;
	/** Sends the request with the stored token. */
	again(): Promise<A>;
	/** Sends it so that n8n renews the token. */
	renew(): Promise<A>;
	/** Waits no longer than the call may take. */
	hold<T>(work: Promise<T>): Promise<T>;
}

/** The renewals of one connection's token. */
export class Renewal {
	/** The request whose 401 makes n8n renew the token; undefined once that has ended, and after it was cut off. */
	private underWay: Promise<unknown> | undefined;
	/** The token that couldn't be renewed; a slightly later 401 for it doesn't try again. */
	private failed: { token: unknown; ended: Ended; untilMs: number } | undefined;

	get isUnderWay(): boolean {
		return this.underWay !== undefined;
	}

	/**
	 * @param refused the 401
	 * @returns the answer to the request with a token that LinkedIn accepts, or why there is none
	 */
	async once<A extends Ended>(
		refused: A,
		{ sentToken, isRenewed, again, renew, hold }: Renewing<A>,
	): Promise<A> {
		let latest = refused;
		for (;;) {
			const other = this.underWay as Promise<A | undefined> | undefined;
			if (other) {
				const ended = await hold(other);
				if (ended?.kind === 'failure') return ended;
				if (ended && isUnauthorized(ended)) return latest;
			} else if (await isRenewed()) {
				latest = await again();
				if (!isUnauthorized(latest)) return latest;
			} else if (!this.isUnderWay) {
				break;
			}
		}
		const token = sentToken();
		const before = this.failedBefore(token);
		if (before) return before as A;
		const own = renew();
		const settled = own.catch(() => undefined);
		this.underWay = settled;
		void settled.then((ended) => {
			this.underWay = undefined;
			if (ended?.kind === 'failure') this.noteFailed(token, ended);
		});
		return await own;
	}

	/** @param token the one that couldn't be renewed */
	noteFailed(token: unknown, ended: Ended): void {
		this.failed = { token, ended, untilMs: monotonic.now() + FAILED_FOR_MS };
	}

	/** @returns how the renewal of that token ended if it failed a moment ago */
	failedBefore(token: unknown): Ended | undefined {
		if (this.failed && monotonic.now() >= this.failed.untilMs) this.failed = undefined;
		return this.failed?.token === token ? this.failed?.ended : undefined;
	}
}

export function isUnauthorized({ kind, status }: Ended): boolean {
	return kind === 'reply' && status === 401;
}
