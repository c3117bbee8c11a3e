import type { IDataObject } from 'n8n-workflow';

import { readMany, type BatchResult } from '../../../transport/answers/batch';
import type { Entity } from '../../../transport/answers/readEntity';
import { parseComment, type CommentRef } from '../../../transport/restli/urns/comment';
import { commentUrl } from '../../../transport/restli/urns/url';
import { batchItemOf, fetchEntity, requiredEntries } from '../../batchGet';
import { DOCS } from '../../docs';
import { operation, type Call } from '../../operation';
import { commentRefOf, presentComment, readComment } from './entity';
import { commentField, READ_ROLE, READ_SCOPES } from './path';

export const get = operation({
	value: 'get',
	name: 'Get',
	action: 'Get one or many comments',
	description: 'Get one or more comments or replies by URN or link, with one call per post',
	docs: DOCS.comments,
	access: 'read',
	scopes: READ_SCOPES,
	role: READ_ROLE,
	routing: { restliMethod: 'GET', path: '/rest/socialActions/{entity}/comments/{id}' },
	fields: [commentField],
	async execute(call) {
		const example = 'urn:li:comment:(urn:li:activity:6631349431612559360,6636062862760562688)';
		const entries = requiredEntries(call.parameter<unknown>('comment', ''), 'Comment', example, 'comment');
		const comments = entries.map((entry) => parseComment(entry, 'Comment'));
		if (comments.length === 1) {
			const [{ thread, id }] = comments;
			const entity = await fetchEntity(call.linkedin, single(call, thread, id));
			return [present(call, entity, comments[0])];
		}
		const found = await readByThread(call, comments);
		return comments.map((comment) =>
			batchItemOf(
				{ urn: comment.urn, url: commentUrl(comment) },
				found.get(comment.urn) as BatchResult,
				(entity) => present(call, entity, comment),
			),
		);
	},
});

/** A batch contains the comments of one post. */
async function readByThread(call: Call, comments: CommentRef[]): Promise<Map<string, BatchResult>> {
	const found = new Map<string, BatchResult>();
	for (const thread of new Set(comments.map((comment) => comment.thread))) {
		const under = comments.filter((comment) => comment.thread === thread);
		const answers = await readMany(call.linkedin, {
			batch: { path: '/rest/socialActions/{entity}/comments', keys: { entity: thread } },
			ids: under.map(({ id }) => id),
			single: (id) => single(call, thread, String(id)),
		});
		under.forEach(({ urn }, index) => found.set(urn, answers[index]));
	}
	return found;
}

function single({ routing }: Call, thread: string, id: string) {
	return { ...routing, keys: { entity: thread, id } };
}

function present(call: Call, body: Entity, asked: CommentRef): IDataObject {
	const { urn } = commentRefOf(readComment(body), asked.thread, asked.id) ?? asked;
	return presentComment(body, urn, call.simplify);
}
