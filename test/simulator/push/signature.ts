import { createHmac } from 'node:crypto';

const hmac = (clientSecret: string, text: string) =>
	createHmac('sha256', clientSecret).update(text).digest('hex');

/** What an address has to answer to a challenge (docs.notifications). */
export const challengeResponse = (clientSecret: string, challengeCode: string) =>
	hmac(clientSecret, challengeCode);

/** The X-LI-Signature of a push: the prefix belongs to what is signed, not to the header (docs.notifications). */
export const pushSignature = (clientSecret: string, rawBody: string) =>
	hmac(clientSecret, `hmacsha256=${rawBody}`);
