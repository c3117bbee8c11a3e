import {
	challengeAnswer,
	challengeCodeIn,
	isSigned,
	signatureOf,
} from '../../../../../../nodes/LinkedIn/triggers/push/core/signature';

/** docs.webhooks */

const SECRET = 'suite-secret';
const CODE = '890e4665-4dfe-4ab1-b689-ed553bceeed0';
const BODY = Buffer.from('{"type":"ORGANIZATION_SOCIAL_ACTION_NOTIFICATIONS","text":"Grüße"}');
/** By `openssl dgst -sha256 -hmac suite-secret`. */
const RESPONSE = 'c3a500b5896f708398fb11fa3ff859e212487b9fd0459becbe5386ec2f87d038';
const SIGNATURE = 'ece559af07b075ac8b6f280269f67974d191abd2e5ad27a65116ae287d1caf73';

test('the answer to a challenge is the hex HMAC of its code', () => {
	expect(challengeAnswer(SECRET, CODE)).toEqual({ challengeCode: CODE, challengeResponse: RESPONSE });
});

test.each<[unknown, string | undefined]>([
	[{ challengeCode: CODE }, CODE],
	[{ challengeCode: CODE, applicationId: '77812345' }, CODE],
	[{ challengeCode: 'A1-b2' }, 'A1-b2'],
	[{}, undefined],
	[null, undefined],
	[undefined, undefined],
	[{ challengeCode: '' }, undefined],
	[{ challengeCode: 7 }, undefined],
	[{ challengeCode: [CODE, CODE] }, undefined],
	[{ challengeCode: { a: CODE } }, undefined],
	[{ challengeCode: 'x'.repeat(65) }, undefined],
	// The answer to it would be the signature of a forged delivery.
	[{ challengeCode: 'hmacsha256={}' }, undefined],
	[{ challengeCode: 'hmacsha256=' }, undefined],
	[{ challengeCode: `${CODE}\n` }, undefined],
])('%j has the code %j', (query, code) => {
	expect(challengeCodeIn(query)).toBe(code);
});

test('the signature is of the bytes behind the prefix', () => {
	expect(signatureOf(SECRET, BODY)).toBe(SIGNATURE);
});

test.each<[string, boolean, unknown, string, Uint8Array]>([
	['the right one', true, SIGNATURE, SECRET, BODY],
	['in capitals', true, SIGNATURE.toUpperCase(), SECRET, BODY],
	['with the prefix in front', true, `hmacsha256=${SIGNATURE}`, SECRET, BODY],
	['of another secret', false, SIGNATURE, 'other-secret', BODY],
	['of another body', false, SIGNATURE, SECRET, Buffer.concat([BODY, Buffer.from(' ')])],
	['one digit wrong', false, SIGNATURE.replace(/.$/, (last) => (last === '0' ? '1' : '0')), SECRET, BODY],
	['too short', false, SIGNATURE.slice(1), SECRET, BODY],
	['too long', false, `${SIGNATURE}0`, SECRET, BODY],
	['no hex', false, 'z'.repeat(64), SECRET, BODY],
	['missing', false, undefined, SECRET, BODY],
	['several', false, [SIGNATURE, SIGNATURE], SECRET, BODY],
	['without a prefix', false, challengeAnswer(SECRET, BODY.toString()).challengeResponse, SECRET, BODY],
	['without a secret', false, signatureOf('', BODY), '', BODY],
])('a signature that is %s: %j', (_what, isRight, header, secret, body) => {
	expect(isSigned(secret, body, header)).toBe(isRight);
});
