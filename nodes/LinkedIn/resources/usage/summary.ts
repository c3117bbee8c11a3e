/** What the counters of a connection say of today. */
import type { IDataObject } from 'n8n-workflow';

import { isoTime } from '../../transport/answers/isoTime';
import { limitsOf } from '../../transport/ledger/limitUse';
import { nextReset } from '../../transport/limits/quota';
import type { LinkedInClient } from '../../transport/types';

const DAY_MS = 86_400_000;

/** Warnings come as notices of the connection, as with every operation. @param nowMs epoch milliseconds */
export function summaryOf({ connection, memory }: LinkedInClient, nowMs: number): IDataObject {
	const { member, application } = memory;
	const uses = limitsOf(memory, connection.rules, nowMs);
	const { ledger } = member;
	return {
		day: isoTime(nowMs)?.slice(0, 'YYYY-MM-DD'.length),
		resetAt: isoTime(nextReset(nowMs)),
		countedSince: isoTime(Math.max(ledger.sinceMs, nextReset(nowMs) - DAY_MS)),
		memberCalls: ledger.calls(nowMs),
		memberForecast: ledger.forecast(ledger.calls(nowMs), nowMs),
		applicationCalls: application.ledger.calls(nowMs),
		applicationForecast: application.ledger.forecast(application.ledger.calls(nowMs), nowMs),
		limits: uses.map(({ endpoint, counter, used, limit, from }) => ({
			endpoint,
			counter,
			used,
			limit,
			left: Math.max(0, limit - used),
			percent: Math.floor((100 * used) / limit),
			forecast: ledger.forecast(used, nowMs),
			from,
		})),
		endpoints: ledger.today(nowMs).map(([endpoint, { lastAtMs, ...tally }]) => ({
			endpoint,
			...tally,
			lastAt: isoTime(lastAtMs),
		})),
		byHour: [...ledger.byHour(nowMs)],
		scope: 'Only the calls of this n8n process. Other processes, workers and programs are not counted.',
	};
}
