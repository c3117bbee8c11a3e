/**
 * People whom a post or comment mentions by profile URL. LinkedIn takes only their URN and their exact name, so both are
 * looked up before.
 * @see docs.mentionSearch
 */
import { LinkedInError } from '../../../transport/errors/errors';
import { InputError } from '../../../transport/errors/inputError';
import { settled } from '../../../transport/flow/settled';
import { missingScope } from '../../../transport/limits/access';
import type { ProfileRef } from '../../../transport/restli/urns/actor';
import { counted } from '../../../transport/text/counted';
import type { LinkedInClient } from '../../../transport/types';
import { fetchEntity } from '../../batchGet';
import { NOBODY_YET, type KnownPeople, type MentionedPerson } from '../mentions';
import { PEOPLE, personKey, readPerson } from './entity';
import { LOOK_UP_ROLE, LOOK_UP_SCOPES, pageForLookUp, personAt, WHY_NOBODY } from './lookUp';

const FIELD = 'Mentions';
const OTHERWISE = 'Or mention them by URN, e.g. that of the author of one of their comments.';

/**
 * Refuses without a call what can't be looked up anyway.
 * @throws LinkedInError if a policy forbids it, or a scope is missing
 */
export function allowLookUp(linkedin: LinkedInClient, [first]: ProfileRef[]): void {
	if (!first) return;
	linkedin.allow({ area: 'pages', access: 'read' });
	const lacking = missingScope(LOOK_UP_SCOPES, linkedin.connection);
	if (!lacking) return;
	throw new LinkedInError(`${first.url} can't be looked up to mention them: ${lacking.message}`, {
		code: 'MISSING_SCOPE',
		field: FIELD,
		advice: `${lacking.advice} ${OTHERWISE}`,
	});
}

/** For Validate Only: the calls, and a sentence about them. */
export function lookUpPlan({ length }: ProfileRef[]): { lookUps: number; notice?: string } {
	if (length === 0) return { lookUps: 0 };
	const notice = `${counted(length, 'profile URL')} in Mentions or Text will be looked up first, and the mention gets the person's own name.`;
	return { lookUps: 1 + 2 * length, notice };
}

/**
 * Costs a call for the page, and two for each person, once a run.
 * @param page URN of the page that writes, as whose admin it's tried first
 * @throws InputError if nobody is found or someone hides their name, LinkedInError for a refusal
 */
export async function lookUpMentioned(
	linkedin: LinkedInClient,
	profiles: ProfileRef[],
	page?: string,
): Promise<KnownPeople> {
	if (profiles.length === 0) return NOBODY_YET;
	const asAdmin = await pageForLookUp(linkedin, FIELD, page);
	const people = new Map<string, MentionedPerson>();
	for (const profile of profiles) {
		people.set(profile.vanityName, await mentionedPerson(linkedin, profile, asAdmin));
	}
	return people;
}

async function mentionedPerson(
	linkedin: LinkedInClient,
	profile: ProfileRef,
	page: string,
): Promise<MentionedPerson> {
	const read = await settled(() => whoIs(linkedin, profile, page));
	if (read.ok) return read.value;
	const { failure } = read;
	if (!(failure instanceof LinkedInError) || failure.details.status !== 403) throw failure;
	throw new LinkedInError(`${profile.url} couldn't be looked up to mention them: ${failure.message}`, {
		...failure.details,
		field: FIELD,
		advice: `That needs the scope ${LOOK_UP_SCOPES[0]} and, on the page, the role ${LOOK_UP_ROLE}. ${OTHERWISE}`,
	});
}

async function whoIs(linkedin: LinkedInClient, profile: ProfileRef, page: string): Promise<MentionedPerson> {
	const urn = await personAt(linkedin, profile, page);
	if (urn === undefined) {
		throw new InputError(
			FIELD,
			`LinkedIn finds nobody at ${profile.url} as an admin of ${page}, so they can't be mentioned`,
			`Check the URL. ${WHY_NOBODY} ${OTHERWISE}`,
		);
	}
	const { name, firstName, lastName } = await linkedin.once(`name of ${urn}`, async () =>
		readPerson(await fetchEntity(linkedin, PEOPLE.single(personKey(urn))), urn),
	);
	if (name !== null) return { urn, name, names: [name, firstName, lastName] };
	throw new InputError(
		FIELD,
		`${profile.url} hides their name from apps, so they can't be mentioned by profile URL`,
		'Write their name without a mention, or mention them by URN and the exact name on their profile.',
	);
}
