import { request } from 'undici';
import { pushSignature } from './signature';
import type { Clock } from '../clock';
import type { State } from '../state';
import type { Push } from './outbox';
import type { Portal } from './portal';

/** One try to deliver a push. */
export interface Delivery {
	/** Epoch ms of the simulator's clock. */
	at: number;
	url: string;
	type: Push['type'];
	/** Of the notifications, or of the lead. */
	ids: string[];
	/** The answer's; 0 if there was none. */
	status: number;
	body: string;
	signature: string;
}

/** Sends webhooks what happened, by the simulator's clock; somebody has to run it. */
export class Pusher {
	/** Every try, in order. */
	readonly deliveries: Delivery[] = [];
	private underWay: Promise<void> = Promise.resolve();
	private timer: NodeJS.Timeout | undefined;

	constructor(
		private readonly world: { state: State; clock: Clock },
		private readonly portal: Portal,
	) {}

	/** How many pushes haven't arrived yet and aren't given up. */
	get waiting(): number {
		return this.world.state.webhooks.outbox.waiting.length;
	}

	/** Does what is due: validates addresses again, then sends new pushes and those that failed. */
	async run(): Promise<void> {
		const run = this.underWay.then(async () => await this.runNow());
		this.underWay = run.catch(() => undefined);
		await run;
	}

	/** Runs again and again, with this many real milliseconds in between, until `stop`. */
	start(everyMs: number): void {
		this.stop();
		this.timer = setInterval(() => void this.run(), everyMs).unref();
	}

	stop(): void {
		clearInterval(this.timer);
	}

	private async runNow(): Promise<void> {
		await this.portal.revalidateDue();
		const { outbox } = this.world.state.webhooks;
		for (let due = outbox.take(); due.length > 0; due = outbox.take()) {
			const atOnce = Math.max(1, this.world.state.pushesAtOnce);
			for (let at = 0; at < due.length; at += atOnce) {
				await Promise.all(due.slice(at, at + atOnce).map(async (push) => await this.send(push)));
			}
		}
	}

	private async send(push: Push): Promise<void> {
		const { state, clock } = this.world;
		const { outbox } = state.webhooks;
		const payloads = push.parts.map(({ payload }) => payload);
		const body = JSON.stringify(
			push.type === 'LEAD_ACTION' ? payloads[0] : { type: push.type, notifications: payloads },
		);
		const app = state.apps.get(push.app);
		if (!app) throw new Error(`The simulator has no app ${push.app}`);
		const signature = pushSignature(app.clientSecret, body);
		const ids = push.parts.map(({ id }) => id);
		const delivery = { at: clock.now(), url: push.url, type: push.type, ids, status: 0, body, signature };
		this.deliveries.push(delivery);
		delivery.status = await statusOf(push.url, body, signature, state.webhookTimeoutMs);
		if (delivery.status >= 200 && delivery.status < 300) outbox.repeat(push);
		else outbox.retry(push);
	}
}

async function statusOf(url: string, body: string, signature: string, timeoutMs: number): Promise<number> {
	try {
		const reply = await request(url, {
			method: 'POST',
			headers: { 'content-type': 'application/json', 'x-li-signature': signature },
			body,
			signal: AbortSignal.timeout(timeoutMs),
		});
		await reply.body.dump();
		return reply.statusCode;
	} catch {
		return 0;
	}
}
