import { readJson, readJsonObject } from '../../../../../nodes/LinkedIn/resources/values/json';

describe('JSON of a field', () => {
	test.each<[string, unknown, unknown]>([
		['text', '[1, {"a": 2}]', [1, { a: 2 }]],
		['what an expression gives', [1], [1]],
		['nothing', '  ', undefined],
	])('%s is read', (_name, given, read) => {
		expect(readJson(given, 'Body', 'Give JSON.')).toEqual(read);
	});

	test('text that breaks off names the field and what to give', () => {
		const refused = () => readJson('{"a": ', 'Body', 'Give JSON.');
		expect(refused).toThrow(expect.objectContaining({ field: 'Body', advice: 'Give JSON.' }));
		expect(refused).toThrow(/^Body isn't valid JSON: ./);
	});
});

describe('a JSON object of a field', () => {
	test.each<[string, unknown, object]>([
		['nothing', '', {}],
		['text', '{"a": 1}', { a: 1 }],
		['an object', { a: 1 }, { a: 1 }],
	])('%s', (_name, given, read) => {
		expect(readJsonObject(given, 'Body', '')).toEqual(read);
	});

	test.each([
		['[1]', 'Body must be an object, not a list'],
		['7', 'Body must be an object, not 7'],
		[null, 'Body must be an object, not null'],
	])('%j is refused', (given, message) => {
		expect(() => readJsonObject(given, 'Body', '')).toThrow(message);
	});
});
