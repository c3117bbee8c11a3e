import { defineCase } from '../../../../../cases';
import { adsApp } from '../connection';
import { twoAudiences } from './audiences';

export default defineCase({
	operation: 'audience:delete',
	cases: [
		{
			...adsApp,
			name: 'one',
			page: 'audiences',
			about: 'DELETE',
			given: twoAudiences,
			parameters: { audience: '9001' },
			wire: [{ method: 'DELETE', url: '/rest/dmpSegments/9001', restliMethod: 'DELETE' }],
			out: [{ id: '9001', deleted: true }],
		},
	],
});
