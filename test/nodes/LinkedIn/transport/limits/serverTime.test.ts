import { serverTime } from '../../../../../nodes/LinkedIn/transport/limits/serverTime';

it.each<[headers: Record<string, string>, expected: number | undefined]>([
	[{ date: 'Mon, 05 Oct 2026 12:00:00 GMT' }, Date.UTC(2026, 9, 5, 12)],
	[{}, undefined],
	[{ date: '' }, undefined],
	[{ date: 'soon' }, undefined],
	// From a cache, made at an unknown time.
	[{ date: 'Mon, 05 Oct 2026 12:00:00 GMT', age: '3600' }, undefined],
])('%j was made at %p', (headers, expected) => {
	expect(serverTime(headers)).toBe(expected);
});
