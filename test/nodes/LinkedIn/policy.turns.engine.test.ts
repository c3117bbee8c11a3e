import type { INodeParameters } from 'n8n-workflow';

import { connect, CREATE_POST, run, simulateForEachTest, simulator } from './connectedRun';
import { needed } from './resources/ads/campaign/campaigns';
import { ACCOUNT, adsApp, byId } from './resources/ads/connection';

/**
 * n8n evaluates an expression again for each reader of a field, and what it changes in the item stays. So a field can
 * be one thing when the policy is checked and another when it's sent.
 */

simulateForEachTest();

const turning = (turn: number, before: string, after: string) =>
	`={{ ($json.n = ($json.n ?? 0) + 1) < ${turn} ? '${before}' : '${after}' }}`;
const turns = (most: number) => Array.from({ length: most }, (_, index) => index + 1);

test.each(turns(12))(
	'an expression that turns into a deletion when it is evaluated for the %d. time sends none',
	async (turn) => {
		const method = turning(turn, 'GET', 'DELETE');
		const path = '/rest/posts/urn%3Ali%3Ashare%3A1';
		const parameters = { resource: 'api', operation: 'call', method, path };
		await run(parameters, connect({ fields: { accessPolicy: 'readOnly' } }));
		expect(simulator.requests.filter(({ method: sent }) => sent !== 'GET')).toEqual([]);
	},
);

test.each(turns(12))(
	'what the policy was checked for is what is sent, of an expression that turns for the %d. time',
	async (turn) => {
		const method = turning(turn, 'CREATE', 'DELETE');
		const path = '/rest/posts/urn%3Ali%3Ashare%3A1';
		const options = { validateOnly: 'withoutCalls' };
		const parameters = { resource: 'api', operation: 'call', method, path, body: '{}', options };
		const { outputs } = await run(parameters, connect());
		const [{ access, request }] = outputs[0].map(({ json }) => json);
		expect(access).toBe((request as { method: string }).method === 'CREATE' ? 'write' : 'full');
	},
);

test.each(turns(8))(
	'Validate Only that turns off when it is evaluated for the %d. time sends nothing twice',
	async (turn) => {
		const options = { validateOnly: turning(turn, 'withoutCalls', 'off') };
		const parameters = { ...CREATE_POST, text: '={{ $json.text }}', options };
		// The second item fails, so all are tried again.
		const items = [{ text: 'Once' }, { text: '' }];
		await run(parameters, connect(), { items, retryOnFail: true, maxTries: 3 });
		expect(simulator.requests.filter(({ method }) => method === 'POST').length).toBeLessThanOrEqual(1);
	},
);

type Ads = (status: string) => INodeParameters;
const page = byId('2414183');
const post = byId('urn:li:share:7045020441609936898');

const ADS: Array<[resource: string, operation: string, of: Ads]> = [
	['campaign', 'update', (status) => ({ campaign: byId('1001'), updateFields: { status } })],
	['campaign', 'create', (status) => ({ ...needed, associatedEntity: page, status })],
	['campaignGroup', 'update', (status) => ({ campaignGroup: byId('1001'), updateFields: { status } })],
	['campaignGroup', 'create', (status) => ({ name: 'G', status })],
	['adAccount', 'update', (status) => ({ updateFields: { status } })],
	[
		'adAccount',
		'create',
		(status) => ({ name: 'A', currency: 'EUR', reference: page, additionalFields: { status } }),
	],
	['creative', 'update', (status) => ({ creative: byId('2001'), updateFields: { intendedStatus: status } })],
	[
		'creative',
		'create',
		(status) => ({ campaign: byId('1001'), contentType: 'post', post, intendedStatus: status }),
	],
];
const HARMLESS: Record<string, string> = { 'adAccount update': '', create: 'DRAFT', update: 'PAUSED' };

test.each(ADS)('a status of %s: %s that turns into ACTIVE is never sent', async (resource, operation, of) => {
	const before = HARMLESS[`${resource} ${operation}`] ?? HARMLESS[operation];
	const fields = {
		accessPolicy: 'table',
		accessTable: { rows: [{ area: 'ads', access: 'write' }] },
	};
	const credential = connect({ ...adsApp, fields });
	const codes: unknown[] = [];
	for (const turn of turns(40)) {
		const parameters = { resource, operation, account: ACCOUNT, ...of(turning(turn, before, 'ACTIVE')) };
		const { error } = await run(parameters, credential, { node: 'linkedInAds' });
		codes.push((error?.context.details as { code?: string } | undefined)?.code);
	}
	const bodies = simulator.requests.map(({ body }) => String(body));
	expect(bodies.filter((body) => body.includes('ACTIVE'))).toEqual([]);
	// Refused at once, and later by what would be sent.
	expect(codes[0]).toBe('NOT_ALLOWED');
	expect(codes.slice(1)).toContain('NOT_ALLOWED');
});
