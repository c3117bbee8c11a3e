/**
 * The lead trigger's side towards n8n: settings in, items out, and the state in static data, which n8n saves with the
 * items it was returned with.
 */
import type { IDataObject, INodeExecutionData, IPollFunctions } from 'n8n-workflow';

import { connect, type LinkedIn } from '../../transport';
import { LinkedInError } from '../../transport/errors';
import { InputError } from '../../transport/inputError';
import { callsADay } from '../../triggers/budget';
import { newLeadMemory, pollLeads, type LeadMemory, type NewLead } from '../../triggers/leads/poll';
import { readLeadState } from '../../triggers/leads/state';
import { refsOf } from '../ads/fields';
import { choicesOf } from '../ads/given';
import { LEAD_SCOPES, parseOwner } from '../ads/leadForm/owner';
import { formOf, presentLead, readLead } from '../ads/leadResponse/item';
import { formAmong, LEAD_TYPES, missingForms, type LeadType } from '../ads/leadResponse/read';
import { asNodeError } from '../communityTrigger/poll';
import { entriesOf } from '../fields';
import { leadSourcesOf, streamsOf } from './sources';

const STATE = 'leads';
const CALL_TIMEOUT_MS = 30_000;
/** What a poll may take where n8n sets no limit. */
const DEFAULT_POLL_MS = 240_000;
const MANUAL_WAIT_MS = 20_000;
/** A manual run shows this many leads. */
const SHOWN = 5;
const YEAR_MS = 364 * 86_400_000;

/** What one n8n process holds for its triggers, by workflow and node. */
export interface LeadTriggers {
	/** Polls may overlap: one at a time for each trigger. */
	underWay: Set<string>;
	memories: Map<string, LeadMemory>;
}

const ofThisProcess: LeadTriggers = { underWay: new Set(), memories: new Map() };

/** What the user set. */
interface Wanted {
	/** Undefined for all that the credential reaches. */
	owners: string[] | undefined;
	types: LeadType[];
	/** Numbers of forms; any when empty. */
	forms: string[];
	includeTestLeads: boolean;
}

/**
 * Makes the poll function of the node. It throws NodeApiError for wrong settings, and in a manual run for whatever
 * LinkedIn refuses.
 * @param triggers shared by all triggers of the process; another one stands for another process
 */
export function createLeadPoll(triggers: LeadTriggers = ofThisProcess) {
	return async function poll(this: IPollFunctions): Promise<INodeExecutionData[][] | null> {
		const isManual = this.getMode() === 'manual';
		const trigger = `${this.getWorkflow().id} ${this.getNode().id}`;
		if (!isManual && triggers.underWay.has(trigger)) return null;
		if (!isManual) triggers.underWay.add(trigger);
		let failure: unknown;
		try {
			const wanted = readWanted(this);
			if (isManual) return await showNewest(this, wanted);
			const memory = triggers.memories.get(trigger) ?? newLeadMemory();
			triggers.memories.set(trigger, memory);
			return await pollOnce(this, memory, wanted);
		} catch (error) {
			failure = error;
		} finally {
			if (!isManual) triggers.underWay.delete(trigger);
		}
		throw asNodeError(this, failure);
	};
}

/** @throws InputError */
function readWanted(context: IPollFunctions): Wanted {
	const types = choicesOf(context.getNodeParameter('leadTypes', []), 'Lead Types', LEAD_TYPES);
	const forms = refsOf('leadForm', context.getNodeParameter('leadForms', ''), 'Lead Forms').map(
		({ id }) => id,
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
			'No owner is named',
			'Name an ad account or page, or watch all that you reach.',
		);
	}
	if (owners.every((owner) => streamsOf(owner, types).length === 0)) {
		throw new InputError(
			'Lead Types',
			'None of the owners has leads of these types',
			'Ad accounts have Sponsored leads; pages have those of events, the page and products.',
		);
	}
	return { owners, types, forms, includeTestLeads };
}

async function pollOnce(
	context: IPollFunctions,
	memory: LeadMemory,
	wanted: Wanted,
): Promise<INodeExecutionData[][] | null> {
	const linkedin = await connect(context, {
		maxWaitMs: 0,
		options: { timeout: CALL_TIMEOUT_MS },
		scopes: { any: LEAD_SCOPES },
	});
	const staticData = context.getWorkflowStaticData('node');
	const state = readLeadState(staticData[STATE]);
	if (!state) linkedin.need();
	const budgetMs = context.getPollBudgetMs?.() ?? DEFAULT_POLL_MS;
	const result = await pollLeads({
		state,
		memory,
		owners: wanted.owners,
		streamsOf: (owner) => streamsOf(owner, wanted.types),
		isWanted: (lead) => isWanted(lead, wanted),
		sources: leadSourcesOf(linkedin, wanted.types),
		callsADay: callsADay(Number(context.getNodeParameter('maxCallsADay', 0)), linkedin.connection.tier),
		now: () => Date.now(),
		endByMs: Date.now() + Math.max(budgetMs / 2, budgetMs - 1.2 * CALL_TIMEOUT_MS),
	});
	for (const sentence of result.says) context.logger.warn(sentence);
	const items = await asItems(linkedin, result.leads);
	staticData[STATE] = result.state as unknown as IDataObject;
	return items;
}

/** The newest leads to build a workflow on; nothing is remembered. */
async function showNewest(context: IPollFunctions, wanted: Wanted): Promise<INodeExecutionData[][] | null> {
	const linkedin = await connect(context, { maxWaitMs: MANUAL_WAIT_MS, scopes: { any: LEAD_SCOPES } });
	linkedin.need();
	const sources = leadSourcesOf(linkedin, wanted.types);
	const reached = wanted.owners ?? (await ownersOf(sources));
	const endMs = Date.now();
	const leads: NewLead[] = [];
	let fault: { message: string; cause?: unknown } | undefined;
	for (const stream of reached.flatMap((owner) => streamsOf(owner, wanted.types))) {
		const answer = await sources.page(stream, endMs - YEAR_MS, endMs, 0);
		if (!answer.ok) fault ??= answer.fault;
		else leads.push(...answer.value.leads.filter((lead) => isWanted(lead, wanted)));
		if (leads.length >= SHOWN) break;
	}
	if (leads.length === 0 && fault) throw causeOf(fault);
	const newest = leads.sort((a, b) => b.submittedAtMs - a.submittedAtMs).slice(0, SHOWN);
	return await asItems(linkedin, newest);
}

async function ownersOf(sources: ReturnType<typeof leadSourcesOf>): Promise<string[]> {
	const answer = await sources.owners();
	if (answer.ok) return answer.value.owners;
	throw causeOf(answer.fault);
}

function causeOf({ cause, message }: { message: string; cause?: unknown }): Error {
	return cause instanceof Error
		? cause
		: new LinkedInError(message, { advice: 'Check Owners and the credential.' });
}

function isWanted({ entity }: NewLead, { forms, includeTestLeads }: Wanted): boolean {
	const lead = readLead(entity);
	if (lead.testLead === true && !includeTestLeads) return false;
	return forms.length === 0 || forms.includes(formOf(lead)?.id ?? '');
}

/** A lead goes out in any case: where its form cannot be read, answers stand under the numbers of their questions. */
async function asItems(linkedin: LinkedIn, leads: NewLead[]): Promise<INodeExecutionData[][] | null> {
	if (leads.length === 0) return null;
	const entities = leads.map(({ entity }) => entity);
	let forms = new Map<string, unknown>();
	try {
		forms = await missingForms(linkedin, entities);
	} catch {
		forms = new Map();
	}
	const items: INodeExecutionData[] = entities.map((entity) => ({
		json: presentLead(entity, formAmong(forms, entity), true),
	}));
	if (linkedin.notices.size > 0) items[0].json.notice = [...linkedin.notices].join(' ');
	return [items];
}
