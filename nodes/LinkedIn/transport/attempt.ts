/** What comes of one attempt. */
import type { LinkedInError } from './errors';

export type Attempt =
	| {
			kind: 'reply';
			status: number;
			headers: Record<string, string>;
			body: unknown;
			wasThrown?: true;
			/** The body did not come whole. */
			isCut?: true;
			/** Why it was left: past the deadline, or beyond the limit of its size. */
			left?: 'late' | 'tooLarge';
	  }
	| { kind: 'silence'; cause: string; neverSent: boolean; isGarbled?: true }
	| { kind: 'failure'; error: LinkedInError };

/** The network's own word for what ended the answer. */
export function causeOf(answer: Attempt): string {
	if (answer.kind === 'silence') return answer.cause;
	return answer.kind === 'reply' && answer.left === 'late' ? 'ETIMEDOUT' : 'ECONNRESET';
}
