/**
 * LinkedIn's proofs, both with the app's client secret: that the address is ours (challenge), and that LinkedIn sent a
 * delivery (signature).
 * @see docs.webhooks
 */
import { createHmac, timingSafeEqual } from 'crypto';

/** In front of the signed bytes, not of the header. */
const PREFIX = 'hmacsha256=';

/**
 * LinkedIn's codes are UUIDs. Anyone who asks gets the answer to any code, so none may contain a character of the prefix
 * that others don't: otherwise the answer to `hmacsha256={…}` would be the signature of a forged delivery.
 */
const CODE = /^[0-9a-z-]{1,64}$/i;

/** @returns the code of a challenge; undefined if the query has none that LinkedIn could have sent */
export function challengeCodeIn(query: unknown): string | undefined {
	const { challengeCode } = Object(query) as { challengeCode?: unknown };
	return typeof challengeCode === 'string' && CODE.test(challengeCode) ? challengeCode : undefined;
}

/** What LinkedIn expects as JSON, within three seconds. */
export function challengeAnswer(
	secret: string,
	challengeCode: string,
): { challengeCode: string; challengeResponse: string } {
	return {
		challengeCode,
		challengeResponse: createHmac('sha256', secret).update(challengeCode).digest('hex'),
	};
}

/** The signature of a delivery, as in `X-LI-Signature`: hex. @param body the bytes as they came */
export function signatureOf(secret: string, body: Uint8Array): string {
	return createHmac('sha256', secret).update(PREFIX).update(body).digest('hex');
}

/**
 * Whether LinkedIn sent it, compared in constant time. Without a secret nothing is signed: anyone could know the
 * signature.
 * @param header `X-LI-Signature`, hex, maybe with the prefix in front; several or none are wrong
 */
export function isSigned(secret: string, body: Uint8Array, header: unknown): boolean {
	const hex = typeof header === 'string' ? /^(?:hmacsha256=)?([0-9a-f]{64})$/i.exec(header)?.[1] : undefined;
	if (secret === '' || hex === undefined) return false;
	return timingSafeEqual(Buffer.from(hex, 'hex'), Buffer.from(signatureOf(secret, body), 'hex'));
}
