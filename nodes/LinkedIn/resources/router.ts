/**
 * The seam between n8n's declarative engine and the operations: n8n calls the hook once per item, in the place where
 * it would page through a list, and the hook runs the operation and shapes its items.
 *
 * n8n calls it only when the Resource property also carries `routing.send.paginate: true` (see resources/properties.ts).
 */
import {
	NodeApiError,
	type DeclarativeRestApiSettings,
	type IDataObject,
	type IExecutePaginationFunctions,
	type INodeExecutionData,
} from 'n8n-workflow';

import { connect } from '../transport';
import { binaryNames, openBinary } from '../transport/client/binary';
import { emptyReason } from '../transport/errors/emptyResult';
import { LinkedInError, unexpected } from '../transport/errors/errors';
import { writtenBut } from '../transport/errors/fate';
import { InputError } from '../transport/errors/inputError';
import { settledSync, type Settled } from '../transport/flow/settled';
import { AREA_OF_RESOURCE, needsIn, type Access, type Need } from '../transport/policy/areas';
import { readValidateOnly, ValidateOnlyStop, type ValidateOnly } from '../transport/policy/validateOnly';
import { isScattered } from '../transport/run/neighbours';
import { runMemoryOf, type RunMemory } from '../transport/run/runMemory';
import type { Speakers } from '../transport/run/speaker';
import type { ItemOutcome } from '../transport/run/tries';
import type { LinkedInClient } from '../transport/types';
import { fieldName } from './fields/fieldName';
import { optionsOf, readNodePolicy } from './fields/nodePolicy';
import type { Operation, Plan, Resource } from './operation';
import { asOutput, readOutput } from './output';
import { validatedItem } from './validatedItem';
import type { Parameter } from './values/parameter';

/**
 * Makes the hook of one node.
 * @param resources the node's resources; the operation is found by the node's own parameters
 */
export function createRouter(resources: Resource[]) {
	return async function hook(
		this: IExecutePaginationFunctions,
		requestData: DeclarativeRestApiSettings.ResultOptions,
	): Promise<INodeExecutionData[]> {
		const ofRun = runMemoryOf(this.getExecuteData());
		const chosen = findOperation(resources, this);
		// Read once: an expression may give another value the next time.
		const settings = settledSync(() => settingsOf(this));
		const parameter = readOnce(parametersOf(this));
		const perform = async () => await run(this, ofRun, chosen, requestData, settings, parameter);
		const operation = chosen?.operation;
		// What only validates sends nothing, nor do options that can't be read, so nothing is kept for another try.
		const maySend = settings.ok && settings.value.validateOnly === 'off';
		const isWrite = operation && accessOf(operation, parameter) !== 'read' && maySend;
		const { itemCount, reads, writes } = ofRun;
		const turn = { item: this.getItemIndex(), itemCount, stops: !this.continueOnFail() };
		let outcome: ItemOutcome;
		if (!isWrite) outcome = await reads.inTurn(turn, perform);
		else if (operation.collects) outcome = await writes.together(turn, perform);
		else outcome = await writes.once({ ...turn, priority: operation.priority?.(parameter) }, perform);
		if (outcome.ok) return outcome.items;
		return asErrorItem(this, outcome.error);
	};
}

interface Chosen {
	resource: Resource;
	operation: Operation;
}

function findOperation(resources: Resource[], context: IExecutePaginationFunctions): Chosen | undefined {
	const resource = resources.find(({ value }) => value === context.getNodeParameter('resource'));
	const operation = resource?.operations.find(({ value }) => value === context.getNodeParameter('operation'));
	return resource && operation && { resource, operation };
}

/** What the operation takes with these fields. */
function accessOf(operation: Operation, parameter: Parameter): Access {
	return operation.accessOf?.(parameter) ?? operation.access;
}

/** The options of the node. */
interface Settings {
	options: Readonly<Record<string, unknown>>;
	validateOnly: ValidateOnly;
}

/** @throws InputError if they can't be read */
function settingsOf(context: IExecutePaginationFunctions): Settings {
	const options = optionsOf(context.getNodeParameter('options', {}));
	return { options, validateOnly: readValidateOnly(options) };
}

function needsOf({ resource, operation }: Chosen, parameter: Parameter): Need[] {
	return needsIn(operation.area ?? AREA_OF_RESOURCE[resource.value], accessOf(operation, parameter));
}

function parametersOf(context: IExecutePaginationFunctions) {
	return <T>(name: string, fallback?: T) =>
		context.getNodeParameter(name, fallback as IDataObject) as unknown as T;
}

/**
 * An expression may give another value the next time, so what the access policy was checked for is also what is done.
 * Collections and lists are read again, as an operation may change them.
 */
function readOnce(read: Parameter): Parameter {
	const kept = new Map<string, unknown>();
	return <T>(name: string, fallback?: T) => {
		if (kept.has(name)) return kept.get(name) as T;
		const value = read<T>(name, fallback);
		if (['boolean', 'number', 'string'].includes(typeof value)) kept.set(name, value);
		return value;
	};
}

async function run(
	context: IExecutePaginationFunctions,
	{ speakers }: RunMemory,
	chosen: Chosen | undefined,
	requestData: DeclarativeRestApiSettings.ResultOptions,
	settings: Settled<Settings>,
	parameter: Parameter,
): Promise<ItemOutcome> {
	const operation = chosen?.operation;
	let failure: unknown;
	let linkedin: LinkedInClient | undefined;
	let plan: (() => Plan) | undefined;
	const noticesOf = (client: LinkedInClient) => noticesFor(client, speakers, context.getItemIndex());
	try {
		if (!chosen || !operation) throw unknownOperation();
		if (!settings.ok) throw settings.failure;
		const { options, validateOnly } = settings.value;
		const { maxWait, sayWhenEmpty } = options;
		const output = operation.access === 'read' ? readOutput(parameter) : { simplify: !operation.isRaw };
		linkedin = await connect(context, {
			options: requestData.options,
			purpose: `${chosen.resource.name}: ${operation.name}`,
			needs: needsOf(chosen, parameter),
			nodePolicy: readNodePolicy(options),
			validateOnly,
			maxWaitMs: maxWait === undefined ? undefined : Number(maxWait) * 1000,
			scopes: operation.scopes,
			role: operation.role,
			accountRole: operation.accountRole,
			product: operation.product,
			fieldName: (path) => fieldName(operation.fields, path),
		});
		speakers.note(linkedin.connection.key, context.getItemIndex());
		linkedin.need();
		const found = await operation.execute({
			linkedin,
			simplify: output.simplify,
			parameter,
			routing: operation.routing,
			timezone: context.getTimezone(),
			binary: async (property, field) => await openBinary(context, property, field),
			binaryNames: () => binaryNames(context),
			isScattered: (fields) => isScattered(context, fields),
			plan: (made) => {
				plan = made;
			},
		});
		if (!linkedin.heldBack) {
			const items = asOutput(found, output);
			return { ok: true, items: shown(context, operation, items, noticesOf(linkedin), sayWhenEmpty) };
		}
	} catch (error) {
		failure = error;
	}
	if (context.getExecutionCancelSignal()?.aborted) {
		// n8n recognizes a canceled execution by this word.
		throw new NodeApiError(context.getNode(), { message: 'The execution was canceled' });
	}
	// Whatever the operation made of it: with a request held back, nothing else is true of it.
	const stop = failure instanceof ValidateOnlyStop ? failure : linkedin?.heldBack;
	if (chosen && linkedin && stop) {
		const item = validatedItem(chosen, needsOf(chosen, parameter), stop, linkedin, plan?.());
		const shownItem = await linkedin.withoutSecrets(item);
		return { ok: true, items: asItems(context, [shownItem], noticesOf(linkedin)) };
	}
	const error = asLinkedInError(failure);
	// Items that are sent together each report their own part.
	const written = operation?.collects ? [] : (linkedin?.written ?? []);
	// It says itself what is there, and may be tried again.
	const isUnfinished = error.details.code === 'UNFINISHED';
	return { ok: false, error: written.length > 0 && !isUnfinished ? writtenBut(written, error) : error };
}

/** The items of an operation that ended well; an empty result may become an item that says why. */
function shown(
	context: IExecutePaginationFunctions,
	operation: Operation,
	found: IDataObject[],
	notices: string[],
	sayWhenEmpty: unknown,
): INodeExecutionData[] {
	if (found.length > 0) return asItems(context, found, notices);
	const reason = emptyReason(operation);
	// An expression may return it as text.
	if (String(sayWhenEmpty) === 'true') return asItems(context, [{ found: 0, notice: reason }], notices);
	for (const notice of notices) context.logger.warn(notice);
	context.logger.info(reason);
	return [];
}

function asItems(
	context: IExecutePaginationFunctions,
	found: IDataObject[],
	notices: string[],
): INodeExecutionData[] {
	const pairedItem = { item: context.getItemIndex() };
	const items = found.map((json) => ({ json, pairedItem }));
	if (notices.length > 0) {
		const { notice, ...json } = items[0].json;
		const all = typeof notice === 'string' ? [notice, ...notices] : notices;
		items[0] = { json: { ...json, notice: all.join(' ') }, pairedItem };
	}
	return items;
}

/** Notices about the connection come once per run, notices about an answer with that answer's items. */
function noticesFor(
	{ connection, elements, notices }: LinkedInClient,
	speakers: Speakers,
	item: number,
): string[] {
	const ofAnswer = elements.notices;
	const ofConnection = [...notices];
	const isFirst = ofConnection.length > 0 && speakers.speaks(connection.key, item);
	return isFirst ? [...ofConnection, ...ofAnswer] : ofAnswer;
}

function unknownOperation(): LinkedInError {
	return new LinkedInError("This resource and operation don't exist in this node", {
		code: 'INVALID_INPUT',
		field: 'Operation',
		advice: 'Choose an operation from the list. For anything else, use the resource API Call.',
	});
}

/** Everything thrown becomes a row of the error table; a bug of ours is named as one, never as a bare TypeError. */
function asLinkedInError(failure: unknown): LinkedInError {
	if (failure instanceof LinkedInError) return failure;
	if (failure instanceof InputError) {
		return new LinkedInError(failure.message, {
			code: 'INVALID_INPUT',
			field: failure.field,
			advice: failure.advice,
		});
	}
	return unexpected(failure);
}

/**
 * On the error output n8n 2.x keeps an item whole only when it has no keys but these three, and n8n 1.x only with the
 * first two, so there the details stand in `message`. Without continue-on-fail the error is thrown, with the same words.
 */
function asErrorItem(context: IExecutePaginationFunctions, error: LinkedInError): INodeExecutionData[] {
	const item = context.getItemIndex();
	const { details } = error;
	if (context.continueOnFail()) {
		const isOneDotX =
			!('onExecutionFinish' in context) && context.getNode().onError === 'continueErrorOutput';
		const json = isOneDotX
			? { error: error.message, message: { ...details } }
			: { error: error.message, message: details.advice, details: { ...details } };
		return [{ json, pairedItem: { item } }];
	}
	const node = context.getNode();
	// An AI agent is told the message alone. n8n makes a node a tool under a name of its own.
	const isTold = node.type.endsWith('Tool') && details.advice;
	const message = isTold ? `${error.message}. ${details.advice}` : error.message;
	const nodeError = new NodeApiError(
		node,
		{ message, description: details.advice },
		{
			message,
			description: details.advice,
			httpCode: details.status === null ? 'none' : String(details.status),
			itemIndex: item,
		},
	);
	nodeError.context.details = details;
	throw nodeError;
}
