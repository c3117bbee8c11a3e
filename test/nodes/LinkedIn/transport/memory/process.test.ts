import type { PlaceRequest } from '../../../../../nodes/LinkedIn/transport/limits/rateLimiter';
import type { Connection } from '../../../../../nodes/LinkedIn/transport/memory/connection';
import { KEPT } from '../../../../../nodes/LinkedIn/transport/memory/kept';
import { GrantMemory, newMemory, type Memory } from '../../../../../nodes/LinkedIn/transport/memory/memory';
import { ProcessMemory } from '../../../../../nodes/LinkedIn/transport/memory/process';
import { RunMemory } from '../../../../../nodes/LinkedIn/transport/run/runMemory';

const CREATE = 'CREATE /rest/posts';
const WISH: PlaceRequest = {
	lane: 'write',
	endpoint: CREATE,
	signal: undefined,
	deadlineMs: Number.POSITIVE_INFINITY,
	callMs: 60_000,
};

const connectionOf = (key: string, more: Partial<Connection> = {}) =>
	({
		key,
		grantKey: `grant of ${key}`,
		apiHost: 'https://api.linkedin.com',
		clientId: undefined,
		...more,
	}) as Connection;

const rateLimiterIn = (process: ProcessMemory, key: string) =>
	process.of(connectionOf(key)).connection.rateLimiter;

/** More than there is room for. */
const askForOthers = (process: ProcessMemory) => {
	for (let number = 0; number < 1_500; number += 1) process.of(connectionOf(`other ${number}`));
};

describe('the memory of a connection', () => {
	it('is one for as long as somebody is at work with it', async () => {
		const process = new ProcessMemory();
		const gate = rateLimiterIn(process, 'held');
		let leave = () => {};
		const inside = new Promise<void>((resolve) => {
			leave = resolve;
		});
		const running = gate.pass(WISH, async () => await inside);
		askForOthers(process);
		expect(rateLimiterIn(process, 'held')).toBe(gate);
		leave();
		await running;
		expect(rateLimiterIn(process, 'held')).toBe(gate);
		askForOthers(process);
		expect(rateLimiterIn(process, 'held')).not.toBe(gate);
	});

	it('stays while somebody waits for an endpoint to open', async () => {
		const process = new ProcessMemory();
		const gate = rateLimiterIn(process, 'closed');
		gate.close(CREATE, 300);
		const running = gate.pass(WISH, async () => 'through');
		askForOthers(process);
		expect(rateLimiterIn(process, 'closed')).toBe(gate);
		expect(await running).toBe('through');
	});

	it('stays while its token is being renewed', async () => {
		const process = new ProcessMemory();
		const { renewal } = process.of(connectionOf('renewing')).connection;
		const answer = { kind: 'reply', status: 200 };
		let renewed = () => {};
		const renewing = renewal.once(
			{ kind: 'reply', status: 401 },
			{
				sentToken: () => 'old',
				isRenewed: async () => false,
				again: async () => answer,
				renew: async () => await new Promise((resolve) => (renewed = () => resolve(answer))),
				hold: async (work) => await work,
			},
		);
		await new Promise((resolve) => setImmediate(resolve));
		askForOthers(process);
		expect(process.of(connectionOf('renewing')).connection.renewal).toBe(renewal);
		renewed();
		expect(await renewing).toBe(answer);
	});
});

describe('two connections', () => {
	const parts = ['connection', 'grant', 'host', 'application', 'member'] as const;
	const shared = (one: Partial<Connection>, other: Partial<Connection>) => {
		const process = new ProcessMemory();
		const [a, b]: Memory[] = [process.of(connectionOf('a', one)), process.of(connectionOf('b', other))];
		return parts.filter((part) => a[part] === b[part]);
	};

	it.each<[string, Partial<Connection>, Partial<Connection>, string[]]>([
		['at one host share what is true of the host', {}, {}, ['host']],
		['of one application its counter too', { clientId: '1' }, { clientId: '1' }, ['host', 'application']],
		[
			'of one member of it also that of the member',
			{ clientId: '1', identity: { sub: 'ada' } },
			{ clientId: '1', identity: { sub: 'ada' } },
			['host', 'application', 'member'],
		],
		[
			'of two members not',
			{ clientId: '1', identity: { sub: 'ada' } },
			{ clientId: '1', identity: { sub: 'bob' } },
			['host', 'application'],
		],
		[
			'of one member of two applications not',
			{ clientId: '1', identity: { sub: 'ada' } },
			{ clientId: '2', identity: { sub: 'ada' } },
			['host'],
		],
		['of two applications only the host', { clientId: '1' }, { clientId: '2' }, ['host']],
		['at two hosts nothing', { clientId: '1' }, { clientId: '1', apiHost: 'https://other.example' }, []],
	])('%s', (_what, one, other, expected) => {
		expect(shared(one, other)).toEqual(expected);
	});

	it('that differ in what the member allowed share the rest', () => {
		const process = new ProcessMemory();
		const [a, b] = ['1', '2'].map((grantKey) => process.of(connectionOf('a', { grantKey })));
		expect(parts.filter((part) => a[part] === b[part])).toEqual([
			'connection',
			'host',
			'application',
			'member',
		]);
	});
});

it('what is kept is what the table says', () => {
	const { connection, host } = newMemory();
	const rows = (of: string) => Object.keys(KEPT).filter((name) => KEPT[name as keyof typeof KEPT].of === of);
	const kept = (memory: object) => Object.keys(memory).filter((name) => name !== 'itemCount');
	expect(kept(new ProcessMemory()).sort()).toEqual(rows('process').sort());
	expect(kept(host).sort()).toEqual(rows('host').sort());
	expect(kept(connection).sort()).toEqual(rows('connection').sort());
	expect(kept(newMemory().member).sort()).toEqual(rows('counter').sort());
	expect(kept(new GrantMemory()).sort()).toEqual(rows('grant').sort());
	expect(kept(new RunMemory()).sort()).toEqual(rows('run').sort());
});
