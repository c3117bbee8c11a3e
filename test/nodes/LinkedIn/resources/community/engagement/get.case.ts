import { defineCase } from '../../../../../cases';
import type { Simulator } from '../../../../../simulator';
import { reactionsOfAcme } from '../reaction/reactions';

const get = {
	method: 'GET' as const,
	url: '/rest/socialMetadata/${activity}',
	restliMethod: 'GET',
	version: '202609',
};
const MISSING = 'urn:li:share:7045020441609936898';
const getMissing = { ...get, url: `/rest/socialMetadata/${MISSING.replace(/:/g, '%3A')}` };

const none = { like: 0, celebrate: 0, support: 0, love: 0, insightful: 0, funny: 0, curious: 0 };
const engagement = {
	urn: '${activity}',
	url: 'https://www.linkedin.com/feed/update/${activity}',
	entity: '${activity}',
	commentsState: 'OPEN',
	comments: 2,
	topLevelComments: 1,
	reactions: 2,
	reactionsByType: { ...none, like: 1, love: 1 },
};
const ofComment = {
	...engagement,
	urn: '${comment}',
	url: '${commentUrl}',
	entity: '${comment}',
	comments: 1,
	topLevelComments: 1,
	reactions: 0,
	reactionsByType: none,
};
const missing = {
	urn: MISSING,
	url: `https://www.linkedin.com/feed/update/${MISSING}`,
	found: false,
	status: 404,
	reason: 'Could not find entity',
};
/** Requested on its own, it's answered with an error. */
const missingAlone = {
	...missing,
	reason: `LinkedIn found nothing there, or doesn't show it to this connection: ${missing.reason}`,
};

function onDevelopmentTier(simulator: Simulator) {
	Object.assign(simulator.state.apps.get('suite-app') ?? {}, { tier: 'development' });
	return reactionsOfAcme(simulator);
}

export default defineCase({
	operation: 'engagement:get',
	cases: [
		{
			name: 'counts of one post, kinds that nobody chose as 0',
			page: 'socialMetadata',
			given: reactionsOfAcme,
			parameters: { entities: '${activity}' },
			wire: [get],
			out: [engagement],
		},
		{
			name: 'by a share URN, with the activity that LinkedIn names',
			page: 'socialMetadata',
			given: reactionsOfAcme,
			parameters: { entities: '${post}' },
			wire: [{ ...get, url: '/rest/socialMetadata/${post}' }],
			out: [{ ...engagement, urn: '${post}', url: 'https://www.linkedin.com/feed/update/${post}' }],
		},
		{
			name: 'of posts and comments in one call, in the order asked, a missing one in its place',
			page: ['socialMetadata', 'methods'],
			about: 'BATCH_GET',
			given: reactionsOfAcme,
			items: [{ list: ['${commentUrl}', MISSING, '${activity}'] }],
			parameters: { entities: '={{ $json.list }}' },
			wire: [
				{
					method: 'GET',
					url: `/rest/socialMetadata?ids=List(\${comment},${MISSING.replace(/:/g, '%3A')},\${activity})`,
					restliMethod: 'BATCH_GET',
				},
			],
			out: [ofComment, missing, engagement],
		},
		{
			name: 'the Development tier has no batches: one call each',
			page: ['socialMetadata', 'increasingAccess'],
			about: 'BATCH_GET on the Development tier',
			given: onDevelopmentTier,
			fields: { tier: 'development' },
			parameters: { entities: `\${activity},${MISSING}` },
			wire: [get, getMissing],
			out: [engagement, missingAlone],
		},
		{
			name: 'a batch that is too long is halved',
			page: ['queryTunneling', 'errors'],
			about: '413',
			given: (simulator) => {
				const names = reactionsOfAcme(simulator);
				simulator.faults.add({
					match: { restliMethod: 'BATCH_GET' },
					effect: { status: 413, body: { status: 413, code: 'TOO_LARGE', message: 'Too large' } },
				});
				return names;
			},
			parameters: { entities: '${activity},${comment}' },
			wire: [
				{
					method: 'GET',
					url: '/rest/socialMetadata?ids=List(${activity},${comment})',
					restliMethod: 'BATCH_GET',
				},
				{ method: 'GET', url: '/rest/socialMetadata?ids=List(${activity})', restliMethod: 'BATCH_GET' },
				{ method: 'GET', url: '/rest/socialMetadata?ids=List(${comment})', restliMethod: 'BATCH_GET' },
			],
			out: [engagement, ofComment],
		},
		{
			name: 'what LinkedIn leaves out is null',
			page: 'socialMetadata',
			given: (simulator) => {
				const names = reactionsOfAcme(simulator);
				const body = { entity: names.activity };
				simulator.faults.add({ match: { path: /socialMetadata/ }, effect: { status: 200, body } });
				return names;
			},
			parameters: { entities: '${activity}' },
			wire: [get],
			out: [
				{
					...engagement,
					commentsState: null,
					comments: null,
					topLevelComments: null,
					reactions: null,
					reactionsByType: null,
				},
			],
		},
		{
			name: 'kinds whose count cannot be read are no zeros, and there is no sum of the others',
			page: 'socialMetadata',
			about: 'reactionSummaries',
			given: (simulator) => {
				const names = reactionsOfAcme(simulator);
				const summary = (count: unknown) => ({ reactionType: 'ANY', count });
				const reactionSummaries = {
					LIKE: summary(4),
					PRAISE: summary('3'),
					EMPATHY: summary(null),
					INTEREST: {},
					APPRECIATION: summary(-1),
					ENTERTAINMENT: null,
				};
				const commentSummary = { count: -1, topLevelCount: -1 };
				const body = { entity: names.activity, reactionSummaries, commentSummary };
				simulator.faults.add({ match: { path: /socialMetadata/ }, effect: { status: 200, body } });
				return names;
			},
			parameters: { entities: '${activity}' },
			wire: [get],
			out: [
				{
					...engagement,
					commentsState: null,
					comments: null,
					topLevelComments: null,
					reactions: null,
					reactionsByType: {
						...none,
						like: 4,
						celebrate: null,
						love: null,
						insightful: null,
						support: null,
						funny: 0,
					},
				},
			],
		},
		{
			name: 'Raw gives the entity of LinkedIn, with urn and url beside it',
			page: 'socialMetadata',
			given: reactionsOfAcme,
			parameters: { entities: '${activity}', output: 'raw' },
			wire: [get],
			out: [
				{
					entity: '${activity}',
					commentsState: 'OPEN',
					commentSummary: { count: 2, topLevelCount: 1 },
					reactionSummaries: {
						EMPATHY: { reactionType: 'EMPATHY', count: 1 },
						LIKE: { reactionType: 'LIKE', count: 1 },
					},
					urn: '${activity}',
					url: 'https://www.linkedin.com/feed/update/${activity}',
				},
			],
		},
		{
			name: 'one that is missing is an error',
			page: 'socialMetadata',
			parameters: { entities: MISSING },
			wire: [getMissing],
			error: { httpCode: '404' },
		},
	],
});
