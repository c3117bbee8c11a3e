/** What all From List pickers share: their entries, or an error that the editor shows instead of the list. */
import {
	NodeApiError,
	type ILoadOptionsFunctions,
	type INodeListSearchItems,
	type INodeListSearchResult,
} from 'n8n-workflow';

import { optionsOf, readNodePolicy } from '../../../resources/fields/nodePolicy';
import { connect } from '../../../transport';
import { LinkedInError } from '../../../transport/errors/errors';
import { InputError } from '../../../transport/errors/inputError';
import { settled } from '../../../transport/flow/settled';
import type { Scopes } from '../../../transport/limits/access';
import type { AccessPolicy } from '../../../transport/policy/accessPolicy';
import { needsIn, type AreaOrAlways } from '../../../transport/policy/areas';
import type { LinkedInClient } from '../../../transport/types';

/** Someone is waiting in the editor. */
const MAX_WAIT_MS = 5_000;

/** A page of choices, and the token of the next one. */
export interface ChoicePage {
	choices: INodeListSearchItems[];
	next?: string;
	/** A sentence about the list as a whole. */
	notice?: string;
}

export interface Picker {
	/** In the plural, for the error, e.g. `Campaigns`. */
	what: string;
	/** Checked without a call. */
	scopes: Scopes;
	/** Where its entries lie. Pages and ad accounts only say what this connection reaches. */
	area: AreaOrAlways;
	/** Token of the page that n8n's editor requests. */
	token?: string;
}

/**
 * Runs a picker. If there is something to choose, what couldn't be read goes to n8n's log.
 * @throws NodeApiError: what couldn't be listed and why, with advice as its description. For other error classes n8n
 * doesn't pass on the description to the editor.
 */
export async function choose(
	context: ILoadOptionsFunctions,
	picker: Picker,
	list: (linkedin: LinkedInClient) => Promise<ChoicePage>,
): Promise<INodeListSearchResult> {
	const listed = await settled(() => tryToChoose(context, picker, list));
	if (listed.ok) return listed.value;
	throw listError(context, picker.what, listed.failure);
}

/** As choose, with the original errors. @throws LinkedInError or InputError */
export async function tryToChoose(
	context: ILoadOptionsFunctions,
	{ what, scopes, area, token }: Picker,
	list: (linkedin: LinkedInClient) => Promise<ChoicePage>,
): Promise<INodeListSearchResult> {
	const { parameters } = context.getNode();
	const linkedin = await connect(context, {
		purpose: `list of ${what}`,
		needs: needsIn(area, 'read'),
		nodePolicy: nodePolicyIn(parameters.options),
		maxWaitMs: MAX_WAIT_MS,
		scopes,
	});
	linkedin.need();
	const { choices, next, notice } = await list(linkedin);
	const said = [...linkedin.elements.notices, ...(notice === undefined ? [] : [notice])];
	// An error would hide the pages before this one.
	const hasChoices = choices.length > 0 || token !== undefined;
	if (said.length > 0 && !hasChoices) {
		throw new LinkedInError(said.join(' '), {
			code: 'UNEXPECTED_ANSWER',
			advice: 'Open the list again later, or enter the value By ID.',
		});
	}
	for (const sentence of said) context.logger.warn(`${what}: ${sentence}`);
	return { results: choices, paginationToken: next };
}

/**
 * What is chosen in another field of the node; undefined for nothing.
 * @param name with an ampersand in front, the sibling of the field whose list is opened
 */
export function chosenValue(context: ILoadOptionsFunctions, name: string): unknown {
	const chosen = context.getCurrentNodeParameter(name) as { value?: unknown } | string | null | undefined;
	return typeof chosen === 'object' ? chosen?.value : chosen;
}

const isExpression = (value: unknown) => typeof value === 'string' && value.startsWith('=');

/** An expression has no value here: as a whole the credential alone decides, and a row with one is off. */
function nodePolicyIn(options: unknown): AccessPolicy | undefined {
	// The editor gives nothing where none is set.
	const given = optionsOf(options || {});
	const { thisNodeMay, nodeAreas } = given;
	if (isExpression(thisNodeMay) || isExpression(nodeAreas)) return undefined;
	const { rows } = (nodeAreas ?? {}) as { rows?: unknown };
	if (!Array.isArray(rows)) return readNodePolicy(given);
	const known = rows.filter((row: object | null) => !Object.values(row ?? {}).some(isExpression));
	return readNodePolicy({ ...given, nodeAreas: { rows: known } });
}

/** Whether the connection has no scope for this list, which is known before any call. */
export function lacksScope(failure: unknown): failure is LinkedInError {
	return failure instanceof LinkedInError && failure.details.code === 'MISSING_SCOPE';
}

/**
 * The error that n8n's editor shows instead of a list.
 * @param what couldn't be listed, in the plural
 */
export function listError(context: ILoadOptionsFunctions, what: string, failure: unknown): NodeApiError {
	const message = `${what} could not be listed: ${(failure as Error).message}`;
	const details = failure instanceof LinkedInError ? failure.details : undefined;
	const description = (failure instanceof InputError ? failure.advice : details?.advice) ?? '';
	const httpCode = details?.status ? String(details.status) : undefined;
	return new NodeApiError(context.getNode(), { message, description }, { message, description, httpCode });
}

/** The notice when LinkedIn links back to a page that it sent before. */
export const LEADS_BACK = "LinkedIn sent the same entries again, so the rest of this list can't be shown.";

/** Enough to fill the list of n8n's editor, so that it can be scrolled. */
const ENTRIES_TO_SCROLL = 20;
/** Someone is waiting. */
const MOST_PAGES_AT_ONCE = 5;

/**
 * The next entries whose name or number contains what was typed. While something is typed, n8n's editor only requests a
 * further page if the list can be scrolled, so pages with few matches are joined.
 * @param read one page; LinkedIn's finders can't search by part of a name
 * @param token of the first page to read
 * @param mostPages maximum pages per call
 */
export async function nextMatches(
	read: (token: string | undefined) => Promise<ChoicePage>,
	token: string | undefined,
	mostPages = MOST_PAGES_AT_ONCE,
): Promise<ChoicePage> {
	const found: ChoicePage = { choices: [], next: token };
	for (let pages = 0; pages < mostPages; pages += 1) {
		const { choices, next, notice } = await read(found.next);
		found.choices.push(...choices);
		if (notice !== undefined) found.notice = notice;
		if (next !== undefined && next === found.next) return { choices: found.choices, notice: LEADS_BACK };
		found.next = next;
		if (found.choices.length >= ENTRIES_TO_SCROLL || next === undefined) break;
	}
	return found;
}
