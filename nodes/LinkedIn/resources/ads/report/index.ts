import { resource } from '../../define';
import { get } from './get';

export const report = resource({
	value: 'report',
	name: 'Report',
	description: 'Impressions, clicks, costs, leads and conversions of ads',
	operations: [get],
});
