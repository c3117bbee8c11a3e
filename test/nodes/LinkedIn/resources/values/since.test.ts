import { checkSince, type Dated } from '../../../../../nodes/LinkedIn/resources/values/since';

const chosen: Dated[] = [
	{ name: 'Clicks' },
	{ name: 'Saves', since: '202604' },
	{ name: 'Sends', since: '202608' },
];

test.each<[string, Dated[], string | undefined]>([
	['202609', chosen, undefined],
	['202608', chosen, undefined],
	['202608.01', chosen, undefined],
	['202607', chosen, 'Sends needs API version 202608 or later; this credential uses 202607'],
	[
		'202603',
		[...chosen].reverse(),
		'Sends, Saves need API version 202608 or later; this credential uses 202603',
	],
	['202511', [{ name: 'Clicks' }], undefined],
	['202511', [], undefined],
])('version %s', (version, dated, message) => {
	const check = () => checkSince(version, 'Metrics', dated);
	if (message === undefined) expect(check()).toBeUndefined();
	else expect(check).toThrow(message);
});
