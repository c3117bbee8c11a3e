import { ApiError } from '../errors';
import { utcDay } from '../clock';
import { faults, type Fault } from '../faults';
import { DEVELOPMENT_CALLS_PER_MEMBER } from '../quotas';
import { timings } from '../timings';
import type { Answer } from '../resource';
import { isFeed } from './elements';
import { ofCalls, type Asked, type Met, type Quirk } from './quirk';

/** Undocumented refusals. */

/** What a fault answers. */
function answerOf({ effect }: Fault): { answer: Answer } {
	if (typeof effect === 'string') throw new Error(`${effect} is no answer`);
	return { answer: effect };
}

const isIncomplete = ({ params }: Asked) => params.actions === undefined || params.timeRange === undefined;

/** An incomplete request always gets it. */
export const startFeed500: Quirk['start'] = (setting) => {
	const atTimes = ofCalls(isFeed, () => answerOf(faults.serverError()))(setting);
	return (asked) => (isFeed(asked) && isIncomplete(asked) ? answerOf(faults.serverError()) : atTimes(asked));
};

const HEADERS = ['retry-after', 'x-ratelimit-reset'];

export const startEpochHeaders = ofCalls(
	() => true,
	({ clock }, { random }) => {
		const value = random.of(Object.values(timings(clock.now())));
		return answerOf(faults.throttled({ [random.of(HEADERS)]: value }));
	},
);

const FEWEST_CALLS = 105;
const MOST_CALLS = 115;

/** If drawn, a member's day at an app ends after about 110 calls to any endpoints; otherwise as documented. */
export const startDaily429: Quirk['start'] = ({ rate, random }) => {
	const days = new Map<string, { day: string; most: number; calls: number }>();
	const newDay = (day: string, { app }: Asked) => {
		const documented = app.tier === 'development' ? DEVELOPMENT_CALLS_PER_MEMBER : Infinity;
		return {
			day,
			calls: 0,
			most: random.chance(rate) ? random.between(FEWEST_CALLS, MOST_CALLS) : documented,
		};
	};
	return (asked): Met | undefined => {
		const key = JSON.stringify([asked.app.clientId, asked.member]);
		const day = utcDay(asked.clock.now());
		const known = days.get(key);
		const today = known?.day === day ? known : newDay(day, asked);
		days.set(key, today);
		if (today.calls >= today.most) return answerOf(faults.dailyLimit());
		today.calls += 1;
		return undefined;
	};
};

const MEMBER_ANALYTICS =
	/ \/rest\/(memberCreatorPostAnalytics|memberCreatorVideoAnalytics|memberFollowersCount)$/;

/** A resource stays missing or present; the scope is granted anyway. */
export const startTier404s: Quirk['start'] = ({ rate, random }) => {
	const isGone = new Map<string, boolean>();
	return ({ endpoint, restliMethod, app }) => {
		const isOutside = MEMBER_ANALYTICS.test(endpoint) || restliMethod.startsWith('BATCH_');
		if (app.tier !== 'development' || !isOutside) return undefined;
		const known = isGone.get(endpoint) ?? random.chance(rate);
		isGone.set(endpoint, known);
		if (!known) return undefined;
		const body = { status: 404, message: 'No virtual resource found' };
		return { answer: new ApiError(404, body) };
	};
};
