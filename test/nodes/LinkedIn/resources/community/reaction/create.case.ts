import { defineCase } from '../../../../../cases';
import { faults, type Simulator } from '../../../../../simulator';
import { threadOfAcme } from '../comment/thread';
import { ACME, ACME_URN, ACMES_KEY, acmesLove, ADA_URN, ME, me, reactionsOfAcme } from './reactions';

const bob = {
	app: 'self-serve-app',
	member: 'bob',
	scopes: ['openid', 'profile', 'w_member_social'],
	fields: { appHas: 'selfServe' },
};
const createAsAcme = (root: string, reactionType: string) => ({
	method: 'POST' as const,
	url: '/rest/reactions?actor=urn%3Ali%3Aorganization%3A2414183',
	restliMethod: 'CREATE',
	version: '202609',
	body: { root, reactionType },
});
const createAsAda = (root: string, reactionType: string) => ({
	...createAsAcme(root, reactionType),
	url: '/rest/reactions?actor=urn%3Ali%3Aperson%3AAda782bbtaQ',
});
const lookAtAcmes = { method: 'GET' as const, url: `/rest/reactions/${ACMES_KEY}`, restliMethod: 'GET' };
const change = (reactionType: string) => ({
	method: 'POST' as const,
	url: `/rest/reactions/${ACMES_KEY}`,
	restliMethod: 'PARTIAL_UPDATE',
	body: { patch: { $set: { reactionType } } },
});

const made = (actor: string, reaction: string, reactionType: string, entity = '${activity}') => ({
	urn: `urn:li:reaction:(${actor},${entity})`,
	url: 'https://www.linkedin.com/feed/update/${activity}',
	reaction,
	reactionType,
	actor,
	actedBy: actor === ACME_URN ? ADA_URN : null,
	entity,
	createdAt: expect.stringMatching(/Z$/),
	lastModifiedAt: expect.stringMatching(/Z$/),
	outcome: 'created',
	deduplicated: false,
});

function refusing(restliMethod: string, status: number) {
	return (simulator: Simulator) => {
		const names = reactionsOfAcme(simulator);
		simulator.faults.add({
			match: { path: /^\/rest\/reactions/, restliMethod },
			effect: { status, body: { status, code: 'REFUSED', message: 'Refused' } },
		});
		return names;
	};
}

export default defineCase({
	operation: 'reaction:create',
	cases: [
		...(
			[
				['Celebrate', 'PRAISE'],
				['Funny', 'ENTERTAINMENT'],
				['Insightful', 'INTEREST'],
				['Like', 'LIKE'],
				['Love', 'EMPATHY'],
				['Support', 'APPRECIATION'],
			] as const
		).map(([name, type]) => ({
			name: `${name} as a page, the actor in the query`,
			page: 'reactions' as const,
			given: threadOfAcme,
			parameters: { entity: '${activity}', reactionType: type, reactor: ACME },
			wire: [createAsAcme('${activity}', type)],
			out: [made(ACME_URN, name, type)],
		})),
		{
			name: 'by the name that people see, from an expression',
			page: 'reactions',
			given: threadOfAcme,
			items: [{ kind: 'celebrate' }],
			parameters: { entity: '${activity}', reactionType: '={{ $json.kind }}', reactor: ACME },
			wire: [createAsAcme('${activity}', 'PRAISE')],
			out: [made(ACME_URN, 'Celebrate', 'PRAISE')],
		},
		{
			name: 'as the member behind the connection; LinkedIn answers a share with its activity',
			page: 'reactions',
			given: threadOfAcme,
			parameters: { entity: '${post}', reactionType: 'LIKE', reactor: ME },
			wire: [me, createAsAda('${post}', 'LIKE')],
			out: [{ ...made(ADA_URN, 'Like', 'LIKE'), url: 'https://www.linkedin.com/feed/update/${post}' }],
		},
		{
			name: 'to a comment by its link',
			page: ['comments', 'reactions'],
			given: threadOfAcme,
			parameters: { entity: '${commentUrl}', reactionType: 'LIKE', reactor: ACME },
			wire: [createAsAcme('${comment}', 'LIKE')],
			out: [{ ...made(ACME_URN, 'Like', 'LIKE', '${comment}'), url: '${commentUrl}' }],
		},
		{
			name: 'the same that stands already is no error',
			page: 'reactions',
			behaviour: 'A second reaction',
			given: reactionsOfAcme,
			parameters: { entity: '${activity}', reactionType: 'EMPATHY', reactor: ACME },
			wire: [createAsAcme('${activity}', 'EMPATHY'), lookAtAcmes],
			out: [{ ...acmesLove, outcome: 'unchanged', deduplicated: false }],
		},
		{
			name: 'another one that stands is changed',
			page: 'reactions',
			behaviour: 'A second reaction',
			given: reactionsOfAcme,
			parameters: { entity: '${activity}', reactionType: 'PRAISE', reactor: ACME },
			wire: [createAsAcme('${activity}', 'PRAISE'), lookAtAcmes, change('PRAISE')],
			out: [
				{
					...acmesLove,
					reaction: 'Celebrate',
					reactionType: 'PRAISE',
					lastModifiedAt: null,
					outcome: 'changed',
					deduplicated: false,
				},
			],
		},
		{
			name: 'where the update is refused it is deleted and made anew',
			page: 'reactions',
			behaviour: 'A second reaction',
			given: refusing('PARTIAL_UPDATE', 400),
			parameters: { entity: '${activity}', reactionType: 'PRAISE', reactor: ACME },
			wire: [
				createAsAcme('${activity}', 'PRAISE'),
				lookAtAcmes,
				change('PRAISE'),
				{ method: 'DELETE', url: `/rest/reactions/${ACMES_KEY}`, restliMethod: 'DELETE' },
				createAsAcme('${activity}', 'PRAISE'),
			],
			out: [{ ...made(ACME_URN, 'Celebrate', 'PRAISE'), outcome: 'changed' }],
		},
		{
			name: 'a connection that may not read changes it without a look',
			page: 'reactions',
			given: reactionsOfAcme,
			scopes: ['w_organization_social_feed'],
			parameters: { entity: '${activity}', reactionType: 'LIKE', reactor: ACME },
			wire: [createAsAcme('${activity}', 'LIKE'), change('LIKE')],
			out: [
				{
					...made(ACME_URN, 'Like', 'LIKE'),
					actedBy: null,
					createdAt: null,
					lastModifiedAt: null,
					outcome: 'changed',
				},
			],
		},
		{
			name: 'one that stands and is not shown is set over it',
			page: ['reactions', 'errors'],
			behaviour: 'A second reaction',
			given: refusing('GET', 404),
			parameters: { entity: '${activity}', reactionType: 'EMPATHY', reactor: ACME },
			wire: [
				createAsAcme('${activity}', 'EMPATHY'),
				lookAtAcmes,
				createAsAcme('${activity}', 'EMPATHY'),
				change('EMPATHY'),
			],
			out: [expect.objectContaining({ reactionType: 'EMPATHY', outcome: 'changed' })],
		},
		{
			name: 'a write conflict says that nothing was done, and is sent again',
			page: 'errors',
			about: '409',
			given: (simulator) => {
				const names = threadOfAcme(simulator);
				simulator.faults.add(faults.conflict({ match: { path: /^\/rest\/reactions/ } }));
				return names;
			},
			parameters: { entity: '${activity}', reactionType: 'LIKE', reactor: ACME },
			wire: [createAsAcme('${activity}', 'LIKE'), createAsAcme('${activity}', 'LIKE')],
			out: [made(ACME_URN, 'Like', 'LIKE')],
		},
		{
			name: 'after a lost answer it is found, and not made twice',
			page: 'reactions',
			behaviour: 'Duplicate creates',
			given: (simulator) => {
				const names = threadOfAcme(simulator);
				simulator.faults.add(
					faults.resetAfterHandling({ match: { method: 'POST', path: /^\/rest\/reactions/ } }),
				);
				return names;
			},
			parameters: { entity: '${activity}', reactionType: 'LIKE', reactor: ACME },
			wire: [createAsAcme('${activity}', 'LIKE'), lookAtAcmes],
			out: [{ ...made(ACME_URN, 'Like', 'LIKE'), deduplicated: true }],
		},
		{
			name: 'after a request that was lost it is looked for twice, then sent again',
			page: 'reactions',
			behaviour: 'Duplicate creates',
			given: (simulator) => {
				const names = threadOfAcme(simulator);
				simulator.faults.add({ match: { method: 'POST', path: /^\/rest\/reactions/ }, effect: 'reset' });
				return names;
			},
			parameters: { entity: '${activity}', reactionType: 'LIKE', reactor: ACME },
			wire: [
				createAsAcme('${activity}', 'LIKE'),
				lookAtAcmes,
				lookAtAcmes,
				createAsAcme('${activity}', 'LIKE'),
			],
			out: [made(ACME_URN, 'Like', 'LIKE')],
		},
		{
			name: 'a self-serve member likes over the unversioned resource',
			page: 'socialActions',
			behaviour: 'Share on LinkedIn alone',
			given: threadOfAcme,
			...bob,
			parameters: { entity: '${activity}', reactionType: 'LIKE', reactor: ME },
			wire: [
				{
					method: 'POST',
					url: '/v2/socialActions/${activity}/likes',
					restliMethod: 'CREATE',
					body: { actor: 'urn:li:person:Bob-4kd_91x', object: '${activity}' },
				},
			],
			out: [made('urn:li:person:Bob-4kd_91x', 'Like', 'LIKE')],
		},
		{
			name: 'a self-serve like that stands already is no error',
			page: 'socialActions',
			behaviour: 'A second reaction',
			given: (simulator) => {
				const names = threadOfAcme(simulator);
				const actor = 'urn:li:person:Bob-4kd_91x';
				simulator.state.reactions.set({ actor, entity: String(names.activity), type: 'LIKE' });
				return names;
			},
			...bob,
			parameters: { entity: '${activity}', reactionType: 'LIKE', reactor: ME },
			wire: [
				{
					method: 'POST',
					url: '/v2/socialActions/${activity}/likes',
					restliMethod: 'CREATE',
					body: { actor: 'urn:li:person:Bob-4kd_91x', object: '${activity}' },
				},
			],
			out: [
				{
					...made('urn:li:person:Bob-4kd_91x', 'Like', 'LIKE'),
					createdAt: null,
					lastModifiedAt: null,
					outcome: 'unchanged',
				},
			],
		},
		{
			name: 'a self-serve member is told before any call that only Like works',
			page: 'socialActions',
			behaviour: 'Share on LinkedIn alone',
			given: threadOfAcme,
			...bob,
			parameters: { entity: '${activity}', reactionType: 'PRAISE', reactor: ME },
			wire: [],
			error: {
				message: expect.stringContaining('accepts only Like'),
				description: expect.stringMatching(/second app and a second credential for Community Management API/),
			},
		},
		{
			name: 'Curious is not taken any more, and no call is made',
			page: 'reactions',
			about: 'MAYBE',
			given: threadOfAcme,
			parameters: { entity: '${activity}', reactionType: '={{ "MAYBE" }}', reactor: ACME },
			wire: [],
			error: {
				message: expect.stringContaining('Unknown reaction "maybe"'),
				description: expect.stringContaining('Celebrate, Funny'),
			},
		},
		{
			name: 'what is neither post nor comment is refused without a call',
			page: 'urns',
			parameters: { entity: 'urn:li:organization:2414183', reactionType: 'LIKE', reactor: ACME },
			wire: [],
			error: { message: expect.stringContaining('is a URN of the type "organization"') },
		},
	],
});
