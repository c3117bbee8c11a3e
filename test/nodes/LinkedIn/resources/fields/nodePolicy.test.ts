import { optionsOf } from '../../../../../nodes/LinkedIn/resources/fields/nodePolicy';

test('options are a collection', () => {
	expect(optionsOf({ maxWait: 1 })).toEqual({ maxWait: 1 });
});

test.each([undefined, null, '', 'withReads', [], 1])(
	'options that are %p hide what a node may do, and are refused',
	(given) => {
		expect(() => optionsOf(given)).toThrow("Options can't be read");
	},
);
