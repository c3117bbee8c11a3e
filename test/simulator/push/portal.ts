import { randomUUID } from 'node:crypto';
import { request } from 'undici';
import { isAcceptable, type WebhookAddress } from './addresses';
import { challengeResponse } from './signature';
import type { App } from '../apps';
import type { Clock } from '../clock';
import type { State } from '../state';

/** The result of registering an address. */
export interface Registration {
	isValidated: boolean;
	/** What the portal says, and why the simulator thinks so. */
	failure?: string;
}

/** The Webhooks tab of LinkedIn's developer portal: for apps whose use of webhooks LinkedIn approved. */
export class Portal {
	constructor(private readonly world: { state: State; clock: Clock }) {}

	/** What is registered, for all apps. */
	get addresses(): WebhookAddress[] {
		return this.world.state.webhooks.addresses.all();
	}

	/**
	 * Registers an address, which has to pass the challenge, or validates it again by hand.
	 * @param app client id; by default the first app with webhooks
	 * @throws Error if the app has no webhooks, or the address isn't one that LinkedIn accepts
	 */
	async register(url: string, app?: string): Promise<Registration> {
		const { state, clock } = this.world;
		const owner = this.appOf(app);
		if (!isAcceptable(url, state.plainWebhooks)) throw new Error(`${url} isn't an address for webhooks`);
		const failure = await challenge(url, owner, state);
		const { addresses } = state.webhooks;
		const known = addresses.find(owner.clientId, url);
		if (failure === undefined) addresses.passed(owner.clientId, url, clock.now());
		else if (known) addresses.failed(known, clock.now());
		if (failure === undefined) return { isValidated: true };
		return { isValidated: false, failure: `This URL did not pass the security challenge check: ${failure}` };
	}

	/** Removes an address, of all apps by default. */
	remove(url: string, app?: string): void {
		for (const one of this.addresses) {
			if (one.url === url && (app ?? one.app) === one.app) {
				this.world.state.webhooks.addresses.remove(one.app, url);
			}
		}
	}

	/** Validates now what LinkedIn validates every two hours: all that isn't blocked, or one address. */
	async revalidate(url?: string): Promise<void> {
		const asked = this.addresses.filter((one) => one.state !== 'BLOCKED' && (url ?? one.url) === one.url);
		for (const one of asked) await this.check(one);
	}

	/** Validates what is due by the simulator's clock. */
	async revalidateDue(): Promise<void> {
		const { state, clock } = this.world;
		const before = clock.now() - state.webhookCheckMs;
		for (const one of this.addresses) {
			if (one.state !== 'BLOCKED' && one.checkedAt <= before) await this.check(one);
		}
	}

	private async check(address: WebhookAddress): Promise<void> {
		const { state, clock } = this.world;
		const failure = await challenge(address.url, this.appOf(address.app), state);
		const { addresses } = state.webhooks;
		if (failure === undefined) addresses.passed(address.app, address.url, clock.now());
		else addresses.failed(address, clock.now());
	}

	private appOf(clientId: string | undefined): App {
		const apps = [...this.world.state.apps.values()];
		const found = apps.find((one) => one.webhooks && (clientId ?? one.clientId) === one.clientId);
		if (!found) throw new Error(`The simulator has no app ${clientId ?? ''} with webhooks`);
		return found;
	}
}

/** @returns why the address doesn't pass; undefined if it does */
async function challenge(url: string, app: App, state: State): Promise<string | undefined> {
	const challengeCode = randomUUID();
	const address = new URL(url);
	address.searchParams.set('challengeCode', challengeCode);
	if (state.challengeNamesApplication) address.searchParams.set('applicationId', app.applicationId);
	try {
		const reply = await request(address, {
			signal: AbortSignal.timeout(state.webhookTimeoutMs),
			headersTimeout: 0,
			bodyTimeout: 0,
		});
		const text = await reply.body.text();
		if (reply.statusCode !== 200) return `status ${reply.statusCode}`;
		const type = String(reply.headers['content-type']);
		if (!/^application\/json\b/i.test(type)) return `content type ${type}`;
		const answer = JSON.parse(text) as { challengeCode?: unknown; challengeResponse?: unknown };
		if (answer.challengeCode !== challengeCode) return 'another challengeCode';
		const expected = challengeResponse(app.clientSecret, challengeCode);
		return answer.challengeResponse === expected ? undefined : 'a wrong challengeResponse';
	} catch (error) {
		return String(error);
	}
}
