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

const ONLY = 'Only this one, or several IDs separated by commas or as a list from an expression';

const ACCOUNTS = 'https://www.linkedin.com/campaignmanager/accounts/507404993';

export const reportFields: INodeProperties[] = [
	locator({
		displayName: 'Account',
		name: 'account',
		description:
			"The ad account, or several IDs separated by commas. Optional if campaign groups, campaigns, creatives or shares are set, but their names then can't be resolved.",
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
					'Revenue and opportunities from a CRM connected in Business Manager: one account, by account, campaign group or campaign, 30 to 366 days of the last year',
			},
			{
				name: 'Performance',
				value: 'performance',
				description: 'Impressions, clicks, costs, engagement, leads and conversions',
			},
		],
	},
	{
		displayName: 'Break Down By',
		name: 'pivots',
		type: 'multiOptions',
		default: ['CAMPAIGN'],
		options: PIVOT_OPTIONS,
		description:
			'One to three pivots, with a row for each combination that had activity. Pivots that start with Member are approximate, 12 to 24 hours late, and omit values under three events.',
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
			{ name: 'Events', value: 'events', description: 'Views and watch time of live events' },
			{ name: 'Leads', value: 'leads', description: 'Lead forms opened and submitted' },
			{ name: 'Video', value: 'video', description: 'Views and how far members watched' },
		],
		description:
			"Groups of metrics. LinkedIn returns 18 metrics per call, so more of them need more calls. With Event Stage and pivots that start with Member, metrics that LinkedIn doesn't provide are left out.",
		...whenPerformance,
	},
	{
		displayName: 'Metrics',
		name: 'metrics',
		type: 'multiOptions',
		default: [],
		options: METRIC_OPTIONS,
		description: "Single metrics in addition to the sets, by LinkedIn's names",
		...whenPerformance,
	},
	{
		displayName: 'Date Range',
		name: 'dateRange',
		type: 'options',
		default: 'last30Days',
		options: DATE_RANGE_OPTIONS,
		description:
			"In the workflow's time zone. Last N Days ends yesterday; This … ends today. Weeks start on Monday.",
	},
	{
		displayName: 'Start Date',
		name: 'start',
		type: 'dateTime',
		default: '',
		required: true,
		description: 'First day of the report. Times and time zones are ignored.',
		...whenCustom,
	},
	{
		displayName: 'End Date',
		name: 'end',
		type: 'dateTime',
		default: '',
		description: 'Last day of the report, included. Leave empty for today.',
		...whenCustom,
	},
	{
		displayName: 'Time Interval',
		name: 'timeGranularity',
		type: 'options',
		default: 'ALL',
		options: [
			{ name: 'Total', value: 'ALL' },
			{ name: 'Daily', value: 'DAILY', description: 'LinkedIn keeps daily data for about six months' },
			{ name: 'Monthly', value: 'MONTHLY' },
			{ name: 'Yearly', value: 'YEARLY' },
		],
		description: 'Whether to get one row for the whole period or one per day, month or year',
		...whenPerformance,
	},
	{
		displayName: 'Compare With Previous Period',
		name: 'compare',
		type: 'boolean',
		default: false,
		description:
			'Whether to add the numbers of the preceding period of the same length, and the change as a fraction (0.25 is 25% more). Whole months are compared with whole months. Doubles the number of calls.',
	},
	{
		displayName: 'Resolve Names',
		name: 'resolveNames',
		type: 'boolean',
		default: true,
		description:
			'Whether to get the names of accounts, campaign groups, campaigns, creatives, companies, industries, titles and places, with one call per 100 of each. Names within an ad account need the scope r_ads.',
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
				description: "Names of metrics that aren't in the list yet, separated by commas",
			},
			postLocator({
				displayName: 'Shares',
				name: 'shares',
				description:
					'Only ads of this post, or several URNs separated by commas or as a list from an expression. For deleted posts, use their creatives.',
				isOptional: true,
			}),
		],
	},
];
