import { exportJWK, generateKeyPair, SignJWT, UnsecuredJWT } from 'jose';
import type { CryptoKey, JSONWebKeySet, JWTPayload } from 'jose';
import type { App } from './apps';
import type { Member } from './model';

const ALGORITHM = 'RS256';
const KEY_ID = 'simulator';

/** Generated when first needed, because it takes a tenth of a second; shared by all simulators of the process. */
let keyPair: Promise<{ publicKey: CryptoKey; privateKey: CryptoKey }> | undefined;

const keys = async () => await (keyPair ??= generateKeyPair(ALGORITHM));

/** What an id token says about the member (docs.signIn). */
export interface IdClaims extends JWTPayload {
	sub: string;
}

/** @param from epoch milliseconds */
export function idClaims(
	app: App,
	member: Member,
	issuer: string,
	from: number,
	expiresInSeconds: number,
): IdClaims {
	const iat = Math.floor(from / 1000);
	return {
		iss: issuer,
		aud: app.clientId,
		iat,
		exp: iat + expiresInSeconds,
		sub: member.personId,
		name: `${member.firstName} ${member.lastName}`,
		given_name: member.firstName,
		family_name: member.lastName,
		locale: 'en_US',
	};
}

/** As sent over OAuth. */
export async function signed(claims: IdClaims): Promise<string> {
	const header = { alg: ALGORITHM, typ: 'JWT', kid: KEY_ID };
	return await new SignJWT(claims).setProtectedHeader(header).sign((await keys()).privateKey);
}

/** As a test puts it directly into a credential: signing is asynchronous, and nobody verifies it there. */
export const unsigned = (claims: IdClaims): string => new UnsecuredJWT(claims).encode();

/** The public key as a JSON Web Key Set. */
export async function keySet(): Promise<JSONWebKeySet> {
	const key = await exportJWK((await keys()).publicKey);
	return { keys: [{ ...key, kid: KEY_ID, use: 'sig', alg: ALGORITHM }] };
}
