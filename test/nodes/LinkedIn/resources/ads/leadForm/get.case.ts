import { defineCase } from '../../../../../cases';
import { adsApp } from '../connection';
import { newsletter, withLeads } from './leads';

export default defineCase({
	operation: 'leadForm:get',
	cases: [
		{
			...adsApp,
			name: 'one by URN',
			page: 'leads',
			about: 'leadForms',
			given: withLeads,
			parameters: { leadForms: 'urn:li:versionedLeadGenForm:(urn:li:leadGenForm:7234246,1)' },
			wire: [{ method: 'GET', url: '/rest/leadForms/7234246', restliMethod: 'GET' }],
			out: [newsletter],
		},
		{
			...adsApp,
			name: 'several in one call, one that is not there in its place with the reason',
			page: 'leads',
			about: 'leadForms BATCH_GET',
			given: withLeads,
			parameters: { leadForms: '7, 7234246' },
			wire: [{ method: 'GET', url: '/rest/leadForms?ids=List(7,7234246)', restliMethod: 'BATCH_GET' }],
			out: [
				{
					urn: 'urn:li:leadGenForm:7',
					url: null,
					found: false,
					status: 404,
					reason: 'Lead form 7 is not found',
				},
				newsletter,
			],
		},
	],
});
