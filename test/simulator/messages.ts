import { randomBytes } from 'node:crypto';
import type { Clock } from './clock';

const WINDOW_MS = 60 * 60 * 1000;

export interface Message {
	id: string;
	/** Key of the member. */
	sender: string;
	/** Person URNs; none for an answer in a conversation. */
	recipients: string[];
	thread?: string;
	messageType?: string;
	attachments?: string[];
	subject: string;
	body: string;
	sentAt: number;
}

export interface Allowance {
	limit: number;
	remaining: number;
	/** Seconds until the window ends. */
	resetSeconds: number;
}

/** Sent messages, and what each member may still send this hour (docs.messages, docs/behaviour.md#message-limits). */
export class Messages {
	/** Recipients per hour for each member: 20 to 50, at LinkedIn's discretion. */
	perHour = 20;
	readonly sent: Message[] = [];
	private readonly windows = new Map<string, { endsAt: number; used: number }>();

	constructor(private readonly clock: Clock) {}

	/** The window begins with a member's first message and ends an hour later. */
	allowance(sender: string): Allowance {
		const { endsAt, used } = this.window(sender);
		return {
			limit: this.perHour,
			remaining: Math.max(0, this.perHour - used),
			resetSeconds: Math.ceil((endsAt - this.clock.now()) / 1000),
		};
	}

	send(message: Omit<Message, 'id' | 'sentAt'>): Message {
		const window = this.window(message.sender);
		window.used += Math.max(1, message.recipients.length);
		this.windows.set(message.sender, window);
		const saved = { ...message, id: randomBytes(12).toString('base64url'), sentAt: this.clock.now() };
		this.sent.push(saved);
		return saved;
	}

	private window(sender: string): { endsAt: number; used: number } {
		const found = this.windows.get(sender);
		const now = this.clock.now();
		return found && found.endsAt > now ? found : { endsAt: now + WINDOW_MS, used: 0 };
	}
}
