/** A page's notifications, as LinkedIn lists them for what wasn't pushed. */
import { createHash } from 'crypto';

import { pageReply } from '../../transport/answers/pageReply';
import type { LinkedInClient, RestliRequest } from '../../transport/types';
import { furtherBehind } from '../comments/commentSources';
import { actionsOf, eventOfAction, type EventName } from '../events/core/event';
import { notificationFrom, type Notification } from '../events/core/notification';
import type { Answer } from '../polling/core/answer';
import { faultOf, readAnswer } from '../polling/core/faultOf';
import type { Found, FoundPage } from './core/pull';

/** LinkedIn documents no maximum; its other lists accept 100. */
const PAGE_SIZE = 100;
const PATH = '/rest/organizationalEntityNotifications';

/** One page of a span. @param span epoch milliseconds */
export async function feedPage(
	linkedin: LinkedInClient,
	page: string,
	events: readonly EventName[],
	{ fromMs, toMs, start }: { fromMs: number; toMs: number; start: number },
): Promise<Answer<FoundPage<Notification>>> {
	const query = {
		q: 'criteria',
		organizationalEntity: page,
		actions: actionsOf(events),
		timeRange: { start: fromMs, end: toMs },
		start,
		count: PAGE_SIZE,
	};
	const request: RestliRequest = { restliMethod: 'FINDER', path: PATH, query };
	const result = await linkedin.attempt<unknown>(request);
	if (!result.ok) return { ok: false, fault: faultOf(result.error) };
	return readAnswer(() => {
		const reply = pageReply(result.reply.body, `FINDER ${PATH}`);
		return {
			found: readNotifications(linkedin, reply.elements, toMs),
			print: createHash('sha256').update(JSON.stringify(reply.elements)).digest('base64'),
			isEmpty: reply.elements.length === 0,
			further: furtherBehind(reply, start),
		};
	});
}

/** Those that can be read and are about an event; the others are left out with a notice. */
export function readNotifications(
	{ elements }: Pick<LinkedInClient, 'elements'>,
	given: readonly unknown[],
	nowMs: number,
): Array<Found<Notification>> {
	return elements
		.read(given, (element) => notificationFrom(element, nowMs), 'notifications')
		.map((value) => ({ id: idOf(value), atMs: value.atMs, value }));
}

/** A comment is new only once, whatever notifies of it. */
function idOf(told: Notification): string {
	const isNewComment = told.kind === 'comment' && eventOfAction(told.action) === 'newComment';
	return isNewComment ? told.commentUrn : told.key;
}
