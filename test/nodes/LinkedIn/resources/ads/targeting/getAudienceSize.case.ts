import { defineCase } from '../../../../../cases';
import { rule } from '../campaign/campaigns';
import { adsApp } from '../connection';

const count = (criteria: string) => ({
	method: 'GET' as const,
	url: `/rest/audienceCounts?q=targetingCriteriaV2&targetingCriteria=${criteria}`,
	restliMethod: 'FINDER',
});
const american = '(or:(urn%3Ali%3AadTargetingFacet%3Alocations:List(urn%3Ali%3Ageo%3A103644278)))';
const parameters = { targetingCriteria: { rules: [rule('and', 'locations', '103644278')] } };

export default defineCase({
	operation: 'targeting:getAudienceSize',
	cases: [
		{
			...adsApp,
			name: 'a location and a skill, without an employer',
			page: 'audienceCounts',
			parameters: {
				targetingCriteria: {
					rules: [
						rule('and', 'locations', 'urn:li:geo:103644278'),
						rule('and', 'skills', 'urn:li:skill:17'),
						rule('exclude', 'employers', 'urn:li:organization:1035'),
					],
				},
			},
			wire: [
				count(
					`(include:(and:List(${american},(or:(urn%3Ali%3AadTargetingFacet%3Askills:List(urn%3Ali%3Askill%3A17))))),exclude:(or:(urn%3Ali%3AadTargetingFacet%3Aemployers:List(urn%3Ali%3Aorganization%3A1035))))`,
				),
			],
			out: [{ total: expect.any(Number), active: expect.any(Number), isTooSmall: false }],
		},
		{
			...adsApp,
			name: 'below 300 members LinkedIn shows 0, and the item says so',
			page: 'audienceCounts',
			given: (simulator) => {
				simulator.faults.add({
					match: { path: /audienceCounts/ },
					times: 1,
					effect: {
						status: 200,
						body: { elements: [{ active: 0, total: 0 }], paging: { start: 0, count: 10, links: [] } },
					},
				});
				return {};
			},
			parameters,
			wire: [count(`(include:(and:List(${american})))`)],
			out: [
				{
					total: 0,
					active: 0,
					isTooSmall: true,
					notice: expect.stringMatching(/fewer than 300 members/),
				},
			],
		},
		{
			...adsApp,
			name: 'less than nothing is no number of members',
			page: 'audienceCounts',
			given: (simulator) => {
				const body = { elements: [{ active: -1, total: -1 }], paging: { start: 0, count: 10, links: [] } };
				simulator.faults.add({ match: { path: /audienceCounts/ }, times: 1, effect: { status: 200, body } });
				return {};
			},
			parameters,
			wire: [count(`(include:(and:List(${american})))`)],
			out: [{ total: null, active: null, isTooSmall: false }],
		},
		{
			...adsApp,
			name: "from JSON, LinkedIn's own counts",
			page: 'audienceCounts',
			parameters: {
				targetingJson: '{"include":{"and":[{"or":{"locations":["urn:li:geo:103644278"]}}]}}',
				output: 'raw',
			},
			wire: [count(`(include:(and:List(${american})))`)],
			out: [{ active: expect.any(Number), total: expect.any(Number) }],
		},
		{
			...adsApp,
			name: 'no targeting',
			page: 'targetingCriteria',
			parameters: {},
			wire: [],
			error: { message: 'Targeting is empty', description: expect.stringContaining('Add a rule') },
		},
		{
			...adsApp,
			name: 'a combination that LinkedIn refuses',
			page: 'targetingCriteria',
			parameters: {
				targetingCriteria: { rules: [rule('and', 'titles', '1'), rule('or', 'seniorities', '4')] },
			},
			wire: [],
			error: { message: expect.stringContaining('titles and seniorities') },
		},
	],
});
