/** The fields of posts and comments take what the comment trigger outputs, whole or in part, as an expression has it. */
import type { IDataObject, INodeParameters } from 'n8n-workflow';

import { connectTo } from '../../engine/connection';
import { runNode } from '../../engine/run';
import { comment, letPass, simulateForEachTest, simulator, trigger } from './triggers/comments/watchedPost';

simulateForEachTest();

/** A reply, so that the item has all its parts. */
async function emitted(): Promise<CommentItem> {
	const above = comment('Remote too?');
	const { poll } = trigger();
	await poll();
	letPass(60_000);
	comment('Yes, anywhere?', { parent: above.urn, actor: 'bob' });
	letPass(60_000);
	const outputs = await poll();
	expect(outputs?.[0]).toHaveLength(1);
	return outputs?.[0][0].json as CommentItem;
}

type CommentItem = IDataObject & {
	comment: { urn: string; id: string };
	post: { urn: string; activity: string };
	parent: { urn: string };
};

const ME = { __rl: true, mode: 'list', value: 'me' };
const PAGE = { __rl: true, mode: 'id', value: '2414183' };

/** A field, and what it takes of a whole item. */
const fields: Array<[operation: string, field: string, takes: 'comment' | 'post', more: INodeParameters]> = [
	['comment:get', 'comment', 'comment', {}],
	['comment:getMany', 'entity', 'comment', { returnAll: true }],
	['comment:create', 'targetPost', 'post', { actor: PAGE, text: 'Welcome!' }],
	['comment:reply', 'comment', 'comment', { actor: PAGE, text: 'Yes!' }],
	['comment:update', 'comment', 'comment', { actor: ME, text: 'Edited' }],
	['comment:delete', 'comment', 'comment', { actor: PAGE }],
	['reaction:create', 'entity', 'comment', { reactor: PAGE, reactionType: 'LIKE' }],
	['reaction:get', 'entity', 'comment', { reactor: PAGE }],
	['reaction:getMany', 'entity', 'comment', { returnAll: true }],
	['reaction:delete', 'entity', 'comment', { reactor: PAGE }],
	['engagement:get', 'entities', 'comment', {}],
	['engagement:setCommentsState', 'targetPost', 'post', { author: PAGE, commentsState: 'OPEN' }],
	['post:get', 'post', 'post', {}],
	['legacyPost:get', 'post', 'post', {}],
	['post:update', 'post', 'post', { updateFields: { text: 'Edited' } }],
	['post:create', 'reshareOf', 'post', { author: PAGE, contentType: 'reshare', text: 'Look' }],
];

/** The item as it is, and in the ways it's usually passed on. An AI agent fills a field with text or with JSON. */
const wholes: Array<[name: string, value: string, items: (item: CommentItem) => IDataObject[]]> = [
	['the item', '={{ $json }}', (item) => [item]],
	["the trigger's item, from a node further on", "={{ $('Start').item.json }}", (item) => [item]],
	['the item as text', '={{ JSON.stringify($json) }}', (item) => [item]],
	["an agent's JSON", "={{ $fromAI('given', 'The comment', 'json') }}", (item) => [{ given: item }]],
	["an agent's text", "={{ $fromAI('given') }}", (item) => [{ given: JSON.stringify(item) }]],
];

/** What the requests name, in the URL or in the body. */
const namedIn = (from: number) =>
	simulator.requests
		.slice(from)
		.map(({ url, body }) => `${decodeURIComponent(decodeURIComponent(url))} ${body}`);

/** As a whole, and in the path of a comment. */
const waysToName = (urn: string) => [urn, urn.replace(/^urn:li:comment:\((.+),(\d+)\)$/, '$1/comments/$2')];

async function run(operation: string, given: INodeParameters, items: IDataObject[]) {
	const [resource, name] = operation.split(':');
	const before = simulator.requests.length;
	const { error, outputs } = await runNode({
		node: 'linkedInCommunity',
		parameters: { authentication: 'oAuth2', resource, operation: name, ...given },
		credentials: connectTo(simulator, { member: 'ada' }),
		items,
	});
	return { error, outputs, named: namedIn(before) };
}

const isNamed = (named: string[], urn: string) =>
	named.some((request) => waysToName(urn).some((way) => request.includes(way)));

test.each(fields)('%s, %s takes the %s of a whole item', async (operation, field, takes, more) => {
	const item = await emitted();
	const offenders: string[] = [];
	for (const [name, value, itemsOf] of wholes) {
		for (const placed of [value, { __rl: true, mode: 'id', value }]) {
			const { error, named } = await run(operation, { ...more, [field]: placed }, itemsOf(item));
			if (!isNamed(named, item[takes].urn)) offenders.push(`${name}: ${error?.message ?? named.join()}`);
		}
	}
	expect(offenders).toEqual([]);
});

test.each([
	['reaction:create', 'entity', { reactor: PAGE, reactionType: 'LIKE' }],
	['comment:getMany', 'entity', { returnAll: true }],
	['comment:create', 'targetPost', { actor: PAGE, text: 'Thank you!' }],
])('%s, %s takes the post of an item without a comment', async (operation, field, more) => {
	const { post } = await emitted();
	const item = { event: 'newReaction', post, actor: { urn: null }, reaction: { type: 'PRAISE' } };
	const { error, named } = await run(operation, { ...more, [field]: '={{ $json }}' }, [item]);
	expect(error).toBeUndefined();
	expect(isNamed(named, post.urn)).toBe(true);
});

describe('a part of the item', () => {
	const parts: Array<[field: string, value: string, urnOf: (item: CommentItem) => string]> = [
		['comment:get comment', '={{ $json.comment }}', (item) => item.comment.urn],
		['comment:get comment', '={{ $json.comment.urn }}', (item) => item.comment.urn],
		['comment:get comment', '={{ $json.comment.url }}', (item) => item.comment.urn],
		['comment:get comment', '={{ $json.parent }}', (item) => item.parent.urn],
		['comment:getMany entity', '={{ $json.comment }}', (item) => item.comment.urn],
		['comment:getMany entity', '={{ $json.parent }}', (item) => item.parent.urn],
		['comment:getMany entity', '={{ $json.post }}', (item) => item.post.urn],
		['comment:getMany entity', '={{ $json.post.activity }}', (item) => item.post.activity],
		['engagement:get entities', '={{ $json.post }}', (item) => item.post.urn],
		['post:get post', '={{ $json.post }}', (item) => item.post.urn],
	];

	test.each(parts)('%s: %s', async (id, value, urnOf) => {
		const item = await emitted();
		const [operation, field] = id.split(' ');
		const { error, named } = await run(operation, { [field]: value }, [item]);
		expect(error).toBeUndefined();
		expect(isNamed(named, urnOf(item))).toBe(true);
	});

	test('several items are read together', async () => {
		const item = await emitted();
		const { error, outputs } = await run('comment:get', { comment: '={{ [$json, $json.parent] }}' }, [item]);
		expect(error).toBeUndefined();
		expect(outputs[0].map(({ json }) => json.urn)).toEqual([item.comment.urn, item.parent.urn]);
	});

	test('what one of our operations returned is taken in the same way', async () => {
		const item = await emitted();
		const { outputs } = await run('comment:get', { comment: '={{ $json }}' }, [item]);
		const [{ json }] = outputs[0];
		const { error, named } = await run('comment:delete', { comment: '={{ $json }}', actor: PAGE }, [json]);
		expect(error).toBeUndefined();
		expect(isNamed(named, item.comment.urn)).toBe(true);
	});
});

describe('anything else is one error, before any call', () => {
	const TEXT = { actor: PAGE, text: 'Yes!' };
	const wrong: Array<[id: string, value: string, message: RegExp, advice: RegExp]> = [
		[
			'comment:reply comment',
			'={{ $json.post }}',
			/"urn:li:share:\d+" is a URN of the type "share"/,
			/a comment/,
		],
		['comment:reply comment', '={{ $json.actor }}', /is a URN of the type "person"/, /a comment/],
		['comment:reply comment', '={{ $json.comment.id }}', /is only a number/, /Give the whole comment URN/],
		['comment:reply comment', '={{ $json.comment.text }}', /"Yes, anywhere\?" is not a comment/, /a comment/],
		[
			'comment:reply comment',
			"={{ ({ text: 'Hi' }) }}",
			/Comment must be text, not an object/,
			/single value/,
		],
		[
			'comment:reply comment',
			'={{ ({ comment: {} }) }}',
			/Comment must be text, not an object/,
			/single value/,
		],
		['comment:reply comment', '={{ ({ urn: 7 }) }}', /Comment must be text, not an object/, /single value/],
		['comment:reply comment', '={{ [$json] }}', /Comment must be text, not a list/, /single value/],
		['comment:reply comment', '{"text":"Hi"}', /"\{"text":"Hi"\}" is not a comment/, /a comment/],
		['comment:reply comment', '{"comment":', /"\{"comment":" is not a comment/, /a comment/],
		[
			'comment:create targetPost',
			'={{ $json.comment }}',
			/is a comment, not a post/,
			/Its post is urn:li:activity/,
		],
		[
			'comment:create targetPost',
			'={{ ({ post: null }) }}',
			/Post must be text, not an object/,
			/single value/,
		],
	];

	test.each(wrong)('%s: %s', async (id, value, message, advice) => {
		const item = await emitted();
		const [operation, field] = id.split(' ');
		for (const given of [value, { __rl: true, mode: 'id', value }]) {
			const { error, named } = await run(operation, { ...TEXT, [field]: given }, [item]);
			expect(error?.message).toMatch(message);
			expect(error?.description).toMatch(advice);
			expect(named).toEqual([]);
		}
	});
});
