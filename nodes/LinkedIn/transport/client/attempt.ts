/** What comes of one attempt. */
import type { Attempt } from '../types';

/** The network's own word for what ended the answer. */
export function causeOf(answer: Attempt): string {
	if (answer.kind === 'silence') return answer.cause;
	return answer.kind === 'reply' && answer.left === 'late' ? 'ETIMEDOUT' : 'ECONNRESET';
}
