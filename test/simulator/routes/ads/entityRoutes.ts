import { requireAccount, type AdsWork } from '../../ads/access';
import { createMany, outcomes, updateMany } from '../../ads/batch';
import { cursorAnswer, CURSOR } from '../../ads/cursor';
import { adsRefused, inputRefused, missing, notAllowed, notThere } from '../../ads/errors';
import { criterion, matches } from '../../ads/search';
import { readPatch } from '../../body';
import { ApiError } from '../../errors';
import { batchAnswer, readIds } from '../../paging';
import type { AdAccount } from '../../ads/accountStore';
import type { EntityStore } from '../../ads/entityStore';
import type { Entity } from '../../ads/schema';
import type { Answer, Call, Method, Resource } from '../../resource';

/** The differences between campaign groups and campaigns. */
export interface Kind {
	path: string;
	permission: string;
	store: (call: Call) => EntityStore;
	/** Criteria of the search finder. */
	criteria: string[];
	/** The URN type of its number. */
	urn: string;
	/** The entity created from a body, with all rules checked. @throws ApiError */
	make: (call: Call, account: AdAccount, body: unknown) => Entity;
	/** The entity after a change, with all rules checked. @throws ApiError */
	change: (call: Call, account: AdAccount, before: Entity, set: Entity, remove: string[]) => Entity;
	/** With more matches than this and no page size, the search is refused. */
	mostUnpaged?: number;
}

const READ = ['r_ads', 'rw_ads'];
const WRITE = ['rw_ads'];

/** Campaign groups and campaigns: the same methods under an ad account (docs.campaignGroups, docs.campaigns). */
export function entityRoutes(kind: Kind): Resource {
	const method = (scopes: string[], handle: (call: Call) => Answer, params: string[] = []): Method => ({
		scopes,
		params,
		handle,
	});
	return {
		path: kind.path,
		permission: kind.permission,
		methods: {
			GET: method(READ, (call) => {
				const account = requireAccount(call, call.keys.adAccount, 'read');
				return { status: 200, body: found(call, kind, account, call.key) };
			}),
			BATCH_GET: method(READ, (call) => {
				const account = requireAccount(call, call.keys.adAccount, 'read');
				return batchAnswer(readIds(call.params), (id) => found(call, kind, account, id), false);
			}),
			CREATE: method(WRITE, (call) => {
				const id = create(call, kind, writable(call, 'write'), call.body);
				return { status: 201, headers: { 'x-restli-id': id, 'x-linkedin-id': id } };
			}),
			BATCH_CREATE: method(WRITE, (call) => {
				const account = writable(call, 'write');
				return createMany(call, (element) => create(call, kind, account, element));
			}),
			PARTIAL_UPDATE: method(WRITE, (call) => {
				update(call, kind, writable(call, 'write'), call.key, call.body);
				return { status: 204 };
			}),
			BATCH_PARTIAL_UPDATE: method(WRITE, (call) => {
				const account = writable(call, 'write');
				return updateMany(call, (id, body) => update(call, kind, account, id, body));
			}),
			DELETE: method(WRITE, (call) => {
				remove(call, kind, writable(call, 'write'), call.key);
				return { status: 204 };
			}),
			BATCH_DELETE: method(WRITE, (call) => {
				const account = writable(call, 'write');
				return outcomes(call, (id) => remove(call, kind, account, id));
			}),
		},
		finders: { search: method(READ, (call) => search(call, kind), ['search', ...CURSOR]) },
	};
}

const writable = (call: Call, work: AdsWork) => requireAccount(call, call.keys.adAccount, work);

/** Keys are numbers. @throws ApiError 404 */
function found(call: Call, kind: Kind, account: AdAccount, key: unknown): Entity {
	const entity = kind.store(call).find(account.id, String(key));
	if (entity) return entity;
	throw notThere(`${kind.urn} ${String(key)}`);
}

function search(call: Call, kind: Kind): Answer {
	const account = requireAccount(call, call.keys.adAccount, 'read');
	if (call.params.search === undefined) throw inputRefused([missing('search')]);
	const wanted = criterion(call.params.search, kind.criteria, ['test']);
	const all = kind
		.store(call)
		.of(account.id)
		.filter((entity) => matches(wanted, { ...entity, id: [`urn:li:${kind.urn}:${String(entity.id)}`] }));
	const isPaged = call.params.pageSize !== undefined || call.params.pageToken !== undefined;
	if (kind.mostUnpaged !== undefined && !isPaged && all.length > kind.mostUnpaged) {
		throw new ApiError(400, { message: 'Request would return too many entities. ', status: 400 });
	}
	return cursorAnswer(
		call,
		all,
		(entity) => String(entity.id),
		(entity) => entity,
	);
}

function create(call: Call, kind: Kind, account: AdAccount, body: unknown): string {
	const entity = kind.make(call, account, body);
	const id = String(kind.store(call).nextId());
	kind.store(call).set(account.id, id, { ...entity, id: Number(id) });
	return id;
}

function update(call: Call, kind: Kind, account: AdAccount, key: unknown, body: unknown): void {
	const before = found(call, kind, account, key);
	const { set, remove: removed } = readPatch(body);
	for (const name of ['id', 'test', 'servingStatuses', 'changeAuditStamps', 'account']) {
		if (name in set) throw inputRefused([notAllowed(`/${name}`)]);
	}
	const after = kind.change(call, account, before, set, removed);
	kind.store(call).set(account.id, String(key), {
		...after,
		changeAuditStamps: {
			...(before.changeAuditStamps as object),
			lastModified: { time: call.clock.now() },
		},
	});
}

function remove(call: Call, kind: Kind, account: AdAccount, key: unknown): void {
	const entity = found(call, kind, account, key);
	if (entity.status !== 'DRAFT') {
		throw adsRefused(
			400,
			'DELETE_ALLOWED_ONLY_FOR_DRAFT_STATUS',
			`Delete is allowed only for DRAFT status, and ${String(key)} is ${String(entity.status)}`,
		);
	}
	kind.store(call).delete(account.id, String(key));
}
