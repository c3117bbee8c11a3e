import type { INodeProperties } from 'n8n-workflow';

import { mergeFields } from '../../../../nodes/LinkedIn/resources/mergeFields';
import type { Operation, Resource } from '../../../../nodes/LinkedIn/resources/operation';

const field = (name: string): INodeProperties => ({ displayName: name, name, type: 'string', default: '' });
const resource = (value: string, operations: Record<string, string[]>): Resource => ({
	value,
	name: value,
	description: '',
	operations: Object.entries(operations).map(
		([operation, names]) => ({ value: operation, fields: names.map(field) }) as unknown as Operation,
	),
});
const shown = (resources: Resource[]) =>
	mergeFields(resources).map(({ name, displayOptions }) => ({ name, ...displayOptions?.show }));

describe('mergeFields', () => {
	it('makes one property of a field that operations of a resource define alike', () => {
		expect(shown([resource('a', { get: ['id'], list: ['limit'], delete: ['id'] })])).toEqual([
			{ name: 'id', resource: ['a'], operation: ['get', 'delete'] },
			{ name: 'limit', resource: ['a'], operation: ['list'] },
		]);
	});

	it('shares one between resources where every pair that n8n would show has the field', () => {
		expect(shown([resource('a', { get: ['id'] }), resource('b', { get: ['id'], list: [] })])).toEqual([
			{ name: 'id', resource: ['a', 'b'], operation: ['get'] },
		]);
	});

	it('keeps two apart where a pair would be shown that lacks the field', () => {
		expect(
			shown([resource('a', { get: ['id'], list: [] }), resource('b', { get: [], list: ['id'] })]),
		).toEqual([
			{ name: 'id', resource: ['a'], operation: ['get'] },
			{ name: 'id', resource: ['b'], operation: ['list'] },
		]);
	});

	it('keeps the order of each operation', () => {
		const names = shown([resource('a', { list: ['limit'], users: ['page', 'limit'] })]).map(
			({ name }) => name,
		);
		expect(names).toEqual(['page', 'limit']);
	});

	it('shows all fields where operations contradict each other', () => {
		const names = shown([resource('a', { one: ['x', 'y'], two: ['y', 'x'] })]).map(({ name }) => name);
		expect(names.sort()).toEqual(['x', 'y']);
	});
});
