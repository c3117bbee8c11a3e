import { defineCase } from '../../../../../cases';
import { adsApp } from '../connection';
import { crm, twoAudiences } from './audiences';

export default defineCase({
	operation: 'audience:get',
	cases: [
		{
			...adsApp,
			name: 'one, with the URN that targeting takes',
			contract: 'ads §9 GET',
			given: twoAudiences,
			parameters: { audience: '9001' },
			wire: [{ method: 'GET', url: '/rest/dmpSegments/9001', restliMethod: 'GET' }],
			out: [crm],
		},
		{
			...adsApp,
			name: 'what is no number is refused before any call',
			contract: 'ads §9',
			parameters: { audience: 'CRM' },
			wire: [],
			error: { message: '"CRM" is no audience' },
		},
	],
});
