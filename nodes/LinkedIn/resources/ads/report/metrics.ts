/** The metrics that an item requests from a report. */
import { lookUp } from '../../../transport/answers/lookUp';
import { InputError } from '../../../transport/errors/inputError';
import { entriesOf } from '../../values/plainText';
import { checkSince } from '../../values/since';
import { closest } from './didYouMean';
import { BY_EVENT_STAGE, COUNTS, KNOWN, NOT_BY_MEMBER, SETS, SINCE } from './metricNames';
import { isByEventStage, isByMember, type Pivot } from './pivots';

/**
 * Refuses metrics that the API version doesn't have, because LinkedIn would refuse the whole call.
 * @throws InputError that names them
 */
export function checkMetricVersions(metrics: string[], version: string): void {
	checkSince(
		version,
		'Metrics',
		metrics.map((name) => ({ name, since: lookUp(SINCE, name) })),
	);
}

/** Common names for them. */
const ALIASES: Record<string, string> = {
	conversions: 'externalWebsiteConversions',
	cost: 'costInLocalCurrency',
	engagements: 'totalEngagements',
	leads: 'oneClickLeads',
	reach: 'approximateMemberReach',
	spend: 'costInLocalCurrency',
};

/** Options for the form, by name. */
export const METRIC_OPTIONS = KNOWN.map((value) => ({ name: titleOf(value), value })).sort((a, b) =>
	a.name.localeCompare(b.name),
);

/** `costInUsd` → `Cost in USD`, `eventViewsOver15Seconds` → `Event Views Over 15 Seconds` */
function titleOf(name: string): string {
	const words = name.replace(/([A-Z]|\d+)/g, ' $1').split(' ');
	const shown = words.map((word) => word[0].toUpperCase() + word.slice(1));
	return shown.join(' ').replace(' In ', ' in ').replace('Usd', 'USD');
}

/** Whether a metric that LinkedIn leaves out of a row is zero there. */
export const isCount = (metric: string): boolean => COUNTS.has(metric);

/** The values of the fields of an item. */
export interface GivenMetrics {
	sets: unknown;
	metrics: unknown;
	further: unknown;
}

/** The metrics that a pivot allows. */
interface Split {
	isGiven: (metric: string) => boolean;
	/** What the report is broken down by, as it follows "by". */
	by: string;
	/** What to leave out instead of the metric. */
	pivot: string;
	more: string;
}

function splitsOf(pivots: Pivot[]): Split[] {
	return [
		...(isByMember(pivots)
			? [
					{
						isGiven: (metric: string) => !NOT_BY_MEMBER.includes(metric),
						by: 'member attributes',
						pivot: 'the pivots that start with Member',
						more: `The same applies to ${NOT_BY_MEMBER.join(', ')}.`,
					},
				]
			: []),
		...(isByEventStage(pivots)
			? [
					{
						isGiven: (metric: string) => BY_EVENT_STAGE.includes(metric),
						by: 'event stage',
						pivot: 'the pivot Event Stage',
						more: `It works with the set Events and with ${BY_EVENT_STAGE.join(', ')}.`,
					},
				]
			: []),
	];
}

/**
 * The requested metrics without duplicates, those of the sets first.
 * @param pivots with some of them LinkedIn provides fewer metrics, and the sets leave those out
 * @throws InputError for none, for an unknown name, and for one that LinkedIn doesn't provide with these pivots
 */
export function reportMetricsOf({ sets, metrics, further }: GivenMetrics, pivots: Pivot[]): string[] {
	const ofSets = entriesOf(sets, 'Metric Sets').flatMap(
		(set) => lookUp(SETS, set) ?? unknown('Metric Sets', set),
	);
	const chosen = entriesOf(metrics, 'Metrics').map((name) => known(name) ?? unknown('Metrics', name));
	const typed = entriesOf(further, 'Further Metrics').map((name) => {
		if (/^[A-Za-z]\w*$/.test(name) && !Object.hasOwn(ALIASES, name.toLowerCase())) return known(name) ?? name;
		return unknown('Further Metrics', name);
	});
	const named = [...chosen, ...typed];
	const splits = splitsOf(pivots);
	for (const { isGiven, by, pivot, more } of splits) {
		const refused = named.find((name) => KNOWN.includes(name) && !isGiven(name));
		if (refused === undefined) continue;
		throw new InputError(
			'Metrics',
			`LinkedIn doesn't provide ${refused} by ${by}`,
			`Leave out ${refused}, or ${pivot}. ${more}`,
		);
	}
	const all = [...ofSets.filter((name) => splits.every(({ isGiven }) => isGiven(name))), ...named];
	if (all.length > 0) return [...new Set(all)];
	const [left] = ofSets.length > 0 ? splits : [];
	throw new InputError(
		'Metrics',
		left ? `LinkedIn provides none of these metrics by ${left.by}` : 'No metrics are selected',
		left
			? `Choose others, or leave out ${left.pivot}. ${left.more}`
			: 'Choose Metric Sets or single Metrics.',
	);
}

const BY_LOWER_CASE: ReadonlyMap<string, string> = new Map(KNOWN.map((name) => [name.toLowerCase(), name]));

function known(name: string): string | undefined {
	return BY_LOWER_CASE.get(name.toLowerCase());
}

function unknown(field: string, name: string): never {
	const names = field === 'Metric Sets' ? Object.keys(SETS) : KNOWN;
	const meant = lookUp(ALIASES, name.toLowerCase()) ?? closest(name, names);
	const further = field === 'Metrics' ? ' Enter newer metrics under Further Metrics.' : '';
	throw new InputError(
		field,
		`"${name}" is not a ${field === 'Metric Sets' ? 'metric set' : 'metric'}`,
		meant === undefined ? `Choose from the list.${further}` : `Did you mean ${meant}?${further}`,
	);
}
