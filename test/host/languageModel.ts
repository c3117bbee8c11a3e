import { createServer, type Server } from 'http';
import type { AddressInfo } from 'net';
import { json } from 'stream/consumers';

/** A language model on 127.0.0.1 with OpenAI's API, which says what a test has it say. */
export interface LanguageModel {
	/** What the form of n8n's OpenAI credential would contain. */
	credential: Record<string, unknown>;
	/** What it was asked, in order. */
	asked: Asked[];
	close(): Promise<void>;
}

/** As far as tests look at it. */
export interface Asked {
	messages: Array<{ role: string; content: string | null }>;
	tools?: Array<{ function: { name: string; parameters: unknown } }>;
}

/** A text, which ends the agent's run, or the call of a tool. */
export type Said = string | { tool: string; with: Record<string, unknown> };

/** @param script what it says to each request of an agent; its messages since the last user's are the run so far */
export async function startLanguageModel(script: (asked: Asked) => Said): Promise<LanguageModel> {
	const asked: Asked[] = [];
	const server: Server = createServer((request, response) => {
		void json(request).then((body) => {
			const question = body as Asked;
			asked.push(question);
			const said = script(question);
			const message =
				typeof said === 'string'
					? { role: 'assistant', content: said }
					: {
							role: 'assistant',
							content: null,
							tool_calls: [
								{
									id: `call_${asked.length}`,
									type: 'function',
									function: { name: said.tool, arguments: JSON.stringify(said.with) },
								},
							],
						};
			response.writeHead(200, { 'Content-Type': 'application/json' }).end(
				JSON.stringify({
					id: `answer-${asked.length}`,
					object: 'chat.completion',
					created: 0,
					model: 'scripted',
					choices: [{ index: 0, message, finish_reason: typeof said === 'string' ? 'stop' : 'tool_calls' }],
					usage: { prompt_tokens: 1, completion_tokens: 1, total_tokens: 2 },
				}),
			);
		});
	});
	await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
	const { port } = server.address() as AddressInfo;
	return {
		credential: { apiKey: 'none', url: `http://127.0.0.1:${port}/v1` },
		asked,
		close: async () => {
			server.closeAllConnections();
			await new Promise((resolve) => server.close(resolve));
		},
	};
}
