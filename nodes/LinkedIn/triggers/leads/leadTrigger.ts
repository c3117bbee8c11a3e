/**
 * The n8n side of the lead trigger: settings in, items out, and the state in static data, which n8n saves together with
 * the items.
 */
import type { IDataObject, INodeExecutionData, IPollFunctions } from 'n8n-workflow';

import { refsOf } from '../../resources/ads/fields/fields';
import { LEAD_SCOPES, PAGE_ROLE, parseOwner } from '../../resources/ads/leadForm/owner';
import { formOf, presentLead, readLead } from '../../resources/ads/leadResponse/item';
import { LEAD_TYPES, type LeadType } from '../../resources/ads/leadResponse/read';
import { ANY_ROLE } from '../../resources/ads/scopes';
import { choicesOf } from '../../resources/ads/values/readParameters';
import { entriesOf } from '../../resources/values/plainText';
import { connect } from '../../transport';
import { LinkedInError } from '../../transport/errors/errors';
import { InputError } from '../../transport/errors/inputError';
import type { Triggers } from '../../transport/memory/triggers';
import { needsIn } from '../../transport/policy/areas';
import type { LinkedInClient } from '../../transport/types';
import { callsADay } from '../polling/core/budget';
import { createPoll, type Circumstances } from '../polling/createPoll';
import { recentLeads } from './core/manualRun';
import { isOtherGrant, newLeadMemory, type LeadMemory } from './core/memory';
import { pollLeads } from './core/pollLeads';
import type { NewLead } from './core/sources';
import { countCalls } from './counted';
import { leadSourcesOf, newSourceMemory, streamsOf, type SourceMemory } from './leadSources';

const STATE = 'leads';
const CALL_TIMEOUT_MS = 30_000;
/** The time limit of a poll if n8n sets none. */
const DEFAULT_POLL_MS = 240_000;
const MANUAL_WAIT_MS = 20_000;
const NEEDED = {
	purpose: 'On New Lead',
	needs: needsIn('leads', 'read'),
	scopes: { any: LEAD_SCOPES },
	role: PAGE_ROLE,
	accountRole: ANY_ROLE,
} as const;

/** What the process keeps for a trigger. */
interface Remembered {
	memory: LeadMemory;
	asking: SourceMemory;
}

/** The user's settings. */
interface Wanted {
	/** Undefined for all that the credential can access. */
	owners: string[] | undefined;
	types: LeadType[];
	/** Numbers of forms; all if empty. */
	forms: Set<string>;
	includeTestLeads: boolean;
}

/** Makes the poll function of the node, as createPoll. */
export function createLeadPoll(triggers?: Triggers) {
	const newMemory = (): Remembered => ({ memory: newLeadMemory(), asking: newSourceMemory() });
	return createPoll({ readSettings: readWanted, newMemory, showNewest, pollOnce }, triggers);
}

/** @throws InputError */
function readWanted(context: IPollFunctions): Wanted {
	const types = choicesOf(context.getNodeParameter('leadTypes', []), 'Lead Types', LEAD_TYPES);
	const forms = new Set(
		refsOf('leadForm', context.getNodeParameter('leadForms', ''), 'Lead Forms').map(({ id }) => id),
	);
	const includeTestLeads = context.getNodeParameter('includeTestLeads', false) === true;
	if (context.getNodeParameter('watch', 'reached') !== 'chosen') {
		return { owners: undefined, types, forms, includeTestLeads };
	}
	const entries = entriesOf(context.getNodeParameter('owners', ''), 'Owners');
	const owners = [...new Set(entries.map((entry) => parseOwner(entry, 'Owners').urn))];
	if (owners.length === 0) {
		throw new InputError(
			'Owners',
			'No owner is chosen',
			'Choose an ad account or page, or watch All Ad Accounts and Pages I Can Access.',
		);
	}
	if (owners.every((owner) => streamsOf(owner, types).length === 0)) {
		throw new InputError(
			'Lead Types',
			'None of the owners can have leads of these types',
			'Ad accounts have Sponsored leads; pages have Event, Page and Product leads.',
		);
	}
	return { owners, types, forms, includeTestLeads };
}

async function pollOnce(
	context: IPollFunctions,
	remembered: Remembered,
	wanted: Wanted,
	{ time }: Circumstances,
): Promise<INodeExecutionData[][] | null> {
	const { memory } = remembered;
	const counted = countCalls(context);
	const linkedin = await connect(counted.context, {
		...NEEDED,
		hasOwnBudget: true,
		maxWaitMs: 0,
		options: { timeout: CALL_TIMEOUT_MS },
		hearTime: (atMs) => time.note(atMs),
	});
	const staticData = context.getWorkflowStaticData('node');
	const saved = staticData[STATE];
	if (!saved) linkedin.need();
	const { grantKey } = linkedin.connection;
	if (isOtherGrant(memory, grantKey)) remembered.asking = newSourceMemory();
	const budgetMs = context.getPollBudgetMs?.() ?? DEFAULT_POLL_MS;
	const now = () => time.now();
	const result = await time.during(async (pollTime) =>
		pollLeads({
			saved,
			memory,
			grantKey,
			owners: wanted.owners,
			streamsOf: (owner) => streamsOf(owner, wanted.types),
			isWanted: (lead) => isWanted(lead, wanted),
			sources: leadSourcesOf(linkedin, wanted.types, remembered.asking, counted.calls, now),
			callsADay: callsADay(Number(context.getNodeParameter('maxCallsADay', 0)), linkedin.connection.tier),
			now,
			time: pollTime,
			endByMs: now() + Math.max(budgetMs / 2, budgetMs - 1.2 * CALL_TIMEOUT_MS),
			isDiscardedWhenSuperseded: context.getPollBudgetMs !== undefined,
		}),
	);
	for (const sentence of result.says) context.logger.warn(sentence);
	staticData[STATE] = result.state as unknown as IDataObject;
	return asItems(linkedin, result.leads);
}

/** Real leads for building a workflow; nothing is saved. */
async function showNewest(context: IPollFunctions, wanted: Wanted): Promise<INodeExecutionData[][] | null> {
	const linkedin = await connect(context, { ...NEEDED, maxWaitMs: MANUAL_WAIT_MS });
	linkedin.need();
	const { leads, says, fault } = await recentLeads({
		owners: wanted.owners,
		streamsOf: (owner) => streamsOf(owner, wanted.types),
		isWanted: (lead) => isWanted(lead, wanted),
		sources: leadSourcesOf(
			linkedin,
			wanted.types,
			newSourceMemory(),
			() => 0,
			() => Date.now(),
		),
		now: () => Date.now(),
		endByMs: Date.now() + DEFAULT_POLL_MS,
	});
	const said = [...says, ...linkedin.elements.notices];
	for (const sentence of said) context.logger.warn(sentence);
	if (fault) {
		throw fault.cause ?? new LinkedInError(fault.message, { advice: 'Check Owners and the credential.' });
	}
	return asItems(linkedin, leads, said);
}

function isWanted({ entity }: NewLead, { forms, includeTestLeads }: Wanted): boolean {
	const lead = readLead(entity);
	if (lead.testLead === true && !includeTestLeads) return false;
	return forms.size === 0 || forms.has(formOf(lead)?.id ?? '');
}

function asItems(
	linkedin: LinkedInClient,
	leads: NewLead[],
	says: string[] = [],
): INodeExecutionData[][] | null {
	if (leads.length === 0) return null;
	const items: INodeExecutionData[] = leads.map(({ entity }) => ({ json: presentLead(entity, true) }));
	const notices = [...linkedin.notices, ...says];
	if (notices.length > 0) items[0].json.notice = notices.join(' ');
	return [items];
}
