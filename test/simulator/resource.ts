import type { App } from './apps';
import type { Clock } from './clock';
import type { Member } from './model';
import type { Query, RestliMethod, RestliValue } from './restli';
import type { State } from './state';
import type { Token } from './tokens';

/** A request that was understood and let in: version, token, scope and quota are checked. */
export interface Call {
	state: State;
	clock: Clock;
	/** Base URL of the simulator. */
	url: string;
	method: RestliMethod;
	/** `YYYYMM`; undefined on the unversioned API. */
	version: string | undefined;
	/** '1.0.0' when the request had no X-Restli-Protocol-Version. */
	protocol: '1.0.0' | '2.0.0';
	/** Keys of the path by the names of the resource's template, decoded. */
	keys: Record<string, RestliValue>;
	/** The entity's own key, the last piece of an entity path. */
	key: RestliValue | undefined;
	/** Query parameters without `fields`, decoded. */
	params: Query;
	/** Top-level names of `fields`; undefined when it is not there. */
	fields: string[] | undefined;
	/** The JSON body; undefined when there is none. */
	body: unknown;
	token: Token;
	/** Absent for an application's own token. */
	member: Member | undefined;
	app: App;
}

export interface Answer {
	status: number;
	body?: unknown;
	headers?: Record<string, string>;
}

/** One Rest.li method of a resource. */
export interface Method {
	/** The token needs one of them; none listed = any token will do. */
	scopes: readonly string[];
	/** Query parameters it knows beside the method's own (ids, q, bq, action) and `fields`; others are refused. */
	params?: readonly string[];
	/** Refuses parameters it does not know itself, where its refusal is another than the usual 403. */
	checksParams?: true;
	/** Refused without X-RestLi-Method, even where the request says all that the header would. */
	needsMethodHeader?: true;
	handle(call: Call): Answer;
}

/** A resource of the API: one file in routes/ and one line in routes/index.ts. */
export interface Resource {
	/** '/rest/…' is versioned, '/v2/…' is not. Names in braces are keys: '/rest/socialActions/{urn}/comments'. */
	path: string;
	/** How a refusal names it: 'partnerApiPosts' in "… partnerApiPosts.CREATE.20260901". */
	permission: string;
	/** A resource without keys: GET on the path itself is GET, not GET_ALL. */
	isSimple?: true;
	/** Its finders stand on a key of the path: GET /rest/reactions/(entity:…)?q=entity (docs.reactions). */
	hasKeyedFinders?: true;
	methods?: Partial<Record<Exclude<RestliMethod, 'FINDER' | 'BATCH_FINDER' | 'ACTION'>, Method>>;
	finders?: Record<string, Method>;
	batchFinders?: Record<string, Method>;
	actions?: Record<string, Method>;
}
