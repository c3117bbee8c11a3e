/** The last calls of a connection, held back ones too, each as a line that a person reads. */

export interface CallLine {
	/** Epoch milliseconds. */
	atMs: number;
	/** URN of the connected member, where it is known without a call. */
	member: string | null;
	workflow: string | null;
	node: string;
	/** What the node was doing, e.g. `Post: Create`. */
	action: string;
	/** Method and path template, e.g. `CREATE /rest/posts`; null if it was refused before there was a request. */
	call: string | null;
	/** What was asked for: the keys of the path. Never a text, a token or a name. */
	target: string | null;
	/** `sent`, or why it was not. */
	decision: 'sent' | 'access policy' | 'missing scope' | 'limit used up' | 'daily budget' | 'validate only';
	/** HTTP status; null if there was no answer. */
	status: number | null;
	durationMs: number | null;
}

export class CallLog {
	private readonly lines: CallLine[] = [];

	/** @param most lines that are kept; the oldest go first */
	constructor(private readonly most: number) {}

	add(line: CallLine): void {
		this.lines.push(line);
		if (this.lines.length > this.most) this.lines.shift();
	}

	/** The latest first. */
	latest(limit: number): CallLine[] {
		return this.lines.slice(-limit).reverse();
	}
}

/** The line as a sentence, without the time. */
export function sentenceOf(line: CallLine): string {
	const { workflow, node, action, call, target, decision, status, durationMs, member } = line;
	const where = `${workflow === null ? '' : `Workflow "${workflow}", `}node "${node}"`;
	const who = member === null ? '' : ` as ${member}`;
	const what = call === null ? action : `${action} (${call}${target === null ? '' : ` on ${target}`})`;
	if (decision !== 'sent') return `${where}: ${what}${who} was not sent: ${decision}`;
	const answer = status === null ? 'no answer' : `status ${status}`;
	return `${where}: ${what}${who}, ${answer} after ${durationMs ?? 0} ms`;
}
