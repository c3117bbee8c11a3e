import fc from 'fast-check';
import type { IDataObject } from 'n8n-workflow';

import { ANALYTICS, PLAUSIBLE_ANALYTICS } from './analytics';
import { MEDIA, PLAUSIBLE_MEDIA } from './media';
import { collection, entries, json, list, locator, mentions, nearly, odd, text, value } from './values';

/** The fields of all operations, with their values in a random run. */

/** Things that exist in the simulator. */
export interface Names {
	post: string;
	activity: string;
	comment: string;
}

const several = fc.oneof(value, fc.array(value, { maxLength: 3 }));
const pages = fc.oneof(locator, fc.array(value, { maxLength: 3 }));
const named = entries('mention', { name: fc.oneof(value, fc.constant('Hello')), who: locator });

export const OPERATIONS: Record<string, Record<string, fc.Arbitrary<unknown>>> = {
	'profile:get': {},
	'profile:checkAccess': {},
	'usage:get': { usageView: fc.oneof(fc.constantFrom('summary', 'byAction', 'calls'), odd), ...list },
	...MEDIA,
	'post:get': { post: several },
	'post:getMany': { author: locator, sortBy: fc.oneof(fc.constant('CREATED'), nearly), ...list },
	'post:update': {
		post: value,
		updateFields: collection({ text, mentions, contentCallToActionLabel: odd, contentLandingPage: value }),
	},
	'post:delete': { post: value },
	'comment:create': {
		targetPost: value,
		actor: locator,
		text,
		additionalFields: collection({ image: value, mentions: named }),
	},
	'comment:reply': {
		comment: value,
		actor: locator,
		text,
		additionalFields: collection({ mentions: named }),
	},
	'comment:get': { comment: several },
	'comment:getMany': { entity: value, ...list },
	'comment:update': {
		comment: value,
		actor: locator,
		text,
		additionalFields: collection({ mentions: named }),
	},
	'comment:delete': { comment: value, actor: locator },
	'organization:getMany': list,
	'reaction:create': {
		entity: value,
		reactionType: fc.oneof(fc.constantFrom('LIKE', 'celebrate', 'MAYBE'), odd),
		reactor: locator,
	},
	'reaction:delete': { entity: value, reactor: locator },
	'reaction:get': { entity: several, reactor: locator },
	'reaction:getMany': { entity: value, sortReactions: fc.oneof(fc.constant('RELEVANCE'), odd), ...list },
	'engagement:get': { entities: several },
	'engagement:setCommentsState': {
		targetPost: value,
		author: locator,
		commentsState: fc.oneof(fc.constantFrom('OPEN', 'CLOSED'), odd),
		confirmDeletion: fc.oneof(fc.boolean(), odd),
	},
	'legacyPost:get': { post: value },
	'legacyPost:getMany': { author: locator, sortBy: fc.oneof(fc.constant('CREATED'), nearly), ...list },
	'profile:findFollowers': { page: locator, keywords: value },
	'profile:getOpenIdConfiguration': {},
	'person:get': { person: several },
	'person:getByAddress': { profileUrl: value, page: locator },
	'organization:get': { page: pages },
	'organization:lookUp': { page: pages },
	'organization:getByVanityName': { vanityName: value },
	'organization:getAdministrators': {
		page: locator,
		role: fc.oneof(fc.constantFrom('any', 'ANALYST'), odd),
		...list,
	},
	'organization:getFollowerCount': { page: locator },
	'organization:getChildPages': { page: locator, ...list },
	...ANALYTICS,
	'api:call': {
		method: fc.constantFrom('GET', 'FINDER', 'GET_ALL', 'BATCH_GET', 'CREATE', 'PARTIAL_UPDATE', 'DELETE'),
		path: fc.oneof(fc.constantFrom('/rest/posts', '/rest/posts/{post}', '/v2/me', '/rest/{a}/{b}'), value),
		keys: json,
		query: json,
		body: json,
		pagesBy: fc.constantFrom('offset', 'token'),
		...list,
	},
};

/** Values that reach LinkedIn, so that only its answer goes wrong. */
export const PLAUSIBLE: Record<string, (names: Names) => IDataObject> = {
	'profile:get': () => ({}),
	'profile:checkAccess': () => ({}),
	'usage:get': () => ({ usageView: 'calls' }),
	...PLAUSIBLE_MEDIA,
	'post:get': (names) => ({ post: `${names.post},urn:li:share:1` }),
	'post:getMany': () => ({ author: '2414183', sortBy: 'CREATED', returnAll: true }),
	'post:update': (names) => ({ post: names.activity, updateFields: { text: 'New' } }),
	'post:delete': (names) => ({ post: names.post }),
	'comment:create': (names) => ({ targetPost: names.post, actor: '2414183', text: 'Hi' }),
	'comment:reply': (names) => ({ comment: names.comment, actor: '2414183', text: 'Hi' }),
	'comment:get': (names) => ({ comment: `${names.comment},${names.comment.replace(/\d+\)/, '1)')}` }),
	'comment:getMany': (names) => ({ entity: names.post, limit: 5 }),
	'comment:update': (names) => ({ comment: names.comment, actor: '2414183', text: 'Hi' }),
	'comment:delete': (names) => ({ comment: names.comment, actor: '2414183' }),
	'organization:getMany': () => ({ returnAll: true }),
	'reaction:create': ({ post }) => ({ entity: post, reactionType: 'LIKE', reactor: '2414183' }),
	'reaction:delete': ({ post }) => ({ entity: post, reactor: '2414183' }),
	'reaction:get': ({ post, comment }) => ({ entity: [post, comment], reactor: '2414183' }),
	'reaction:getMany': ({ comment }) => ({ entity: comment, sortReactions: 'RELEVANCE', limit: 5 }),
	'engagement:get': ({ post, activity }) => ({ entities: `${post},${activity}` }),
	'engagement:setCommentsState': ({ post }) => ({
		targetPost: post,
		author: '2414183',
		commentsState: 'OPEN',
	}),
	'legacyPost:get': ({ post }) => ({ post }),
	'legacyPost:getMany': () => ({ author: '2414183', sortBy: 'CREATED', limit: 5 }),
	'profile:findFollowers': () => ({ page: '2414183', keywords: 'a' }),
	'profile:getOpenIdConfiguration': () => ({}),
	'person:get': () => ({ person: 'cLeO55wQz0,Bob-4kd_91x' }),
	'person:getByAddress': () => ({ profileUrl: 'cleo-example', page: '2414183' }),
	'organization:get': () => ({ page: '2414183,5583111' }),
	'organization:lookUp': () => ({ page: '2414183' }),
	'organization:getByVanityName': () => ({ vanityName: 'acme-corp' }),
	'organization:getAdministrators': () => ({ page: '2414183', role: 'any', limit: 5 }),
	'organization:getFollowerCount': () => ({ page: '2414183' }),
	'organization:getChildPages': () => ({ page: '2414183', limit: 5 }),
	...PLAUSIBLE_ANALYTICS,
	'api:call': () => ({ method: 'FINDER', path: '/rest/posts', keys: '{}', query: '{"q":"author"}' }),
};
