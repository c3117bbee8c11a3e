import { join } from 'node:path';

import type { OperationCases, Variables, WireRequest } from './cases';
import { AGENTS_REFERENCE, ENDPOINTS, NOT_CALLED, WITHOUT_CALL } from './endpoints';
import { filesUnder, root } from './packageFiles';
import { startSimulator } from './simulator';

/** Every known endpoint of LinkedIn's has an operation, proven by the requests of that operation's cases. */

/** Names of collections within a path; whatever else follows the first is a key. */
const COLLECTIONS =
	/^(adCampaignGroups|adCampaigns|comments|companies|creatives|introspectToken|jwks|likes|openid-configuration|users)$/;

/** `FINDER /rest/posts q=author` for a request typed in a case. */
function endpointOf({ method, restliMethod, url }: WireRequest): string {
	const { pathname, searchParams } = new URL(url.replace(/\$\{\w+\}/g, 'key'), 'http://linkedin');
	const path = pathname
		.split('/')
		.map((part, index) => (index < 3 || COLLECTIONS.test(part) ? part : '{}'))
		.join('/');
	const names = ['q', 'action'].filter((name) => searchParams.has(name));
	return [restliMethod ?? method, path, ...names.map((name) => `${name}=${searchParams.get(name)}`)].join(
		' ',
	);
}

async function wireOf({ wire, given }: OperationCases['cases'][number]): Promise<WireRequest[]> {
	if (typeof wire !== 'function') return wire;
	const simulator = await startSimulator();
	try {
		return wire((given?.(simulator) ?? {}) as Variables);
	} finally {
		await simulator.close();
	}
}

/** The endpoints that the cases of each operation use. A URL that is compared by a pattern is left out. */
async function sentByOperation(): Promise<Map<string, Set<string>>> {
	const sent = new Map<string, Set<string>>();
	for (const file of filesUnder('test/nodes', '.case.ts')) {
		const { operation, cases } = (require(join(root, file)) as { default: OperationCases }).default;
		const endpoints = sent.get(operation) ?? new Set<string>();
		sent.set(operation, endpoints);
		for (const wire of await Promise.all(cases.map(wireOf))) {
			wire
				.filter(({ url }) => typeof url === 'string')
				.forEach((request) => endpoints.add(endpointOf(request)));
		}
	}
	return sent;
}

describe("LinkedIn's endpoints", () => {
	let sent: Map<string, Set<string>>;
	beforeAll(async () => {
		sent = await sentByOperation();
	});

	test('each is sent by every operation that stands beside it', () => {
		const offenders = ENDPOINTS.flatMap(([call, operations]) =>
			operations
				.filter((operation) => !sent.get(operation)?.has(call))
				.map((operation) => `${operation} does not send ${call}`),
		);
		expect(offenders).toEqual([]);
	});

	test('none is sent that does not stand in the table', () => {
		const known = new Set(ENDPOINTS.map(([call]) => call));
		const offenders = [...sent].flatMap(([operation, calls]) =>
			[...calls].filter((call) => !known.has(call)).map((call) => `${operation} sends ${call}`),
		);
		expect(offenders).toEqual([]);
	});

	test('every operation stands beside at least one, but those that call none', () => {
		const mapped = new Set(ENDPOINTS.flatMap(([, operations]) => operations));
		expect([...sent.keys()].filter((operation) => !mapped.has(operation))).toEqual(WITHOUT_CALL);
	});

	test.each([
		['reads', 16],
		['writes', 12],
	] as const)('the %s of the reference for agents have an operation of their own', (kind, count) => {
		const calls = new Set(AGENTS_REFERENCE[kind]);
		const mapped = new Map(ENDPOINTS);
		const offenders = [...calls].filter(
			(call) => !mapped.get(call)?.some((operation) => operation !== 'api:call'),
		);
		expect(calls.size).toBe(count);
		expect(offenders).toEqual([]);
	});

	test('none stands there twice, or is sent although it is said not to be', () => {
		const calls = ENDPOINTS.map(([call]) => call);
		const twice = calls.filter((call, index) => calls.indexOf(call) !== index);
		expect([...twice, ...calls.filter((call) => call in NOT_CALLED)]).toEqual([]);
	});
});
