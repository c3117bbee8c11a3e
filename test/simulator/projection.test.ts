import { project, readProjection } from './projection';

/** Checked against docs.projections. */

describe('fields', () => {
	it.each([
		['q=owner', undefined],
		['fields=id,name', { id: undefined, name: undefined }],
		[
			'a=1&fields=id,form:(name,content:(questions))',
			{ id: undefined, form: { name: undefined, content: { questions: undefined } } },
		],
		['fields=baz:($*:(beep))', { baz: { '$*': { beep: undefined } } }],
	])('are read: %s', (query, expected) => {
		expect(readProjection(query)).toEqual(expected);
	});

	const pick = (fields: string, entity: object) =>
		project(entity, readProjection(`fields=${fields}`) ?? {}, 'GET');

	it.each<[string, object, object]>([
		['a,c', { a: 1, b: 2 }, { a: 1 }],
		['a:(b)', { a: { b: 1, c: 2 } }, { a: { b: 1 } }],
		['a:(b)', { a: [{ b: 1, c: 2 }, { c: 3 }] }, { a: [{ b: 1 }, {}] }],
		['a:(b)', { a: 'text' }, { a: 'text' }],
		['a:($*:(b))', { a: { x: { b: 1, c: 2 }, y: { b: 3 } } }, { a: { x: { b: 1 }, y: { b: 3 } } }],
	])('%s of %j', (fields, entity, expected) => {
		expect(pick(fields, entity)).toEqual(expected);
	});
});
