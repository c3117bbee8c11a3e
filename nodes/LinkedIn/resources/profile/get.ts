import { z } from 'zod';

import { isEntity, readEntity, type Entity } from '../../transport/answers/readEntity';
import { neededEntity } from '../batchGet';
import { DOCS } from '../docs';
import { rawItem } from '../listItems';
import { operation, type Call } from '../operation';

/** LinkedIn's names for the claims of the id_token and of userinfo; `/v2/me` has others. */
const entity = z
	.object({
		sub: z.string(),
		id: z.string(),
		name: z.string(),
		given_name: z.string(),
		family_name: z.string(),
		email: z.string(),
		picture: z.string(),
		locale: z.union([z.string(), z.object({ language: z.string(), country: z.string() })]),
		localizedFirstName: z.string(),
		localizedLastName: z.string(),
		localizedHeadline: z.string(),
		vanityName: z.string(),
	})
	.partial();

export const get = operation({
	value: 'get',
	name: 'Get',
	action: 'Get my profile',
	description:
		"Get the connected member: URN, name and, if the app's products show them, email, picture and headline",
	docs: DOCS.signIn,
	access: 'read',
	scopes: { any: [] },
	routing: { restliMethod: 'GET', path: '/v2/userinfo' },
	fields: [],
	async execute(call) {
		const body = await readProfile(call);
		const profile = readEntity(entity, body) ?? {};
		const id = profile.sub ?? profile.id;
		const urn = id ? `urn:li:person:${id}` : (await call.linkedin.me()).urn;
		const url = profile.vanityName ? `https://www.linkedin.com/in/${profile.vanityName}` : null;
		if (!call.simplify) return [rawItem(body, { urn, url })];
		const { locale } = profile;
		const firstName = profile.given_name ?? profile.localizedFirstName ?? null;
		const lastName = profile.family_name ?? profile.localizedLastName ?? null;
		return [
			{
				urn,
				url,
				name: profile.name ?? ([firstName, lastName].filter(Boolean).join(' ') || null),
				firstName,
				lastName,
				email: profile.email ?? null,
				picture: profile.picture ?? null,
				headline: profile.localizedHeadline ?? null,
				locale: typeof locale === 'object' ? `${locale.language}-${locale.country}` : (locale ?? null),
			},
		];
	},
});

/**
 * Uses the stored id_token without a call, unless it lacks what a granted scope shows; then userinfo, or `/v2/me` for
 * apps without Sign In.
 */
async function readProfile(call: Call): Promise<Entity> {
	const { linkedin, simplify, routing } = call;
	const { identity } = linkedin.connection;
	const lacksEmail = linkedin.may(['email']) === true && identity?.email === undefined;
	if (identity?.name && simplify && !lacksEmail) return { ...identity };
	const hasUserInfo = linkedin.may(['profile']) === true;
	if (!hasUserInfo && linkedin.may(['r_basicprofile', 'r_liteprofile']) !== false) {
		const basic = await linkedin.attempt<unknown>({ restliMethod: 'GET', path: '/v2/me' });
		if (basic.ok && isEntity(basic.reply.body)) return basic.reply.body;
	}
	if (linkedin.may(['profile']) !== false) {
		const info = await linkedin.attempt<unknown>(routing);
		if (info.ok) return neededEntity(info.reply.body, routing);
		if (info.error.details.status === 401) throw info.error;
	}
	return { ...identity };
}
