/** Which API version a connection sends, and switching when LinkedIn has ended it. */
import { readErrorResponse } from '../errors/errorResponse';
import { successors } from '../linkedin/version';
import type { Connection } from '../memory/connection';
import type { Memory } from '../memory/memory';
import type { Attempt } from '../types';

/** What is needed and learned about versions. */
export type KnownVersions = {
	connection: Pick<Memory['connection'], 'versions'>;
	host: Pick<Memory['host'], 'refusedVersions'>;
};

/** The version in use: the pinned one until it has ended. */
export function versionInForce({ version: pin }: Connection, { connection }: KnownVersions): string {
	return connection.versions.get(pin) ?? pin;
}

/**
 * Sends with the version in use. If LinkedIn has ended it and the credential allows a switch, sends with the next one
 * that works, which is then remembered.
 * @param sendWith sends the same request with a version
 * @param maySend whether the owner's limits have room for one more call
 */
export async function sendWithFailover(
	connection: Connection,
	known: KnownVersions,
	sendWith: (version: string) => Promise<Attempt>,
	maySend: () => boolean,
): Promise<Attempt> {
	const version = versionInForce(connection, known);
	const first = await sendWith(version);
	if (!isEnded(first) || !connection.movesOn) return first;
	const { refusedVersions } = known.host;
	refusedVersions.set(version, true);
	for (const next of successors(connection.version, refusedVersions, Date.now())) {
		if (!maySend()) break;
		const answer = await sendWith(next);
		if (isEnded(answer)) {
			refusedVersions.set(next, true);
			continue;
		}
		if (answer.kind === 'reply') known.connection.versions.set(connection.version, next);
		return answer;
	}
	return first;
}

/** Documented as 426; the same body was seen with 400. */
function isEnded(answer: Attempt): boolean {
	if (answer.kind !== 'reply' || (answer.status !== 426 && answer.status !== 400)) return false;
	return readErrorResponse(answer).code === 'NONEXISTENT_VERSION';
}
