import { defineCase } from '../../../../../cases';
import { threadOfAcme } from '../comment/thread';
import { ACME, ACME_URN, ACMES_KEY, ME, reactionsOfAcme } from './reactions';

export default defineCase({
	operation: 'reaction:delete',
	cases: [
		{
			name: 'of a page, actor and entity as a complex key',
			page: 'reactions',
			given: reactionsOfAcme,
			parameters: { entity: '${activity}', reactor: ACME },
			wire: [
				{
					method: 'DELETE',
					url: `/rest/reactions/${ACMES_KEY}`,
					restliMethod: 'DELETE',
					version: '202609',
				},
			],
			out: [
				{
					urn: `urn:li:reaction:(${ACME_URN},\${activity})`,
					url: 'https://www.linkedin.com/feed/update/${activity}',
					deleted: true,
				},
			],
		},
		{
			name: 'of a self-serve member over the unversioned resource',
			page: 'socialActions',
			given: (simulator) => {
				const names = threadOfAcme(simulator);
				const actor = 'urn:li:person:Bob-4kd_91x';
				simulator.state.reactions.set({ actor, entity: String(names.comment), type: 'LIKE' });
				return names;
			},
			app: 'self-serve-app',
			member: 'bob',
			scopes: ['openid', 'profile', 'w_member_social'],
			parameters: { entity: '${comment}', reactor: ME },
			wire: [
				{
					method: 'DELETE',
					url: '/v2/socialActions/${comment}/likes/urn%3Ali%3Aperson%3ABob-4kd_91x?actor=urn%3Ali%3Aperson%3ABob-4kd_91x',
					restliMethod: 'DELETE',
				},
			],
			out: [
				{
					urn: 'urn:li:reaction:(urn:li:person:Bob-4kd_91x,${comment})',
					url: '${commentUrl}',
					deleted: true,
				},
			],
		},
		{
			name: 'one that does not stand is an error',
			page: 'reactions',
			given: threadOfAcme,
			parameters: { entity: '${activity}', reactor: ACME },
			wire: [{ method: 'DELETE', url: `/rest/reactions/${ACMES_KEY}`, restliMethod: 'DELETE' }],
			error: { httpCode: '404' },
		},
	],
});
