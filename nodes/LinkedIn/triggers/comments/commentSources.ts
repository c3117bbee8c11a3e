/** The comment trigger's calls: what its logic requests, sent to LinkedIn through the shared transport. */
import { organizationUrn, readOrganization } from '../../resources/community/organization/entity';
import { personIdIn, personKey, readPerson } from '../../resources/community/person/entity';
import { Unreadable, type ReadOne } from '../../transport/answers/elements';
import { nextStep } from '../../transport/answers/nextPage';
import { elementsIn, pageReply, type PageReply } from '../../transport/answers/pageReply';
import { isEntity, type Entity } from '../../transport/answers/readEntity';
import { LinkedInError } from '../../transport/errors/errors';
import { settled } from '../../transport/flow/settled';
import { decodeBatch } from '../../transport/restli/decode';
import type { LinkedInClient, RestliRequest } from '../../transport/types';
import { notificationFrom } from '../events/core/notification';
import { attemptOpen } from '../polling/attemptOpen';
import type { Answer, Further } from '../polling/core/answer';
import type { ClosedSources } from '../polling/core/closed';
import { faultOf, readAnswer } from '../polling/core/faultOf';
import type { Sources } from './core/sources';
import { commentFrom, countsFrom, postFrom, sharesFrom, readablePageFrom } from './replies';

/** LinkedIn documents no maximum for comments and notifications; its other lists accept 100. */
const PAGE_SIZE = 100;
const COMMENTS = '/rest/socialActions/{thread}/comments';
/** Stands for any endpoint that identifies the connection's member. */
const ME = 'me';

/**
 * @param now the current time, epoch milliseconds: nothing was created later
 * @param closed sources that aren't requested now
 */
export function commentSourcesOf(
	linkedin: LinkedInClient,
	now: () => number,
	closed: ClosedSources,
): Sources {
	const attempt = attemptOpen(linkedin, closed, now);
	async function ask<T>(request: RestliRequest, read: (body: unknown) => T, of?: string): Promise<Answer<T>> {
		const result = await attempt(of)<unknown>(request);
		if (!result.ok) return { ok: false, fault: faultOf(result.error) };
		return readAnswer(() => read(result.reply.body));
	}

	/**
	 * @param what its elements are, in the plural, for the log
	 * @param of the page in question
	 */
	async function page<T>(request: RestliRequest, start: number, what: string, read: ReadOne<T>, of?: string) {
		const query = { ...request.query, start, count: PAGE_SIZE };
		const readPage = (body: unknown) => {
			const reply = pageReply(body, `${request.restliMethod} ${request.path}`);
			const elements = linkedin.elements.read(reply.elements, read, what);
			const total = reply.paging?.total;
			return {
				elements,
				size: reply.elements.length,
				...furtherBehind(reply, start),
				// LinkedIn sends -1 if it doesn't count.
				total: total !== undefined && total >= 0 ? total : undefined,
			};
		};
		return await ask({ ...request, query }, readPage, of);
	}

	/** One entity, if it can be read. */
	async function one<T>(request: RestliRequest, read: (body: Entity) => T | Unreadable): Promise<Answer<T>> {
		return found(
			await ask(request, (body) => {
				const value = isEntity(body) ? read(body) : undefined;
				return value instanceof Unreadable ? undefined : value;
			}),
		);
	}

	/** A batch may succeed as a whole but refuse every entity in it: then the page is refused. */
	async function batch<T>(
		request: RestliRequest,
		what: string,
		read: (value: Entity, key: string) => T | undefined | Unreadable,
	): Promise<Answer<Map<string, T>>> {
		const answer = await ask(request, (body) => decodeBatch<unknown>(body));
		if (!answer.ok) return answer;
		const values = new Map<string, T>();
		let refusal: string | undefined;
		for (const [key, { status, value, message }] of answer.value) {
			if (value === undefined) {
				if (status === 403) refusal = message ?? 'Status 403';
				continue;
			}
			for (const entity of linkedin.elements.read<T>([value], (body) => read(body, key), what)) {
				values.set(key, entity);
			}
		}
		if (values.size > 0 || refusal === undefined) return { ok: true, value: values };
		return { ok: false, fault: { kind: 'refused', message: refusal } };
	}

	return {
		async notifications(organizationalEntity, actions, fromMs, toMs, start) {
			const query = {
				q: 'criteria',
				organizationalEntity,
				actions,
				timeRange: { start: fromMs, end: toMs },
			};
			const path = '/rest/organizationalEntityNotifications';
			const what = `notifications of ${organizationalEntity}`;
			const request: RestliRequest = { restliMethod: 'FINDER', path, query };
			const read = (event: unknown) => notificationFrom(event, now());
			const found = await page(request, start, what, read, organizationalEntity);
			return map(found, ({ elements, next, isGuess, leadsBack }) => ({
				told: elements,
				next,
				isGuess,
				leadsBack,
			}));
		},
		async counts(posts) {
			const path = '/rest/socialMetadata';
			const request: RestliRequest = { restliMethod: 'BATCH_GET', path, query: { ids: posts } };
			return await batch(request, 'comment counts', countsFrom);
		},
		async shares(organizationalEntity, posts) {
			const query = {
				q: 'organizationalEntity',
				organizationalEntity,
				...listed('shares', posts, isShare),
				...listed('ugcPosts', posts, (urn) => !isShare(urn)),
			};
			const path = '/rest/organizationalEntityShareStatistics';
			const request: RestliRequest = { restliMethod: 'FINDER', path, query };
			return await ask(
				request,
				(body) => {
					const read = linkedin.elements.read(
						elementsIn(body),
						sharesFrom,
						`statistics of ${organizationalEntity}`,
					);
					return new Map(read.map(({ urn, shares }) => [urn, shares]));
				},
				organizationalEntity,
			);
		},
		async comments(thread, start) {
			const request: RestliRequest = { restliMethod: 'GET_ALL', path: COMMENTS, keys: { thread } };
			const read = (comment: Entity) => commentFrom(comment, thread, now());
			return map(await page(request, start, `comments of ${thread}`, read), (found) => ({
				comments: found.elements,
				unread: found.size - found.elements.length,
				next: found.next,
				isGuess: found.isGuess,
				total: found.total,
			}));
		},
		async commentsById(activity, ids) {
			const keys = { thread: activity };
			const request: RestliRequest = { restliMethod: 'BATCH_GET', path: COMMENTS, keys, query: { ids } };
			const read = (comment: Entity, id: string) => commentFrom(comment, activity, now(), id);
			return await batch(request, `comments of ${activity}`, read);
		},
		async comment(activity, id) {
			const keys = { thread: activity, id };
			const request: RestliRequest = { restliMethod: 'GET', path: `${COMMENTS}/{id}`, keys };
			return await one(request, (body) => commentFrom(body, activity, now(), id));
		},
		async latestPosts(author, start) {
			const query = { q: 'author', author, sortBy: 'CREATED' };
			const request: RestliRequest = { restliMethod: 'FINDER', path: '/rest/posts', query };
			const read = (post: Entity) => postFrom(post, now());
			const found = await page(request, start, `posts of ${author}`, read, author);
			return map(found, ({ elements, next, isGuess }) => ({ posts: elements, next, isGuess }));
		},
		async post(urn) {
			const request: RestliRequest = { restliMethod: 'GET', path: '/rest/posts/{urn}', keys: { urn } };
			return await one(request, (body) => postFrom(body, now()));
		},
		async people(urns) {
			const ids = urns.map(personKey);
			const request: RestliRequest = { restliMethod: 'BATCH_GET', path: '/rest/people', query: { ids } };
			const byId = new Map(urns.map((urn) => [urn.slice(urn.lastIndexOf(':') + 1), urn]));
			const read = (body: Entity, key: string) => {
				const urn = byId.get(personIdIn(key, body));
				const name = urn === undefined ? null : readPerson(body, urn).name;
				return urn === undefined || name === null ? undefined : { urn, name };
			};
			return map(await batch(request, 'people', read), (found) => {
				return new Map([...found.values()].map(({ urn, name }) => [urn, name]));
			});
		},
		async person(urn) {
			const keys = { person: personKey(urn) };
			const request: RestliRequest = { restliMethod: 'GET', path: '/rest/people/{person}', keys };
			return await ask(request, (body) => readPerson(body, urn).name);
		},
		async managedPages(start) {
			const query = { q: 'roleAssignee', state: 'APPROVED' };
			const request: RestliRequest = { restliMethod: 'FINDER', path: '/rest/organizationAcls', query };
			const found = await page(request, start, 'roles on pages', readablePageFrom);
			return map(found, ({ elements, size, next, isGuess }) => ({
				urns: elements,
				others: size - elements.length,
				next,
				isGuess,
			}));
		},
		async pageByName(vanityName) {
			const query = { q: 'vanityName', vanityName };
			return await ask({ restliMethod: 'FINDER', path: '/rest/organizations', query }, (body) => {
				const id = elementsIn(body).flatMap((page) => readOrganization(page).id ?? [])[0];
				return id === undefined ? undefined : organizationUrn(id);
			});
		},
		leftOut: () => linkedin.elements.leftOut(),
		sent: () => linkedin.sent,
		async me() {
			const standing = closed.standing(ME, now());
			if (standing) return { ok: false, fault: faultOf(standing) };
			const me = await settled(async () => (await linkedin.me()).urn);
			if (me.ok) return me;
			if (me.failure instanceof LinkedInError) closed.note(ME, me.failure, now());
			return { ok: false, fault: faultOf(me.failure) };
		},
	};
}

/** Where a page of 100 continues; if LinkedIn doesn't say, a short page may or may not be the last. */
export function furtherBehind(reply: PageReply, start: number): Further {
	const step = nextStep(reply, { start, count: PAGE_SIZE });
	// Followed by count, and only as long as a page has something new: a link alone may never end.
	if (step.kind === 'sameLink' && 'start' in step.behind) {
		return { next: step.behind.start, isGuess: true, leadsBack: true };
	}
	if (step.kind !== 'more' || !('start' in step.position)) return { next: undefined, isGuess: false };
	return { next: step.position.start, isGuess: !step.isTold && step.isShort };
}

const isShare = (urn: string) => urn.startsWith('urn:li:share:');

function listed(name: string, urns: string[], which: (urn: string) => boolean): Record<string, string[]> {
	const some = urns.filter(which);
	return some.length > 0 ? { [name]: some } : {};
}

function map<T, U>(answer: Answer<T>, change: (value: T) => U): Answer<U> {
	return answer.ok ? { ok: true, value: change(answer.value) } : answer;
}

/** A response without what was requested counts as not found. */
function found<T>(answer: Answer<T | undefined>): Answer<T> {
	if (!answer.ok) return answer;
	if (answer.value !== undefined) return { ok: true, value: answer.value };
	return {
		ok: false,
		fault: { kind: 'gone', message: "LinkedIn's response doesn't contain what was requested." },
	};
}
