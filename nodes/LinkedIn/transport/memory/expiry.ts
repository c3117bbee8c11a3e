import { isoTime } from '../answers/isoTime';
import { inDays } from '../text/counted';
import type { Connection } from './connection';

const EXPIRY_NOTICE_DAYS = 7;
const DAY_MS = 86_400_000;

/** What the user should know of the end of the token; empty while it is far, or where it renews itself. */
export function expiryNotices(connection: Connection, nowMs: number): string[] {
	if (connection.expiresAtMs === undefined || connection.canRefresh) return [];
	const days = Math.floor((connection.expiresAtMs - nowMs) / DAY_MS);
	if (days < 0 || days >= EXPIRY_NOTICE_DAYS) return [];
	const end = isoTime(connection.expiresAtMs);
	return [
		`This connection's token ends ${inDays(days)}, on ${end}. Open the credential and connect again before that.`,
	];
}
