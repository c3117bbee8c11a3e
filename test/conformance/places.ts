import type { Fault, LoggedRequest, LoggedUpload } from '../simulator';

/**
 * A kind of request, as `METHOD /path/template`; an action has its name after it, an upload is `UPLOAD kind`, requests
 * to the token host are `OPEN /path`.
 */
export type Place = string;

/**
 * The effect of sending it twice, by Rest.li method and never by HTTP verb:
 * - `create`: creates a duplicate
 * - `step`: prepares an upload that nobody sees, finishes one again, or adds an existing member
 * - `change`: no further effect
 * - `read`: no effect
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

/** Upload addresses of one run. */
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
	// The key of an entity isn't part of the template.
	const entity = restliMethod.endsWith('CREATE') || restliMethod === 'ACTION' ? '' : '(/[^/?]+)?';
	const rest = query ? `\\?(.*&)?${query}(&|$)` : '(\\?|$)';
	return { match: { restliMethod, path: new RegExp(`^${path}${entity}${rest}`) } };
}
