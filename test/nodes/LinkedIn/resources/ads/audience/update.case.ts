import { defineCase } from '../../../../../cases';
import { adsApp } from '../connection';
import { twoAudiences } from './audiences';

export default defineCase({
	operation: 'audience:update',
	cases: [
		{
			...adsApp,
			name: 'the name',
			contract: 'ads §9 PARTIAL_UPDATE',
			given: twoAudiences,
			parameters: { audience: '9001', updateFields: { name: 'New' } },
			wire: [
				{
					method: 'POST',
					url: '/rest/dmpSegments/9001',
					restliMethod: 'PARTIAL_UPDATE',
					body: { patch: { $set: { name: 'New' } } },
				},
			],
			out: [{ id: '9001', updated: true }],
		},
	],
});
