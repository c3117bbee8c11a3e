/**
 * LinkedIn's monthly API versions: which are known, when they end, and what to try when the pinned one has ended.
 *
 * Pure: no n8n, no clock.
 * @see docs.versioning (lifetime of a version, 426)
 * @see docs.migrations (end dates)
 */

import { inDays } from '../text/counted';

export interface KnownVersion {
	/** `YYYYMM`, as sent in the `Linkedin-Version` header. */
	version: string;
	/** The day LinkedIn switches it off, `YYYY-MM-DD`. */
	endsOn: string;
	/** LinkedIn hasn't published the day yet; assumed to be the 15th of the same month a year later. */
	estimated?: true;
}

export const DEFAULT_VERSION = '202609';

/** Newest first. 202512 never existed. */
export const KNOWN_VERSIONS: KnownVersion[] = [
	{ version: '202609', endsOn: '2027-09-15', estimated: true },
	{ version: '202608', endsOn: '2027-08-15', estimated: true },
	{ version: '202607', endsOn: '2027-07-15' },
	{ version: '202606', endsOn: '2027-06-15' },
	{ version: '202605', endsOn: '2027-05-15' },
	{ version: '202604', endsOn: '2027-04-15' },
	{ version: '202603', endsOn: '2027-03-16' },
	{ version: '202602', endsOn: '2027-02-15' },
	{ version: '202601', endsOn: '2027-01-15' },
	{ version: '202511', endsOn: '2026-11-16' },
];

/** A version that ends within this many days gets a notice. */
export const NOTICE_DAYS = 60;

/** Maximum calls of one request to find a working version. */
export const MAX_VERSION_CALLS = 3;

const DAY_MS = 86_400_000;

/** True for `YYYYMM` with a valid month; LinkedIn also documents `YYYYMM.RR`. */
export function isVersion(text: string): boolean {
	return /^20\d{2}(0[1-9]|1[0-2])(\.\d{2})?$/.test(text);
}

/**
 * The day a version ends.
 * @param version `YYYYMM`
 * @returns the published day, or for an unknown version the 15th of the same month a year later
 */
export function versionEnd(version: string): KnownVersion {
	const known = KNOWN_VERSIONS.find((candidate) => candidate.version === version);
	if (known) return known;
	const year = Number(version.slice(0, 4)) + 1;
	return { version, endsOn: `${year}-${version.slice(4, 6)}-15`, estimated: true };
}

/**
 * Whole days until a version ends.
 * @param nowMs epoch milliseconds
 * @returns negative when the day has passed
 */
export function daysLeft(version: string, nowMs: number): number {
	return Math.floor((Date.parse(`${versionEnd(version).endsOn}T00:00:00Z`) - nowMs) / DAY_MS);
}

/** A sentence about a version that ends soon, or undefined. */
export function endNotice(version: string, nowMs: number): string | undefined {
	const left = daysLeft(version, nowMs);
	if (left >= NOTICE_DAYS) return undefined;
	const { endsOn, estimated } = versionEnd(version);
	const day = `${estimated ? 'about ' : ''}${endsOn}`;
	return left < 0
		? `LinkedIn API version ${version} was due to end on ${day}. Choose a newer API Version in the credential.`
		: `LinkedIn API version ${version} ends on ${day}, ${inDays(left)}. Choose a newer API Version in the credential.`;
}

/**
 * The versions to try, in order, after LinkedIn refused the pinned one as NONEXISTENT_VERSION: the default if it's
 * newer than the pinned one, then the months after the default up to today, newest first.
 * @param pinned the refused version
 * @param refused versions that this host refused before
 * @param nowMs epoch milliseconds
 * @returns at most {@link MAX_VERSION_CALLS} versions
 */
export function successors(
	pinned: string,
	refused: Pick<ReadonlySet<string>, 'has'>,
	nowMs: number,
): string[] {
	const today = new Date(nowMs);
	const candidates: string[] = [];
	let year = today.getUTCFullYear();
	let month = today.getUTCMonth() + 1;
	for (;;) {
		const version = `${year}${String(month).padStart(2, '0')}`;
		if (version <= DEFAULT_VERSION || version <= pinned) break;
		candidates.push(version);
		month -= 1;
		if (month === 0) {
			month = 12;
			year -= 1;
		}
	}
	if (DEFAULT_VERSION > pinned) candidates.unshift(DEFAULT_VERSION);
	return candidates.filter((version) => !refused.has(version)).slice(0, MAX_VERSION_CALLS);
}
