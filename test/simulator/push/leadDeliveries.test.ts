import { ADS_SCOPES } from '../ads/wire';
import { LEAD_TYPES, type LeadOwner, type LeadSubscription } from '../ads/leads';
import { ACME, startAtNow, tokenOf } from '../wire';
import { startReceiver, type Receiver } from './receiver';
import type { LeadForm } from '../ads/leadForm';
import type { Simulator } from '../index';

/** LEAD_ACTION: what webhooks are told of leads (docs.leads). */

const APP = 'ads-app';
const ACCOUNT: LeadOwner = { sponsoredAccount: 'urn:li:sponsoredAccount:507404993' };
const PAGE: LeadOwner = { organization: ACME };
const MINUTE_MS = 60 * 1000;

let simulator: Simulator;
let receiver: Receiver;
let forms: Record<'account' | 'page', LeadForm>;
beforeEach(async () => {
	simulator = await startAtNow();
	simulator.state.plainWebhooks = true;
	receiver = await startReceiver('ads-secret');
	await simulator.portal.register(receiver.url, APP);
	tokenOf(simulator, 'ada', ADS_SCOPES, APP);
	const { leads } = simulator.state.ads;
	forms = {
		account: leads.addForm({ owner: ACCOUNT, name: 'Account' }),
		page: leads.addForm({ owner: PAGE, name: 'Page' }),
	};
});
afterEach(async () => {
	await receiver.close();
	await simulator.close();
});

const subscribe = (more: Partial<LeadSubscription> = {}) =>
	simulator.state.ads.leads.subscribe({
		webhook: receiver.url,
		owner: ACCOUNT,
		leadType: 'SPONSORED',
		app: APP,
		member: 'ada',
		...more,
	});
const submit = (more: Partial<Parameters<Simulator['state']['ads']['leads']['submit']>[0]> = {}) =>
	simulator.state.ads.leads.submit({ form: forms.account, ...more });
const run = async () => await simulator.pusher.run();
const received = () => receiver.received.map(({ body }) => JSON.parse(body));

it.each(LEAD_TYPES)('%s: one push a lead, without its answers', async (leadType) => {
	const owner = leadType === 'SPONSORED' ? ACCOUNT : PAGE;
	const form = leadType === 'SPONSORED' ? forms.account : forms.page;
	subscribe({ owner, leadType });
	const associatedEntity = { associatedCreative: 'urn:li:sponsoredCreative:241257736' };
	const [first, second] = [submit({ form, leadType, associatedEntity }), submit({ form, leadType })];
	await run();
	const common = {
		type: 'LEAD_ACTION',
		leadGenForm: `urn:li:leadGenForm:${form.id}`,
		owner,
		leadType,
		leadAction: 'CREATED',
	};
	expect(received()).toEqual([
		{
			...common,
			leadGenFormResponse: `urn:li:leadGenFormResponse:${first.id}`,
			associatedEntity,
			occurredAt: first.submittedAt,
		},
		{
			...common,
			leadGenFormResponse: `urn:li:leadGenFormResponse:${second.id}`,
			occurredAt: second.submittedAt,
		},
	]);
	expect(simulator.pusher.deliveries.map(({ ids, type }) => [ids, type])).toEqual([
		[[first.id], 'LEAD_ACTION'],
		[[second.id], 'LEAD_ACTION'],
	]);
});

it('a lead that shows late is pushed once the API shows it', async () => {
	subscribe();
	submit({ visibleAt: simulator.clock.now() + MINUTE_MS });
	await run();
	expect(received()).toEqual([]);
	simulator.clock.advance(MINUTE_MS + 1);
	await run();
	await run();
	expect(received()).toHaveLength(1);
});

it('a deleted lead is told of too', async () => {
	subscribe();
	const { id } = submit();
	simulator.state.ads.leads.remove(id);
	await run();
	expect(received().map(({ leadAction }) => leadAction)).toEqual(['CREATED', 'DELETED']);
});

const CREATIVE = 'urn:li:sponsoredCreative:1';

it.each<[string, () => Partial<LeadSubscription>, number]>([
	['all of it', () => ({}), 1],
	['this form', () => ({ versionedForm: versioned(forms.account) }), 1],
	['another form', () => ({ versionedForm: versioned(forms.page) }), 0],
	['this creative', () => ({ associatedEntity: CREATIVE }), 1],
	['this creative, in a record', () => ({ associatedEntity: { associatedCreative: CREATIVE } }), 1],
	['another creative', () => ({ associatedEntity: 'urn:li:sponsoredCreative:2' }), 0],
	['another type', () => ({ leadType: 'EVENT' }), 0],
	['another owner', () => ({ owner: PAGE }), 0],
	['what comes later', () => ({ createdAt: simulator.clock.now() + MINUTE_MS }), 0],
])('a subscription to %s', async (_what, more, pushes) => {
	Object.assign(subscribe(), more());
	submit({ associatedEntity: { associatedCreative: CREATIVE } });
	await run();
	expect(received()).toHaveLength(pushes);
});

const versioned = ({ id, versionId }: LeadForm) =>
	`urn:li:versionedLeadGenForm:(urn:li:leadGenForm:${id},${versionId})`;

it.each<[string, () => void]>([
	['the grant is revoked', () => simulator.state.tokens.revokeAll(APP, 'ada')],
	['the role on the page is lost', () => simulator.state.setRole('ada', ACME, 'ADMINISTRATOR', 'REVOKED')],
	['the subscription is deleted', () => simulator.state.ads.leads.subscriptions.clear()],
	['the address is removed', () => simulator.portal.remove(receiver.url)],
])('nothing is pushed once %s', async (_what, end) => {
	subscribe();
	end();
	submit();
	await run();
	expect(received()).toEqual([]);
});
