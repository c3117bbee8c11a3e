/**
 * The web on this machine: every host name has a server here, with a certificate of a local authority. n8n's client gets
 * there through a proxy, as behind a company's firewall, so the names are the ones that nodes check.
 */
import {
	createServer as createProxy,
	type IncomingHttpHeaders,
	type IncomingMessage,
	type ServerResponse,
} from 'node:http';
import { createServer } from 'node:https';
import { connect, type AddressInfo, type Socket } from 'node:net';

import { startAuthority } from './authority';

export interface WebRequest {
	host: string;
	/** Path and query. */
	path: string;
	headers: IncomingHttpHeaders;
}

export type Answer = (response: ServerResponse, request: IncomingMessage) => void;

export interface Web {
	/** Of the proxy, for the environment of another process. */
	proxyUrl: string;
	/** In PEM. */
	certificate: string;
	/** In order. */
	requests: WebRequest[];
	/** Hosts with ports to which a connection was asked for. */
	connections: string[];
	/** Connections that the client ended before the whole answer. */
	cutOff: number;
	/**
	 * Answers an address, with or without its query.
	 * @param address `https://host/path`
	 */
	serve(address: string, answer: Answer | Buffer): void;
	/** Hosts whose certificate nobody trusts. */
	untrusted: Set<string>;
	/** Hosts that don't exist. */
	absent: Set<string>;
	close(): Promise<void>;
}

const PROXY_VARIABLES = ['HTTPS_PROXY', 'https_proxy', 'NO_PROXY', 'no_proxy', 'ALL_PROXY', 'all_proxy'];

/** @param isForProcess false if only another process uses it */
export async function startWeb(isForProcess = true): Promise<Web> {
	const authority = startAuthority();
	const answers = new Map<string, Answer>();
	const sockets = new Set<Socket>();
	const server = createServer(
		{
			SNICallback: (host, done) =>
				done(null, authority.contextFor(host, web.untrusted.has(host) ? 'nobody' : 'authority')),
		},
		(request, response) => {
			const host = String(request.headers.host);
			const path = String(request.url);
			web.requests.push({ host, path, headers: request.headers });
			response.on('close', () => {
				if (!response.writableFinished) web.cutOff += 1;
			});
			const answer =
				answers.get(`https://${host}${path}`) ?? answers.get(`https://${host}${path.split('?')[0]}`);
			if (answer) answer(response, request);
			else response.writeHead(404, { 'Content-Type': 'text/html' }).end('<h1>Not found</h1>');
		},
	);
	const proxy = createProxy();
	proxy.on('connect', (request, client: Socket) => {
		const [host] = String(request.url).split(':');
		web.connections.push(String(request.url));
		if (web.absent.has(host)) return client.destroy();
		const through = connect((server.address() as AddressInfo).port, '127.0.0.1', () => {
			client.write('HTTP/1.1 200 Connection Established\r\n\r\n');
			through.pipe(client).pipe(through);
		});
		for (const socket of [client, through]) {
			sockets.add(socket);
			socket.on('error', () => undefined);
			socket.on('close', () => {
				client.destroy();
				through.destroy();
			});
		}
	});
	await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
	await new Promise<void>((resolve) => proxy.listen(0, '127.0.0.1', resolve));
	const proxyUrl = `http://127.0.0.1:${(proxy.address() as AddressInfo).port}`;
	const before = PROXY_VARIABLES.map((name) => [name, process.env[name]] as const);
	if (isForProcess) {
		for (const name of PROXY_VARIABLES) delete process.env[name];
		process.env.HTTPS_PROXY = proxyUrl;
	}
	const web: Web = {
		proxyUrl,
		certificate: authority.certificate,
		requests: [],
		connections: [],
		cutOff: 0,
		untrusted: new Set(),
		absent: new Set(),
		serve(address, answer) {
			answers.set(address, Buffer.isBuffer(answer) ? file(answer) : answer);
		},
		async close() {
			for (const [name, value] of before) {
				if (value === undefined) delete process.env[name];
				else process.env[name] = value;
			}
			authority.close();
			for (const socket of sockets) socket.destroy();
			server.closeAllConnections();
			await Promise.all([server, proxy].map((one) => new Promise((resolve) => one.close(resolve))));
		},
	};
	return web;
}

/** A file with its length, as most servers send it. */
export function file(bytes: Buffer, headers: Record<string, string> = {}): Answer {
	return (response) =>
		void response
			.writeHead(200, {
				'Content-Type': 'application/octet-stream',
				'Content-Length': bytes.length,
				...headers,
			})
			.end(bytes);
}

/** A file in chunks, without its length. */
export function unmeasured(bytes: Buffer): Answer {
	return (response) => {
		response.writeHead(200, { 'Content-Type': 'application/octet-stream' });
		response.write(bytes.subarray(0, 10));
		response.end(bytes.subarray(10));
	};
}

export function redirect(location: string, status = 302): Answer {
	return (response) => void response.writeHead(status, { Location: location }).end();
}
