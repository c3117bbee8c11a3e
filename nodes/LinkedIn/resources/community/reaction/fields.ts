/** Fields that the operations on reactions share. */
import type { INodeProperties } from 'n8n-workflow';

import { parsePostOrComment, type EntityRef } from '../../../transport/restli/urns/entity';
import { locator, locatorValue } from '../../fields/locator';
import type { Call } from '../../operation';
import { postLocator } from '../../posts/reference';

export const ENTITY = 'Post or Comment';

export const entityField: INodeProperties = postLocator({
	displayName: ENTITY,
	name: 'entity',
	description:
		"Choose one of your pages' newest posts, or enter the link or URN of any post or comment. Get accepts several by ID, separated by commas.",
});

/** Without a default, like Comment As. */
export const reactorField: INodeProperties = locator({
	displayName: 'React As',
	name: 'reactor',
	description: 'Whose reaction it is: yours, or that of a page you can react for',
	searchListMethod: 'searchActors',
});

/** @throws InputError with an example */
export function entityOf(call: Call): EntityRef {
	return parsePostOrComment(locatorValue(call, 'entity', ENTITY, 'comment'), ENTITY);
}
