import { LinkedInCommunity } from '../../../nodes/LinkedIn/LinkedInCommunity.node';
import { authenticationField } from '../../../nodes/LinkedIn/resources/fields/authentication';
import { operation, resource } from '../../../nodes/LinkedIn/resources/operation';
import { buildProperties as propertiesOf } from '../../../nodes/LinkedIn/resources/properties';
import { createRouter } from '../../../nodes/LinkedIn/resources/router';
import { InputError } from '../../../nodes/LinkedIn/transport/errors/inputError';
import { creates, posts, run, simulateForEachTest } from './countedWrites';
import { detailsOf } from './errorOutput';

/** Whatever goes wrong in an operation after a create that LinkedIn accepted, Retry On Fail doesn't create again. */

simulateForEachTest();

const failing = operation({
	value: 'fail',
	name: 'Fail',
	action: 'Write and fail',
	description: 'Writes a post, then fails',
	docs: 'https://learn.microsoft.com/',
	access: 'write',
	scopes: { any: [] },
	routing: { restliMethod: 'CREATE', path: '/rest/posts' },
	fields: [],
	async execute(call) {
		await call.linkedin.request({
			...call.routing,
			body: {
				author: 'urn:li:organization:2414183',
				commentary: 'Once',
				visibility: 'PUBLIC',
				distribution: {
					feedDistribution: 'MAIN_FEED',
					targetEntities: [],
					thirdPartyDistributionChannels: [],
				},
				lifecycleState: 'PUBLISHED',
				isReshareDisabledByAuthor: false,
			},
		});
		throw new InputError('Text', 'Text is not nice', 'Run it again.');
	},
});

function failingNode(): LinkedInCommunity {
	const resources = [resource({ value: 'test', name: 'Test', description: 'Test', operations: [failing] })];
	const node = new LinkedInCommunity();
	node.description = {
		...node.description,
		requestOperations: { pagination: createRouter(resources) },
		properties: [authenticationField, ...propertiesOf(resources)],
	};
	return node;
}

test.each(['stopWorkflow', 'continueErrorOutput'] as const)('%s', async (onError) => {
	const { error, outputs } = await run(
		{ resource: 'test', operation: 'fail' },
		{ nodeType: failingNode(), onError, retryOnFail: true, maxTries: 5 },
	);
	expect([posts().length, creates().length]).toEqual([1, 1]);
	const [failed] = outputs[1] ?? [];
	expect(error?.message ?? failed.json.error).toBe(
		`LinkedIn did this (CREATE /rest/posts → ${posts()[0].urn}), but what came after failed: Text is not nice`,
	);
	expect(error?.context?.details ?? detailsOf(failed.json)).toMatchObject({
		code: 'WRITTEN',
		field: null,
		advice: expect.stringMatching(/^Check LinkedIn before you run it again/),
	});
});
