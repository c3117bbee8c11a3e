import type { INodeParameters } from 'n8n-workflow';

import { buildWorkflow, knownTypes, nodeInWorkflow, nodeTypeOf } from '../../engine/workflow';

/** The hints that n8n's editor shows for a node, as it decides it: by their condition, read like an expression. */

const CLOSING = 'Closing the comments permanently deletes all comments on the post.';
const SPENDING = 'Active spends money: ads are served as soon as LinkedIn has approved them.';
const VALIDATING = 'Validate Only is on: this node checks everything and sends nothing.';

function hintsOf(node: 'linkedInCommunity' | 'linkedInAds', parameters: INodeParameters): string[] {
	const nodeType = nodeTypeOf({ node, parameters });
	const placed = nodeInWorkflow({ node, parameters }, nodeType);
	const { expression } = buildWorkflow([placed], {}, knownTypes({ [placed.type]: nodeType }));
	return (nodeType.description.hints ?? [])
		.filter(({ displayCondition }) =>
			expression.getSimpleParameterValue(placed, displayCondition, 'internal', {}),
		)
		.map(({ message }) => message);
}

const ads = (resource: string, operation: string, more: INodeParameters) => ({
	resource,
	operation,
	...more,
});
const updateTo = (resource: string, updateFields: INodeParameters) =>
	ads(resource, 'update', { updateFields });

test.each<[INodeParameters, string[]]>([
	[ads('campaign', 'create', { status: 'ACTIVE' }), [SPENDING]],
	[ads('campaign', 'create', { status: 'DRAFT' }), []],
	[ads('campaignGroup', 'create', { status: 'ACTIVE' }), [SPENDING]],
	[ads('creative', 'create', { intendedStatus: 'ACTIVE' }), [SPENDING]],
	[updateTo('campaign', { status: 'ACTIVE' }), [SPENDING]],
	[updateTo('campaign', { status: 'PAUSED' }), []],
	[updateTo('campaign', {}), []],
	[updateTo('creative', { intendedStatus: 'ACTIVE' }), [SPENDING]],
	[
		ads('campaign', 'create', { status: 'ACTIVE', options: { validateOnly: 'withReads' } }),
		[SPENDING, VALIDATING],
	],
	[ads('campaign', 'get', { options: { validateOnly: 'withoutCalls' } }), [VALIDATING]],
	[ads('campaign', 'get', { options: { validateOnly: 'off' } }), []],
])('ads: %j', (parameters, expected) => {
	expect(hintsOf('linkedInAds', parameters)).toEqual(expected);
});

const comments = (commentsState: string) => ({
	resource: 'engagement',
	operation: 'setCommentsState',
	commentsState,
});

test.each<[INodeParameters, string[]]>([
	[comments('CLOSED'), [CLOSING]],
	[comments('OPEN'), []],
	[{ resource: 'post', operation: 'create' }, []],
	[{ resource: 'post', operation: 'create', options: { validateOnly: 'withoutCalls' } }, [VALIDATING]],
])('posts and pages: %j', (parameters, expected) => {
	expect(hintsOf('linkedInCommunity', parameters)).toEqual(expected);
});
