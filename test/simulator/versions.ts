import { apiError } from './errors';
import type { Clock } from './clock';

/** The last day of each version (docs.migrations); the two newest live for a year, like all others. */
const LAST_DAY: Record<string, string> = {
	'202507': '2026-07-15',
	'202508': '2026-08-17',
	'202509': '2026-09-15',
	'202510': '2026-10-15',
	'202511': '2026-11-16',
	'202601': '2027-01-15',
	'202602': '2027-02-15',
	'202603': '2027-03-16',
	'202604': '2027-04-15',
	'202605': '2027-05-15',
	'202606': '2027-06-15',
	'202607': '2027-07-15',
	'202608': '2027-08-15',
	'202609': '2027-09-15',
};

/** The API's versions and their lifetimes, in epoch ms. Tests add and end them. */
export class Versions {
	private readonly periods = new Map<string, { fromMs: number; untilMs: number }>();

	constructor(private readonly clock: Clock) {
		for (const [version, lastDay] of Object.entries(LAST_DAY)) {
			const fromMs = Date.UTC(Number(version.slice(0, 4)), Number(version.slice(4)) - 1, 1);
			this.periods.set(version, { fromMs, untilMs: Date.parse(`${lastDay}T00:00:00Z`) });
		}
	}

	/** Adds a version, live from now to `untilMs`; a year by default. */
	add(version: string, untilMs: number = this.clock.now() + 365 * 24 * 60 * 60 * 1000): void {
		this.periods.set(version, { fromMs: this.clock.now(), untilMs });
	}

	/** Ends a version immediately. */
	end(version: string): void {
		const period = this.periods.get(version);
		if (period) period.untilMs = this.clock.now();
	}

	live(): string[] {
		const now = this.clock.now();
		return [...this.periods]
			.filter(([, period]) => period.fromMs <= now && now < period.untilMs)
			.map(([version]) => version)
			.sort();
	}

	/**
	 * The version that a request names, `YYYYMM` or `YYYYMM.RR`.
	 * @throws ApiError 400 VERSION_MISSING, 426 NONEXISTENT_VERSION
	 */
	require(header: string | undefined): string {
		if (header === undefined || header === '') {
			throw apiError(
				400,
				'VERSION_MISSING',
				'A version must be present. Please specify a version by adding the Linkedin-Version header.',
			);
		}
		const version = /^(\d{6})(?:\.\d{2})?$/.exec(header)?.[1];
		if (version === undefined || !this.live().includes(version)) {
			throw apiError(
				426,
				'NONEXISTENT_VERSION',
				`Requested version ${version === undefined ? header : `${version}01`} is not active`,
			);
		}
		return version;
	}
}
