import { defineCase } from '../../../../../cases';
import { ACCOUNT, adsApp } from '../connection';
import { ACME_URN, answer, days, get, IDENTITY, range, wireRange } from './answers';

const when = `&timeGranularity=ALL&${wireRange(30, 1)}&accounts=List(${ACME_URN})&fields=`;
const EVENTS =
	'eventViews,eventViewsOver15Seconds,eventViewsOver30Seconds,eventViewsOver2Minutes,eventWatchTime,averageEventWatchTime';

export default defineCase({
	operation: 'report:get',
	cases: [
		{
			name: 'live events by their stage: counts that are left out are zero, averages and costs are not',
			page: 'reportSchema',
			about: 'event metrics, EVENT_STAGE',
			...adsApp,
			given: (simulator) => {
				const row = { pivotValues: ['LIVE'], dateRange: range(30, 1) };
				answer(simulator, [{ ...row, eventViews: 12, eventWatchTime: 300, averageEventWatchTime: 25.5 }]);
				return days();
			},
			parameters: {
				account: ACCOUNT,
				pivots: ['EVENT_STAGE'],
				metricSets: ['events'],
				metrics: ['costPerEventView'],
				resolveNames: false,
			},
			wire: [
				get(`/rest/adAnalytics?q=analytics&pivot=EVENT_STAGE${when}${EVENTS},costPerEventView,${IDENTITY}`),
			],
			out: [
				{
					eventStageName: 'Live',
					eventStageId: 'LIVE',
					eventStageUrn: null,
					eventStageUrl: null,
					start: '${day30}',
					end: '${day1}',
					eventViews: 12,
					eventViewsOver15Seconds: 0,
					eventViewsOver30Seconds: 0,
					eventViewsOver2Minutes: 0,
					eventWatchTime: 300,
					averageEventWatchTime: 25.5,
					costPerEventView: null,
				},
			],
		},
		{
			name: 'an objective alone asks the finder of several pivots; decimals as text become numbers',
			page: 'reportSchema',
			about: 'OBJECTIVE_TYPE, decimal metrics',
			...adsApp,
			given: (simulator) => {
				const row = { pivotValues: ['LEAD_GENERATION'], dateRange: range(30, 1) };
				answer(simulator, [{ ...row, costPerQualifiedLead: '12.50', jobApplications: '3' }]);
				return days();
			},
			parameters: {
				account: ACCOUNT,
				pivots: ['OBJECTIVE_TYPE'],
				metricSets: [],
				metrics: ['costPerQualifiedLead', 'jobApplications', 'validWorkEmailLeads', 'averageDwellTime'],
				resolveNames: false,
			},
			wire: [
				get(
					`/rest/adAnalytics?q=statistics&pivots=List(OBJECTIVE_TYPE)${when}costPerQualifiedLead,jobApplications,validWorkEmailLeads,averageDwellTime,${IDENTITY}`,
				),
			],
			out: [
				expect.objectContaining({
					objectiveTypeName: 'Lead generation',
					objectiveTypeId: 'LEAD_GENERATION',
					costPerQualifiedLead: 12.5,
					jobApplications: 3,
					validWorkEmailLeads: 0,
					averageDwellTime: null,
				}),
			],
		},
		{
			name: 'the counties of members',
			page: 'reportSchema',
			about: 'MEMBER_COUNTY',
			...adsApp,
			given: (simulator) => {
				answer(simulator, [{ pivotValues: ['urn:li:geo:102095887'], dateRange: range(30, 1), clicks: 3 }]);
				return days();
			},
			parameters: {
				account: ACCOUNT,
				pivots: ['MEMBER_COUNTY'],
				metricSets: [],
				metrics: ['clicks'],
				resolveNames: false,
			},
			wire: [get(`/rest/adAnalytics?q=analytics&pivot=MEMBER_COUNTY${when}clicks,${IDENTITY}`)],
			out: [expect.objectContaining({ memberCountyUrn: 'urn:li:geo:102095887', clicks: 3 })],
		},
		{
			name: 'clicks by event stage are refused before any call',
			page: 'reportSchema',
			about: 'EVENT_STAGE',
			...adsApp,
			parameters: { account: ACCOUNT, pivots: ['EVENT_STAGE'], metricSets: [], metrics: ['clicks'] },
			wire: [],
			error: { message: "LinkedIn doesn't provide clicks by event stage" },
		},
	],
});
