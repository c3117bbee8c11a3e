import type { IDataObject } from 'n8n-workflow';

import { operation, type Call } from '../../define';
import { DOCS } from '../../docs';
import type { Result } from '../../../transport';
import { DEFAULT_MAX_WAIT_MS } from '../../../transport/retry';
import { deliver, readAnswers, type Delivered, type Sent } from '../deliver';
import { CAMPAIGN_MANAGER } from '../scopes';
import { AUDIENCE_SCOPES, audienceField, audienceOf } from './fields';
import { memberFields, memberOf, type MemberType } from './member';

/** LinkedIn publishes no maximum. */
const MOST_MEMBERS_A_BATCH = 1000;
/** LinkedIn shows a new audience after five seconds at the least; one to two minutes were seen. */
const WAITS_FOR_NEW_MS = [2_000, 3_000, 5_000, 10_000, 20_000, 40_000];

const PATHS: Record<MemberType, string> = {
	COMPANY: '/rest/dmpSegments/{id}/companies',
	USER: '/rest/dmpSegments/{id}/users',
};

export const addMembers = operation({
	value: 'addMembers',
	name: 'Add Members',
	action: 'Add members to an audience',
	description:
		'Add contacts or companies to an audience, or remove them, an item each. The members of all items go together, up to 1,000 in one call; each item says what became of its member. A new audience is waited for.',
	docs: DOCS.audienceUsers,
	access: 'write',
	scopes: AUDIENCE_SCOPES,
	accountRole: CAMPAIGN_MANAGER,
	routing: { restliMethod: 'BATCH_CREATE', path: PATHS.USER },
	collects: true,
	fields: [audienceField, ...memberFields],
	async execute(call) {
		const id = audienceOf(call);
		const { type, member } = memberOf(call);
		const { error } = await call.linkedin.collect<IDataObject, Delivered>(member, {
			key: `members of ${id} ${type}`,
			most: MOST_MEMBERS_A_BATCH,
			work: async (members) => {
				const sendThese = async (some: IDataObject[]) => await sendSome(call, PATHS[type], id, some);
				return (await deliver(members, sendThese, () => id)).outcomes;
			},
		});
		if (error) throw error;
		return [{ urn: null, url: null, audience: id, sent: true, action: member.action }];
	},
});

async function sendSome(
	{ linkedin, parameter }: Call,
	path: string,
	id: string,
	members: IDataObject[],
): Promise<Sent> {
	const send = async (): Promise<Result<unknown>> =>
		await linkedin.attempt<unknown>({
			restliMethod: 'BATCH_CREATE',
			path,
			keys: { id },
			body: { elements: members },
			// Adding or removing the same member once more changes nothing.
			isRepeatable: true,
		});
	const { maxWait = DEFAULT_MAX_WAIT_MS / 1000 } = parameter<{ maxWait?: number }>('options', {});
	let leftMs = maxWait * 1000;
	let result = await send();
	for (const waitMs of WAITS_FOR_NEW_MS) {
		leftMs -= waitMs;
		if (result.ok || result.error.details.status !== 404 || leftMs < 0) break;
		await linkedin.pause(waitMs);
		result = await send();
	}
	if (!result.ok) return { ok: false, error: result.error };
	return readAnswers(result.reply.body, members.length, 'member');
}
