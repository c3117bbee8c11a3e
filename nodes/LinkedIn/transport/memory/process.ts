/** What one n8n process remembers; each test makes one of its own. */
import { Quota } from '../limits/quota';
import type { Traces } from '../redaction/traces';
import type { Connection } from './connection';
import { KEPT } from './kept';
import { ConnectionMemory, GrantMemory, HostMemory, type Memory } from './memory';
import { Remembered } from './remembered';
import { newTriggers } from './triggers';

export class ProcessMemory {
	private readonly connections = new Remembered<ConnectionMemory>(
		KEPT.connections.most,
		({ isIdle }) => isIdle,
	);
	private readonly applications = new Remembered<Quota>(KEPT.applications.most);
	private readonly hosts = new Remembered<HostMemory>(KEPT.hosts.most);
	/** By secrets; each item of a run reads the same ones, and to read them costs about a millisecond. */
	readonly traces = new Remembered<Traces>(KEPT.traces.most);
	/** Those that have failed twice in a row. */
	readonly failingLists = new Remembered<true>(KEPT.failingLists.most);
	readonly triggers = newTriggers();

	/** What is remembered of a connection, whoever asks for it. */
	of({ key, grantKey, apiHost, clientId }: Connection): Memory {
		const connection = this.connections.getOrSet(key, () => new ConnectionMemory());
		return {
			connection,
			grant: connection.grants.getOrSet(grantKey, () => new GrantMemory()),
			host: this.hosts.getOrSet(apiHost, () => new HostMemory()),
			application: clientId
				? this.applications.getOrSet(`${apiHost} ${clientId}`, () => new Quota(KEPT.spent.most))
				: connection.quota,
		};
	}
}

/** The only one outside of tests. */
export const processMemory = new ProcessMemory();
