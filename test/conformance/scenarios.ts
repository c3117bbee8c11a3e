import { faults, type Fault } from '../simulator';

/** Every way in which the answer to a request can be lost, spoilt or a refusal. */

export type Where = Pick<Fault, 'match' | 'times'>;

/**
 * LinkedIn's answer:
 * - `lost`: nothing that shows the outcome
 * - `taken`: success or a redirect, spoilt
 * - `refused`: not now
 * - `spent`: not today
 */
export type Kind = 'lost' | 'taken' | 'refused' | 'spent';

export interface Variant {
	name: string;
	fault: (where: Where) => Fault | Fault[];
	/** The body is incomplete, so it's useless if its content is needed. */
	isCut?: true;
	/** Only for creates, because no other answer has an id. */
	onlyCreates?: true;
	/** A redirect or a web page, which LinkedIn's API never sends: the request may not have reached it. */
	isElsewhere?: true;
	/** Occurs only once, whatever is requested. */
	isOnce?: true;
}

export interface Scenario {
	name: string;
	kind: Kind;
	/** Variants of the same scenario; runs use them in turn. */
	variants: Variant[];
}

const one = (name: string, fault: Variant['fault'], more: Partial<Variant> = {}): Variant => ({
	name,
	fault,
	...more,
});
const asCreate = { onlyCreates: true } as const;

export const SCENARIOS: Scenario[] = [
	{
		name: 'lost before',
		kind: 'lost',
		variants: [one('reset before it is done', (where) => faults.reset(where))],
	},
	{
		name: 'lost after',
		kind: 'lost',
		variants: [
			one('reset after it is done', (where) => faults.resetAfterHandling(where)),
			one('a head that nobody can read', (where) => faults.garbledHead(where), asCreate),
			one(
				'lost after it is done, then 403',
				({ match }) => [faults.resetAfterHandling({ match }), faults.accessDenied({ match })],
				{ ...asCreate, isOnce: true },
			),
			one(
				'lost after it is done, then 404',
				({ match }) => [faults.resetAfterHandling({ match }), faults.notFound({ match })],
				{ ...asCreate, isOnce: true },
			),
			one(
				'lost before it is done, then after',
				({ match }) => [faults.reset({ match }), faults.resetAfterHandling({ match })],
				{ ...asCreate, isOnce: true },
			),
		],
	},
	{
		name: '2xx unreadable',
		kind: 'taken',
		variants: [
			one('200 with a web page', (where) => faults.pageInstead(where), { isElsewhere: true }),
			one('truncated JSON', (where) => faults.truncatedJson(where)),
			one('broken gzip', (where) => faults.brokenGzip(where)),
			one('broken gzip, no id', (where) => faults.brokenGzipWithoutId(where), asCreate),
			one(
				'odd members',
				(where) =>
					faults.oddMembers(
						{ id: [], created: 'soon', message: 7, value: { creative: 7 }, elements: 'none', actor: {} },
						where,
					),
				asCreate,
			),
			one(
				'a time out of range',
				(where) => faults.oddMembers({ created: { time: 1e20 }, lastModified: { time: 1e20 } }, where),
				asCreate,
			),
		],
	},
	{
		name: '2xx without id',
		kind: 'taken',
		variants: [
			one('without an id', (where) => faults.withoutId(where)),
			one('202 without an id', (where) => faults.withoutId(where, 202)),
			one('id: a number', (where) => faults.oddMembers({ id: 7 }, where), asCreate),
			one('id: an object', (where) => faults.oddMembers({ id: { urn: 7 } }, where), asCreate),
			one(
				'id: null',
				(where) => faults.oddMembers({ id: null, commentUrn: null, $URN: null }, where),
				asCreate,
			),
		],
	},
	{
		name: '3xx',
		kind: 'taken',
		variants: [
			one('303', (where) => faults.redirect(where), { isElsewhere: true }),
			one('303 with a Location', (where) => faults.redirect(where, 303, '/rest/elsewhere/7'), {
				isElsewhere: true,
			}),
			one('302', (where) => faults.redirect(where, 302, 'https://login.example/'), { isElsewhere: true }),
		],
	},
	{
		name: '429 short',
		kind: 'refused',
		variants: [one('a short throttle', (where) => faults.tooManyRequests(where))],
	},
	{
		name: '429 daily',
		kind: 'spent',
		variants: [
			one("a member's day", (where) => faults.dailyLimit(where)),
			one('QUOTA_EXCEEDED', (where) => faults.quotaExceeded(where)),
		],
	},
	{ name: '409', kind: 'refused', variants: [one('CONFLICT', (where) => faults.conflict(where))] },
	{
		name: '500',
		kind: 'lost',
		variants: [
			one('500 before it is done', (where) => faults.serverError(where)),
			one('500 after it is done', (where) => faults.serverErrorAfterHandling(where)),
			one('503', (where) => faults.unavailable(where)),
			one('504', (where) => faults.gatewayTimeout(where)),
		],
	},
	{
		name: 'cut in the body',
		kind: 'taken',
		variants: [
			one('cut in the body', (where) => faults.cutBody(where), { isCut: true }),
			one('cut behind the head', (where) => faults.cutBody(where, 0), { isCut: true }),
			one('reset in the body', (where) => faults.breakBody('reset', where), { isCut: true }),
			one('cut in the body, no id', (where) => faults.cutBodyWithoutId(where), { isCut: true }),
		],
	},
	{
		name: 'HTML',
		kind: 'lost',
		variants: [
			one('a web page of a gateway', (where) => faults.html(where)),
			one('a web page of a gateway after it is done', (where) => ({
				...faults.html(where, 504),
				afterHandling: true,
			})),
		],
	},
	{
		name: 'empty',
		kind: 'lost',
		variants: [
			one('500 without a body', (where) => faults.emptyBody(where)),
			one('503 without a body, after it is done', (where) => ({
				...faults.emptyBody(where, 503),
				afterHandling: true,
			})),
		],
	},
];
