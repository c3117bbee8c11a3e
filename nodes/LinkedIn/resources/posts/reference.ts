/** A post named by the user. */
import type { IDataObject, INodeProperties } from 'n8n-workflow';

import type { Entity } from '../../transport/answers/readEntity';
import { parsePost } from '../../transport/restli/urns/post';
import { fetchEntity, neededEntity } from '../batchGet';
import { locator, locatorValue, type Locator } from '../fields/locator';
import type { Call } from '../operation';
import { resolveActivity } from './activity';

/**
 * One field for all operations of Post and Old Post: n8n evaluates an expression twice for each field with its name.
 */
export const postField: INodeProperties = postLocator({
	displayName: 'Post',
	name: 'post',
	description:
		"Choose one of your pages' newest posts, or enter the link, URN or activity number of any post. Post: Get accepts several by ID, separated by commas, and reads only posts of Company Pages.",
});

/**
 * The post that a comment goes to, or whose comments are opened and closed. It has another name, because n8n would
 * otherwise evaluate the expressions of both fields.
 */
export const targetPostField: INodeProperties = postLocator({
	displayName: 'Post',
	name: 'targetPost',
	description:
		"Choose one of your pages' newest posts, or enter the link, URN or activity number of any post",
});

/** A post, or a post or comment, whose list shows posts. */
export function postLocator(
	field: Pick<Locator, 'displayName' | 'name' | 'description' | 'isOptional'>,
): INodeProperties {
	return locator({
		...field,
		searchListMethod: 'searchPosts',
		examples: {
			url: 'https://www.linkedin.com/feed/update/urn:li:activity:7094637247890620418',
			id: 'urn:li:share:7045020441609936898',
		},
	});
}

/**
 * Sends the operation's request for the post in the Post field. An activity is tried unchanged once: LinkedIn documents
 * only share and ugcPost as keys, and a refused key changes nothing. Not for DELETE, which LinkedIn answers with success
 * even for a post that doesn't exist.
 * @returns the URN that LinkedIn took
 */
export async function withPost(call: Call, request: { body?: IDataObject }): Promise<string> {
	const { urn, type } = parsePost(locatorValue(call, 'post', 'Post', 'post'), 'Post');
	const what = call.routing.restliMethod === 'DELETE' ? 'Delete' : 'Change';
	call.plan(() => ({ steps: [`${what} ${urn}`], calls: 1 }));
	if (type === 'activity' && call.routing.restliMethod === 'DELETE') {
		const post = await resolveActivity(call.linkedin, urn, 'Post');
		await call.linkedin.request({ ...call.routing, keys: { post } });
		return post;
	}
	const result = await call.linkedin.attempt({ ...call.routing, ...request, keys: { post: urn } });
	if (result.ok) return urn;
	if (type !== 'activity' || ![400, 404].includes(result.error.details.status ?? 0)) throw result.error;
	const post = await resolveActivity(call.linkedin, urn, 'Post');
	await call.linkedin.request({ ...call.routing, ...request, keys: { post } });
	return post;
}

/**
 * Reads one post with the operation's request. An activity is tried as it is once, as in withPost.
 * @returns LinkedIn's entity, and the URN that LinkedIn took
 */
export async function fetchPost(call: Call, urn: string): Promise<{ urn: string; body: Entity }> {
	const request = { ...call.routing, keys: { post: urn } };
	const result = await call.linkedin.attempt<unknown>(request);
	if (result.ok) return { urn, body: neededEntity(result.reply.body, request) };
	const mayBeActivity =
		urn.startsWith('urn:li:activity:') && [400, 404].includes(result.error.details.status ?? 0);
	if (!mayBeActivity) throw result.error;
	const post = await resolveActivity(call.linkedin, urn, 'Post');
	return { urn: post, body: await fetchEntity(call.linkedin, { ...call.routing, keys: { post } }) };
}
