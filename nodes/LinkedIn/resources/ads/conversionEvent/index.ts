import { resource } from '../../operation';
import { send } from './send';

export const conversionEvent = resource({
	value: 'conversionEvent',
	name: 'Conversion Event',
	description: 'Conversions that happened outside LinkedIn',
	operations: [send],
});
