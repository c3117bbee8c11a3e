import type { App } from './apps';
import type { Clock } from './clock';
import type { Member } from './model';
import type { Query, RestliMethod, RestliValue } from './restli';
import type { State } from './state';
import type { Token } from './tokens';

/** A valid request: version, token, scope and quota are checked. */
export interface Call {
	state: State;
	clock: Clock;
	/** Base URL of the simulator. */
	url: string;
	method: RestliMethod;
	/** `YYYYMM`; undefined on the unversioned API. */
	version: string | undefined;
	/** '1.0.0' if the request had no X-Restli-Protocol-Version. */
	protocol: '1.0.0' | '2.0.0';
	/** Path keys by their names in the resource's template, decoded. */
	keys: Record<string, RestliValue>;
	/** The entity's own key, the last piece of an entity path. */
	key: RestliValue | undefined;
	/** Query parameters without `fields`, decoded. */
	params: Query;
	/** Top-level names of `fields`; undefined without it. */
	fields: string[] | undefined;
	/** The JSON body; undefined if there is none. */
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
	/** The token needs one of them; an empty list = any token is accepted. */
	scopes: readonly string[];
	/** Query parameters it knows besides the method's own (ids, q, bq, action) and `fields`; others are refused. */
	params?: readonly string[];
	/** Refuses unknown parameters itself, because its refusal isn't the usual 403. */
	checksParams?: true;
	/** Refused without X-RestLi-Method, even if the request is otherwise unambiguous. */
	needsMethodHeader?: true;
	handle(call: Call): Answer;
}

/** A resource of the API: one file in routes/ and one line in routes/index.ts. */
export interface Resource {
	/** '/rest/…' is versioned, '/v2/…' isn't. Names in braces are keys: '/rest/socialActions/{urn}/comments'. */
	path: string;
	/** Its name in refusals: 'partnerApiPosts' in "… partnerApiPosts.CREATE.20260901". */
	permission: string;
	/** A resource without keys: GET on the path itself is GET, not GET_ALL. */
	isSimple?: true;
	/** Its finders are on a key of the path: GET /rest/reactions/(entity:…)?q=entity (docs.reactions). */
	hasKeyedFinders?: true;
	methods?: Partial<Record<Exclude<RestliMethod, 'FINDER' | 'BATCH_FINDER' | 'ACTION'>, Method>>;
	finders?: Record<string, Method>;
	batchFinders?: Record<string, Method>;
	actions?: Record<string, Method>;
}
