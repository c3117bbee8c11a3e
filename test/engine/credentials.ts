import { getAdditionalKeys } from 'n8n-core';
import {
	ICredentialsHelper,
	NodeHelpers,
	Workflow,
	isExpression,
	type ICredentialDataDecryptedObject,
	type ICredentialType,
	type ICredentials,
	type ICredentialsExpressionResolveValues,
	type IExecuteData,
	type IHttpRequestHelper,
	type IHttpRequestOptions,
	type INode,
	type INodeCredentials,
	type INodeCredentialsDetails,
	type INodeParameters,
	type INodeProperties,
	type INodeTypes,
	type IRequestOptionsSimplified,
	type IWorkflowExecuteAdditionalData,
	type WorkflowExecuteMode,
} from 'n8n-workflow';

import { oAuth2Base } from './oAuth2Base';
import { loadClasses } from './sources';

/**
 * A credential as a user would have saved it. `data` only has the fields that differ from the defaults, plus
 * `oauthTokenData` once connected; a text that begins with `=` is an expression, which n8n resolves for each item. A
 * token that the engine refreshes is written back into this same object.
 */
export interface HarnessCredential {
	type: string;
	name?: string;
	data: ICredentialDataDecryptedObject;
	/** The test's own credential class; by default the class of `credentials/` with that name. */
	credentialType?: ICredentialType;
	/** It has no expressions and is resolved once, for a test that reads it many thousand times. */
	isPlain?: boolean;
	/** How often it was read and its expressions resolved; in n8n each costs a query and a decryption. */
	readings?: number;
}

const credentialNode: INode = {
	id: 'credential',
	name: 'Credential',
	type: 'engineTests.credential',
	typeVersion: 1,
	position: [0, 0],
	parameters: {},
};

const credentialNodeTypes = {
	getByName: () => ({ description: { properties: [] } }),
	getByNameAndVersion: () => ({ description: { properties: [] } }),
	getKnownTypes: () => ({}),
} as unknown as INodeTypes;

function idOf(credential: HarnessCredential): string {
	return `id of ${credential.name ?? credential.type}`;
}

function tokenOf({ oauthTokenData }: ICredentialDataDecryptedObject): ICredentialDataDecryptedObject {
	return oauthTokenData === undefined ? {} : { oauthTokenData };
}

/** The node's `credentials` entry, as the editor saves it: one credential per type, by id and name. */
export function nodeCredentials(credentials: HarnessCredential[]): INodeCredentials | undefined {
	if (credentials.length === 0) return undefined;
	return Object.fromEntries(
		credentials.map((credential) => [
			credential.type,
			{ id: idOf(credential), name: credential.name ?? credential.type },
		]),
	);
}

/**
 * n8n's CredentialsHelper without its database: the same order of defaults, expressions (`={{$self…}}`),
 * authentication and token storage as `packages/cli/src/credentials-helper.ts` of both lines.
 */
export class InMemoryCredentials extends ICredentialsHelper {
	private readonly plain = new WeakMap<object, ICredentialDataDecryptedObject>();

	constructor(private readonly stored: HarnessCredential[]) {
		super();
	}

	private find(details: INodeCredentialsDetails, type: string): HarnessCredential {
		const found = this.stored.find(
			(credential) => credential.type === type && idOf(credential) === details.id,
		);
		if (!found) throw new Error(`Credential with ID "${details.id}" does not exist for type "${type}".`);
		return found;
	}

	private typeOf(name: string): ICredentialType {
		if (name === oAuth2Base.name) return oAuth2Base;
		const own = this.stored.find((credential) => credential.type === name)?.credentialType;
		if (own) return own;
		const type = loadClasses<ICredentialType>('credentials').find((candidate) => candidate.name === name);
		if (!type) throw new Error(`No credential type "${name}" in credentials/.`);
		return type;
	}

	getParentTypes(name: string): string[] {
		const parents = this.typeOf(name).extends ?? [];
		return [...parents, ...parents.flatMap((parent) => this.getParentTypes(parent))];
	}

	isCredentialUsableByNode(): boolean {
		return true;
	}

	getCredentialsProperties(name: string): INodeProperties[] {
		const type = this.typeOf(name);
		if (name === oAuth2Base.name) {
			const token: INodeProperties = {
				displayName: 'oauthTokenData',
				name: 'oauthTokenData',
				type: 'json',
				default: {},
			};
			return [...type.properties, token];
		}
		if (!type.extends) return type.properties;
		const combined: INodeProperties[] = [];
		for (const parent of type.extends) {
			NodeHelpers.mergeNodeProperties(combined, this.getCredentialsProperties(parent));
		}
		NodeHelpers.mergeNodeProperties(combined, type.properties);
		return combined;
	}

	async getDecrypted(
		additionalData: IWorkflowExecuteAdditionalData,
		details: INodeCredentialsDetails,
		type: string,
		mode: WorkflowExecuteMode,
		executeData?: IExecuteData,
		raw?: boolean,
		resolveWith?: ICredentialsExpressionResolveValues,
	): Promise<ICredentialDataDecryptedObject> {
		const found = this.find(details, type);
		const { data } = found;
		const original = structuredClone(data);
		if (raw) return original;
		found.readings = (found.readings ?? 0) + 1;
		const known = this.plain.get(data);
		// A token that the engine refreshes is written into the same object.
		if (known && found.isPlain) return { ...structuredClone(known), ...tokenOf(original) };

		const withDefaults = NodeHelpers.getNodeParameters(
			this.getCredentialsProperties(type),
			original as INodeParameters,
			true,
			false,
			null,
			null,
		) as ICredentialDataDecryptedObject;
		for (const kept of ['oauthTokenData', 'allowedHttpRequestDomains', 'allowedDomains']) {
			if (original[kept] !== undefined) withDefaults[kept] = original[kept];
		}

		const keys = getAdditionalKeys(additionalData, mode, null, { isCredential: true });
		if (resolveWith) {
			return resolveWith.workflow.expression.getParameterValue(
				withDefaults as INodeParameters,
				resolveWith.runExecutionData,
				resolveWith.runIndex,
				resolveWith.itemIndex,
				resolveWith.node.name,
				resolveWith.connectionInputData,
				mode,
				keys,
				executeData,
				false,
				withDefaults as unknown as INodeParameters,
			) as ICredentialDataDecryptedObject;
		}
		const workflow = new Workflow({
			nodes: [credentialNode],
			connections: {},
			active: false,
			nodeTypes: credentialNodeTypes,
		});
		const resolved = workflow.expression.getComplexParameterValue(
			credentialNode,
			withDefaults as INodeParameters,
			mode,
			keys,
			undefined,
			undefined,
			withDefaults as unknown as INodeParameters,
		) as ICredentialDataDecryptedObject;
		if (found.isPlain) this.plain.set(data, structuredClone(resolved));
		return resolved;
	}

	async authenticate(
		credentials: ICredentialDataDecryptedObject,
		typeName: string,
		requestOptions: IHttpRequestOptions | IRequestOptionsSimplified,
		workflow?: Workflow,
		node?: INode,
	): Promise<IHttpRequestOptions> {
		const options = requestOptions as IHttpRequestOptions;
		const { authenticate } = this.typeOf(typeName);
		if (typeof authenticate === 'function') return await authenticate(credentials, options);
		if (authenticate?.type !== 'generic' || !workflow || !node) return options;

		const resolve = (value: unknown): string => {
			if (!isExpression(value)) return value as string;
			const resolved = workflow.expression.getSimpleParameterValue(
				node,
				value,
				'internal',
				{ $credentials: credentials },
				undefined,
				'',
			);
			return resolved ? String(resolved) : '';
		};
		const target = options as unknown as Record<string, Record<string, string>>;
		target.headers ??= {};
		for (const [place, values] of Object.entries(authenticate.properties)) {
			target[place] ??= {};
			for (const [key, value] of Object.entries(values as Record<string, unknown>)) {
				target[place][resolve(key)] = resolve(value);
			}
		}
		return options;
	}

	async preAuthentication(
		helpers: IHttpRequestHelper,
		credentials: ICredentialDataDecryptedObject,
		typeName: string,
		_node: INode,
		expired: boolean,
	): Promise<ICredentialDataDecryptedObject | undefined> {
		const type = this.typeOf(typeName);
		const expirable = type.properties.find(
			(property) => property.type === 'hidden' && property.typeOptions?.expirable === true,
		);
		if (!expirable || !type.preAuthentication) return undefined;
		if (credentials[expirable.name] !== '' && !expired) return undefined;
		return Object.assign(credentials, await type.preAuthentication.call(helpers, credentials));
	}

	async runPreAuthentication(
		helpers: IHttpRequestHelper,
		credentials: ICredentialDataDecryptedObject,
		typeName: string,
	): Promise<ICredentialDataDecryptedObject | undefined> {
		const type = this.typeOf(typeName);
		if (!type.preAuthentication) return undefined;
		return (await type.preAuthentication.call(helpers, credentials)) as ICredentialDataDecryptedObject;
	}

	async getCredentials(): Promise<ICredentials> {
		throw new Error('Only a credential that is encrypted in a database is read this way.');
	}

	async updateCredentials(
		details: INodeCredentialsDetails,
		type: string,
		data: ICredentialDataDecryptedObject,
	): Promise<void> {
		this.find(details, type).data = structuredClone(data);
	}

	/** Only the token is written back, as both lines do. */
	async updateCredentialsOauthTokenData(
		details: INodeCredentialsDetails,
		type: string,
		data: ICredentialDataDecryptedObject,
	): Promise<void> {
		this.find(details, type).data.oauthTokenData = structuredClone(data.oauthTokenData);
	}
}
