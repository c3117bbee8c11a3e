import type { IDataObject } from 'n8n-workflow';

import { operation, type Call } from '../../define';
import { DOCS } from '../../docs';
import { entriesOf } from '../../fields';
import type { LinkedInError } from '../../../transport/errors';
import { InputError } from '../../../transport/inputError';
import { batchKey, decodeBatch } from '../../../transport/restli/decode';
import { parsePost, postUrl } from '../../../transport/restli/urn';
import { resolveActivity } from './activity';
import { presentPost, readPost } from './entity';

const POSTS_A_BATCH = 100;

export const get = operation({
	value: 'get',
	name: 'Get',
	action: 'Get one or many posts by URN or URL',
	description:
		'Read one or several posts by URN or link. Works for posts of company pages; posts of members need r_member_social, which LinkedIn does not grant.',
	docs: DOCS.posts,
	access: 'read',
	scopes: { member: ['r_member_social'], page: ['r_organization_social'] },
	role: 'any role that may post',
	routing: { restliMethod: 'GET', path: '/rest/posts/{post}' },
	fields: [
		{
			displayName: 'Post',
			name: 'post',
			type: 'string',
			required: true,
			default: '',
			placeholder: 'e.g. https://www.linkedin.com/feed/update/urn:li:share:7045020441609936898',
			description:
				'URN, link or activity number of the post; several separated by commas. Only posts of company pages can be read.',
		},
	],
	async execute(call) {
		const entries = entriesOf(call.parameter<unknown>('post', ''), 'Post');
		if (entries.length === 0) {
			throw new InputError(
				'Post',
				'Post is empty',
				'Give a URN or link, e.g. urn:li:share:7045020441609936898.',
			);
		}
		const posts = entries.map((entry) => parsePost(entry, 'Post'));
		if (posts.length === 1) return [await getOne(call, posts[0].urn)];
		const urns: string[] = [];
		for (const { urn, type } of posts) {
			urns.push(type === 'activity' ? await resolveActivity(call.linkedin, urn, 'Post') : urn);
		}
		return await getBatch(call, urns);
	},
});

/** An activity is tried as it is once; LinkedIn documents only share and ugcPost here. */
async function getOne(call: Call, urn: string): Promise<IDataObject> {
	const result = await call.linkedin.attempt<unknown>({ ...call.routing, keys: { post: urn } });
	if (result.ok) return presentPost(readPost(result.reply.body), urn, call.simplify);
	const mayBeActivity =
		urn.startsWith('urn:li:activity:') && [400, 404].includes(result.error.details.status ?? 0);
	if (!mayBeActivity) throw result.error;
	const post = await resolveActivity(call.linkedin, urn, 'Post');
	const reply = await call.linkedin.request<unknown>({ ...call.routing, keys: { post } });
	return presentPost(readPost(reply.body), post, call.simplify);
}

/** One call a batch; the Development tier refuses batches, then one call a post. */
async function getBatch(call: Call, urns: string[]): Promise<IDataObject[]> {
	const items: IDataObject[] = [];
	for (let start = 0; start < urns.length; start += POSTS_A_BATCH) {
		const ids = urns.slice(start, start + POSTS_A_BATCH);
		const batch =
			call.linkedin.connection.tier === 'development'
				? undefined
				: await call.linkedin.attempt<object>({
						restliMethod: 'BATCH_GET',
						path: '/rest/posts',
						query: { ids },
					});
		if (batch?.ok) {
			const found = decodeBatch<unknown>(batch.reply.body);
			items.push(
				...ids.map((urn) => {
					const entry = found.get(batchKey(urn));
					return entry?.value
						? presentPost(readPost(entry.value), urn, call.simplify)
						: missing(urn, entry?.status ?? 404, entry?.message);
				}),
			);
			continue;
		}
		if (batch && !isBatchRefused(batch.error)) throw batch.error;
		for (const urn of ids) items.push(await getSingle(call, urn));
	}
	return items;
}

async function getSingle(call: Call, urn: string): Promise<IDataObject> {
	const result = await call.linkedin.attempt<unknown>({ ...call.routing, keys: { post: urn } });
	if (result.ok) return presentPost(readPost(result.reply.body), urn, call.simplify);
	const { status } = result.error.details;
	if (status === 403 || status === 404) return missing(urn, status, result.error.message);
	throw result.error;
}

function isBatchRefused(error: LinkedInError): boolean {
	return [400, 403, 404, 405].includes(error.details.status ?? 0);
}

/** A post that LinkedIn does not show stays in its place, with the reason. */
function missing(urn: string, status: number, reason: string | undefined): IDataObject {
	return {
		urn,
		url: postUrl(urn),
		found: false,
		status,
		reason: reason ?? 'LinkedIn finds nothing there, or does not show it to this connection',
	};
}
