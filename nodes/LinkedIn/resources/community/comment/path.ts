/** The paths of comments, and the fields that identify them. */
import type { INodeProperties } from 'n8n-workflow';

import { InputError } from '../../../transport/errors/inputError';
import { scopesFor } from '../../../transport/limits/access';
import { locator } from '../../fields/locator';
import { plainText } from '../../values/plainText';

const VERSIONED = '/rest/socialActions/{entity}/comments';
const UNVERSIONED = '/v2/socialActions/{entity}/comments';

/** @param isUnversioned for members who can comment only there */
export function commentsPath(isUnversioned: boolean): string {
	return isUnversioned ? UNVERSIONED : VERSIONED;
}

/** Who may comment with which scope; members also through the unversioned resource. */
export const WRITE_SCOPES = {
	member: ['w_member_social_feed', 'w_member_social'],
	page: ['w_organization_social_feed'],
} as const;

/** Comments, reactions and counts. The scope with which members comment also reads them. */
export const READ_SCOPES = {
	member: ['w_member_social_feed', 'r_member_social_feed'],
	page: ['r_organization_social_feed'],
} as const;

/** The post's author doesn't show which of them LinkedIn requires, so having any one is enough to try. */
export const ANY_READ_SCOPE = scopesFor(READ_SCOPES);

export const WRITE_ROLE = 'ADMINISTRATOR, DIRECT_SPONSORED_CONTENT_POSTER or RECRUITING_POSTER';
export const READ_ROLE = 'ADMINISTRATOR or DIRECT_SPONSORED_CONTENT_POSTER';

/** Without a default, so that nobody replies under their own name instead of the page's by mistake. */
export const actorField = locator({
	displayName: 'Comment As',
	name: 'actor',
	description: 'Who comments: you, or a page you can comment for',
	searchListMethod: 'searchActors',
});

export const EDITOR = 'Act As';

/** Who changes or deletes a comment. */
export const editorField = locator({
	displayName: EDITOR,
	name: 'actor',
	description: 'Whose comment it is: yours, or that of a page you can comment for',
	searchListMethod: 'searchActors',
});

export const commentField: INodeProperties = locator({
	displayName: 'Comment',
	name: 'comment',
	description:
		'Choose from the comments on your pages\' newest posts (search by words or the link of a post), or enter a URN or the link from "Copy link to comment" on LinkedIn. Get accepts several by ID, separated by commas.',
	searchListMethod: 'searchComments',
	examples: {
		url: 'https://www.linkedin.com/feed/update/urn:li:activity:6631349431612559360?commentUrn=urn%3Ali%3Acomment%3A%28activity%3A6631349431612559360%2C6636062862760562688%29',
		id: 'urn:li:comment:(urn:li:activity:6631349431612559360,6636062862760562688)',
	},
});

/** @throws InputError for an empty text */
export function commentTextOf(text: unknown): string {
	const typed = plainText(text, 'Text');
	if (typed.trim() !== '') return typed;
	throw new InputError('Text', 'Text is empty', 'Enter the comment, or check its expression.');
}
