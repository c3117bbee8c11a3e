/** An n8n process with one trigger, and the database that outlives it. */
import type { IDataObject, INodeExecutionData, INodeParameters, INodeType } from 'n8n-workflow';

import { LinkedInAdsTrigger } from '../../nodes/LinkedIn/LinkedInAdsTrigger.node';
import { LinkedInCommunityTrigger } from '../../nodes/LinkedIn/LinkedInCommunityTrigger.node';
import { createCommentPoll } from '../../nodes/LinkedIn/triggers/comments/commentTrigger';
import { createLeadPoll } from '../../nodes/LinkedIn/triggers/leads/leadTrigger';
import { newTriggers } from '../../nodes/LinkedIn/transport/memory/triggers';
import type { HarnessCredential } from '../engine/credentials';
import { line, readLogs } from '../engine/host';
import { pollHarness, type PollHarness } from '../engine/poll';

/** What a newly started process has of a node: its code, and an empty memory. */
const NODES = {
	linkedInCommunityTrigger: (): INodeType =>
		Object.assign(new LinkedInCommunityTrigger(), { poll: createCommentPoll(newTriggers()) }),
	linkedInAdsTrigger: (): INodeType =>
		Object.assign(new LinkedInAdsTrigger(), { poll: createLeadPoll(newTriggers()) }),
};

export interface Emission {
	/** Epoch milliseconds by LinkedIn's clock. */
	at: number;
	items: INodeExecutionData[];
}

export interface ProcessOptions {
	node: keyof typeof NODES;
	parameters: INodeParameters;
	credentials: HarnessCredential;
	/** LinkedIn's clock. */
	now: () => number;
	/** The node's static data already in the database. */
	saved?: object;
}

/**
 * n8n saves the static data if a poll emits, and after the first poll of an activation. Anything not saved by then is
 * lost with the process; what a process keeps in memory outlives its activations.
 */
export class N8nProcess {
	readonly engine = line;
	readonly emissions: Emission[] = [];
	readonly thrown: unknown[] = [];
	/** When the process crashed, by LinkedIn's clock. */
	readonly deaths: number[] = [];
	polls = 0;
	/** When the workflow was published again, by LinkedIn's clock. */
	readonly publications: number[] = [];
	private readonly logs = readLogs();
	private nodeType: INodeType;
	private database: object;
	private current: PollHarness;

	constructor(private readonly options: ProcessOptions) {
		this.database = options.saved ?? {};
		this.nodeType = NODES[options.node]();
		this.current = this.activate();
	}

	private activate(): PollHarness {
		return pollHarness({
			node: this.options.node,
			nodeType: this.nodeType,
			credentials: this.options.credentials,
			parameters: this.options.parameters,
			staticData: { 'node:Node under test': this.database } as never,
			activation: this.polls === 0 ? 'activate' : 'init',
		});
	}

	/** One poll of the running activation; calls may overlap. */
	async poll(): Promise<void> {
		await this.pollOf(this.current);
	}

	private async pollOf(activation: PollHarness): Promise<void> {
		this.polls += 1;
		const before = activation.saves();
		try {
			const outputs = await activation.poll();
			// n8n 2 discards what a poll emits if its workflow was published again meanwhile.
			if (line === 2 && activation !== this.current) return;
			if (outputs) this.emissions.push({ at: this.options.now(), items: outputs[0] });
		} catch (error) {
			this.thrown.push(error);
		}
		if (activation.saves() > before) this.database = activation.saved();
	}

	/** The process crashes during a poll; what that poll would have emitted is lost. */
	async die(): Promise<void> {
		const dying = this.current;
		const underWay = dying.poll().catch((error: unknown) => this.thrown.push(error));
		dying.crash();
		await underWay;
		this.restart();
	}

	/** The process crashes just after a poll emitted, before n8n saved its state. */
	async dieUnsaved(): Promise<void> {
		const saved = this.database;
		await this.poll();
		this.database = saved;
		this.restart();
	}

	/** Stopped between two polls, when n8n doesn't save, and started again. */
	restart(): void {
		this.deaths.push(this.options.now());
		this.nodeType = NODES[this.options.node]();
		this.current = this.activate();
	}

	/**
	 * The workflow is published again. The new activation begins with the database's state, in the same process.
	 * @param how `meanwhile`: a poll of the old activation is still running, and emits and saves when it ends
	 */
	async publish(how: 'between' | 'meanwhile'): Promise<void> {
		this.publications.push(this.options.now());
		const old = this.current;
		const underWay = how === 'meanwhile' ? this.pollOf(old) : undefined;
		this.current = this.activate();
		await Promise.all([underWay, this.poll()]);
	}

	/** All items so far, in the order of emission. */
	items(): IDataObject[] {
		return this.emissions.flatMap(({ items }) => items.map(({ json }) => json));
	}

	/** The node's static data in the database. */
	saved(): object {
		return this.database;
	}

	/** The size of the database's state, in bytes of JSON. */
	savedBytes(): number {
		return JSON.stringify(this.database).length;
	}

	/** What would be saved if a poll emitted now, in bytes of JSON. */
	heldBytes(): number {
		return JSON.stringify(this.current.memory()).length;
	}

	/** Warnings and errors in n8n's log since the start. */
	warnings(): string[] {
		const lines = this.logs().filter(({ level }) => level === 'warn' || level === 'error');
		return lines.map(({ message }) => message);
	}
}
