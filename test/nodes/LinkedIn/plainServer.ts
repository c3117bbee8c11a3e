import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo, Socket } from 'node:net';

/** A server that answers as a test says, byte by byte if required, and notices disconnects. */

export type Handler = (request: IncomingMessage, response: ServerResponse, body: string) => void;

export class PlainServer {
	/** `METHOD /path` of each request. */
	readonly arrived: string[] = [];
	/** Total bytes written. */
	sentBytes = 0;
	private readonly sockets = new Set<Socket>();
	private server?: Server;

	constructor(private readonly handle: Handler) {}

	get url(): string {
		return `http://127.0.0.1:${(this.server?.address() as AddressInfo).port}`;
	}

	/** Whether every connection with an unfinished answer is closed, as it soon should be. */
	async isLeft(): Promise<boolean> {
		for (let turn = 0; turn < 100 && this.sockets.size > 0; turn += 1) {
			await new Promise((resolve) => setTimeout(resolve, 10));
		}
		return this.sockets.size === 0;
	}

	async start(): Promise<this> {
		this.server = createServer({ keepAlive: false }, (request, response) => {
			const { socket } = request;
			this.sockets.add(socket);
			response.once('finish', () => this.sockets.delete(socket));
			socket.once('close', () => {
				this.sockets.delete(socket);
				this.sentBytes += socket.bytesWritten;
			});
			socket.on('error', () => undefined);
			const chunks: Buffer[] = [];
			request.on('data', (chunk: Buffer) => chunks.push(chunk));
			request.on('end', () => {
				const [path] = (request.url ?? '').split('?');
				this.arrived.push(`${request.method} ${path}`);
				this.handle(request, response, Buffer.concat(chunks).toString('utf8'));
			});
		});
		await new Promise<void>((resolve) => this.server?.listen(0, '127.0.0.1', resolve));
		return this;
	}

	async close(): Promise<void> {
		this.server?.closeAllConnections();
		await new Promise((resolve) => this.server?.close(resolve));
	}
}

const DRIP_EVERY_MS = 40;

/** Writes a text one byte at a time, over and over. */
function drip(socket: Socket | ServerResponse, text: string): void {
	let at = 0;
	const timer = setInterval(() => {
		socket.write(text[at % text.length]);
		at += 1;
	}, DRIP_EVERY_MS);
	socket.once('close', () => clearInterval(timer));
}

/** The headers arrive, and the body byte by byte. */
export const dripBody =
	(status = 200, headers: Record<string, string> = {}): Handler =>
	(_request, response) => {
		response.writeHead(status, { 'content-type': 'application/json', ...headers });
		drip(response, ' ');
	};

/** Not even the headers arrive completely. */
export const dripHead: Handler = ({ socket }) => {
	socket.write('HTTP/1.1 200 OK\r\nx-slow: ');
	drip(socket, 'a');
};

export const silent: Handler = () => undefined;

export const json =
	(status: number, body: unknown, headers: Record<string, string> = {}): Handler =>
	(_request, response) => {
		response.writeHead(status, { 'content-type': 'application/json', ...headers });
		response.end(body === undefined ? undefined : JSON.stringify(body));
	};
