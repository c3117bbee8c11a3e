/** What a user should know about the connection, for the first output item. */
import { isoTime } from '../answers/isoTime';
import { limitsOf, warnings, type Counts } from '../ledger/limitUse';
import { versionInForce, type KnownVersions } from '../limits/versionFailover';
import { endNotice } from '../linkedin/version';
import { inDays } from '../text/counted';
import type { Connection } from './connection';

const EXPIRY_NOTICE_DAYS = 7;
const DAY_MS = 86_400_000;

type Known = KnownVersions & Counts;

/**
 * @param nowMs epoch milliseconds
 * @returns sentences on the API version, on the token and on limits; empty while none has ended or ends soon
 */
export function connectionNotices(connection: Connection, known: Known, nowMs: number): string[] {
	const version = versionInForce(connection, known);
	const switched =
		version === connection.version
			? undefined
			: `LinkedIn retired API version ${connection.version}; this connection switched to ${version}. Choose a newer API Version in the credential.`;
	return [
		switched ?? [],
		endNotice(version, nowMs) ?? [],
		expiryNotice(connection, nowMs) ?? [],
		warnings(limitsOf(known, connection.rules, nowMs)),
	].flat();
}

/** Nothing if the token is renewed automatically. */
function expiryNotice({ expiresAtMs, canRefresh }: Connection, nowMs: number): string | undefined {
	if (expiresAtMs === undefined || canRefresh) return undefined;
	const days = Math.floor((expiresAtMs - nowMs) / DAY_MS);
	if (days < 0 || days >= EXPIRY_NOTICE_DAYS) return undefined;
	return `This connection's token ends ${inDays(days)}, on ${isoTime(expiresAtMs)}. Open the credential and connect again before that.`;
}
