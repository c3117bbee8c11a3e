import { mediaEntriesOf } from '../../../../../../nodes/LinkedIn/resources/community/media/entries';

const [A, B] = ['https://a.example/x.png', 'https://b.example/y.png'];
const SIZED = 'https://res.example/w_400,h_300,c_crop/sample.jpg';
const URN = 'urn:li:image:C4E10AQFoyyAjHPMQuQ';

test.each<[what: string, given: unknown, entries: string[]]>([
	['names', 'data, data2,data3', ['data', 'data2', 'data3']],
	['one address', A, [A]],
	['two, with a space', `${A}, ${B}`, [A, B]],
	['two, without a space', `${A},${B}`, [A, B]],
	['two, each on a line', `${A}\n${B}\r\n`, [A, B]],
	['a comma within an address', SIZED, [SIZED]],
	['commas within two', `${SIZED}, ${SIZED}`, [SIZED, SIZED]],
	['commas within two, without a space', `${SIZED},${SIZED}`, [SIZED, SIZED]],
	['commas in a query', `${A}?size=1,2&b=3,4`, [`${A}?size=1,2&b=3,4`]],
	['an address and a URN', `${A},${URN}`, [A, URN]],
	['a URN and an address', `${URN},${A}`, [URN, A]],
	['an encoded URN', `${A},urn%3Ali%3Aimage%3A1`, [A, 'urn%3Ali%3Aimage%3A1']],
	['a name that the item has', `${A},photo`, [A, 'photo']],
	['a form field with numbered files', `${A},Pictures`, [A, 'Pictures']],
	['a name that the item lacks', `${A},other`, [`${A},other`]],
	['a name that the item lacks, with a space', `${A}, other`, [A, 'other']],
	['a name before an address', `photo,${A}`, ['photo', A]],
	['parentheses', 'https://a.example/x_(1,2).png', ['https://a.example/x_(1,2).png']],
	['an open parenthesis', `https://a.example/x(1.png, ${B}`, ['https://a.example/x(1.png', B]],
	['an address that is refused', `http://a.example/x,y.png`, ['http://a.example/x,y.png']],
	['commas at the ends', `,${A},`, [A]],
	['a list, each as it is', [`${A},photo`, 'photo'], [`${A},photo`, 'photo']],
	['a list as JSON', ` ["${SIZED}", "photo"]`, [SIZED, 'photo']],
	['what only begins as JSON', `[${A}`, [`[${A}`]],
	['a locator', { mode: 'id', value: `${A}, ${B}` }, [A, B]],
	['nothing', '', []],
	['null', null, []],
])('%s', (_what, given, entries) => {
	expect(mediaEntriesOf(given, 'Media', ['photo', 'Pictures_0', 'Pictures_1'])).toEqual(entries);
});
