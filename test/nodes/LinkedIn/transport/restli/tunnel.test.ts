import { TUNNEL_ABOVE_CHARACTERS, tunnel } from '../../../../../nodes/LinkedIn/transport/restli/tunnel';

/** Checked against docs.queryTunneling. */

const LONGEST = `ids=List(${'1'.repeat(TUNNEL_ABOVE_CHARACTERS - 'ids=List()'.length)})`;
const TOO_LONG = `${LONGEST}x`;
const headers = { 'X-RestLi-Method': 'BATCH_GET', 'Linkedin-Version': '202609' };

describe('tunnel', () => {
	it('leaves a request without a query alone', () => {
		expect(tunnel({ method: 'GET', path: '/rest/me', query: '', headers })).toEqual({
			method: 'GET',
			path: '/rest/me',
			headers,
		});
	});

	it('keeps a query of exactly 4,000 characters in the address', () => {
		expect(LONGEST).toHaveLength(4000);
		expect(tunnel({ method: 'PUT', path: '/rest/posts', query: LONGEST, headers, body: '{}' })).toEqual({
			method: 'PUT',
			path: `/rest/posts?${LONGEST}`,
			headers,
			body: '{}',
		});
	});

	it.each(['GET', 'DELETE'])('sends the longer query of a %s as a form', (method) => {
		expect(tunnel({ method, path: '/rest/posts', query: TOO_LONG, headers })).toEqual({
			method: 'POST',
			path: '/rest/posts',
			headers: {
				...headers,
				'X-HTTP-Method-Override': method,
				'Content-Type': 'application/x-www-form-urlencoded',
			},
			body: TOO_LONG,
		});
	});

	it('sends a longer query with a body as two parts', () => {
		const wire = tunnel({
			method: 'PUT',
			path: '/rest/posts',
			query: TOO_LONG,
			headers: { ...headers, 'content-type': 'application/json' },
			body: '{"a":1}',
		});
		expect(wire).toEqual({
			method: 'POST',
			path: '/rest/posts',
			headers: {
				...headers,
				'X-HTTP-Method-Override': 'PUT',
				'Content-Type': 'multipart/mixed; boundary=restli-tunnel',
			},
			body:
				'--restli-tunnel\r\nContent-Type: application/x-www-form-urlencoded\r\n\r\n' +
				`${TOO_LONG}\r\n` +
				'--restli-tunnel\r\nContent-Type: application/json\r\n\r\n{"a":1}\r\n--restli-tunnel--',
		});
	});

	it('takes a boundary that occurs in neither part', () => {
		const body = '"restli-tunnel restli-tunnel-1"';
		const wire = tunnel({
			method: 'POST',
			path: '/rest/x',
			query: `${TOO_LONG}restli-tunnel-2`,
			headers,
			body,
		});
		expect(wire.headers['Content-Type']).toBe('multipart/mixed; boundary=restli-tunnel-3');
		expect(wire.body?.split('restli-tunnel-3')).toHaveLength(4);
	});

	it('does not change the headers it was given', () => {
		const given = { 'Content-Type': 'application/json' };
		tunnel({ method: 'PUT', path: '/rest/x', query: TOO_LONG, headers: given, body: '{}' });
		expect(given).toEqual({ 'Content-Type': 'application/json' });
	});
});
