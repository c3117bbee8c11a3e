import {
	fileNameIn,
	isWebAddress,
	readAddress,
	shownAddress,
	shownTyped,
} from '../../../../../nodes/LinkedIn/transport/web/webAddress';

const problemOf = (given: string) => {
	const read = readAddress(given);
	return read.ok ? undefined : read.problem.what;
};

test.each([
	['https://example.com/photo.png', true],
	['HTTPS://example.com', true],
	['http://example.com', true],
	['ftp://example.com', true],
	['https:example.com', true],
	['data:image/png;base64,AAAA', true],
	['file:/etc/passwd', true],
	['urn:li:image:C4E10AQFoyyAjHPMQuQ', false],
	['urn%3Ali%3Aimage%3A1', false],
	['data', false],
	['Pictures_0', false],
	['www.example.com/photo.png', false],
])('%s is meant as a web address: %s', (entry, expected) => {
	expect(isWebAddress(entry)).toBe(expected);
});

test.each([
	['https://example.com/photo.png', 'https://example.com/photo.png'],
	['  https://EXAMPLE.com:443/a b.png#top ', 'https://example.com/a%20b.png'],
	['https://example.com/a/../b.png?key=1&x=2#y', 'https://example.com/b.png?key=1&x=2'],
	['https:\\\\example.com\\photo.png', 'https://example.com/photo.png'],
	['https://bücher.example/x', 'https://xn--bcher-kva.example/x'],
	['https://example.com./x', 'https://example.com./x'],
	['https://local.example.com/x', 'https://local.example.com/x'],
	['https://mylocal.example/x', 'https://mylocal.example/x'],
	['https://10.example/x', 'https://10.example/x'],
])('%j is called as %s', (given, href) => {
	const read = readAddress(given);
	expect(read.ok && read.url.href).toBe(href);
});

test.each([
	['http://example.com/x', 'must start with https://'],
	['ftp://example.com/x', 'must start with https://'],
	['file:///etc/passwd', 'must start with https://'],
	['data:image/png;base64,AAAA', 'must start with https://'],
	['https://', "isn't valid"],
	['https://exa mple.com/x', "isn't valid"],
	['https://example.com:99999/x', "isn't valid"],
	['https://user:password@example.com/x', "can't contain a user name or password"],
	['https://user@example.com/x', "can't contain a user name or password"],
	['https://example.com:8443/x', "can't have a port"],
	['https://example.com:80/x', "can't have a port"],
	...[
		'127.0.0.1',
		'127.1',
		'2130706433',
		'0x7f000001',
		'0x7f.1',
		'0177.0.0.1',
		'127.0.0.1.',
		'127.0.0.1..',
		'10.0.0.1',
		'169.254.169.254',
		'8.8.8.8',
		'0',
		'１２７.0.0.1',
		'127。0。0。1',
		'[::1]',
		'[::ffff:127.0.0.1]',
		'[fd00::1]',
	].map((host) => [`https://${host}/x`, 'must have a host name, not an IP address']),
	...[
		'localhost',
		'localhost.',
		'localhost..',
		'LOCALHOST',
		'ｌｏｃａｌｈｏｓｔ',
		'%6c%6f%63alhost',
		'app.localhost',
		'n8n',
		'postgres',
		'metadata.google.internal',
		'metadata.google.internal.',
		'printer.local',
		'PRINTER.LOCAL',
		'nas.lan',
		'wiki.corp',
		'router.home.arpa',
		'db.localdomain',
	].map((host) => [`https://${host}/x`, expect.stringContaining('points into a private network (')]),
	[`https://example.com/${'x'.repeat(10_000)}`, expect.stringMatching(/^has 10020 characters; at most 8192/)],
])('%s is refused', (given, what) => {
	expect(problemOf(given as string)).toEqual(what);
});

test('every refusal says what to do instead', () => {
	for (const given of [
		'http://example.com',
		'https://localhost',
		'https://u:p@example.com',
		'https://1.2.3.4',
	]) {
		const read = readAddress(given);
		expect(read.ok ? '' : read.problem.way).toMatch(/\. Otherwise, download it with an HTTP Request node/);
	}
});

test.each([
	['/next.png', 'https://example.com/next.png'],
	['//cdn.example/next.png', 'https://cdn.example/next.png'],
	['next.png?key=1', 'https://example.com/photos/next.png?key=1'],
])('a redirect to %s leads to %s', (location, href) => {
	const read = readAddress(location, new URL('https://example.com/photos/first.png'));
	expect(read.ok && read.url.href).toBe(href);
});

test.each([
	'http://example.com/x',
	'//localhost/x',
	'//10.0.0.1/x',
	'https://u:p@example.com/',
	'gopher://example.com',
])('a redirect to %s is refused', (location) =>
	expect(readAddress(location, new URL('https://example.com/a')).ok).toBe(false),
);

test.each([
	['https://cdn.example/a/photo.png?X-Amz-Signature=SECRET', 'https://cdn.example/a/photo.png'],
	[
		'https://api.telegram.example/file/bot110201543:AAHdqTcvCH1vGWJxfSeofSAs0K5PALDsaw/photo.jpg',
		'https://api.telegram.example/file/bot1102015…/photo.jpg',
	],
	[
		`https://cdn.example/${'abc/'.repeat(100)}x.png`,
		expect.stringMatching(/^https:\/\/cdn\.example\/(abc\/)+\w*…$/),
	],
])('%s is shown without what may be secret', (given, shown) => {
	expect(shownAddress(new URL(given))).toEqual(shown);
});

test.each([
	['https://user:password@example.com/photo.png?key=SECRET', 'https://…@example.com/photo.png'],
	['http://example.com/photo.png?key=SECRET#SECRET', 'http://example.com/photo.png'],
	[
		`data:image/png;base64,${'A'.repeat(1_000_000)}`,
		expect.stringMatching(/^data:image\/png;base64,A{38}…$/),
	],
])('%s that cannot be used is shown as %s', (given, shown) => {
	expect(shownTyped(given)).toEqual(shown);
});

test.each([
	['https://example.com/a/photo%20one.png?x=1', 'photo one.png'],
	['https://example.com/a/%E0%A4%A', '%E0%A4%A'],
	['https://example.com/a/', undefined],
	['https://example.com', undefined],
])('the file at %s is called %s', (address, name) => {
	expect(fileNameIn(new URL(address))).toBe(name);
});
