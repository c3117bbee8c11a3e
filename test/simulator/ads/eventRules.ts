import type { Call } from '../resource';
import { DAY_MS } from './reportDates';

/** How an event identifies its person (docs.conversionEvents). */
const ID_TYPES = [
	'SHA256_EMAIL',
	'LINKEDIN_FIRST_PARTY_ADS_TRACKING_UUID',
	'ACXIOM_ID',
	'ORACLE_MOAT_ID',
	'PLAINTEXT_IP_ADDRESS',
	'SHA256_IP_ADDRESS',
	'GOOGLE_AID',
];
/** Earlier versions don't know SHA256_IP_ADDRESS; all current ones know the others. */
const HASHED_IP_SINCE = '202607';
const OLDEST_DAYS = 90;
const MEMBERS = ['conversion', 'conversionHappenedAt', 'conversionValue', 'eventId', 'user'];
const MEMBERS_OF_USER = ['userIds', 'userInfo', 'externalIds', 'lead'];
const MEMBERS_OF_USER_INFO = ['firstName', 'lastName', 'title', 'companyName', 'countryCode'];

/** An event's error: a line `/user/userIds :: field is required`, and 422 for values of another type. */
export interface EventFault {
	status: 400 | 422;
	line: string;
}

type Members = Record<string, unknown>;

/** All errors of an event. Like LinkedIn, doesn't check whether hashes are hashes. */
export function eventFaults(call: Call, event: unknown, at: string): EventFault[] {
	if (!isRecord(event)) return [{ status: 400, line: `ERROR :: ${at} :: is no event` }];
	const faults: EventFault[] = [];
	const refuse = (path: string, what: string, status: 400 | 422 = 400) =>
		faults.push({ status, line: `ERROR :: ${at}${path} :: ${what}` });
	unknownMembers(event, MEMBERS, '', refuse);
	const { conversion, conversionHappenedAt, conversionValue, eventId, user } = event;
	if (conversion === undefined) refuse('/conversion', 'field is required but not found');
	else if (!/^urn:lla:llaPartnerConversion:\d+$/.test(String(conversion))) {
		refuse('/conversion', `"${String(conversion)}" is not a conversion URN`);
	}
	if (conversionHappenedAt === undefined) refuse('/conversionHappenedAt', 'field is required but not found');
	else if (typeof conversionHappenedAt !== 'number') {
		refuse('/conversionHappenedAt', 'value is not a Long', 422);
	} else if (conversionHappenedAt < call.clock.now() - OLDEST_DAYS * DAY_MS) {
		refuse('/conversionHappenedAt', `conversion must have happened in the last ${OLDEST_DAYS} days`);
	}
	if (eventId !== undefined && typeof eventId !== 'string') refuse('/eventId', 'value is not a String', 422);
	if (conversionValue !== undefined) valueFaults(conversionValue, refuse);
	if (user === undefined) refuse('/user', 'field is required but not found');
	else userFaults(call, user, refuse);
	return faults;
}

type Refuse = (path: string, what: string, status?: 400 | 422) => void;

function unknownMembers(record: Members, known: string[], path: string, refuse: Refuse): void {
	for (const name of Object.keys(record).filter((one) => !known.includes(one))) {
		refuse(`${path}/${name}`, 'unrecognized field found but not allowed');
	}
}

function valueFaults(value: unknown, refuse: Refuse): void {
	const path = '/conversionValue';
	if (!isRecord(value)) return refuse(path, 'value is not a record', 422);
	unknownMembers(value, ['currencyCode', 'amount'], path, refuse);
	const { currencyCode, amount } = value;
	if (amount === undefined) refuse(`${path}/amount`, 'field is required but not found');
	else if (typeof amount !== 'string') refuse(`${path}/amount`, `${String(amount)} is not a String`, 422);
	else if (!/^\d+(\.\d+)?$/.test(amount)) refuse(`${path}/amount`, `"${amount}" is not a decimal number`);
	if (typeof currencyCode !== 'string' || !/^[A-Z]{3}$/.test(currencyCode)) {
		refuse(`${path}/currencyCode`, 'is no currency code');
	}
}

/** At least one id, or both names, an external id or a lead. */
function userFaults(call: Call, user: unknown, refuse: Refuse): void {
	if (!isRecord(user)) return refuse('/user', 'value is not a record', 422);
	unknownMembers(user, MEMBERS_OF_USER, '/user', refuse);
	const { userIds, userInfo, externalIds, lead } = user;
	if (userIds === undefined) return refuse('/user/userIds', 'field is required but not found');
	if (!Array.isArray(userIds)) return refuse('/user/userIds', 'value is not an array', 422);
	userIds.forEach((one: unknown, at) => {
		const { idType, idValue } = isRecord(one) ? one : ({} as Members);
		const isKnown = ID_TYPES.includes(String(idType));
		const isTooNew = idType === 'SHA256_IP_ADDRESS' && (call.version ?? '') < HASHED_IP_SINCE;
		if (!isKnown || isTooNew) {
			refuse(`/user/userIds/${at}/idType`, `"${String(idType)}" is not an enum symbol`);
		}
		if (typeof idValue !== 'string' || idValue === '') refuse(`/user/userIds/${at}/idValue`, 'is required');
	});
	const info = isRecord(userInfo) ? userInfo : ({} as Members);
	unknownMembers(info, MEMBERS_OF_USER_INFO, '/user/userInfo', refuse);
	const hasNames = [info.firstName, info.lastName].every((name) => typeof name === 'string' && name !== '');
	const hasExternalId = Array.isArray(externalIds) && externalIds.length === 1;
	if (externalIds !== undefined && !hasExternalId) refuse('/user/externalIds', 'is a list of one');
	if (userInfo !== undefined && !hasNames) {
		refuse('/user/userInfo', 'firstName and lastName are both required');
	}
	if (userIds.length === 0 && !hasNames && !hasExternalId && lead === undefined) {
		refuse('/user', 'needs one of userIds, or userInfo with firstName and lastName');
	}
}

function isRecord(value: unknown): value is Members {
	return typeof value === 'object' && value !== null && !Array.isArray(value);
}
