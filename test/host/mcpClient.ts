import { createRequire } from 'module';
import { join } from 'path';

import type { N8n } from './n8n';

/** What an AI assistant outside of n8n uses. */
export interface McpClient {
	listTools(): Promise<{ tools: Array<{ name: string }> }>;
	/** @returns what the assistant reads; with `isError` if the tool failed */
	callTool(call: { name: string; arguments: Record<string, unknown> }): Promise<unknown>;
	close(): Promise<void>;
}

interface Protocol {
	Client: new (of: object) => McpClient & { connect(transport: unknown): Promise<void> };
	StreamableHTTPClientTransport: new (url: URL, options: object) => unknown;
}

/**
 * Connects to an MCP Server Trigger with the protocol's own client, which n8n brings along.
 *
 * @param path of the trigger, which must be published
 * @throws if n8n refuses the token
 */
export async function connectMcp(n8n: N8n, path: string, token: string): Promise<McpClient> {
	const require = createRequire(join(n8n.installed.folder, 'node_modules/n8n/package.json'));
	const sdk = '@modelcontextprotocol/sdk/client';
	const { Client } = require(`${sdk}/index.js`) as Pick<Protocol, 'Client'>;
	const { StreamableHTTPClientTransport } = require(`${sdk}/streamableHttp.js`) as Protocol;
	const client = new Client({ name: 'test', version: '1.0.0' });
	const requestInit = { headers: { Authorization: `Bearer ${token}` } };
	await client.connect(new StreamableHTTPClientTransport(new URL(`${n8n.url}/mcp/${path}`), { requestInit }));
	return client;
}
