/** Fields that both credentials share. */
import type { INodeProperties } from 'n8n-workflow';

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
