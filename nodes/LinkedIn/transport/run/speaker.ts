/** Which item of a run tells what a user should know of a connection: one for each, the first of the run before others. */

/** By n8n's execute data, and in it by connection, the index of the item that tells. */
const speakers = new WeakMap<object, Map<string, number>>();

/** Item 0 tells of its own connection; call this as soon as it has one. */
export function noteConnection(executeData: object, key: string, item: number): void {
	if (item === 0) speakersOf(executeData).set(key, item);
}

/**
 * Whether the item is to tell of its connection. The first that asks is, and again whenever the run is repeated.
 * @param executeData n8n's object for this node run
 */
export function speaks(executeData: object, key: string, item: number): boolean {
	const byConnection = speakersOf(executeData);
	if (!byConnection.has(key)) byConnection.set(key, item);
	return byConnection.get(key) === item;
}

function speakersOf(executeData: object): Map<string, number> {
	const known = speakers.get(executeData) ?? new Map<string, number>();
	speakers.set(executeData, known);
	return known;
}
