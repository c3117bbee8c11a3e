import { apiError, denied } from './errors';
import type { Call } from './resource';
import type { Role } from './model';

/** Page roles that each kind of work requires (docs.posts, docs.comments, docs.shareStatistics). */
const ROLES_FOR = {
	post: [
		'ADMINISTRATOR',
		'DIRECT_SPONSORED_CONTENT_POSTER',
		'CONTENT_ADMINISTRATOR',
		'CONTENT_ADMIN',
		'RECRUITING_POSTER',
	],
	readFeed: ['ADMINISTRATOR', 'DIRECT_SPONSORED_CONTENT_POSTER'],
	findFollowers: ['ADMINISTRATOR', 'DIRECT_SPONSORED_CONTENT_POSTER'],
	readVideos: ['ADMINISTRATOR', 'DIRECT_SPONSORED_CONTENT_POSTER'],
	writeFeed: ['ADMINISTRATOR', 'DIRECT_SPONSORED_CONTENT_POSTER', 'RECRUITING_POSTER'],
	administer: ['ADMINISTRATOR'],
} satisfies Record<string, Role[]>;

export const isOrganization = (urn: string) => /^urn:li:organization(Brand)?:/.test(urn);

/** @throws ApiError 403 unless the caller has a role on the page that allows it */
export function requireRole(call: Call, organization: string, work: keyof typeof ROLES_FOR): void {
	const roles = call.member ? call.state.approvedRoles(call.member.key, organization) : [];
	if (!roles.some((role) => (ROLES_FOR[work] as Role[]).includes(role))) {
		throw denied(`Member does not have the required role on ${organization} to perform this operation`);
	}
}

/** Which of the method's scopes this author or actor needs. @throws ApiError 403 */
export function requireScope(call: Call, scope: string, subject: string): void {
	if (call.token.scopes.has(scope)) return;
	const kind = isOrganization(subject) ? 'Organization' : 'Member';
	throw denied(
		`${kind} permissions must be used when using ${kind.toLowerCase()} as author (${scope} is missing)`,
	);
}

/**
 * Whether the caller may act as this person or page. A person can only act as themselves.
 * @param scopes the scopes for acting as a person or as a page
 * @throws ApiError 403
 */
export function requireActor(
	call: Call,
	actor: string,
	scopes: { person: string; organization: string },
	work: 'post' | 'writeFeed',
): void {
	if (isOrganization(actor)) {
		requireScope(call, scopes.organization, actor);
		requireRole(call, actor, work);
		return;
	}
	requireScope(call, scopes.person, actor);
	if (actor !== call.member?.urn) throw denied(`Member is not allowed to act as ${actor}`);
}

/** What each reading scope allows, by method: only the reading scopes allow reading a single reaction. */
export const FEED_READ_ONE_REACTION = ['r_organization_social_feed', 'r_member_social_feed'];
export const FEED_READ = [...FEED_READ_ONE_REACTION, 'w_member_social_feed'];

/**
 * Whether the caller may read comments, reactions and counts of a post of this author (docs.comments). For pages with
 * the page's scope and role, for members with r_member_social_feed. With w_member_social_feed their own, which was
 * seen, and others if `memberFeedReach` says so (docs/behaviour.md#reading-with-w_member_social_feed).
 * @throws ApiError 403
 */
export function requireFeedReader(call: Call, author: string): void {
	const isSelfServe =
		call.version === undefined &&
		call.state.selfServeMayReadComments &&
		call.token.scopes.has('w_member_social');
	if (isSelfServe) return;
	const isReached = call.state.memberFeedReach === 'anyPost' || author === call.member?.urn;
	if (isReached && call.token.scopes.has('w_member_social_feed')) return;
	if (!isOrganization(author)) return requireScope(call, 'r_member_social_feed', author);
	requireScope(call, 'r_organization_social_feed', author);
	requireRole(call, author, 'readFeed');
}

/**
 * Posts of a page require r_organization_social, a member's own r_member_social (docs.posts).
 * @throws ApiError
 */
export function requirePostReader(call: Call, author: string): void {
	if (isOrganization(author)) {
		requireScope(call, 'r_organization_social', author);
		requireRole(call, author, 'post');
		return;
	}
	if (!call.token.scopes.has('r_member_social')) {
		throw apiError(400, 'ILLEGAL_ARGUMENT', 'Member permissions must be used when using member as author');
	}
}
