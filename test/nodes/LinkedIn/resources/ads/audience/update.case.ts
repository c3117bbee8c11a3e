import { defineCase } from '../../../../../cases';
import { adsApp } from '../connection';
import { twoAudiences } from './audiences';

export default defineCase({
	operation: 'audience:update',
	cases: [
		{
			...adsApp,
			name: 'the name',
			page: 'audiences',
			about: 'PARTIAL_UPDATE',
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
		{
			...adsApp,
			name: 'who may use it',
			page: 'audiences',
			behaviour: 'Audiences',
			given: twoAudiences,
			parameters: { audience: '9001', updateFields: { accessPolicy: 'public' } },
			wire: [
				{
					method: 'POST',
					url: '/rest/dmpSegments/9001',
					restliMethod: 'PARTIAL_UPDATE',
					body: { patch: { $set: { accessPolicy: 'PUBLIC' } } },
				},
			],
			out: [{ id: '9001', updated: true }],
		},
		{
			...adsApp,
			name: 'what LinkedIn does not change is nothing to change',
			page: 'audiences',
			behaviour: 'Audiences',
			given: twoAudiences,
			parameters: { audience: '9001', updateFields: { status: 'ARCHIVED' } },
			wire: [],
			error: { message: 'There are no fields to update' },
		},
	],
});
