/** What one n8n process remembers; each test makes one of its own. */
import { Counter } from '../ledger/counter';
import { DayCount } from '../ledger/dayCount';
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
	private readonly applications = new Remembered<Counter>(KEPT.applications.most);
	private readonly credentials = new Remembered<DayCount>(KEPT.credentials.most);
	private readonly members = new Remembered<Counter>(KEPT.members.most);
	private readonly hosts = new Remembered<HostMemory>(KEPT.hosts.most);
	/** By secrets: all items of a run have the same ones, and reading them takes about a millisecond. */
	readonly traces = new Remembered<Traces>(KEPT.traces.most);
	/** Those that have failed twice in a row. */
	readonly failingLists = new Remembered<true>(KEPT.failingLists.most);
	readonly triggers = newTriggers();

	/** What is remembered of a connection, for everyone who asks. */
	of({ key, grantKey, apiHost, clientId, credentialKey, identity }: Connection): Memory {
		const connection = this.connections.getOrSet(key, () => new ConnectionMemory());
		const application = clientId ? `${apiHost} ${clientId}` : undefined;
		const memberKey = application && identity ? `${application} ${identity.sub}` : key;
		const member = this.members.getOrSet(memberKey, () => new Counter());
		return {
			connection,
			grant: connection.grants.getOrSet(grantKey, () => new GrantMemory()),
			host: this.hosts.getOrSet(apiHost, () => new HostMemory()),
			credential: this.credentials.getOrSet(credentialKey, () => new DayCount()),
			member,
			application: application ? this.applications.getOrSet(application, () => new Counter()) : member,
		};
	}
}

/** The only one outside of tests. */
export const processMemory = new ProcessMemory();
