/** What n8n's editor shows below a node as soon as its fields say it: what can't be undone, or doesn't happen. */
import type { NodeHint } from 'n8n-workflow';

const validateOnlyHint: NodeHint = {
	message: 'Validate Only is on: this node checks everything and sends nothing.',
	type: 'info',
	location: 'ndv',
	whenToDisplay: 'always',
	displayCondition:
		'={{ ["withReads", "withoutCalls"].includes(($parameter["options"] || {})["validateOnly"]) }}',
};

export const communityHints: NodeHint[] = [
	{
		message: 'Closing the comments permanently deletes all comments on the post.',
		type: 'warning',
		location: 'ndv',
		whenToDisplay: 'always',
		displayCondition:
			'={{ $parameter["operation"] === "setCommentsState" && $parameter["commentsState"] === "CLOSED" }}',
	},
	validateOnlyHint,
];

/** A status stands in the form itself when something is created, and among the changes when it's updated. */
export const adsHints: NodeHint[] = [
	{
		message: 'Active spends money: ads are served as soon as LinkedIn has approved them.',
		type: 'warning',
		location: 'ndv',
		whenToDisplay: 'always',
		displayCondition:
			'={{ ["campaign", "campaignGroup", "creative"].includes($parameter["resource"]) && ($parameter["operation"] === "create" ? [$parameter["status"], $parameter["intendedStatus"]] : $parameter["operation"] === "update" ? [($parameter["updateFields"] || {})["status"], ($parameter["updateFields"] || {})["intendedStatus"]] : []).includes("ACTIVE") }}',
	},
	validateOnlyHint,
];
