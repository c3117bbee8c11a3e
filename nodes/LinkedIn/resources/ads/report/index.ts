import { resource } from '../../operation';
import { get } from './get';

export const report = resource({
	value: 'report',
	name: 'Report',
	description: 'Impressions, clicks, costs, leads and conversions of ads',
	operations: [get],
});
