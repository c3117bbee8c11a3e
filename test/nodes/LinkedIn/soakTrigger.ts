/** A trigger in n8n's real poll context, as a process that can die. */
import { pollHarness, type PollHarness } from '../../engine/poll';

import type { INodeExecutionData, INodeParameters, INodeType } from 'n8n-workflow';

import { LinkedInCommunityTrigger } from '../../../nodes/LinkedIn/LinkedInCommunityTrigger.node';
import { createCommentPoll } from '../../../nodes/LinkedIn/resources/communityTrigger/poll';
import { newTriggers } from '../../../nodes/LinkedIn/resources/pollInTurn';
import type { CommentItem } from '../../../nodes/LinkedIn/triggers/item';
import type { TriggerState } from '../../../nodes/LinkedIn/triggers/state';
import type { Simulator } from '../../simulator';

export function credentialFor(simulator: Simulator, scopes: string[], tier: string, app = 'suite-app') {
	const token = simulator.issueToken({ member: 'ada', scopes, app, expiresInSeconds: 90 * 86_400 });
	return {
		type: 'linkedInSuiteOAuth2Api',
		data: {
			clientId: app,
			clientSecret: simulator.state.apps.get(app)!.clientSecret,
			tier,
			advanced: true,
			environment: 'custom',
			apiHost: simulator.url,
			oauthHost: simulator.url,
			oauthTokenData: {
				access_token: token.accessToken,
				scope: token.scope,
				expires_in: token.expiresIn,
				...(token.idToken ? { id_token: token.idToken } : {}),
			},
		},
	};
}

/** A node, and what a process that has just started holds for it. */
export interface Watcher {
	node: string;
	newProcess: () => INodeType;
}

const comments: Watcher = {
	node: 'linkedInCommunityTrigger',
	newProcess: () =>
		Object.assign(new LinkedInCommunityTrigger(), {
			poll: createCommentPoll(newTriggers()),
		}),
};

/** A trigger whose process can die: every new process starts with nothing but what n8n saved. */
export class Trigger<Item = CommentItem> {
	private nodeType: INodeType;
	readonly emitted: Item[] = [];
	readonly emissions: Item[][] = [];
	readonly thrown: unknown[] = [];
	crashes = 0;
	restarts = 0;
	polls = 0;
	private harness: PollHarness;

	constructor(
		private readonly credentials: ReturnType<typeof credentialFor>,
		private readonly parameters: INodeParameters,
		private readonly watcher: Watcher = comments,
		saved: object = {},
	) {
		this.nodeType = watcher.newProcess();
		this.harness = this.start(saved);
	}

	private start(saved: object): PollHarness {
		return pollHarness({
			node: this.watcher.node,
			nodeType: this.nodeType,
			credentials: this.credentials,
			parameters: this.parameters,
			staticData: { 'node:Node under test': saved } as never,
			activation: 'init',
		});
	}

	async poll(): Promise<void> {
		this.polls += 1;
		const { harness } = this;
		try {
			this.take(harness === this.harness ? await harness.poll() : null);
		} catch (error) {
			this.thrown.push(error);
		}
	}

	/** The process dies while a poll is under way; what that poll would have given out is lost. */
	async crash(): Promise<void> {
		this.crashes += 1;
		const dying = this.harness;
		const underWay = dying.poll().catch((error: unknown) => this.thrown.push(error));
		dying.crash();
		await underWay;
		this.nodeType = this.watcher.newProcess();
		this.harness = this.start(dying.saved());
	}

	/**
	 * Stopped between two polls, when n8n does not save, and started again: the whole process, or only the workflow, so
	 * that an older state meets what the process remembers.
	 */
	restart(how: 'process' | 'workflow'): void {
		this.restarts += 1;
		if (how === 'process') this.nodeType = this.watcher.newProcess();
		this.harness = this.start(this.harness.saved());
	}

	saved() {
		return this.harness.saved();
	}

	/** When the ids of comments that the running process holds were noted, epoch milliseconds. */
	idsNotedAt(): number[] {
		const { pages } = this.harness.memory().comments as unknown as TriggerState;
		const posts = Object.values(pages).flatMap((page) => Object.values(page.posts));
		return posts.flatMap((post) => Object.values(post.seen ?? {}).map(([, notedAt]) => notedAt));
	}

	private take(outputs: INodeExecutionData[][] | null): void {
		if (!outputs) return;
		const items = outputs[0].map((item) => item.json as unknown as Item);
		this.emissions.push(items);
		this.emitted.push(...items);
	}
}
