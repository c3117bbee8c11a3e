import { DEFAULT_MAX_WAIT_MS } from '../../../transport/limits/retry';
import { counted } from '../../../transport/text/counted';
import type { Result } from '../../../transport/types';
import { DOCS } from '../../docs';
import { operation, type Call, type Plan } from '../../operation';
import { isList, readList, sendList } from '../fields/listInput';
import { bisectBatch, readAnswers, type Delivered, type Sent } from '../requests/bisectBatch';
import { CAMPAIGN_MANAGER } from '../scopes';
import { audienceField, audienceOf, MEMBER_SCOPES } from './fields';
import {
	memberFields,
	memberOf,
	MEMBERS,
	memberTypeOf,
	memberValues,
	type Member,
	type MemberType,
} from './member';

/** LinkedIn documents no maximum. */
const MOST_MEMBERS_A_BATCH = 1000;
/** LinkedIn shows a new audience after at least five seconds; one to two minutes have been observed. */
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
		'Add contacts or companies to an audience or remove them: one per item, or a list in one item. Members of all items are sent together, up to 1,000 per call, with the result for each as an item. Waits until a new audience is ready.',
	docs: DOCS.audienceUsers,
	access: 'write',
	scopes: MEMBER_SCOPES,
	accountRole: CAMPAIGN_MANAGER,
	routing: { restliMethod: 'BATCH_CREATE', path: PATHS.USER },
	collects: true,
	fields: [audienceField, ...memberFields],
	async execute(call) {
		const audience = audienceOf(call);
		const type = memberTypeOf(call.parameter<unknown>('memberType', 'USER'));
		const action = call.parameter<unknown>('action', 'ADD');
		const send = async (members: Member[]) => await sendTogether(call, audience, type, members);
		const itemOf = (member: Member | undefined) => ({
			audience,
			sent: true,
			action: member?.action ?? null,
		});
		if (isList(call)) {
			const given = call.parameter<unknown>('members', '[]');
			const members = readList(given, MEMBERS, memberValues(type), (row) =>
				memberOf(type, { action, ...row }),
			);
			call.plan(() =>
				planOf(
					audience,
					members.flatMap((entry) => (entry.ok ? [entry.value] : [])),
				),
			);
			return await sendList(members, send, itemOf);
		}
		const given = memberValues(type).map(({ name }) => [name, call.parameter<unknown>(name, '')]);
		const member = memberOf(type, Object.fromEntries(given));
		call.plan(() => planOf(audience, [member]));
		const [{ error }] = await send([member]);
		if (error) throw error;
		return [itemOf(member)];
	},
});

/** Members of other items go in the same call. */
function planOf(audience: string, members: Member[]): Plan {
	const added = members.filter(({ action }) => action === 'ADD').length;
	const removed = members.length - added;
	return {
		steps: [
			...(added > 0 ? [`Add ${counted(added, 'member')} to audience ${audience}`] : []),
			...(removed > 0 ? [`Remove ${counted(removed, 'member')} from audience ${audience}`] : []),
		],
		calls: Math.ceil(members.length / MOST_MEMBERS_A_BATCH),
	};
}

async function sendTogether(
	call: Call,
	id: string,
	type: MemberType,
	members: Member[],
): Promise<Delivered[]> {
	return await call.linkedin.coalesce<Member, Delivered>(members, {
		key: `members of ${id} ${type}`,
		most: MOST_MEMBERS_A_BATCH,
		work: async (all) => {
			const sendThese = async (some: Member[]) => await sendSome(call, PATHS[type], id, some);
			return (await bisectBatch(all, sendThese, () => id)).outcomes;
		},
	});
}

async function sendSome(
	{ linkedin, parameter }: Call,
	path: string,
	id: string,
	members: Member[],
): Promise<Sent> {
	const send = async (): Promise<Result<unknown>> =>
		await linkedin.attempt<unknown>({
			restliMethod: 'BATCH_CREATE',
			path,
			keys: { id },
			body: { elements: members },
			// Adding or removing the same member again changes nothing.
			isRepeatable: true,
		});
	const { maxWait = DEFAULT_MAX_WAIT_MS / 1000 } = parameter<{ maxWait?: number }>('options', {});
	let leftMs = maxWait * 1000;
	let result = await send();
	for (const waitMs of WAITS_FOR_NEW_MS) {
		leftMs -= waitMs;
		if (result.ok || result.error.details.status !== 404 || leftMs < 0) break;
		await linkedin.sleep(waitMs);
		result = await send();
	}
	if (!result.ok) return { ok: false, error: result.error };
	const { body } = result.reply;
	// LinkedIn responds like this if it accepted all of them.
	if (isEmptyList(body)) return { ok: true, refusals: new Map() };
	return readAnswers(body, members.length, 'member');
}

function isEmptyList(body: unknown): boolean {
	const elements = (body as { elements?: unknown } | null | undefined)?.elements;
	return Array.isArray(elements) && elements.length === 0;
}
