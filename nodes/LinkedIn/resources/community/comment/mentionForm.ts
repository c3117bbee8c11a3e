/**
 * The two forms of a mention. LinkedIn doesn't document which one its versioned resource accepts.
 * @see docs.comments
 */
import type { IDataObject } from 'n8n-workflow';

import type { LinkedInError } from '../../../transport/errors/errors';
import type { LinkedInClient } from '../../../transport/types';
import type { AttributedText } from '../../../transport/text/mentions/attributes';

/** Names the kinds of mentioned people and pages: short as in newer answers of LinkedIn, long as on /v2. */
type MentionForm = 'short' | 'long';

/**
 * Writes a text with its mentions, on the versioned resource in LinkedIn's other form if the first is refused.
 * @param path where the comment goes
 * @param write sends one form of the text
 * @param errorOf why it may not be written; undefined if it was
 * @returns the outcome of the second form, or of the first if both are refused
 */
export async function writeMessage<T>(
	{ memory }: Pick<LinkedInClient, 'memory'>,
	comment: AttributedText,
	path: string,
	write: (message: IDataObject) => Promise<T>,
	errorOf: (outcome: T) => LinkedInError | undefined,
): Promise<T> {
	const isVersioned = path.startsWith('/rest/');
	const form = isVersioned ? (memory.host.mentionForm ?? 'short') : 'long';
	const isOfForm = (outcome: T) => {
		const error = errorOf(outcome);
		return error !== undefined && mayBeOfForm(error);
	};
	const first = await write(messageOf(comment, form));
	if (!isVersioned || comment.mentions.length === 0 || !isOfForm(first)) return first;
	const other = form === 'short' ? 'long' : 'short';
	const second = await write(messageOf(comment, other));
	if (isOfForm(second)) return first;
	if (!errorOf(second)) memory.host.mentionForm = other;
	return second;
}

/** Says that a scope or role is missing, in a code or in words: another form doesn't change that. */
const LACKS_RIGHTS =
	/access|denied|permission|scope|\brole|admin|authori[sz]|forbid|allowed to|\brights?\b|privilege|entitle|consent|visibility/i;
const ACCESS_DENIED = 100;

/**
 * Whether LinkedIn may have refused the form. Its words for a missing permission may change, so a 403 must say
 * something unrelated to permissions; a field that isn't permitted comes with the code of a missing permission.
 */
function mayBeOfForm({ details: { status, code, serviceErrorCode }, said }: LinkedInError): boolean {
	if (status !== 400 && status !== 403) return false;
	if (/Unpermitted fields/i.test(said)) return true;
	if (serviceErrorCode === ACCESS_DENIED || LACKS_RIGHTS.test(`${code ?? ''} ${said}`)) return false;
	return status === 400 || said !== '';
}

function messageOf({ text, mentions }: AttributedText, form: MentionForm): IDataObject {
	if (mentions.length === 0) return { text };
	const attributes = mentions.map(({ start, length, urn }) => ({
		start,
		length,
		value: mentionValue(urn, form),
	}));
	return { text, attributes };
}

function mentionValue(urn: string, form: MentionForm): IDataObject {
	const isPerson = urn.startsWith('urn:li:person:');
	if (form === 'short')
		return isPerson ? { person: { person: urn } } : { organization: { organization: urn } };
	return isPerson
		? { 'com.linkedin.common.MemberAttributedEntity': { member: urn } }
		: { 'com.linkedin.common.CompanyAttributedEntity': { company: urn } };
}
