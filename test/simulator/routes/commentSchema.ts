import { z } from 'zod';
import { invalidValue, unpermittedFields } from '../errors';
import { urn } from '../body';

/** Both union forms were seen (docs/behaviour.md#mentions-in-comments): the versioned one and that of /v2. */
const mentioned = z.union([
	z.object({ organization: z.object({ organization: urn('organization') }).strict() }).strict(),
	z.object({ person: z.object({ person: urn('person') }).strict() }).strict(),
	z
		.object({
			'com.linkedin.common.CompanyAttributedEntity': z.object({ company: urn('organization') }).strict(),
		})
		.strict(),
	z
		.object({ 'com.linkedin.common.MemberAttributedEntity': z.object({ member: urn('person') }).strict() })
		.strict(),
]);
/** What an edit may change (docs.comments). */
export const newMessage = z
	.object({
		text: z.string().min(1),
		attributes: z
			.array(
				z
					.object({ start: z.number().int().min(0), length: z.number().int().min(1), value: mentioned })
					.strict(),
			)
			.optional(),
	})
	.strict();

/** The body of a new comment or reply. */
export const newComment = z
	.object({
		actor: urn('person', 'organization'),
		object: urn('share', 'ugcPost', 'activity'),
		parentComment: urn('comment').optional(),
		message: newMessage,
		content: z
			.array(z.object({ entity: z.object({ image: urn('image') }).strict() }).strict())
			.length(1)
			.optional(),
	})
	.strict();

/** Both forms are kept on /v2. @throws ApiError 403 for the form that LinkedIn doesn't know */
export function checkMentionForm(
	{ attributes = [] }: z.infer<typeof newMessage>,
	form: 'either' | 'short' | 'long',
): void {
	for (const [place, { value }] of attributes.entries()) {
		const isLong = Object.keys(value).some((name) => name.startsWith('com.linkedin.'));
		if (form !== 'either' && isLong !== (form === 'long'))
			throw unpermittedFields([`/message/attributes/${place}/value`]);
	}
}

/** An attribute must be within the text and must not overlap another. @throws ApiError 400 */
export function checkMentions({ text, attributes = [] }: z.infer<typeof newMessage>): void {
	let end = 0;
	for (const { start, length } of [...attributes].sort((a, b) => a.start - b.start)) {
		if (start < end || start + length > text.length) {
			throw invalidValue('message/attributes', `${length} characters from ${start} on`);
		}
		end = start + length;
	}
}
