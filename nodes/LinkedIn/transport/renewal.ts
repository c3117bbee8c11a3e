/**
 * n8n 1.x renews a token for every request that it throws a 401 for, and reads go side by side: here one of them
 * renews, and the others wait and take what it got. n8n 2.x does the same by itself.
 */
interface Ended {
	kind: string;
	status?: number;
}

/** By connection, the request whose 401 n8n is renewing the token for; undefined where that broke off. */
const underWay = new Map<string, Promise<unknown>>();

/** What can be done about a 401. */
export interface Renewing<A extends Ended> {
	/** The connection's key. */
	key: string;
	/** Whether n8n has another token stored by now than the one that was sent last. */
	isRenewed(): Promise<boolean>;
	/** Sends the request with the token that is stored now. */
	again(): Promise<A>;
	/** Sends it so that n8n renews the token. */
	renew(): Promise<A>;
	/** Waits no longer than the call may take. */
	hold<T>(work: Promise<T>): Promise<T>;
}

/**
 * @param refused the 401
 * @returns what the request is answered with a token that LinkedIn takes, or why there is none
 */
export async function renewOnce<A extends Ended>(
	refused: A,
	{ key, isRenewed, again, renew, hold }: Renewing<A>,
): Promise<A> {
	let latest = refused;
	for (;;) {
		const other = underWay.get(key) as Promise<A | undefined> | undefined;
		if (other) {
			const ended = await hold(other);
			if (ended?.kind === 'failure') return ended;
			if (ended && isUnauthorized(ended)) return latest;
		} else if (await isRenewed()) {
			latest = await again();
			if (!isUnauthorized(latest)) return latest;
		} else if (!underWay.has(key)) {
			break;
		}
	}
	const own = renew();
	const settled = own.catch(() => undefined);
	underWay.set(key, settled);
	void settled.then(() => underWay.delete(key));
	return await own;
}

export function isUnauthorized({ kind, status }: Ended): boolean {
	return kind === 'reply' && status === 401;
}
