/** Which API version a connection sends, and moving on when LinkedIn has ended it. */
import { readErrorResponse } from '../errors/errorResponse';
import { endNotice, successors } from '../linkedin/version';
import type { Connection } from '../memory/connection';
import { Remembered } from '../memory/remembered';
import type { Attempt } from '../types';

/** Of this process: by connection and pinned version, the version it moved on to. */
const movedOn = new Remembered<string>();
/** By host, the versions it refused. */
const refused = new Remembered<true>();

const pinOf = ({ key, version }: Connection) => `${key} ${version}`;

/** The version in force: the pinned one until that has ended. */
export function versionInForce(connection: Connection): string {
	return movedOn.get(pinOf(connection)) ?? connection.version;
}

/** What the user should know of the version in force; empty when there is nothing to say. */
export function versionNotices(connection: Connection, nowMs: number): string[] {
	const version = versionInForce(connection);
	const notices =
		version === connection.version
			? []
			: [
					`LinkedIn retired API version ${connection.version}; this connection switched to ${version}. Choose a newer API Version in the credential.`,
				];
	return [...notices, endNotice(version, nowMs) ?? []].flat();
}

/**
 * Sends with the version in force; when LinkedIn has ended that one and the credential says so, with the next that
 * lives, which is then remembered.
 * @param sendWith sends the same request with a version
 */
export async function sendWithFailover(
	connection: Connection,
	sendWith: (version: string) => Promise<Attempt>,
): Promise<Attempt> {
	const version = versionInForce(connection);
	const first = await sendWith(version);
	if (!isEnded(first) || !connection.movesOn) return first;
	const { apiHost } = connection;
	const refusedHere = { has: (one: string) => refused.has(`${apiHost} ${one}`) };
	refused.set(`${apiHost} ${version}`, true);
	for (const next of successors(connection.version, refusedHere, Date.now())) {
		const answer = await sendWith(next);
		if (isEnded(answer)) {
			refused.set(`${apiHost} ${next}`, true);
			continue;
		}
		if (answer.kind === 'reply') movedOn.set(pinOf(connection), next);
		return answer;
	}
	return first;
}

/** Documented as 426; the same body was seen with 400. */
function isEnded(answer: Attempt): boolean {
	if (answer.kind !== 'reply' || (answer.status !== 426 && answer.status !== 400)) return false;
	return readErrorResponse(answer).code === 'NONEXISTENT_VERSION';
}
