import { badRequest, denied } from '../errors';
import { adsRefused, inputRefused, paramRefused } from './errors';
import { PAGING } from '../paging';
import { dayOf, readDay, type Days } from './reportDates';
import type { Call } from '../resource';
import type { Countries } from './library';
import type { RestliValue } from '../restli';

/**
 * A separate product without a scope: any member's token of an app that has it is accepted.
 * @throws ApiError 404 without the product, 403 for a token without a member
 */
function requireLibrary(call: Call): void {
	if (!call.app.products.includes('adLibrary')) {
		throw adsRefused(404, 'RESOURCE_NOT_FOUND', 'No virtual resource found');
	}
	if (!call.member) throw denied('Not enough permissions to access: partnerApiAdLibrary');
}

/** What a search of the library asks for; undefined if it doesn't say. */
export interface LibrarySearch {
	keyword: string | undefined;
	name: string | undefined;
	payer: string | undefined;
	countries: string[] | undefined;
	days: Days;
	isOldestFirst: boolean;
}

/** The differences between the two searches. */
interface Manner {
	/** The parameter for the name of a company. */
	name: string;
	/** Whether `countries` is a record that contains the list, or the list itself. */
	countries: 'record' | 'list';
	/** Parameters that only one of them has. */
	more: readonly string[];
}

/** docs/behaviour.md#ad-library-and-job-library */
const MANNERS = {
	ads: { name: 'advertiser', countries: 'record', more: ['payerName', 'sortBy'] },
	jobs: { name: 'organization', countries: 'list', more: [] },
} as const satisfies Record<string, Manner>;

const PARAMS = ['keyword', 'countries', 'dateRange', ...PAGING];

/** @throws ApiError as requireLibrary, and 400 for an unknown or unreadable parameter */
export function readSearch(call: Call, of: keyof typeof MANNERS): LibrarySearch {
	requireLibrary(call);
	const { name, countries, more }: Manner = MANNERS[of];
	const known = ['q', name, ...PARAMS, ...more];
	const other = Object.keys(call.params).find((param) => !known.includes(param));
	if (other !== undefined) throw paramRefused('QUERY_PARAM_NOT_ALLOWED', other);
	return {
		keyword: readSearchText(call, 'keyword'),
		name: readSearchText(call, name),
		payer: readSearchText(call, 'payerName'),
		countries: readCountries(call, countries),
		days: readOpenRange(call),
		isOldestFirst: readOrder(call) === 'ASCENDING',
	};
}

/** Whether an entry of the library, shown from `first` to `last` (epoch ms), matches. */
export function isFound(
	{ keyword, name, payer, countries, days }: LibrarySearch,
	one: { text: string; company: string; payer: string; shares: Countries; first: number; last: number },
): boolean {
	return (
		hasWords(one.text, keyword) &&
		isNamed(one.company, name) &&
		isNamed(one.payer, payer) &&
		isShownIn(one.shares, countries) &&
		overlaps(days, one.first, one.last)
	);
}

/** Words or a name, trimmed. @throws ApiError 400 if nothing is left */
function readSearchText({ params }: Call, name: string): string | undefined {
	const value = params[name];
	if (value === undefined) return undefined;
	const text = typeof value === 'string' ? value.trim() : '';
	if (text === '') throw badRequest(`The parameter "${name}" is a text that is not empty`);
	return text.toLowerCase();
}

/** A single character finds nothing. */
const LEAST_CHARACTERS = 2;

/** Whether all words of the search occur in the text. */
function hasWords(text: string, search: string | undefined): boolean {
	if (search === undefined) return true;
	const wanted = wordsOf(search);
	if (search.length < LEAST_CHARACTERS || wanted.length === 0) return false;
	const words = wordsOf(text);
	return wanted.every((word) => words.includes(word));
}

const wordsOf = (text: string): string[] => text.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? [];

/** Whether the search is part of the name. */
function isNamed(name: string, search: string | undefined): boolean {
	if (search === undefined) return true;
	return search.length >= LEAST_CHARACTERS && name.toLowerCase().includes(search);
}

/**
 * `(value:List(urn%3Ali%3Acountry%3ACZ))` for ads, `List(urn%3Ali%3Acountry%3Agb)` for jobs; both upper and lower case
 * were seen.
 * @returns two letters each, in lower case; undefined without countries
 * @throws ApiError 400
 */
function readCountries({ params: { countries } }: Call, form: Manner['countries']): string[] | undefined {
	if (countries === undefined) return undefined;
	const path = form === 'record' ? 'countries/value' : 'countries';
	const list = form === 'record' ? listIn(countries) : countries;
	if (!Array.isArray(list)) throw countriesRefused(path, 'array type is not backed by a DataList');
	if (list.length === 0) throw countriesRefused(path, 'the list is empty');
	return list.map((one) => {
		const country = /^urn:li:country:([a-z]{2})$/i.exec(String(one))?.[1];
		if (country === undefined) throw countriesRefused(path, `${JSON.stringify(one)} is no country`);
		return country.toLowerCase();
	});
}

/** The `value` of a record that contains nothing else. */
function listIn(given: RestliValue): RestliValue | undefined {
	if (typeof given !== 'object' || Array.isArray(given)) return undefined;
	return Object.keys(given).join() === 'value' ? given.value : undefined;
}

const countriesRefused = (path: string, why: string) =>
	inputRefused([{ code: 'FIELD_INVALID', description: `ERROR :: /${path} :: ${why}`, fieldPath: path }]);

/** `(order:ASCENDING,field:CREATED_TIME)`, in any order. @throws ApiError 400 */
function readOrder({ params: { sortBy } }: Call): 'ASCENDING' | 'DESCENDING' {
	if (sortBy === undefined) return 'DESCENDING';
	const { order, field, ...others } = typeof sortBy === 'object' && !Array.isArray(sortBy) ? sortBy : {};
	const isKnown = order === 'ASCENDING' || order === 'DESCENDING';
	if (isKnown && field === 'CREATED_TIME' && Object.keys(others).length === 0) return order;
	throw paramRefused('INVALID_VALUE_FOR_FIELD', 'sortBy', 'sortBy is a record of order and field');
}

/** Whether it was shown in at least one of the countries. */
const isShownIn = (shares: Countries, countries: string[] | undefined): boolean =>
	countries === undefined || countries.some((country) => Object.hasOwn(shares, country));

/**
 * `(start:(year:2025,month:1,day:1),end:(…))`, both ends optional, in any order.
 * @returns UTC days, open if an end is left out
 * @throws ApiError 400
 */
function readOpenRange({ params }: Call): Days {
	const { dateRange } = params;
	if (dateRange === undefined) return { from: -Infinity, to: Infinity };
	const { start, end, ...others } = rangeRecord(dateRange);
	const [other] = Object.keys(others);
	if (other !== undefined) throw paramRefused('FIELD_NOT_ALLOWED', `dateRange/${other}`);
	const days = {
		from: start === undefined ? -Infinity : readDay(start, 'dateRange/start'),
		to: end === undefined ? Infinity : readDay(end, 'dateRange/end'),
	};
	if (days.from <= days.to) return days;
	throw paramRefused('START_DATE_AFTER_END_DATE', 'dateRange', 'The start is after the end');
}

function rangeRecord(value: RestliValue): Record<string, RestliValue> {
	if (typeof value === 'object' && !Array.isArray(value)) return value;
	throw paramRefused('INVALID_VALUE_FOR_FIELD', 'dateRange', 'dateRange is a record of start and end');
}

/** Whether the time from `first` to `last`, in epoch ms, overlaps the days, including both ends. */
const overlaps = ({ from, to }: Days, first: number, last: number): boolean =>
	dayOf(last) >= from && dayOf(first) <= to;
