import { defineCase } from '../../../../../cases';
import {
	ACME,
	ACME_URN,
	ACMES_KEY,
	acmesLove,
	ADAS_KEY,
	cleosLike,
	ME,
	me,
	reactionsOfAcme,
} from './reactions';

const getAcmes = {
	method: 'GET' as const,
	url: `/rest/reactions/${ACMES_KEY}`,
	restliMethod: 'GET',
	version: '202609',
};

export default defineCase({
	operation: 'reaction:get',
	cases: [
		{
			name: 'of a page on a post',
			page: 'reactions',
			given: reactionsOfAcme,
			parameters: { entity: '${activity}', reactor: ACME },
			wire: [getAcmes],
			out: [acmesLove],
		},
		{
			name: 'of anybody by the URN',
			page: 'reactions',
			given: reactionsOfAcme,
			parameters: {
				entity: '${activity}',
				reactor: { __rl: true, mode: 'id', value: 'urn:li:person:cLeO55wQz0' },
			},
			wire: [
				{
					method: 'GET',
					url: '/rest/reactions/(actor:urn%3Ali%3Aperson%3AcLeO55wQz0,entity:${activity})',
					restliMethod: 'GET',
				},
			],
			out: [cleosLike],
		},
		{
			name: 'on several things in one call, a missing one in its place with the reason',
			page: 'reactions',
			given: reactionsOfAcme,
			parameters: { entity: '${comment}, ${activity}', reactor: ACME },
			wire: [
				{
					method: 'GET',
					url: `/rest/reactions?ids=List((actor:urn%3Ali%3Aorganization%3A2414183,entity:\${comment}),${ACMES_KEY})`,
					restliMethod: 'BATCH_GET',
				},
			],
			out: [
				{
					urn: `urn:li:reaction:(${ACME_URN},\${comment})`,
					url: '${commentUrl}',
					found: false,
					status: 404,
					reason: "LinkedIn found nothing there, or doesn't show it to this connection",
				},
				acmesLove,
			],
		},
		{
			name: 'none of me is an error',
			page: 'reactions',
			about: '404',
			given: reactionsOfAcme,
			parameters: { entity: '${activity}', reactor: ME },
			wire: [me, { method: 'GET', url: `/rest/reactions/${ADAS_KEY}`, restliMethod: 'GET' }],
			error: { httpCode: '404' },
		},
	],
});
