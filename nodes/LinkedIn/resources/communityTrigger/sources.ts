/** The calls behind the comment trigger: what its logic asks for, put to LinkedIn through the one transport. */
import type { LinkedIn, RestliRequest } from '../../transport';
import { LinkedInError } from '../../transport/errors';
import { nextPosition, type PageReply } from '../../transport/paginate';
import { decodeBatch } from '../../transport/restli/decode';
import type { Answer, Comment, Counts, Fault, Sources } from '../../triggers/sources';
import { commentFrom, countsFrom, eventFrom, postFrom, readablePageFrom } from './replies';

/** LinkedIn documents no maximum for comments and notifications; its other lists take 100. */
const PAGE_SIZE = 100;
const COMMENTS = '/rest/socialActions/{thread}/comments';

/** @param includeOwn also asks the feed for comments that the page itself made */
export function sourcesOf(linkedin: LinkedIn, includeOwn: boolean): Sources {
	const actions = ['COMMENT', 'COMMENT_DELETE', ...(includeOwn ? ['ADMIN_COMMENT'] : [])];

	async function ask<T>(request: RestliRequest, read: (body: object) => T): Promise<Answer<T>> {
		const result = await linkedin.attempt<object>(request);
		if (!result.ok) return { ok: false, fault: faultOf(result.error) };
		return { ok: true, value: read(result.reply.body ?? {}) };
	}

	async function page<T>(request: RestliRequest, start: number, read: (element: unknown) => T | undefined) {
		const query = { ...request.query, start, count: PAGE_SIZE };
		return await ask({ ...request, query }, (body) => {
			const reply = body as PageReply;
			const next = nextPosition(reply, { start, count: PAGE_SIZE });
			return {
				elements: (reply.elements ?? [])
					.map(read)
					.filter((element): element is T & {} => element !== undefined),
				next: next && 'start' in next ? next.start : undefined,
				total: reply.paging?.total,
			};
		});
	}

	return {
		async notifications(organizationalEntity, fromMs, toMs, start) {
			const query = { q: 'criteria', organizationalEntity, actions, timeRange: { start: fromMs, end: toMs } };
			const path = '/rest/organizationalEntityNotifications';
			return map(await page({ restliMethod: 'FINDER', path, query }, start, eventFrom), (found) => ({
				events: found.elements,
				next: found.next,
			}));
		},
		async counts(posts) {
			const request: RestliRequest = {
				restliMethod: 'BATCH_GET',
				path: '/rest/socialMetadata',
				query: { ids: posts },
			};
			return unlessAllRefused(await ask(request, (body) => decodeBatch<unknown>(body)), (value) =>
				countsFrom(value),
			);
		},
		async comments(thread, start) {
			const request: RestliRequest = { restliMethod: 'GET_ALL', path: COMMENTS, keys: { thread } };
			return map(await page(request, start, (element) => commentFrom(element, thread)), (found) => ({
				comments: found.elements,
				next: found.next,
				total: found.total,
			}));
		},
		async commentsById(activity, ids) {
			const request: RestliRequest = {
				restliMethod: 'BATCH_GET',
				path: COMMENTS,
				keys: { thread: activity },
				query: { ids },
			};
			return unlessAllRefused(await ask(request, (body) => decodeBatch<unknown>(body)), (value) =>
				commentFrom(value, activity),
			);
		},
		async comment(activity, id) {
			const keys = { thread: activity, id };
			const request: RestliRequest = { restliMethod: 'GET', path: `${COMMENTS}/{id}`, keys };
			return found(await ask(request, (body) => commentFrom(body, activity)));
		},
		async latestPosts(author, start) {
			const query = { q: 'author', author, sortBy: 'CREATED' };
			return map(
				await page({ restliMethod: 'FINDER', path: '/rest/posts', query }, start, postFrom),
				(posts) => ({
					posts: posts.elements,
					next: posts.next,
				}),
			);
		},
		async post(urn) {
			return found(await ask({ restliMethod: 'GET', path: '/rest/posts/{urn}', keys: { urn } }, postFrom));
		},
		async managedPages() {
			const query = { q: 'roleAssignee', state: 'APPROVED' };
			const pages = new Set<string>();
			for (let start: number | undefined = 0; start !== undefined;) {
				const request: RestliRequest = { restliMethod: 'FINDER', path: '/rest/organizationAcls', query };
				const some: Answer<{ elements: string[]; next: number | undefined }> = await page(
					request,
					start,
					readablePageFrom,
				);
				if (!some.ok) return some;
				for (const urn of some.value.elements) pages.add(urn);
				start = some.value.next;
			}
			return { ok: true, value: [...pages] };
		},
		async pageByName(vanityName) {
			const query = { q: 'vanityName', vanityName };
			return await ask({ restliMethod: 'FINDER', path: '/rest/organizations', query }, (body) => {
				const id = (body as PageReply<{ id?: number | string }>).elements?.[0]?.id;
				return id === undefined ? undefined : `urn:li:organization:${id}`;
			});
		},
		async me() {
			let failure: unknown;
			try {
				return { ok: true, value: (await linkedin.me()).urn };
			} catch (error) {
				failure = error;
			}
			return { ok: false, fault: faultOf(failure) };
		},
	};
}

function map<T, U>(answer: Answer<T>, change: (value: T) => U): Answer<U> {
	return answer.ok ? { ok: true, value: change(answer.value) } : answer;
}

/** A reply without what was asked for counts as not found. */
function found<T>(answer: Answer<T | undefined>): Answer<T> {
	if (!answer.ok) return answer;
	if (answer.value !== undefined) return { ok: true, value: answer.value };
	return { ok: false, fault: { kind: 'gone', message: 'LinkedIn answered without the thing asked for.' } };
}

/** A batch may succeed as a whole and refuse every entity in it: then the page is refused. */
function unlessAllRefused<T extends Comment | Counts>(
	answer: Answer<ReturnType<typeof decodeBatch<unknown>>>,
	read: (value: unknown) => T | undefined,
): Answer<Map<string, T>> {
	if (!answer.ok) return answer;
	const values = new Map<string, T>();
	let refusal: string | undefined;
	for (const [key, entry] of answer.value) {
		const value = entry.value === undefined ? undefined : read(entry.value);
		if (value) values.set(key, value);
		else if (entry.status === 403) refusal = entry.message ?? 'Status 403';
	}
	if (values.size > 0 || refusal === undefined) return { ok: true, value: values };
	return { ok: false, fault: { kind: 'refused', message: refusal } };
}

/** What kind of trouble an error is for a trigger that can wait. */
export function faultOf(error: unknown): Fault {
	const message =
		error instanceof LinkedInError ? `${error.message}. ${error.details.advice}` : String(error);
	if (!(error instanceof LinkedInError)) return { kind: 'later', message, cause: error };
	const { status, code, retryAt, field } = error.details;
	const fault = { message, cause: error };
	if (status === 401 || status === 426 || ['NONEXISTENT_VERSION', 'NOT_CONNECTED'].includes(code ?? '')) {
		return { ...fault, kind: 'signIn' };
	}
	if (status === 429 && retryAt !== null) return { ...fault, kind: 'quota', untilMs: Date.parse(retryAt) };
	const isGateway = field === 'API Host';
	if (isGateway || status === 429 || status === 408 || status === 409 || (status ?? 0) >= 500) {
		return { ...fault, kind: 'later' };
	}
	if (status === 404) return { ...fault, kind: 'gone' };
	return { ...fault, kind: status === null && code !== 'MISSING_SCOPE' ? 'later' : 'refused' };
}
