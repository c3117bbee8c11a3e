/** Ends work that takes too long. */
import { alarmAfter } from '../memory/alarms';

/** Work that ends by its deadline, or with the execution. */
export interface Deadline {
	/** Aborted at the deadline, and if the execution is cancelled. */
	signal: AbortSignal;
	/** True once the deadline has passed, false if the execution was cancelled before. */
	isOver(): boolean;
	/** Waits for the work until then. @throws what the work throws, or why it was given up */
	hold<T>(work: Promise<T>): Promise<T>;
	/** Must be called at the end. */
	end(): void;
}

/**
 * @param durationMs from now on
 * @param cancelled n8n's signal, which outlives many calls, so no listener may stay on it
 */
export function withDeadline(durationMs: number, cancelled: AbortSignal | undefined): Deadline {
	const controller = new AbortController();
	let isOver = false;
	let giveUp: (reason: unknown) => void = () => undefined;
	const givenUp = new Promise<never>((_, reject) => {
		giveUp = reject;
	});
	// Possibly nobody is waiting when it rejects.
	givenUp.catch(() => undefined);
	const stop = (reason: unknown) => {
		controller.abort(reason);
		giveUp(reason);
	};
	const cancel = () => stop(cancelled?.reason);
	const takeBack = alarmAfter(durationMs, () => {
		isOver = true;
		stop(new Error('The deadline has passed'));
	});
	if (cancelled?.aborted) cancel();
	else cancelled?.addEventListener('abort', cancel, { once: true });
	return {
		signal: controller.signal,
		isOver: () => isOver,
		hold: async (work) => await Promise.race([work, givenUp]),
		end: () => {
			takeBack();
			cancelled?.removeEventListener('abort', cancel);
		},
	};
}
