/**
 * n8n 1.x renews a token for every request that it throws a 401 for, and reads go side by side: here one of them
 * renews, and the others wait and take what it got. n8n 2.x does the same by itself, but both forget a renewal that
 * failed as soon as it is over, and would ask again for each 401 that comes after it.
 */
import { monotonic } from '../limits/clock';

interface Ended {
	kind: string;
	status?: number;
}

/** For calls that were sent side by side, and no longer: who connects again or mends the app goes on. */
const FAILED_FOR_MS = 10_000;

/** What can be done about a 401. */
export interface Renewing<A extends Ended> {
	/** The token that was sent last; undefined where it is not known. */
	sentToken(): unknown;
	/** Whether n8n has another token stored by now than that one. */
	isRenewed(): Promise<boolean>;
	/** Sends the request with the token that is stored now. */
	again(): Promise<A>;
	/** Sends it so that n8n renews the token. */
	renew(): Promise<A>;
	/** Waits no longer than the call may take. */
	hold<T>(work: Promise<T>): Promise<T>;
}

/** The renewals of one connection's token. */
export class Renewal {
	/** The request whose 401 n8n is renewing the token for; undefined once that has ended, and of what broke off. */
	private underWay: Promise<unknown> | undefined;
	/** The token that could not be renewed; a 401 for it that comes a little later tries nothing again. */
	private failed: { token: unknown; ended: Ended; untilMs: number } | undefined;

	get isUnderWay(): boolean {
		return this.underWay !== undefined;
	}

	/**
	 * @param refused the 401
	 * @returns what the request is answered with a token that LinkedIn takes, or why there is none
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

	/** @param token the one that could not be renewed */
	noteFailed(token: unknown, ended: Ended): void {
		this.failed = { token, ended, untilMs: monotonic.now() + FAILED_FOR_MS };
	}

	/** @returns how the renewal of that token ended where it failed a moment ago */
	failedBefore(token: unknown): Ended | undefined {
		if (this.failed && monotonic.now() >= this.failed.untilMs) this.failed = undefined;
		return this.failed?.token === token ? this.failed?.ended : undefined;
	}
}

export function isUnauthorized({ kind, status }: Ended): boolean {
	return kind === 'reply' && status === 401;
}
