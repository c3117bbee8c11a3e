/** The grammar of this package: what a resource and an operation are. */
import type { IDataObject, INodeProperties } from 'n8n-workflow';

import type { BinaryFile } from '../transport/client/binary';
import type { Scopes } from '../transport/limits/access';
import type { Access, Area } from '../transport/policy/areas';
import type { RestliMethod } from '../transport/restli/method';
import type { LinkedInClient } from '../transport/types';
import { outputFields } from './output';
import type { Parameter } from './values/parameter';

/** What an operation is handed for one item. */
export interface Call {
	linkedin: LinkedInClient;
	/** The operation's own routing, to spread into its request. */
	routing: Routing;
	/** Stable keys when true, LinkedIn's own entity when false. */
	simplify: boolean;
	/** A file of this item. @throws InputError that names the field */
	binary(property: string, field: string): Promise<BinaryFile>;
	/** Names of this item's binary fields, in their order. */
	binaryNames(): string[];
	/** Whether an item beside this one brings files too, with the same values in these fields. */
	isScattered(fields: string[]): boolean;
	/** The workflow's, e.g. `Europe/Berlin`; it counts where a moment names none. */
	timezone: string;
	parameter: Parameter;
	/** Says what is going to be done, once the fields are read and before the first call; the last one counts. */
	plan(plan: () => Plan): void;
}

/** What an operation is going to do, for Validate Only. */
export interface Plan {
	/** In words, without those that only read. */
	steps: string[];
	/** From the first write on. */
	calls: number;
	/** Calls to look something up before, as far as the fields say so. */
	lookUps?: number;
	/** Of the calls, those to LinkedIn's upload host, which no limit counts. */
	toUploadHost?: number;
	/** More for the item. */
	details?: IDataObject;
}

/** The operation's main request. */
export interface Routing {
	restliMethod: RestliMethod;
	path: string;
}

export interface Operation {
	value: string;
	name: string;
	/** As shown in n8n's list of actions. */
	action: string;
	/** One sentence, also read by AI agents. */
	description: string;
	/** For n8n's AI builder, beside the description: what to fill, or what to use instead. */
	builderHint?: string;
	/** LinkedIn's page on it. */
	docs: string;
	/** What it takes at most; `full`: deletes, closes comments, activates ads, or changes who may use an ad account. */
	access: Access;
	/** Where it lies, if not where its resource does. */
	area?: Area;
	/** For an operation whose fields decide how much it takes. Never throws; of what it can't read, the most. */
	accessOf?: (parameter: Parameter) => Access;
	scopes: Scopes;
	/** The LinkedIn product it needs, if no scope tells. */
	product?: string;
	/** The role the member needs on the page, if it acts on a page. */
	role?: string;
	/** The role the member needs on the ad account. */
	accountRole?: string;
	routing: Routing;
	/** Why the result may be empty, in a sentence or two, with what to try. */
	whenEmpty?: string;
	/** Items of a run with a higher number are written first. Never throws. */
	priority?: (parameter: Parameter) => number;
	/** Items of a run are written together instead of one after another. */
	collects?: true;
	/** Its items are LinkedIn's own answer, unchanged. */
	isRaw?: true;
	fields: INodeProperties[];
	/**
	 * @returns the items out, in order
	 * @throws LinkedInError or InputError
	 */
	execute(call: Call): Promise<IDataObject[]>;
}

export interface Resource {
	value: string;
	name: string;
	description: string;
	/** For n8n's AI builder, beside the description. */
	builderHint?: string;
	operations: Operation[];
}

/** Operations that read get the fields for their output. */
export const operation = (definition: Operation): Operation =>
	definition.access === 'read'
		? { ...definition, fields: [...definition.fields, ...outputFields] }
		: definition;

export const resource = (definition: Resource): Resource => definition;
