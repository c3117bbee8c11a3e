import { faults, type Fault } from '../simulator';

/** Every way in which the answer to a write can be lost or spoiled. */

type Where = Pick<Fault, 'match'>;

export interface SpoiledAnswer {
	name: string;
	/** One after the other. */
	fault: (where: Where) => Fault | Fault[];
	/** `taken`: LinkedIn answers with success or a redirect; `lost`: no answer says what became of it. */
	leaves: 'taken' | 'lost';
}

const taken = (name: string, fault: SpoiledAnswer['fault']): SpoiledAnswer => ({
	name,
	fault,
	leaves: 'taken',
});
const lost = (name: string, fault: SpoiledAnswer['fault']): SpoiledAnswer => ({
	name,
	fault,
	leaves: 'lost',
});

/** Success without a word: for what needs none. */
export const ILLEGIBLE: SpoiledAnswer[] = [
	taken('cut in the body', (where) => faults.cutBody(where)),
	taken('cut behind the head', (where) => faults.cutBody(where, 0)),
	taken('202 without a body', (where) => faults.withoutId(where, 202)),
	taken('204', (where) => faults.withoutId(where, 204)),
	taken('200 with a web page', (where) => faults.pageInstead(where)),
	taken('truncated JSON', (where) => faults.truncatedJson(where)),
	taken('broken gzip', (where) => faults.brokenGzip(where)),
];

export const SPOILED: SpoiledAnswer[] = [
	taken('cut in the body', (where) => faults.cutBody(where)),
	taken('cut behind the head', (where) => faults.cutBody(where, 0)),
	taken('reset in the body', (where) => faults.breakBody('reset', where)),
	taken('cut in the body, no id', (where) => faults.cutBodyWithoutId(where)),
	taken('201 without an id', (where) => faults.withoutId(where)),
	taken('202 without an id', (where) => faults.withoutId(where, 202)),
	taken('204 without an id', (where) => faults.withoutId(where, 204)),
	taken('200 with a web page', (where) => faults.pageInstead(where)),
	taken('truncated JSON', (where) => faults.truncatedJson(where)),
	taken('303', (where) => faults.redirect(where)),
	taken('303 with a Location', (where) => faults.redirect(where, 303, '/rest/elsewhere/7')),
	taken('302', (where) => faults.redirect(where, 302, 'https://login.example/')),
	taken('id: a number', (where) => faults.oddMembers({ id: 7 }, where)),
	taken('id: an object', (where) => faults.oddMembers({ id: { urn: 7 } }, where)),
	taken('id: null', (where) => faults.oddMembers({ id: null, commentUrn: null, $URN: null }, where)),
	taken('odd members', (where) =>
		faults.oddMembers(
			{ id: [], created: 'soon', message: 7, value: { creative: 7 }, elements: 'none', actor: {} },
			where,
		),
	),
	taken('a time out of range', (where) =>
		faults.oddMembers({ created: { time: 1e20 }, lastModified: { time: 1e20 } }, where),
	),
	taken('broken gzip', (where) => faults.brokenGzip(where)),
	taken('broken gzip, no id', (where) => faults.brokenGzipWithoutId(where)),
	lost('a head that nobody can read', (where) => faults.garbledHead(where)),
	lost('lost before it is done', (where) => faults.reset(where)),
	lost('lost after it is done', (where) => faults.resetAfterHandling(where)),
	lost('lost after it is done, then 403', (where) => [
		faults.resetAfterHandling(where),
		faults.accessDenied(where),
	]),
	lost('lost after it is done, then 404', (where) => [
		faults.resetAfterHandling(where),
		faults.notFound(where),
	]),
	lost('lost before it is done, then after', (where) => [
		faults.reset(where),
		faults.resetAfterHandling(where),
	]),
	lost('500 after it is done', (where) => faults.serverErrorAfterHandling(where)),
	lost('a web page of a gateway after it is done', (where) => ({
		...faults.html(where, 502),
		afterHandling: true,
	})),
];
