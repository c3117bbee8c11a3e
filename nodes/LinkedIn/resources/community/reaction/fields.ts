/** Fields that the operations on reactions share. */
import type { INodeProperties } from 'n8n-workflow';

import type { Call } from '../../define';
import { locator, plainText } from '../../fields';
import { parsePostOrComment, type EntityRef } from '../../../transport/restli/urn';

export const ENTITY = 'Post or Comment';

export const entityField: INodeProperties = {
	displayName: ENTITY,
	name: 'entity',
	type: 'string',
	required: true,
	default: '',
	placeholder: 'e.g. https://www.linkedin.com/feed/update/urn:li:activity:7094637247890620418',
	description: 'URN or link of the post or comment; Get takes several, separated by commas',
};

export const reactorField: INodeProperties = locator({
	displayName: 'React As',
	name: 'reactor',
	description: 'Whose reaction it is: the member behind this connection, or a page it may react for',
	searchListMethod: 'searchActors',
	defaultsToMe: true,
});

/** @throws InputError with an example */
export function entityOf(call: Call): EntityRef {
	return parsePostOrComment(plainText(call.parameter<unknown>('entity', ''), ENTITY), ENTITY);
}
