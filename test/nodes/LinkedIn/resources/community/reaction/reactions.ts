import type { Variables } from '../../../../../cases';
import type { Simulator } from '../../../../../simulator';
import { threadOfAcme } from '../comment/thread';

export const ACME_URN = 'urn:li:organization:2414183';
export const ADA_URN = 'urn:li:person:Ada782bbtaQ';
export const ACME = { __rl: true, mode: 'id', value: '2414183' };
export const ME = { __rl: true, mode: 'list', value: 'me' };
export const me = { method: 'GET' as const, url: '/v2/me', restliMethod: 'GET' };

/** Complex keys as sent: punctuation literal, URNs encoded (docs.protocolVersion). */
export const ACMES_KEY = '(actor:urn%3Ali%3Aorganization%3A2414183,entity:${activity})';
export const ADAS_KEY = '(actor:urn%3Ali%3Aperson%3AAda782bbtaQ,entity:${activity})';

/** The thread of the comment cases, with a Love by Acme's page and a Like by Cleo on the post. */
export function reactionsOfAcme(simulator: Simulator): Variables {
	const names = threadOfAcme(simulator);
	const reactedAtMs = Date.now() - 600_000;
	const { reactions } = simulator.state;
	const entity = String(names.activity);
	reactions.set({
		actor: ACME_URN,
		agent: ADA_URN,
		entity,
		type: 'EMPATHY',
		createdAt: reactedAtMs,
	});
	reactions.set({ actor: 'urn:li:person:cLeO55wQz0', entity, type: 'LIKE', createdAt: reactedAtMs + 1000 });
	return {
		...names,
		reactedAtMs,
		reactedAt: new Date(reactedAtMs).toISOString(),
		likedAt: new Date(reactedAtMs + 1000).toISOString(),
	};
}

export const acmesLove = {
	urn: `urn:li:reaction:(${ACME_URN},\${activity})`,
	url: 'https://www.linkedin.com/feed/update/${activity}',
	reaction: 'Love',
	reactionType: 'EMPATHY',
	actor: ACME_URN,
	actedBy: ADA_URN,
	entity: '${activity}',
	createdAt: '${reactedAt}',
	lastModifiedAt: '${reactedAt}',
};

export const cleosLike = {
	urn: 'urn:li:reaction:(urn:li:person:cLeO55wQz0,${activity})',
	url: 'https://www.linkedin.com/feed/update/${activity}',
	reaction: 'Like',
	reactionType: 'LIKE',
	actor: 'urn:li:person:cLeO55wQz0',
	actedBy: null,
	entity: '${activity}',
	createdAt: '${likedAt}',
	lastModifiedAt: '${likedAt}',
};
