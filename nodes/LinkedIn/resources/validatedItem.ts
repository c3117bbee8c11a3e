/** The item of an operation that Validate Only stopped: what it would have done. */
import type { IDataObject } from 'n8n-workflow';

import { AREAS, type Need } from '../transport/policy/areas';
import { VALIDATE_ONLY, type HeldBack, type ValidateOnlyStop } from '../transport/policy/validateOnly';
import { counted } from '../transport/text/counted';
import type { LinkedInClient } from '../transport/types';
import type { Operation, Plan, Resource } from './operation';

/**
 * @param need what the operation takes of an access policy; none if every policy allows it
 * @param own the operation's plan, if it has one
 */
export function validatedItem(
	{ resource, operation }: { resource: Resource; operation: Operation },
	[need]: Need[],
	stop: ValidateOnlyStop,
	linkedin: Pick<LinkedInClient, 'tooFewCalls' | 'unseen'>,
	own?: Plan,
): IDataObject {
	const access = need?.access ?? 'read';
	const general = { steps: [operation.action], calls: access === 'read' ? 0 : 1 };
	const { steps, calls, lookUps = 0, toUploadHost = 0, details = {} }: Plan = own ?? general;
	const { notice, ...more } = details;
	const allCalls = calls + Math.max(lookUps, stop.reads + (stop.isRead ? 1 : 0));
	const tooFew = linkedin.tooFewCalls(stop.request, allCalls - toUploadHost);
	const notices = [notice, ...noticesOf(stop), ...noticesOfUnseen(linkedin.unseen), tooFew?.notice].filter(
		(text) => text !== undefined,
	);
	return {
		valid: true,
		sent: false,
		// Early, where a table shows it without scrolling.
		steps,
		operation: `${resource.name}: ${operation.name}`,
		area: need ? AREAS[need.area] : null,
		access,
		scopes: [...stop.scopes],
		calls: allCalls,
		...more,
		...(tooFew && { retryAt: tooFew.retryAt }),
		request: stop.isRead ? null : requestOf(stop.request),
		notice: notices.join(' '),
	};
}

function noticesOfUnseen(unseen: ReadonlySet<string>): string[] {
	if (unseen.size === 0) return [];
	const [are, files, them] =
		unseen.size === 1 ? ['was', 'the file is', 'it'] : ['were', 'the files are', 'them'];
	return [
		`${[...unseen].join(', ')} ${are} not fetched, so ${files} not checked. Choose With Reads to check ${them} too.`,
	];
}

function requestOf({ method, path, body }: HeldBack): IDataObject {
	return { method, path, body: (body as IDataObject | undefined) ?? null };
}

function noticesOf({ isRead, reads, request }: ValidateOnlyStop): string[] {
	const apart = reads === 0 ? '' : `, apart from ${counted(reads, 'call')} to read`;
	const sent = `${VALIDATE_ONLY}: nothing was sent to LinkedIn${apart}.`;
	if (!isRead) return [sent];
	return [
		sent,
		`${request.endpoint} was not read, so what depends on its answer is not checked. Choose With Reads to check it too.`,
	];
}
