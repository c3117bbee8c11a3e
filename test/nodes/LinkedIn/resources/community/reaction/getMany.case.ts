import { defineCase } from '../../../../../cases';
import { threadOfAcme } from '../comment/thread';
import { acmesLove, cleosLike, reactionsOfAcme } from './reactions';

const list = (sort: string, count: number) => ({
	method: 'GET' as const,
	url: `/rest/reactions/(entity:\${activity})?q=entity&sort=(value:${sort})&start=0&count=${count}`,
	restliMethod: 'FINDER',
	version: '202609',
});

export default defineCase({
	operation: 'reaction:getMany',
	cases: [
		{
			name: 'newest first, who and how',
			page: 'reactions',
			given: reactionsOfAcme,
			parameters: { entity: '${activity}', sortReactions: 'REVERSE_CHRONOLOGICAL', returnAll: true },
			wire: [list('REVERSE_CHRONOLOGICAL', 100)],
			out: [cleosLike, acmesLove],
		},
		{
			name: 'oldest first up to a limit',
			page: 'reactions',
			given: reactionsOfAcme,
			parameters: { entity: '${activity}', sortReactions: 'CHRONOLOGICAL', limit: 1 },
			wire: [list('CHRONOLOGICAL', 1)],
			out: [acmesLove],
		},
		{
			name: 'Curious of older days is read by its name',
			page: 'reactions',
			about: 'MAYBE',
			given: (simulator) => {
				const names = threadOfAcme(simulator);
				const actor = 'urn:li:person:cLeO55wQz0';
				simulator.state.reactions.set({ actor, entity: String(names.activity), type: 'MAYBE' });
				return names;
			},
			parameters: { entity: '${activity}', sortReactions: 'RELEVANCE', limit: 5 },
			wire: [list('RELEVANCE', 5)],
			out: [
				{
					...cleosLike,
					reaction: 'Curious',
					reactionType: 'MAYBE',
					createdAt: expect.stringMatching(/Z$/),
					lastModifiedAt: expect.stringMatching(/Z$/),
				},
			],
		},
		{
			name: 'none is an empty list',
			page: 'reactions',
			given: threadOfAcme,
			parameters: { entity: '${activity}', sortReactions: 'CHRONOLOGICAL', limit: 5 },
			wire: [list('CHRONOLOGICAL', 5)],
			out: [],
		},
	],
});
