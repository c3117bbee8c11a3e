import { defineCase } from '../../../../../cases';
import { adsApp } from '../connection';
import { ADA_LEAD, adaLead, PAGE_LEAD, withLeads } from '../leadForm/leads';

const FIELDS =
	'fields=id,owner,leadType,submitter,submittedAt,testLead,versionedLeadGenFormUrn,leadMetadata,associatedEntity,formResponse,form:(hiddenFields,creationLocale,name,id,content)';

export default defineCase({
	operation: 'leadResponse:get',
	cases: [
		{
			...adsApp,
			name: 'one with its answers by question, joined with the form in the same call',
			page: 'leads',
			about: 'leadFormResponses GET',
			given: withLeads,
			parameters: { leads: `urn:li:leadGenFormResponse:${ADA_LEAD}` },
			wire: [{ method: 'GET', url: `/rest/leadFormResponses/${ADA_LEAD}?${FIELDS}`, restliMethod: 'GET' }],
			out: [adaLead],
		},
		{
			...adsApp,
			name: 'several in one call, one that is not there in its place with the reason',
			page: 'leads',
			about: 'leadFormResponses BATCH_GET',
			given: withLeads,
			parameters: { leads: `${PAGE_LEAD}, none, ${ADA_LEAD}` },
			wire: [
				{
					method: 'GET',
					url: `/rest/leadFormResponses?${FIELDS}&ids=List(${PAGE_LEAD},none,${ADA_LEAD})`,
					restliMethod: 'BATCH_GET',
				},
			],
			out: [
				expect.objectContaining({ id: PAGE_LEAD, fields: { EMAIL: 'p@example.com' } }),
				{
					urn: 'urn:li:leadGenFormResponse:none',
					url: null,
					found: false,
					status: 404,
					reason: 'Lead form response none is not found',
				},
				adaLead,
			],
		},
		{
			...adsApp,
			name: 'where LinkedIn sends no form beside the lead, it is asked for',
			page: 'leads',
			about: 'form',
			given: (simulator) => {
				withLeads(simulator);
				simulator.faults.add({
					match: { path: /leadFormResponses/ },
					effect: {
						status: 200,
						body: {
							id: 'x-6',
							versionedLeadGenFormUrn: 'urn:li:versionedLeadGenForm:(urn:li:leadGenForm:7234246,1)',
							formResponse: {
								answers: [
									{
										questionId: 307234246,
										answerDetails: { textQuestionAnswer: { answer: 'k@email.com' } },
									},
									{ questionId: 9, answerDetails: { textQuestionAnswer: { answer: 'unknown' } } },
								],
							},
						},
					},
				});
				return {};
			},
			parameters: { leads: 'x-6' },
			wire: [
				{ method: 'GET', url: `/rest/leadFormResponses/x-6?${FIELDS}`, restliMethod: 'GET' },
				{ method: 'GET', url: '/rest/leadForms?ids=List(7234246)', restliMethod: 'BATCH_GET' },
			],
			out: [
				expect.objectContaining({
					answers: { Email: 'k@email.com', 9: 'unknown' },
					fields: { EMAIL: 'k@email.com' },
					form: { urn: 'urn:li:leadGenForm:7234246', id: '7234246', version: 1, name: 'Newsletter' },
				}),
			],
		},
	],
});
