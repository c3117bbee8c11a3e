/** Host names in a text without a scheme, such as "acme.com". */
import { UNSPACED_LETTERS } from './mentions/words';
import { TOP_LEVEL_DOMAINS } from './topLevelDomains';

export interface HostName {
	at: number;
	end: number;
	/** A port or a path follows, so everything up to the next space is part of the address. */
	hasPath: boolean;
}

/** Words of one kind of script, because a text without spaces continues after a host, and the dots between them. */
const PIECE = new RegExp(
	`[${UNSPACED_LETTERS}]+|(?:(?![${UNSPACED_LETTERS}])[\\p{L}\\p{M}\\p{N}-])+|\\.+`,
	'gu',
);
const TOP_LABEL = /^\p{L}[\p{L}\p{M}]+(?=-|$)/u;
const PATH = /(?::\d{1,5})?(?:\/|[?#][\p{L}\p{N}])/uy;
const IP_ADDRESS = /^\d{1,3}(?:\.\d{1,3}){3}$/;

/**
 * @param text as typed
 * @returns the host names in it, from the start; "Hi.There" isn't one because "There" isn't a top-level domain
 */
export function hostNamesIn(text: string): HostName[] {
	const hosts: HostName[] = [];
	let labels: Array<{ at: number; label: string }> = [];
	let end = 0;
	let isDotted = false;
	const finish = () => {
		const host = labels.length > 1 ? hostOf(text, labels) : undefined;
		if (host) hosts.push(host);
		labels = [];
	};
	for (const { 0: piece, index: at } of text.matchAll(PIECE)) {
		if (at !== end) finish();
		if (piece === '.') {
			if (isDotted) finish();
		} else if (piece.startsWith('.')) {
			finish();
		} else {
			if (!isDotted) finish();
			labels.push({ at, label: piece });
		}
		isDotted = piece === '.' && labels.length > 0;
		end = at + piece.length;
	}
	finish();
	return hosts;
}

function hostOf(text: string, labels: Array<{ at: number; label: string }>): HostName | undefined {
	const [{ at }] = labels;
	const last = labels[labels.length - 1];
	const top = TOP_LABEL.exec(last.label)?.[0];
	const end = last.at + (top ?? last.label).length;
	PATH.lastIndex = end;
	const hasPath = PATH.test(text);
	if (top === undefined)
		return hasPath && IP_ADDRESS.test(text.slice(at, end)) ? { at, end, hasPath } : undefined;
	const small = top.toLowerCase();
	// "Thanks Ada.In fact" lacks a space and isn't an address.
	if (top !== small && top !== top.toUpperCase()) return undefined;
	return hasPath || TOP_LEVEL_DOMAINS.has(small) ? { at, end, hasPath } : undefined;
}
