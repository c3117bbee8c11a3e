/** Fields that both credentials share. */
import type { INodeProperties } from 'n8n-workflow';

import { policyTable } from '../nodes/LinkedIn/transport/policy/policyTable';
import { daysLeft, DEFAULT_VERSION, KNOWN_VERSIONS } from '../nodes/LinkedIn/transport/linkedin/version';

/**
 * Version, what to do at its end, and access tier.
 * @param show when they are shown; otherwise n8n passes on only their defaults
 */
export function versionFields(show: Record<string, boolean[]>): INodeProperties[] {
	return [
		{
			displayName: 'API Version',
			name: 'version',
			type: 'options',
			default: DEFAULT_VERSION,
			description: 'LinkedIn supports each monthly version for about a year',
			options: [
				...KNOWN_VERSIONS.filter(({ version }) => daysLeft(version, Date.now()) >= 0).map(
					({ version, endsOn, estimated }) => ({
						name: `${version} (Until ${estimated ? 'about ' : ''}${endsOn})`,
						value: version,
					}),
				),
				{ name: 'Custom', value: 'custom' },
			],
			displayOptions: { show },
		},
		{
			displayName: 'Version',
			name: 'customVersion',
			type: 'string',
			default: '',
			placeholder: 'e.g. 202610',
			description: 'Year and month without a dash',
			displayOptions: { show: { ...show, version: ['custom'] } },
		},
		{
			displayName: 'When the Version Ends',
			name: 'whenVersionEnds',
			type: 'options',
			default: 'moveOn',
			description: 'What to do when LinkedIn switches this version off',
			options: [
				{
					name: 'Switch to a Newer Version',
					value: 'moveOn',
					description: 'Continue with a newer version and add a notice to the first item',
				},
				{
					name: 'Stop With an Error',
					value: 'fail',
					description: 'Fail with a message that says what to do',
				},
			],
			displayOptions: { show },
		},
		{
			displayName: 'Access Tier',
			name: 'tier',
			type: 'options',
			default: 'unknown',
			description:
				'As shown for your app in the developer portal. Development has 500 calls per day and no batch calls; setting it saves calls.',
			options: [
				{ name: 'Unknown', value: 'unknown' },
				{ name: 'Development', value: 'development' },
				{ name: 'Standard', value: 'standard' },
			],
			displayOptions: { show },
		},
	];
}

/** Environment and API host. */
export function environmentFields(show: Record<string, boolean[]>): INodeProperties[] {
	return [
		{
			displayName: 'Environment',
			name: 'environment',
			type: 'options',
			default: 'linkedIn',
			options: [
				{ name: 'LinkedIn', value: 'linkedIn' },
				{
					name: 'Custom',
					value: 'custom',
					description: 'For a gateway in front of LinkedIn, or the simulator',
				},
			],
			displayOptions: { show },
		},
		{
			displayName: 'API Host',
			name: 'apiHost',
			type: 'string',
			default: '',
			placeholder: 'e.g. https://gateway.example.com',
			description:
				'Replaces https://api.linkedin.com. The token is sent there, so it must use https or be this machine.',
			displayOptions: { show: { ...show, environment: ['custom'] } },
		},
	];
}

/** What the owner lets nodes do with the credential. Never hidden: n8n passes on only the defaults of hidden fields. */
export const ruleFields: INodeProperties[] = [
	{
		displayName: 'Access Policy',
		name: 'accessPolicy',
		type: 'options',
		default: 'everything',
		description:
			'What nodes, triggers and AI agents can do with this credential. It never changes the scopes requested from LinkedIn.',
		options: [
			{ name: 'Everything', value: 'everything', description: 'Whatever the LinkedIn app allows' },
			{ name: 'Only Listed Areas', value: 'table', description: 'What the rows below say; all else is off' },
			{ name: 'Read Only', value: 'readOnly', description: 'Read, and change nothing' },
		],
	},
	{
		...policyTable,
		displayName: 'Allowed Areas',
		name: 'accessTable',
		description:
			'What is allowed in each area; of two rows for one area, the lower access counts. A post needs Posts: Write, and for files and a first comment also Media: Write and Comments and Reactions: Write.',
		displayOptions: { show: { accessPolicy: ['table'] } },
	},
	{
		displayName: 'Max Calls a Day',
		name: 'maxCallsADay',
		type: 'number',
		typeOptions: { minValue: 0 },
		default: 0,
		description:
			'Calls that nodes and lists can make per UTC day with this credential; 0 for no limit. Triggers have their own. Each n8n process counts for itself.',
	},
	{
		displayName: 'Highest Daily Budget',
		name: 'highestDailyBudget',
		type: 'number',
		typeOptions: { minValue: 0, numberPrecision: 2 },
		default: 0,
		description:
			"The highest budget per day of a campaign or campaign group, in the ad account's currency; 0 for no limit. Total budgets are divided by their days.",
	},
];

/** Limits that the portal shows. @param show when they are shown */
export function knownLimitFields(show: Record<string, boolean[]>): INodeProperties[] {
	return [
		{
			displayName: 'Known Limits',
			name: 'knownLimits',
			type: 'fixedCollection',
			typeOptions: { multipleValues: true, multipleValueButtonText: 'Add Limit' },
			placeholder: 'Add Limit',
			default: {},
			description:
				'Nothing is sent beyond these. The Analytics tab of your app in the developer portal lists only endpoints that the app called today (UTC): make one call, reload the tab, then copy the limit.',
			displayOptions: { show },
			options: [
				{
					displayName: 'Limits',
					name: 'rows',
					values: [
						{
							displayName: 'Endpoint',
							name: 'endpoint',
							type: 'string',
							default: '',
							placeholder: 'e.g. /rest/posts',
							description: 'As the portal names it, with or without a method; * for all calls',
						},
						{
							displayName: 'Member Limit',
							name: 'memberLimit',
							type: 'number',
							typeOptions: { minValue: 0 },
							default: 0,
							description: 'Calls per member and day; 0 if unknown',
						},
						{
							displayName: 'Application Limit',
							name: 'applicationLimit',
							type: 'number',
							typeOptions: { minValue: 0 },
							default: 0,
							description: 'Calls per day of all members of the app; 0 if unknown',
						},
					],
				},
			],
		},
	];
}
