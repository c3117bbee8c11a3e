import type { IDataObject } from 'n8n-workflow';

import { adsResources } from '../../../nodes/LinkedIn/resources/ads';
import { communityResources } from '../../../nodes/LinkedIn/resources/community';
import { WITHOUT_CALL } from '../../endpoints';
import { isJson, NO_ENTITIES, spoilt, type Json, type Spoilt } from './oddElements';
import {
	asText,
	chosen,
	elementsOf,
	goodRun,
	putFirst,
	rewritten,
	simulateForEachTest,
	type Good,
	type Outcome,
	type Subject,
} from './oddRun';

/**
 * Every reading operation, with a valid answer of one of its cases in which one element is spoilt, in some twenty ways
 * each: there is no error, the other elements come out unchanged and in order, and a notice says what was left out. If
 * the answer is a single entity, one error of the error table is also fine.
 */

const READS = [...communityResources, ...adsResources]
	.filter(({ value }) => value !== 'api')
	.flatMap(({ value, operations }) =>
		operations.filter(({ access }) => access === 'read').map((one) => `${value}:${one.value}`),
	)
	.filter((operation) => !WITHOUT_CALL.includes(operation));

/** Operations that make one item of several elements, or several of one, with what they make. */
const NOT_ONE_TO_ONE: Record<string, string> = {
	'organization:getMany': 'roles become pages',
	'profile:checkAccess': 'one report',
	'analytics:getFollowerStatistics': 'one element holds all groups',
	'analytics:getPageStatistics': 'one element holds the total and all groups',
	'analytics:getShareStatistics': 'numbers of a post are looked up by its URN',
	'analytics:getMemberPostStatistics': 'numbers are added up in a row',
	'analytics:getVideoStatistics': 'numbers are added up in a row',
	'adAccount:get': 'accounts are looked up by their id',
	'targeting:getAudienceSize': 'one number',
	'organization:getByVanityName': 'one page',
};

simulateForEachTest();

const LEFT_OUT = /could not be read and (was|were) left out/;

describe('one odd element', () => {
	test.each(READS)('%s', async (operation) => {
		const { subject, good } = await chosen(operation);
		const raw = await goodRun(subject, { output: 'raw' });
		const wrong: object[] = [];
		const judge = (how: string, outcome: Outcome, isRight: boolean) => {
			if (outcome.problem || !isRight) wrong.push({ how, ...outcome });
		};
		for (const [place, body] of good.bodies.entries()) {
			const elements = elementsOf(body);
			const [first] = elements ?? [];
			if (elements && isJson(first)) {
				await oddInList({ subject, good, raw, place, first, judge });
			} else if (isJson(body) && isJson(body.results) && Object.keys(body.results).length > 0) {
				await oddInBatch({ subject, good, place, results: body.results, judge });
			} else if (isJson(body) && !elements) {
				await oddEntity({ subject, place, body, judge });
			}
		}
		expect(wrong).toEqual([]);
	});
});

type Judge = (how: string, outcome: Outcome, isRight: boolean) => void;
interface Place {
	subject: Subject;
	place: number;
	judge: Judge;
}

/** Raw output is LinkedIn's, with our own names in addition. */
const holds = (item: IDataObject, sent: Json) =>
	Object.entries(sent).every(([key, value]) => OWN.includes(key) || asText(item[key]) === asText(value));
const OWN = ['urn', 'url', 'metricType'];

const ends = (items: IDataObject[], with_: IDataObject[]) =>
	asText(items.slice(items.length - with_.length)) === asText(with_);

/**
 * Zeros that we add for what LinkedIn leaves out are null beside unreadable elements, which may have contained the
 * value.
 */
function isAsGood(items: IDataObject[], good: IDataObject[]): boolean {
	const put = (item: IDataObject, at: number): IDataObject =>
		Object.fromEntries(
			Object.entries(item).map(([key, value]) => [key, value === null && good[at]?.[key] === 0 ? 0 : value]),
		);
	return asText(items.map(put)) === asText(good);
}

async function oddInList({
	subject,
	good,
	raw,
	place,
	first,
	judge,
}: Place & { good: Good; raw: Good; first: Json }): Promise<void> {
	const { operation } = subject;
	const twice = await rewritten(subject, {}, place, putFirst(first));
	const isItem = twice.items.length === good.items.length + 1 && ends(twice.items, good.items);
	const isLast = place === good.bodies.length - 1;
	if (isLast && good.items.length === (elementsOf(good.bodies[place]) ?? []).length) {
		judge('the same element once more', twice, isItem || operation in NOT_ONE_TO_ONE);
	}

	const noEntities = await rewritten(subject, {}, place, putFirst(...NO_ENTITIES));
	judge(
		'what is no entity',
		noEntities,
		isAsGood(noEntities.items, good.items) && LEFT_OUT.test(noEntities.notice),
	);
	const rawOnes = await rewritten(subject, { output: 'raw' }, place, putFirst(...NO_ENTITIES));
	judge('what is no entity, raw', rawOnes, asText(rawOnes.items) === asText(raw.items));

	for (const { how, elements } of spoilt(first)) {
		const out = await rewritten(subject, {}, place, putFirst(...elements));
		const more = out.items.length - good.items.length;
		const isSaid = more === elements.length || LEFT_OUT.test(out.notice);
		judge(how, out, !isItem || (ends(out.items, good.items) && more <= elements.length && isSaid));
	}
	const odd = spoilt(first).flatMap(({ elements }) => elements);
	const rawOut = await rewritten(subject, { output: 'raw' }, place, putFirst(...odd));
	const asSent = odd.every((sent) => rawOut.items.some((item) => holds(item, sent)));
	const isWhole = rawOut.items.length === raw.items.length + odd.length && asSent;
	judge('all of these, raw', rawOut, !isItem || (isWhole && ends(rawOut.items, raw.items)));
	const all = await rewritten(subject, {}, place, (body) => ({ ...(body as Json), elements: NO_ENTITIES }));
	judge('nothing but what is no entity', foreseen(all), true);
	for (const elements of [null, undefined]) {
		const out = await rewritten(subject, {}, place, (body) => ({ ...(body as Json), elements }));
		judge(`elements are ${elements}`, foreseen(out), true);
	}
}

const singly = (ways: Spoilt[]) =>
	ways.flatMap(({ how, elements }) => elements.map((element) => ({ how, element })));

/** An error that says what came is fine too, if the answer as a whole can't be read. */
const foreseen = (outcome: Outcome): Outcome =>
	outcome.problem && /^(UNEXPECTED_ANSWER|INVALID_INPUT|MISSING_SCOPE): /.test(outcome.problem)
		? { ...outcome, problem: undefined }
		: outcome;

async function oddInBatch({
	subject,
	good,
	place,
	results,
	judge,
}: Place & { good: Good; results: Json }): Promise<void> {
	const [key, entity] = Object.entries(results)[0];
	const isLast = place === good.bodies.length - 1;
	const isItem = isLast && good.items.length === Object.keys(results).length;
	const others = isItem ? good.items.length - 1 : 0;
	// LinkedIn's results are in a different order than the items.
	const kept = ({ items }: Outcome) => {
		const given = new Set(items.map((item) => JSON.stringify(item)));
		return good.items.filter((item) => given.has(JSON.stringify(item))).length >= others;
	};
	const put = (odd: unknown) => (body: unknown) => ({
		...(body as Json),
		results: { ...(body as { results: Json }).results, [key]: odd },
	});
	const ways: Array<{ how: string; element: unknown }> = [
		...NO_ENTITIES.map((element) => ({ how: `a result is ${JSON.stringify(element)}`, element })),
		...(isJson(entity) ? singly(spoilt(entity)) : []),
	];
	for (const { how, element } of ways) {
		const out = await rewritten(subject, {}, place, put(element));
		judge(
			how,
			isItem ? out : foreseen(out),
			kept(out) && (!isItem || out.items.length === good.items.length),
		);
	}
	const parts: Array<[string, Json]> = [
		['errors hold null', { errors: { [key]: null, other: null } }],
		['errors are odd', { errors: { [key]: { status: 'x', message: 5 } } }],
		['statuses are odd', { statuses: { [key]: null } }],
		['errors and statuses are none', { errors: 'x', statuses: null }],
		['results are null', { results: null }],
		['results are a list', { results: [null] }],
	];
	for (const [how, part] of parts) {
		const out = await rewritten(subject, {}, place, (body) => ({ ...(body as Json), ...part }));
		judge(how, isItem ? out : foreseen(out), true);
	}
}

async function oddEntity({ subject, place, body, judge }: Place & { body: Json }): Promise<void> {
	const ways: Array<{ how: string; element: unknown }> = [
		...singly(spoilt(body)),
		{ how: 'a list', element: [] },
	];
	for (const { how, element } of ways) {
		judge(how, foreseen(await rewritten(subject, {}, place, () => element)), true);
	}
	for (const element of [{}, [], ...spoilt(body).at(-1)!.elements]) {
		const out = await rewritten(subject, { output: 'raw' }, place, () => element);
		judge(`${JSON.stringify(element)}, raw`, foreseen(out), true);
	}
}
