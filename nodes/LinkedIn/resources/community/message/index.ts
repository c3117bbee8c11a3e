import { resource } from '../../operation';
import { send } from './send';

export const message = resource({
	value: 'message',
	name: 'Message (Partners Only)',
	description: 'Messages to members, for apps LinkedIn has approved for messaging',
	operations: [send],
});
