/**
 * All nodes use the engine's own n8n-workflow, whichever folder they're in: two copies of it in one process don't
 * recognize each other's errors, and n8n has only one. Must be imported before any node.
 */
import Module, { createRequire } from 'node:module';

type Resolve = (request: string, ...rest: unknown[]) => string;

const loader = Module as unknown as { _resolveFilename: Resolve };
const resolve = loader._resolveFilename;
const shared = engineRequire().resolve('n8n-workflow');

loader._resolveFilename = (request, ...rest) =>
	request === 'n8n-workflow' ? shared : resolve(request, ...rest);

/** Loads a package as the engine itself would. */
export function engineRequire(): NodeJS.Require {
	return createRequire(require.resolve('n8n-core'));
}
