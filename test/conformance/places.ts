import type { Fault, LoggedRequest, LoggedUpload } from '../simulator';

/**
 * A kind of request, as `METHOD /path/template`; an action has its name behind it, an upload is `UPLOAD kind`, what the
 * host of the tokens tells is `OPEN /path`.
 */
export type Place = string;

/**
 * What a second one does, by Rest.li method and never by HTTP verb:
 * - `create`: makes a second thing
 * - `step`: reserves a place that nobody sees, ends an upload that was ended, adds a member that is in already
 * - `change`: nothing more
 * - `read`: nothing
 * - `upload`: the same bytes at the same address
 */
export type PlaceClass = 'create' | 'step' | 'change' | 'read' | 'upload';

const STEPS = [
	/^ACTION .*\?action=(initializeUpload|finalizeUpload)$/,
	/^BATCH_CREATE \/rest\/dmpSegments\/\{\w+\}\/(users|companies)$/,
];

export function placeOf({ endpoint, method, url }: LoggedRequest): Place | undefined {
	if (endpoint === undefined) {
		return method === 'GET' && url.startsWith('/oauth/') ? `OPEN ${url.split('?')[0]}` : undefined;
	}
	const action = endpoint.startsWith('ACTION') && /[?&]action=(\w+)/.exec(url)?.[1];
	return action ? `${endpoint}?action=${action}` : endpoint;
}

export const uploadPlaceOf = ({ what }: LoggedUpload): Place => `UPLOAD ${what ?? 'list'}`;

export function classOf(place: Place): PlaceClass {
	if (place.startsWith('UPLOAD')) return 'upload';
	if (STEPS.some((step) => step.test(place))) return 'step';
	if (/^(CREATE|BATCH_CREATE|ACTION) /.test(place)) return 'create';
	return /^(BATCH_)?(UPDATE|PARTIAL_UPDATE|DELETE) /.test(place) ? 'change' : 'read';
}

/** Addresses of what goes up in one run. */
const UPLOADS: Record<Place, RegExp> = {
	'UPLOAD part': /^\/dms-uploads\/[^/]+\/uploadedVideo\//,
	'UPLOAD captions': /^\/dms-uploads\/[^/]+\/uploadedCaptions\//,
	'UPLOAD thumbnail': /^\/dms-uploads\/[^/]+\/uploadedThumbnail\//,
};

/** The requests of a place. */
export function at(place: Place): Pick<Fault, 'match'> {
	if (place.startsWith('UPLOAD')) return { match: { path: UPLOADS[place] ?? /^\/dms-uploads\// } };
	const [restliMethod, whole] = place.split(' ');
	const [template, query] = whole.split('?');
	const path = template.replace(/\./g, '\\.').replace(/\{\w+\}/g, '[^/?]+');
	if (restliMethod === 'OPEN') return { match: { path: new RegExp(`^${path}(\\?|$)`) } };
	// The key of an entity is no part of the template.
	const entity = restliMethod.endsWith('CREATE') || restliMethod === 'ACTION' ? '' : '(/[^/?]+)?';
	const rest = query ? `\\?(.*&)?${query}(&|$)` : '(\\?|$)';
	return { match: { restliMethod, path: new RegExp(`^${path}${entity}${rest}`) } };
}
