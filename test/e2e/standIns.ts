/** What examples connect LinkedIn with: a CRM and a feed, on 127.0.0.1. */
import { createServer, type RequestListener } from 'http';
import type { AddressInfo } from 'net';

interface StandIn {
	/** `http://127.0.0.1:PORT` */
	url: string;
	close(): Promise<void>;
}

async function serve(answer: RequestListener): Promise<StandIn> {
	const server = createServer(answer);
	await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
	return {
		url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
		async close() {
			server.closeAllConnections();
			await new Promise((resolve) => server.close(resolve));
		},
	};
}

export interface Crm extends StandIn {
	/** Methods and paths, in order. */
	requests: string[];
	leads: Map<string, unknown>;
}

/**
 * A CRM that keeps leads by the ID in the address, or under an ID of its own. The answer to the first request is lost:
 * the lead is kept, and the client is told of a failure.
 */
export async function startCrm(): Promise<Crm> {
	const requests: string[] = [];
	const leads = new Map<string, unknown>();
	const server = await serve((request, response) => {
		const chunks: Buffer[] = [];
		request.on('data', (chunk: Buffer) => chunks.push(chunk));
		request.on('end', () => {
			requests.push(`${request.method} ${request.url}`);
			const id = request.method === 'PUT' ? String(request.url).replace('/leads/', '') : `own ${leads.size}`;
			leads.set(id, JSON.parse(Buffer.concat(chunks).toString()));
			response.writeHead(requests.length === 1 ? 503 : 200, { 'content-type': 'application/json' });
			response.end(JSON.stringify(requests.length === 1 ? { error: 'Try again later' } : { id }));
		});
	});
	return { ...server, requests, leads };
}

export interface FeedEntry {
	title: string;
	link: string;
	/** Epoch milliseconds. */
	at: number;
}

export interface Feed extends StandIn {
	/** Newest first. */
	entries: FeedEntry[];
}

export async function startFeed(): Promise<Feed> {
	const entries: FeedEntry[] = [];
	const server = await serve((_request, response) => {
		const items = entries.map(
			({ title, link, at }) =>
				`<item><title>${title}</title><link>${link}</link><guid>${link}</guid><pubDate>${new Date(at).toUTCString()}</pubDate></item>`,
		);
		response.writeHead(200, { 'content-type': 'application/rss+xml' });
		response.end(
			`<rss version="2.0"><channel><title>News</title><link>https://news.example.com</link><description>All news</description>${items.join('')}</channel></rss>`,
		);
	});
	return { ...server, entries };
}
