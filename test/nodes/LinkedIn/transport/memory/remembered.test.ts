import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import type { IDataObject, IHttpRequestOptions, INode } from 'n8n-workflow';

import { connect } from '../../../../../nodes/LinkedIn/transport';
import { readMany } from '../../../../../nodes/LinkedIn/transport/answers/batch';
import { changeMany } from '../../../../../nodes/LinkedIn/transport/answers/batchWrite';
import { Remembered } from '../../../../../nodes/LinkedIn/transport/memory/remembered';
import type { Context } from '../../../../../nodes/LinkedIn/transport/types';

describe('what is remembered', () => {
	it('is what was set last', () => {
		const remembered = new Remembered<number>(10);
		remembered.set('a', 1);
		remembered.set('a', 2);
		expect([remembered.get('a'), remembered.has('a'), remembered.has('b')]).toEqual([2, true, false]);
		remembered.delete('a');
		expect([remembered.get('a'), remembered.has('a'), remembered.size]).toEqual([undefined, false, 0]);
	});

	it('has no more entries than there is room for; the one not asked for the longest goes first', () => {
		const remembered = new Remembered<number>(2);
		remembered.set('a', 1);
		remembered.set('b', 2);
		remembered.get('a');
		remembered.set('c', 3);
		expect(['a', 'b', 'c'].filter((key) => remembered.has(key))).toEqual(['a', 'c']);
	});

	it('keeps what is in use, and makes room with the next one', () => {
		const remembered = new Remembered<{ isIdle: boolean }>(2, ({ isIdle }) => isIdle);
		const busy = { isIdle: false };
		remembered.set('a', busy);
		remembered.set('b', { isIdle: true });
		remembered.set('c', { isIdle: true });
		expect(['a', 'b', 'c'].filter((key) => remembered.has(key))).toEqual(['a', 'c']);
	});

	it('keeps the newest where all others are in use', () => {
		const remembered = new Remembered<boolean>(1, (isIdle) => isIdle);
		remembered.set('a', false);
		remembered.set('b', true);
		expect(remembered.has('b')).toBe(true);
	});
});

describe('executions with ever other credentials', () => {
	const EXECUTIONS = 10_000;
	const AT_ONCE = 250;
	const MOST_BYTES = 10_000_000;

	setFlagsFromString('--expose-gc');
	const collectGarbage = runInNewContext('gc') as () => void;
	const heapBytes = () => {
		collectGarbage();
		return process.memoryUsage().heapUsed;
	};

	const refusal = (status: number, code: string) => ({
		statusCode: status,
		headers: {},
		body: { status, code, message: `${code} of the day` },
	});
	const person = { statusCode: 200, headers: {}, body: { id: 'somebody', results: {}, elements: [] } };

	/** Answers with something to learn at every call. */
	function answer({ url, headers = {} }: IHttpRequestOptions): object {
		if (headers['Linkedin-Version'] === '202602') return refusal(426, 'NONEXISTENT_VERSION');
		if (url.includes('/rest/spent')) return refusal(429, 'QUOTA_EXCEEDED');
		if (url.includes('/rest/batches') && url.includes('ids=')) return refusal(403, 'ACCESS_DENIED');
		return person;
	}

	function contextOf(index: number): Context {
		const node = {
			name: 'Node',
			parameters: { authentication: 'accessToken' },
			credentials: { linkedInSuiteAccessTokenApi: { id: 'one', name: 'By item' } },
		} as unknown as INode;
		const credential: IDataObject = {
			accessToken: `token ${index}`,
			environment: 'custom',
			apiHost: `https://host-${index}.example.com`,
			version: 'custom',
			customVersion: '202602',
		};
		const run = { data: { main: [[{ json: {} }]] } };
		return {
			getNode: () => node,
			getCredentials: async () => credential,
			getExecuteData: () => run,
			getWorkflow: () => ({}),
			logger: { debug: () => {}, info: () => {} },
			helpers: {
				httpRequestWithAuthentication: async (_type: string, request: IHttpRequestOptions) => answer(request),
			},
		} as unknown as Context;
	}

	async function execute(index: number): Promise<void> {
		const linkedin = await connect(contextOf(index), { purpose: 'A test', needs: [], maxWaitMs: 0 });
		await linkedin.me();
		await linkedin.attempt({ restliMethod: 'GET', path: '/rest/spent' });
		await linkedin.once('upload', async () => 'urn:li:image:1');
		await linkedin.coalesce(['part'], { key: 'parts', most: 1, work: async (parts) => parts });
		const path = '/rest/batches';
		const single = () => ({ restliMethod: 'GET' as const, path: '/rest/batches/1' });
		await readMany(linkedin, { batch: { path }, ids: ['1', '2'], single });
		await changeMany(linkedin, {
			collection: { path },
			ids: ['1', '2'],
			single: () => ({ restliMethod: 'PARTIAL_UPDATE', path: '/rest/batches/1' }),
			change: () => ({ patch: { $set: { a: 1 } } }),
		});
	}

	it(`grow the heap by less than ${MOST_BYTES / 1e6} MB in ${EXECUTIONS.toLocaleString('en-US')}`, async () => {
		const executeFrom = async (first: number) =>
			await Promise.all(Array.from({ length: AT_ONCE }, async (_, index) => await execute(first + index)));
		await executeFrom(-AT_ONCE);
		const before = heapBytes();
		for (let first = 0; first < EXECUTIONS; first += AT_ONCE) await executeFrom(first);
		const grownBytes = heapBytes() - before;
		expect(grownBytes).toBeLessThan(MOST_BYTES);
	});
});
