import { accountIdOf } from '../../ads/access';
import { adsRefused, inputRefused, missing } from '../../ads/errors';
import { eventFaults, type EventFault } from '../../ads/eventRules';
import { ApiError } from '../../errors';
import type { ReceivedEvent } from '../../ads/conversions';
import type { Answer, Call, Resource } from '../../resource';

const SCOPES = ['rw_conversions'];
const MOST_EVENTS = 5000;

/** /rest/conversionEvents (docs.conversionEvents). */
export const conversionEvents: Resource = {
	path: '/rest/conversionEvents',
	permission: 'partnerApiConversionEvents',
	methods: {
		CREATE: { scopes: SCOPES, handle: sendOne },
		BATCH_CREATE: { scopes: SCOPES, handle: sendMany },
	},
};

function sendOne(call: Call): Answer {
	takeCall(call);
	const refusal = refusalOf(call, call.body, '');
	if (refusal) throw refusal;
	keep(call, [call.body]);
	return { status: 201 };
}

function sendMany(call: Call): Answer {
	takeCall(call);
	const { elements } = (call.body ?? {}) as { elements?: unknown };
	if (!Array.isArray(elements)) throw inputRefused([missing('/elements')]);
	if (elements.length > MOST_EVENTS) {
		throw adsRefused(400, 'ILLEGAL_ARGUMENT', `A batch has at most ${MOST_EVENTS} events`);
	}
	if (call.state.conversionEventAnswers === 'atomic') {
		const faults = elements.flatMap((event, at) => eventFaults(call, event, `/elements/${at}`));
		if (faults.length > 0) throw validationRefused(faults);
		const stranger = elements.map((event) => strangerOf(call, event)).find((one) => one !== undefined);
		if (stranger) throw stranger;
		keep(call, elements);
		return { status: 200, body: { elements: elements.map(() => ({ status: 201 })) } };
	}
	const answers = elements.map((event) => {
		const refusal = refusalOf(call, event, '');
		if (refusal) return { status: refusal.status, error: refusal.body };
		keep(call, [event]);
		return { status: 201 };
	});
	return { status: 200, body: { elements: answers } };
}

/** @throws ApiError 429 above 600 calls per minute of one token */
function takeCall({ state, token }: Call): void {
	state.ads.conversions.perMinute.take(token.value);
}

function refusalOf(call: Call, event: unknown, at: string): ApiError | undefined {
	const faults = eventFaults(call, event, at);
	return faults.length > 0 ? validationRefused(faults) : strangerOf(call, event);
}

/** All errors in one text, one per line. */
function validationRefused(faults: EventFault[]): ApiError {
	const status = faults.some((one) => one.status === 422) ? 422 : 400;
	return new ApiError(status, { status, message: faults.map(({ line }) => line).join('\n') });
}

/** The rule must exist, in an account on which the member has a role other than VIEWER. */
function strangerOf(call: Call, event: unknown): ApiError | undefined {
	const { ads } = call.state;
	const rule = ads.conversions.at((event as ReceivedEvent).conversion);
	const role = ads.accounts.roleOf(accountIdOf(rule?.account) ?? '', call.member?.key);
	if (role && role !== 'VIEWER') return undefined;
	return adsRefused(403, 'ACCESS_DENIED', 'No ad accounts found');
}

function keep({ state, clock, app }: Call, events: unknown[]): void {
	for (const event of events) {
		state.ads.conversions.events.push({
			...(event as ReceivedEvent),
			receivedAt: clock.now(),
			app: app.clientId,
		});
	}
}
