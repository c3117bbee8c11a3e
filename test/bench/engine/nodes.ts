import { createRequire } from 'node:module';
import { join } from 'node:path';
import type { ICredentialType, INodeType, VersionedNodeType } from 'n8n-workflow';

import type { HarnessCredential } from '../../engine/credentials';
import { packageFolder } from '../../engine/sources';
import type { NodeSetup, Side } from './protocol';

const dist = join(packageFolder, 'dist');
const base = join(process.env.BENCH_HOST_FOLDER ?? '', 'node_modules/n8n-nodes-base/dist');

/** Loads the side's node as n8n would: ours as published, the others as shipped with n8n. */
export function nodeOf({ side, trigger, ads }: NodeSetup): INodeType {
	if (side === 'suite') {
		const name = `LinkedIn${ads ? 'Ads' : 'Community'}${trigger ? 'Trigger' : ''}`;
		return loadClass<INodeType>(join(dist, `nodes/LinkedIn/${name}.node.js`), name);
	}
	if (side === 'builtIn') {
		return loadClass<INodeType>(join(base, 'nodes/LinkedIn/LinkedIn.node.js'), 'LinkedIn');
	}
	const name = side === 'crypto' ? 'Crypto' : 'HttpRequest';
	const versions = loadClass<VersionedNodeType>(join(base, `nodes/${name}/${name}.node.js`), name);
	return versions.getNodeType();
}

/** The credential, with its type from the same package as the side's node. */
export function credentialOf({ side, credential }: NodeSetup): HarnessCredential | undefined {
	if (!credential) return undefined;
	const folder: Record<Side, string> = { suite: dist, builtIn: base, httpRequest: base, crypto: base };
	const name = `${credential.type[0].toUpperCase()}${credential.type.slice(1)}`;
	const file = join(folder[side], `credentials/${name}.credentials.js`);
	return { ...credential, credentialType: loadClass<ICredentialType>(file, name) };
}

function loadClass<T>(file: string, name: string): T {
	const exported = createRequire(__filename)(file) as Record<string, new () => T>;
	return new exported[name]();
}
