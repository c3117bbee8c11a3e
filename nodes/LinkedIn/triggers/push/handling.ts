/** One request to the node while it's handled. */
import type { IDataObject, IWebhookFunctions } from 'n8n-workflow';

import { settled } from '../../transport/flow/settled';
import type { Deadline } from '../../transport/limits/deadline';
import type { LinkedInClient } from '../../transport/types';
import type { Held } from './held';
import type { PushSettings } from './settings';

/** What a request needs to be handled. */
export interface Handling {
	context: IWebhookFunctions;
	settings: PushSettings;
	held: Held;
	linkedin: LinkedInClient;
	isChallenge: boolean;
	isManual: boolean;
	delaysMs: readonly number[];
	/** Of a delivery. */
	deadline?: Deadline;
	/** By the monotonic clock, of a delivery. */
	lastCallMs?: number;
}

/** @returns undefined if a delivery can't wait for it any longer */
export async function inTime<T>(
	{ deadline }: Pick<Handling, 'deadline'>,
	work: Promise<T>,
): Promise<T | undefined> {
	if (!deadline) return await work;
	const done = await settled(async () => await deadline.hold(work));
	if (done.ok) return done.value;
	if (deadline.isOver()) return undefined;
	throw done.failure;
}

/** The first answer counts. */
export function answer(context: IWebhookFunctions, status: number, body: IDataObject): void {
	const response = context.getResponseObject();
	if (!response.headersSent) response.status(status).json(body);
}
