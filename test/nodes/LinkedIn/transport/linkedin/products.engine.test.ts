import { NodeConnectionTypes, type ICredentialDataDecryptedObject, type INodeType } from 'n8n-workflow';

import { productsOf } from '../../../../../nodes/LinkedIn/transport/linkedin/products';
import { runNode } from '../../../../engine/run';

/** What n8n itself makes of a saved credential, with defaults, without hidden fields and with resolved expressions. */

const TYPE = 'linkedInSuiteOAuth2Api';

const reader: INodeType = {
	description: {
		displayName: 'Reader',
		name: 'reader',
		group: ['transform'],
		version: 1,
		description: 'Gives out what a node gets of a credential',
		defaults: { name: 'Reader' },
		inputs: [NodeConnectionTypes.Main],
		outputs: [NodeConnectionTypes.Main],
		credentials: [{ name: TYPE, required: true }],
		properties: [],
	},
	async execute() {
		const fields = await this.getCredentials(TYPE);
		return [[{ json: { scope: fields.scope as string, products: [...productsOf(fields)] } }]];
	},
};

const SELF_SERVE = { products: ['signIn', 'share'], scope: 'openid profile email w_member_social' };
const ADVERTISING =
	'r_ads rw_ads r_ads_reporting r_organization_social w_organization_social rw_organization_admin w_member_social';

describe('a credential as n8n hands it over', () => {
	it.each<[saved: ICredentialDataDecryptedObject, expected: { products: string[]; scope: string }]>([
		[{}, SELF_SERVE],
		[{ appHas: 'advertising' }, { products: ['advertising'], scope: `${ADVERTISING} r_basicprofile` }],
		[
			{ appHas: 'choose', products: ['leadSync', 'advertising'] },
			{
				products: ['leadSync', 'advertising'],
				scope: `r_marketing_leadgen_automation ${ADVERTISING} r_basicprofile`,
			},
		],
		[
			{ appHas: 'choose', products: ['leadSync', 'eventsManagement'] },
			{
				products: ['leadSync', 'eventsManagement'],
				scope: 'r_marketing_leadgen_automation r_ads r_organization_admin r_events rw_events',
			},
		],
		[
			{ appHas: 'advertising', advanced: true, leaveOutScopes: 'w_member_social, r_basicprofile' },
			{ products: ['advertising'], scope: ADVERTISING.replace(' w_member_social', '') },
		],
		[{ appHas: 'choose', products: [] }, SELF_SERVE],
		[{ appHas: 'choose' }, SELF_SERVE],
		// Created over REST without Your App Has, so its default counts.
		[{ products: ['advertising'] }, SELF_SERVE],
		[
			{ advanced: true, additionalScopes: 'r_events', leaveOutScopes: 'email' },
			{ ...SELF_SERVE, scope: 'openid profile w_member_social r_events' },
		],
	])('with %j', async (saved, expected) => {
		const { outputs, error } = await runNode({
			node: 'reader',
			nodeType: reader,
			credentials: { type: TYPE, data: { clientId: 'a', clientSecret: 'b', ...saved } },
		});
		expect(error).toBeUndefined();
		expect(outputs[0].map(({ json }) => json)).toEqual([expected]);
	});
});
