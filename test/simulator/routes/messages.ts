import { z } from 'zod';
import { ApiError, denied, invalidValue } from '../errors';
import { readBody, urn } from '../body';
import type { Allowance } from '../messages';
import type { Answer, Call, Resource } from '../resource';

const newMessage = z
	.object({
		recipients: z.array(urn('person')).min(1),
		subject: z.string().optional(),
		body: z.string().min(1),
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
	const { recipients, subject = '', body } = readBody(newMessage, call.body);
	const people = new Set([...call.state.members.values()].map((member) => member.urn));
	const stranger = recipients.find((recipient) => !people.has(recipient));
	if (stranger !== undefined) throw invalidValue('recipients', stranger);
	const allowance = sending.allowance(sender);
	if (recipients.length > allowance.remaining) {
		throw new ApiError(
			429,
			{ status: 429, code: 'TOO_MANY_REQUESTS', message: 'Message rate limit exceeded' },
			headersOf(allowance),
		);
	}
	const message = sending.send({ sender, recipients, subject, body });
	return {
		status: 201,
		headers: { 'x-restli-id': message.id, ...headersOf(sending.allowance(sender)) },
	};
}

const headersOf = ({ limit, remaining, resetSeconds }: Allowance) => ({
	'x-ratelimit-limit': String(limit),
	'x-ratelimit-remaining': String(remaining),
	'x-ratelimit-reset': String(resetSeconds),
});
