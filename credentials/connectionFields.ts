/** Fields that both credentials have. */
import type { INodeProperties } from 'n8n-workflow';

import { daysLeft, DEFAULT_VERSION, KNOWN_VERSIONS } from '../nodes/LinkedIn/transport/linkedin/version';

/**
 * Version, what to do at its end, and access tier.
 * @param show what has to be chosen for them to show; n8n then hands on only their defaults where it is not
 */
export function versionFields(show: Record<string, boolean[]>): INodeProperties[] {
	return [
		{
			displayName: 'API Version',
			name: 'version',
			type: 'options',
			default: DEFAULT_VERSION,
			description: 'LinkedIn keeps each monthly version alive for about a year',
			options: [
				...KNOWN_VERSIONS.filter(({ version }) => daysLeft(version, Date.now()) >= 0).map(
					({ version, endsOn, estimated }) => ({
						name: `${version} (Until ${estimated ? 'about ' : ''}${endsOn})`,
						value: version,
					}),
				),
				{ name: 'Another One …', value: 'custom' },
			],
			displayOptions: { show },
		},
		{
			displayName: 'Version',
			name: 'customVersion',
			type: 'string',
			default: '',
			placeholder: 'e.g. 202610',
			description: 'Year and month without a dash, as LinkedIn writes it',
			displayOptions: { show: { ...show, version: ['custom'] } },
		},
		{
			displayName: 'When The Version Ends',
			name: 'whenVersionEnds',
			type: 'options',
			default: 'moveOn',
			description: 'What to do on the day LinkedIn switches this version off',
			options: [
				{
					name: 'Pin, Then Move On',
					value: 'moveOn',
					description: 'Go on with a newer version and say so on the first item',
				},
				{
					name: 'Pin: Fail When It Ends',
					value: 'fail',
					description: 'Fail with a message that names the way out',
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
				'As the developer portal shows it for your app. Development has 500 calls a day and no batch calls; knowing it saves calls.',
			options: [
				{ name: 'Not Sure', value: 'unknown' },
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
					name: 'My Own Hosts',
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
				'Stands in for https://api.linkedin.com. The token is sent there, so it must be https, or this machine.',
			displayOptions: { show: { ...show, environment: ['custom'] } },
		},
	];
}
