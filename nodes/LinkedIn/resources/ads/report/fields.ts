/** The fields of a report, in the order of the form. */
import type { INodeProperties } from 'n8n-workflow';

import { locator } from '../../fields/locator';
import { postLocator } from '../../posts/reference';
import { campaignField, campaignGroupField, creativeField, filterBy } from '../fields/fields';
import { METRIC_OPTIONS } from './metrics';
import { DATE_RANGE_OPTIONS } from './period';
import { PIVOT_OPTIONS } from './pivots';

const whenPerformance = { displayOptions: { show: { reportType: ['performance'] } } };
const whenCustom = { displayOptions: { show: { dateRange: ['custom'] } } };

const ONLY = 'Only this one; by ID several, separated by commas, or a list from an expression';

const ACCOUNTS = 'https://www.linkedin.com/campaignmanager/accounts/507404993';

export const reportFields: INodeProperties[] = [
	locator({
		displayName: 'Account',
		name: 'account',
		description:
			'The ad account; by ID several, separated by commas. May stay empty where campaign groups, campaigns, creatives or shares are given, but their names can then not be resolved.',
		searchListMethod: 'searchAdAccounts',
		examples: { url: ACCOUNTS, id: '507404993 or urn:li:sponsoredAccount:507404993' },
		isOptional: true,
	}),
	{
		displayName: 'Report Type',
		name: 'reportType',
		type: 'options',
		default: 'performance',
		options: [
			{
				name: 'Attributed Revenue',
				value: 'revenue',
				description:
					'Revenue and opportunities from a CRM that is connected in Business Manager: one account, by account, campaign group or campaign, 30 to 366 days of the last year',
			},
			{
				name: 'Performance',
				value: 'performance',
				description: 'Impressions, clicks, costs, engagement, leads and conversions',
			},
		],
	},
	{
		displayName: 'Split By',
		name: 'pivots',
		type: 'multiOptions',
		default: ['CAMPAIGN'],
		options: PIVOT_OPTIONS,
		description:
			'One to three pivots: a row each for every combination that had activity. What begins with Member is approximate, comes 12 to 24 hours late and leaves out values of fewer than three events.',
	},
	{
		displayName: 'Metric Sets',
		name: 'metricSets',
		type: 'multiOptions',
		default: ['delivery'],
		options: [
			{ name: 'Conversions', value: 'conversions', description: 'Website conversions and their value' },
			{ name: 'Delivery', value: 'delivery', description: 'Impressions, clicks and costs' },
			{ name: 'Engagement', value: 'engagement', description: 'Reactions, comments, shares and follows' },
			{ name: 'Events', value: 'events', description: 'Views of live events and how long they were watched' },
			{ name: 'Leads', value: 'leads', description: 'Lead forms opened and sent' },
			{ name: 'Video', value: 'video', description: 'Views and how far they went' },
		],
		description:
			'Metrics that belong together. LinkedIn gives 18 metrics a call, so more of them cost a further call for each 18. By what members are, and by the stage of an event, those that LinkedIn does not give are left out.',
		...whenPerformance,
	},
	{
		displayName: 'Metrics',
		name: 'metrics',
		type: 'multiOptions',
		default: [],
		options: METRIC_OPTIONS,
		description: 'Single metrics beside the sets, by the names that LinkedIn gives them',
		...whenPerformance,
	},
	{
		displayName: 'Date Range',
		name: 'dateRange',
		type: 'options',
		default: 'last30Days',
		options: DATE_RANGE_OPTIONS,
		description:
			"Last so many days end yesterday, in the workflow's time zone; weeks begin on Monday; what is called This ends today",
	},
	{
		displayName: 'Start Date',
		name: 'start',
		type: 'dateTime',
		default: '',
		required: true,
		description: 'First day of the report, as it is written; times and zones do not count',
		...whenCustom,
	},
	{
		displayName: 'End Date',
		name: 'end',
		type: 'dateTime',
		default: '',
		description: 'Last day of the report, part of it. Leave empty for today.',
		...whenCustom,
	},
	{
		displayName: 'Split By Time',
		name: 'timeGranularity',
		type: 'options',
		default: 'ALL',
		options: [
			{ name: 'Total', value: 'ALL' },
			{ name: 'Daily', value: 'DAILY', description: 'LinkedIn keeps single days for about six months' },
			{ name: 'Monthly', value: 'MONTHLY' },
			{ name: 'Yearly', value: 'YEARLY' },
		],
		description: 'Whether to get one row for all the time or one for each day, month or year',
		...whenPerformance,
	},
	{
		displayName: 'Compare With Previous Period',
		name: 'compare',
		type: 'boolean',
		default: false,
		description:
			'Whether to add the numbers of the period of the same length directly before, and the change as a fraction (0.25 is a quarter more). Whole months are compared with as many months before. Costs as many calls again.',
	},
	{
		displayName: 'Resolve Names',
		name: 'resolveNames',
		type: 'boolean',
		default: true,
		description:
			'Whether to read the names of accounts, campaign groups, campaigns, creatives, companies, industries, titles and places. Costs a call for each hundred of a kind; the scope r_ads is needed for what stands under an ad account.',
	},
	{
		displayName: 'Additional Fields',
		name: 'additionalFields',
		type: 'collection',
		placeholder: 'Add Field',
		default: {},
		options: [
			filterBy(campaignGroupField, 'campaignGroups', ONLY),
			filterBy(campaignField, 'campaigns', ONLY),
			filterBy(creativeField, 'creatives', ONLY),
			{
				displayName: 'Further Metrics',
				name: 'furtherMetrics',
				type: 'string',
				default: '',
				placeholder: 'e.g. oneMetric, anotherMetric',
				description: 'Names of metrics that the list does not have yet, separated by commas',
			},
			postLocator({
				displayName: 'Shares',
				name: 'shares',
				description:
					'Only ads of this post; by ID several URNs, separated by commas, or a list from an expression. Deleted posts cannot be asked for; use their creatives.',
				isOptional: true,
			}),
		],
	},
];
