import { createHmac } from 'node:crypto';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';

/** A webhook as the documentation wants it, unless a test spoils it. */
export interface Receiver {
	/** `http://127.0.0.1:PORT/hook` */
	url: string;
	/** The queries of the challenges. */
	challenges: URLSearchParams[];
	/** Bodies and signatures, in order. */
	received: Array<{ body: string; signature: string }>;
	/** Answers instead, if it returns true. */
	spoil: (request: IncomingMessage, response: ServerResponse) => boolean;
	close(): Promise<void>;
}

const hmac = (secret: string, text: string) => createHmac('sha256', secret).update(text).digest('hex');

export async function startReceiver(clientSecret: string): Promise<Receiver> {
	const server = createServer((request, response) => {
		const { searchParams } = new URL(String(request.url), 'http://127.0.0.1');
		const chunks: Buffer[] = [];
		request.on('data', (chunk: Buffer) => chunks.push(chunk));
		request.on('end', () => {
			const body = Buffer.concat(chunks).toString();
			if (request.method === 'GET') receiver.challenges.push(searchParams);
			else receiver.received.push({ body, signature: String(request.headers['x-li-signature']) });
			if (receiver.spoil(request, response)) return;
			if (request.method !== 'GET') return response.writeHead(204).end();
			const challengeCode = String(searchParams.get('challengeCode'));
			const challengeResponse = hmac(clientSecret, challengeCode);
			response.writeHead(200, { 'content-type': 'application/json; charset=utf-8' });
			return response.end(JSON.stringify({ challengeCode, challengeResponse }));
		});
	});
	await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
	const receiver: Receiver = {
		url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/hook`,
		challenges: [],
		received: [],
		spoil: () => false,
		async close() {
			server.closeAllConnections();
			await new Promise((resolve) => server.close(resolve));
		},
	};
	return receiver;
}
