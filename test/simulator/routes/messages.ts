import { z } from 'zod';
import { ApiError, denied, invalidValue, missingField } from '../errors';
import { readBody, urn } from '../body';
import type { Allowance } from '../messages';
import type { Answer, Call, Resource } from '../resource';

const newMessage = z
	.object({
		recipients: z.array(urn('person')).min(1).optional(),
		thread: urn('messagingThread').optional(),
		subject: z.string().optional(),
		body: z.string().min(1),
		messageType: z
			.string()
			.regex(/^[A-Z_]+$/)
			.optional(),
		attachments: z.array(urn('digitalmediaAsset', 'digitalMediaAsset')).optional(),
	})
	.strict();

/** /v2/messages (docs.messages, docs/behaviour.md#message-limits). Approved partners only. */
export const messages: Resource = {
	path: '/v2/messages',
	permission: 'messages',
	methods: { CREATE: { scopes: [], handle: create } },
};

/** X-RateLimit headers are on every answer; a list of recipients is accepted or refused as a whole. */
function create(call: Call): Answer {
	if (!call.app.messages || !call.member) {
		throw denied('Not enough permissions to access: messages.CREATE.NO_VERSION');
	}
	const { messages: sending } = call.state;
	const { key: sender } = call.member;
	const message = readBody(newMessage, call.body);
	const { recipients = [], thread, subject = '', body, messageType, attachments } = message;
	if (message.recipients === undefined && thread === undefined) throw missingField('recipients');
	// A conversation has its people and its name already.
	if (thread !== undefined && message.recipients) throw invalidValue('recipients', recipients.join());
	if (thread !== undefined && message.subject) throw invalidValue('subject', subject);
	const people = new Set([...call.state.members.values()].map((member) => member.urn));
	const stranger = recipients.find((recipient) => !people.has(recipient));
	if (stranger !== undefined) throw invalidValue('recipients', stranger);
	const allowance = sending.allowance(sender);
	const uses = Math.max(1, recipients.length);
	if (uses > allowance.remaining) {
		throw new ApiError(
			429,
			{ status: 429, code: 'TOO_MANY_REQUESTS', message: 'Message rate limit exceeded' },
			headersOf(allowance),
		);
	}
	const sent = sending.send({ sender, recipients, thread, subject, body, messageType, attachments });
	return {
		status: 201,
		headers: { 'x-restli-id': sent.id, ...headersOf(sending.allowance(sender)) },
	};
}

const headersOf = ({ limit, remaining, resetSeconds }: Allowance) => ({
	'x-ratelimit-limit': String(limit),
	'x-ratelimit-remaining': String(remaining),
	'x-ratelimit-reset': String(resetSeconds),
});
