/**
 * Rest.li methods and the HTTP verbs that carry them.
 * @see docs.protocolVersion
 */
export type RestliMethod =
	| 'GET'
	| 'BATCH_GET'
	| 'GET_ALL'
	| 'FINDER'
	| 'BATCH_FINDER'
	| 'CREATE'
	| 'BATCH_CREATE'
	| 'PARTIAL_UPDATE'
	| 'BATCH_PARTIAL_UPDATE'
	| 'UPDATE'
	| 'BATCH_UPDATE'
	| 'DELETE'
	| 'BATCH_DELETE'
	| 'ACTION';

export type HttpMethod = 'GET' | 'POST' | 'PUT' | 'DELETE';

export const HTTP_METHOD: Record<RestliMethod, HttpMethod> = {
	GET: 'GET',
	BATCH_GET: 'GET',
	GET_ALL: 'GET',
	FINDER: 'GET',
	BATCH_FINDER: 'GET',
	CREATE: 'POST',
	BATCH_CREATE: 'POST',
	PARTIAL_UPDATE: 'POST',
	BATCH_PARTIAL_UPDATE: 'POST',
	ACTION: 'POST',
	UPDATE: 'PUT',
	BATCH_UPDATE: 'PUT',
	DELETE: 'DELETE',
	BATCH_DELETE: 'DELETE',
};
