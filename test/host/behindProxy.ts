import { mkdtempSync, rmSync, writeFileSync } from 'fs';
import { tmpdir } from 'os';
import { join } from 'path';

import type { Web } from '../web/web';

/** The environment of an n8n for which this is the web, and what to remove once n8n has ended. */
export function behindProxy({ proxyUrl, certificate }: Web): {
	variables: Record<string, string>;
	remove(): void;
} {
	const folder = mkdtempSync(join(tmpdir(), 'suite-web-'));
	const file = join(folder, 'authority.pem');
	writeFileSync(file, certificate);
	return {
		variables: { HTTPS_PROXY: proxyUrl, NODE_EXTRA_CA_CERTS: file },
		remove: () => rmSync(folder, { recursive: true }),
	};
}
