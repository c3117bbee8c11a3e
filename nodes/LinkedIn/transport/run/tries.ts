/** n8n's Retry On Fail runs the whole node again with the same execute data: another try of the same run. */
import type { INodeExecutionData } from 'n8n-workflow';

import { LinkedInError } from '../errors/errors';

export type ItemOutcome = { ok: true; items: INodeExecutionData[] } | { ok: false; error: LinkedInError };

/** An item that is being processed. */
export interface ItemOfRun {
	/** Its index. */
	item: number;
	/** True if the first failure ends the run. */
	stops: boolean;
}

/** What ended a run in stop mode. */
export interface Failure {
	item: number;
	error: LinkedInError;
}

export class Tries {
	/** Of this try. */
	failure: Failure | undefined;
	private readonly begun = new Set<number>();

	/** An item that begins again starts a new try. */
	begin(item: number): void {
		if (this.begun.has(item)) {
			this.begun.clear();
			this.failure = undefined;
		}
		this.begun.add(item);
	}
}

/** The error of an item that wasn't started because another one ended the run. */
export function notSent(failure: Failure): LinkedInError {
	return new LinkedInError(`Not sent, because item ${failure.item} failed before`, {
		...failure.error.details,
		code: 'NOT_SENT',
	});
}
