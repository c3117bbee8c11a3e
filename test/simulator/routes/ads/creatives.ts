import { requireAccount } from '../../ads/access';
import { createMany, outcomes, updateMany } from '../../ads/batch';
import { changedCreative, creativeFaults, requireRoom } from '../../ads/creativeRules';
import { processingOf, shownCreative, type Creative } from '../../ads/creatives';
import { inlineCreative, newCreative } from '../../ads/creativeSchema';
import { CURSOR } from '../../ads/cursor';
import { adsRefused, notThere } from '../../ads/errors';
import { darkPostFaults, readDarkPost } from '../../ads/inlinePost';
import { readEntity } from '../../ads/schema';
import { numberOf } from '../../ads/state';
import { readPatch } from '../../body';
import { batchAnswer, readIds } from '../../paging';
import { reducedEncode } from '../../restli';
import { CREATIVE_FILTERS, findCreatives } from './creativeFinder';
import type { AdAccount } from '../../ads/accountStore';
import type { Answer, Call, Resource } from '../../resource';
import type { RestliValue } from '../../restli';

const READ = ['r_ads', 'rw_ads'];
const WRITE = ['rw_ads'];

const readable = (call: Call) => requireAccount(call, call.keys.adAccount, 'read');
const writable = (call: Call) => requireAccount(call, call.keys.adAccount, 'creatives');

/** /rest/adAccounts/{adAccount}/creatives (docs.creatives). */
export const creatives: Resource = {
	path: '/rest/adAccounts/{adAccount}/creatives',
	permission: 'partnerApiCreatives',
	methods: {
		GET: {
			scopes: READ,
			handle: (call) => ({ status: 200, body: read(call, readable(call), call.key) }),
		},
		BATCH_GET: {
			scopes: READ,
			handle: (call) => {
				const account = readable(call);
				return batchAnswer(readIds(call.params), (key) => read(call, account, key), false);
			},
		},
		CREATE: {
			scopes: WRITE,
			handle: (call) => ({
				status: 201,
				headers: idHeaders(call, create(call, writable(call), call.body)),
			}),
		},
		BATCH_CREATE: {
			scopes: WRITE,
			handle: (call) => {
				const account = writable(call);
				return createMany(call, (element) => create(call, account, element));
			},
		},
		PARTIAL_UPDATE: {
			scopes: WRITE,
			handle: (call) => {
				update(call, writable(call), call.key, call.body);
				return { status: 204 };
			},
		},
		BATCH_PARTIAL_UPDATE: {
			scopes: WRITE,
			handle: (call) => {
				const account = writable(call);
				return updateMany(call, (key, body) => update(call, account, key, body));
			},
		},
		DELETE: {
			scopes: WRITE,
			handle: (call) => {
				remove(call, writable(call), call.key);
				return { status: 204 };
			},
		},
		BATCH_DELETE: {
			scopes: WRITE,
			handle: (call) => {
				const account = writable(call);
				return outcomes(call, (key) => remove(call, account, key));
			},
		},
	},
	finders: {
		criteria: {
			scopes: READ,
			params: [...CREATIVE_FILTERS, ...CURSOR],
			needsMethodHeader: true,
			handle: (call) => findCreatives(call, readable(call)),
		},
	},
	actions: { createInline: { scopes: WRITE, handle: createInline } },
};

/** Keys are URNs; whether LinkedIn also accepts the number alone is a setting. @throws ApiError 400, 404 */
function found(call: Call, account: AdAccount, key: RestliValue | undefined): Creative {
	const isUrn = typeof key === 'string' && /^urn:li:sponsoredCreative:\d+$/.test(key);
	const isNumber = typeof key === 'string' && /^\d+$/.test(key) && call.state.bareCreativeKeys;
	if (!isUrn && !isNumber) {
		throw adsRefused(400, 'ILLEGAL_ARGUMENT', `${JSON.stringify(key)} is no URN of a creative`);
	}
	const creative = call.state.ads.creatives.find(account.id, numberOf(key));
	if (!creative) throw notThere(`Creative ${key}`);
	return creative;
}

function read(call: Call, account: AdAccount, key: RestliValue | undefined): Record<string, unknown> {
	return shownCreative(call.state, account, found(call, account, key), call.clock.now());
}

function create(call: Call, account: AdAccount, body: unknown): string {
	const creative = readEntity(newCreative, body, (one) => creativeFaults(call, account, one));
	requireRoom(call.state, account, creative);
	return save(call, account, creative);
}

function save(
	call: Call,
	account: AdAccount,
	creative: Pick<Creative, 'campaign' | 'content' | 'intendedStatus'>,
): string {
	return call.state.ads.addCreative(account.id, {
		...creative,
		createdBy: call.member?.urn,
		lastModifiedBy: call.member?.urn,
	}).id;
}

function idHeaders({ state }: Call, urn: string): Record<string, string> {
	const id = state.encodedCreativeIds ? reducedEncode(urn) : urn;
	return { 'x-restli-id': id, 'x-linkedin-id': id };
}

/** Creates a dark post and the creative that shows it, both or neither. Where the new URN is returned is a setting. */
function createInline(call: Call): Answer {
	const account = writable(call);
	const { creative } = readEntity(inlineCreative, call.body, ({ creative: one }) => [
		...creativeFaults(call, account, one).map((fault) => ({
			...fault,
			fieldPath: `/creative${fault.fieldPath}`,
		})),
		...darkPostFaults(account, one.inlineContent.post),
	]);
	const { inlineContent, ...members } = creative;
	requireRoom(call.state, account, creative);
	const makePost = readDarkPost(call, inlineContent.post);
	const urn = save(call, account, { ...members, content: { reference: makePost().urn } });
	switch (call.state.inlineCarrier) {
		case 'header':
			return { status: 201, headers: idHeaders(call, urn) };
		case 'value':
			return { status: 200, body: { value: urn } };
		case 'creative':
			return { status: 200, body: { value: { creative: urn } } };
	}
}

function update(call: Call, account: AdAccount, key: RestliValue | undefined, body: unknown): void {
	const before = found(call, account, key);
	const { set, remove: removed } = readPatch(body);
	const after = changedCreative(call, before, set, removed);
	if (after.intendedStatus !== before.intendedStatus) requireRoom(call.state, account, after);
	call.state.ads.creatives.set(account.id, numberOf(before.id), after);
}

/** Drafts, creatives of a draft campaign, and those whose processing failed; anything else becomes PENDING_DELETION. */
function remove(call: Call, account: AdAccount, key: RestliValue | undefined): void {
	const creative = found(call, account, key);
	const campaign = call.state.ads.campaigns.find(account.id, numberOf(creative.campaign));
	const mayGo =
		creative.intendedStatus === 'DRAFT' ||
		campaign?.status === 'DRAFT' ||
		processingOf(call.state, creative) === 'PROCESSING_FAILED';
	if (!mayGo) {
		throw adsRefused(
			400,
			'DELETE_ALLOWED_ONLY_FOR_DRAFT_STATUS',
			`Delete is allowed only for DRAFT status, and ${creative.id} is ${creative.intendedStatus}`,
		);
	}
	call.state.ads.creatives.delete(account.id, numberOf(creative.id));
}
