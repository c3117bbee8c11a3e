import { startForeignThreads, startMinusOnes, startNullFields } from './elements';
import { startCappedCounts, startShortPages } from './pages';
import type { Quirk } from './quirk';
import { startDaily429, startEpochHeaders, startFeed500, startTier404s } from './refusals';
import { startCutBodies, startDripping, startMissingIds, startUnreadable2xx } from './spoilt';

const SINGLE_CALLS = 'the calls that it fits';

/** How the live service was seen to differ from its documentation. Off until turned on. */
export const QUIRKS = {
	feed500: {
		seen: "A page's notification feed answers 500: always when asked without actions or timeRange, and for days when asked with them.",
		evidence: 'docs/behaviour.md#notification-feed, and a trigger that got 500 for 84 hours',
		rateOf: 'complete questions; an incomplete one always meets it',
		start: startFeed500,
	},
	epochHeaders: {
		seen: 'A short 429 carries Retry-After or X-RateLimit-Reset: seconds, a date, epoch seconds or milliseconds, or nonsense.',
		evidence:
			'docs/behaviour.md#rate-limits (none documented), docs/behaviour.md#message-limits (they have them)',
		rateOf: SINGLE_CALLS,
		start: startEpochHeaders,
	},
	daily429: {
		seen: 'A member has about 110 calls a day over all endpoints; then every call answers 429.',
		evidence: 'docs/behaviour.md#development-tier (no body published, so in the words of docs.rateLimits)',
		rateOf: 'days of a member at an app',
		start: startDaily429,
	},
	tier404s: {
		seen: 'On the Development tier batch calls and the analytics of members answer 404 "No virtual resource found", although their scopes are granted.',
		evidence: 'docs/behaviour.md#development-tier',
		rateOf: 'resources and methods outside the tier; once drawn it stays so',
		start: startTier404s,
	},
	shortPages: {
		seen: 'A page holds fewer than asked while more follow: 96 of 100 leads, and then neither next link nor total; 99 of 100 creatives; posts.',
		evidence: 'docs/behaviour.md#lists-with-gaps',
		rateOf: 'places of a list that hold nothing to see, a third at most',
		start: startShortPages,
	},
	cappedCounts: {
		seen: 'Asked for 100 comments, LinkedIn answers with 10 and paging.count 10.',
		evidence: 'docs/behaviour.md#comment-lists, a list of 25 comments that came so',
		rateOf: SINGLE_CALLS,
		start: startCappedCounts,
	},
	nullFields: {
		seen: 'Members that are documented as absent come as null.',
		evidence: 'docs/behaviour.md#reading-comments (parentComment of a comment that is no reply)',
		rateOf: 'the reads that it fits; then of the members of each element half',
		start: startNullFields,
	},
	foreignThreads: {
		seen: "A page's notification feed tells of comments in a group's thread, or below an article, which no API reads.",
		evidence: 'docs/behaviour.md#notification-feed, reports of users of n8n',
		rateOf: SINGLE_CALLS,
		start: startForeignThreads,
	},
	missingIds: {
		seen: 'A create succeeds, and neither header nor body names what was made.',
		evidence: 'docs/behaviour.md#where-ids-are-returned',
		rateOf: 'the creates',
		start: startMissingIds,
	},
	unreadable2xx: {
		seen: 'Success with a web page, JSON that ends too early, broken gzip, nothing, or a bare number.',
		evidence: 'gateways and proxies on the way; docs.errors has JSON for all',
		rateOf: SINGLE_CALLS,
		start: startUnreadable2xx,
	},
	cutBodies: {
		seen: 'The head of a success arrives, and the connection ends in the body.',
		evidence: 'seen on n8n 1.x, which turned one comment into two',
		rateOf: SINGLE_CALLS,
		start: startCutBodies,
	},
	dripping: {
		seen: 'The body of a success comes a byte at a time, so that no idle timeout ends it.',
		evidence: 'a proxy on the way; no page bounds an answer',
		rateOf: SINGLE_CALLS,
		start: startDripping,
	},
	minusOnes: {
		seen: 'A count of the analytics of members comes as -1, where LinkedIn has no value.',
		evidence: 'docs/behaviour.md#statistics-without-a-number',
		rateOf: 'the reads that it fits; then all of its elements',
		start: startMinusOnes,
	},
} satisfies Record<string, Quirk>;

export type QuirkName = keyof typeof QUIRKS;
export const QUIRK_NAMES = Object.keys(QUIRKS) as QuirkName[];
