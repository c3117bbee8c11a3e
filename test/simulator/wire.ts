import { request } from 'undici';
import { startSimulator } from './index';
import type { Simulator } from './index';

/** A time at which all versions in the tests are live. */
export const NOW = Date.UTC(2026, 8, 21, 10, 0, 0);
export const ACME = 'urn:li:organization:2414183';
export const GLOBEX = 'urn:li:organization:5583111';

export const ALL_SCOPES = [
	'openid',
	'profile',
	'email',
	'r_basicprofile',
	'w_member_social',
	'r_organization_social',
	'w_organization_social',
	'r_organization_social_feed',
	'w_organization_social_feed',
	'r_member_social_feed',
	'w_member_social_feed',
	'rw_organization_admin',
];

export interface WireAnswer {
	status: number;
	headers: Record<string, string | string[] | undefined>;
	text: string;
	/** The parsed body; tests compare it with whole values. */
	json: ReturnType<typeof JSON.parse>;
}

export interface WireCall {
	method?: string;
	path: string;
	/** null sends no Authorization header. */
	token?: string | null;
	body?: unknown;
	/** Replaces or, with undefined, removes one of the usual headers. */
	headers?: Record<string, string | undefined>;
}

/** Sends one request with undici, by default with the three headers of a versioned call. */
export async function send(simulator: Simulator, call: WireCall): Promise<WireAnswer> {
	const headers = {
		authorization: call.token === null ? undefined : `Bearer ${call.token}`,
		'linkedin-version': call.path.startsWith('/rest') ? '202609' : undefined,
		'x-restli-protocol-version': '2.0.0',
		'content-type': call.body === undefined ? undefined : 'application/json',
		...call.headers,
	};
	const reply = await request(simulator.url + call.path, {
		method: (call.method ?? 'GET') as 'GET',
		headers: Object.fromEntries(Object.entries(headers).filter(([, value]) => value !== undefined)),
		body: call.body === undefined || typeof call.body === 'string' ? call.body : JSON.stringify(call.body),
	});
	const text = await reply.body.text();
	const isJson = String(reply.headers['content-type']).startsWith('application/json');
	return {
		status: reply.statusCode,
		headers: reply.headers,
		text,
		json: isJson ? JSON.parse(text) : undefined,
	};
}

export const startAtNow = async (): Promise<Simulator> => startSimulator({ now: NOW });

/** A token of a member, by default with all scopes. */
export function tokenOf(simulator: Simulator, member: string, scopes = ALL_SCOPES, app?: string): string {
	return simulator.issueToken({ member, scopes, ...(app ? { app } : {}) }).accessToken;
}

export const enc = (text: string) =>
	encodeURIComponent(text).replace(/[,()':]/g, (one) => `%${one.charCodeAt(0).toString(16).toUpperCase()}`);

export const textPost = (author: string, commentary: string, more: Record<string, unknown> = {}) => ({
	author,
	commentary,
	visibility: 'PUBLIC',
	distribution: { feedDistribution: 'MAIN_FEED', targetEntities: [], thirdPartyDistributionChannels: [] },
	lifecycleState: 'PUBLISHED',
	isReshareDisabledByAuthor: false,
	...more,
});
