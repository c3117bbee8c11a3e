import type { INodePropertyCollection, INodePropertyOptions } from 'n8n-workflow';

import {
	notAllowed,
	readPolicy,
	type AccessPolicy,
} from '../../../../../nodes/LinkedIn/transport/policy/accessPolicy';
import { AREAS, LEVELS } from '../../../../../nodes/LinkedIn/transport/policy/areas';
import { policyTable } from '../../../../../nodes/LinkedIn/transport/policy/policyTable';

/** What the table of a policy offers, how it's read, and the way out of a refusal. */

const TABLE: AccessPolicy = { kind: 'table', levels: {} };

test.each<['credential' | 'node', AccessPolicy, string]>([
	['credential', { kind: 'readOnly' }, 'Access Policy in the credential.'],
	['credential', TABLE, 'Access Policy → Allowed Areas in the credential.'],
	['node', { kind: 'readOnly' }, 'This Node May in the options of this node.'],
	['node', TABLE, 'This Node May → Allowed Areas in the options of this node.'],
])('a refusal by the policy of a %s names the field: %j', (kind, policy, where) => {
	const need = { area: 'posts', access: 'write' } as const;
	const { advice } = notAllowed(policy, { kind, name: 'Mine' }, need, 'Post: Create').details;
	expect(advice).toBe(`Nothing was sent to LinkedIn. Its owner can allow it under ${where}`);
});

test('of two rows for an area the lower access counts', () => {
	const rows = ['full', 'read', 'write'].map((access) => ({ area: 'posts', access }));
	expect(readPolicy('table', { rows }, 'Access Policy')).toEqual({
		kind: 'table',
		levels: { posts: 'read' },
	});
});

describe('the table', () => {
	const { values } = (policyTable.options as INodePropertyCollection[])[0];
	const [area, access] = values.map((field) => ({
		byDefault: field.default,
		choices: field.options as INodePropertyOptions[],
	}));

	// n8n doesn't save what is as the default, so it would show a saved choice as none.
	test.each([
		['area', area, Object.keys(AREAS)],
		['access', access, [...LEVELS]],
	])('has every %s, each with a description, and none of them by default', (_what, field, all) => {
		expect(field.choices.map(({ value }) => value).sort()).toEqual([...all].sort());
		expect(field.choices.filter(({ description }) => !description)).toEqual([]);
		expect(field.choices.map(({ value }) => value)).not.toContain(field.byDefault);
	});

	test.each([
		['neither', {}],
		['no access', { area: 'posts' }],
		['no area', { access: 'full' }],
	])('allows nothing with a row that has %s', (_what, chosen) => {
		const row = { area: area.byDefault, access: access.byDefault, ...chosen };
		expect(() => readPolicy('table', { rows: [row] }, 'Access Policy')).toThrow(
			'A row under Allowed Areas has no valid area or access',
		);
	});
});
