import { isoTime } from '../../../../../nodes/LinkedIn/transport/answers/isoTime';

test.each([
	[1798794000000, '2027-01-01T09:00:00.000Z'],
	[0, '1970-01-01T00:00:00.000Z'],
	[1e20, null],
	[-1e20, null],
	[NaN, null],
	[Infinity, null],
	[undefined, null],
	[null, null],
	['1798794000000', null],
	[{}, null],
])('%p is %p', (epochMs, text) => {
	expect(isoTime(epochMs)).toBe(text);
});
