/** A webhook address on the Webhooks tab of an app in LinkedIn's developer portal. */
export interface WebhookAddress {
	/** As it was registered. */
	url: string;
	/** Client id. */
	app: string;
	/** Nothing is sent to a blocked one until it's registered again. */
	state: 'VALIDATED' | 'BLOCKED';
	/** Challenges that failed in a row. */
	failures: number;
	/** Of the last challenge, epoch ms. */
	checkedAt: number;
}

/** Failed challenges in a row after which an address is blocked (docs.notifications). */
const FAILURES_TO_BLOCK = 3;

/** The addresses of all apps (docs.notifications, docs.leads). */
export class WebhookAddresses {
	private readonly byKey = new Map<string, WebhookAddress>();

	all(): WebhookAddress[] {
		return [...this.byKey.values()];
	}

	find(app: string, url: string): WebhookAddress | undefined {
		return this.byKey.get(keyOf(app, url));
	}

	isValidated(app: string, url: string): boolean {
		return this.find(app, url)?.state === 'VALIDATED';
	}

	remove(app: string, url: string): void {
		this.byKey.delete(keyOf(app, url));
	}

	/** An address passed a challenge: the first one adds it, a later one unblocks it. */
	passed(app: string, url: string, now: number): WebhookAddress {
		const address: WebhookAddress = { url, app, state: 'VALIDATED', failures: 0, checkedAt: now };
		this.byKey.set(keyOf(app, url), address);
		return address;
	}

	/** An address that is already there failed a challenge. */
	failed(address: WebhookAddress, now: number): void {
		address.failures += 1;
		address.checkedAt = now;
		if (address.failures >= FAILURES_TO_BLOCK) address.state = 'BLOCKED';
	}
}

const keyOf = (app: string, url: string) => `${app} ${url}`;

/** LinkedIn only accepts https, and no address of ngrok. */
export function isAcceptable(url: string, plainWebhooks: boolean): boolean {
	if (!URL.canParse(url)) return false;
	const { protocol, hostname } = new URL(url);
	if (/(^|\.)ngrok(-free)?\.(app|dev|io)$/.test(hostname)) return false;
	const isHere = hostname === '127.0.0.1' || hostname === 'localhost';
	return protocol === 'https:' || (plainWebhooks && protocol === 'http:' && isHere);
}
