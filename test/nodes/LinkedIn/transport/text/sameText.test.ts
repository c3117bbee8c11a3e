import { isSameText } from '../../../../../nodes/LinkedIn/transport/text/sameText';

it.each<[what: string, shown: string, sent: string]>([
	['as it is', 'Once', 'Once'],
	['blanks at the ends', 'Once', '  Once \n'],
	['several blanks', 'One two', 'One   two'],
	['line ends of Windows', 'One\ntwo', 'One\r\ntwo'],
	['empty lines', 'One\ntwo', 'One\n\n\ntwo'],
	['a blank that does not break', 'One two', 'One\u00a0two'],
	['a tab', 'One two', 'One\ttwo'],
	['decomposed letters', 'Cr\u00e8me', 'Cre\u0300me'],
	['composed letters', 'Cre\u0300me', 'Cr\u00e8me'],
	['ligatures', 'fine', '\ufb01ne'],
	['what takes no room', 'Once', '\ufeffOn\u200bce\u00ad'],
])('%s is no difference', (_what, shown, sent) => {
	expect(isSameText(shown, sent)).toBe(true);
});

it.each([
	['Once', 'Twice'],
	['Once', 'once'],
	['One two', 'Onetwo'],
	['', 'Once'],
])('%j is not %j', (shown, sent) => {
	expect(isSameText(shown, sent)).toBe(false);
});
