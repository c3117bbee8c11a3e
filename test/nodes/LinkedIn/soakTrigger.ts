/** The comment trigger in n8n's real poll context, as a process that can die. */
import { pollHarness, type PollHarness } from '../../engine/poll';

import type { INodeExecutionData, INodeParameters } from 'n8n-workflow';

import { LinkedInCommunityTrigger } from '../../../nodes/LinkedIn/LinkedInCommunityTrigger.node';
import { createPoll, type Triggers } from '../../../nodes/LinkedIn/resources/communityTrigger/poll';
import type { CommentItem } from '../../../nodes/LinkedIn/triggers/item';
import type { TriggerState } from '../../../nodes/LinkedIn/triggers/state';
import type { Simulator } from '../../simulator';

export function credentialFor(simulator: Simulator, scopes: string[], tier: string) {
	const token = simulator.issueToken({ member: 'ada', scopes, expiresInSeconds: 90 * 86_400 });
	return {
		type: 'linkedInSuiteOAuth2Api',
		data: {
			clientId: 'suite-app',
			clientSecret: 'suite-secret',
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

/** A trigger whose process can die: every new process starts with nothing but what n8n saved. */
export class Trigger {
	private triggers: Triggers = newProcess();
	readonly emitted: CommentItem[] = [];
	readonly emissions: CommentItem[][] = [];
	readonly thrown: unknown[] = [];
	crashes = 0;
	restarts = 0;
	polls = 0;
	private harness: PollHarness;

	constructor(
		private readonly credentials: ReturnType<typeof credentialFor>,
		private readonly parameters: INodeParameters,
	) {
		this.harness = this.start({});
	}

	private start(saved: object): PollHarness {
		return pollHarness({
			node: 'linkedInCommunityTrigger',
			nodeType: Object.assign(new LinkedInCommunityTrigger(), {
				poll: createPoll(this.triggers),
			}),
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
		this.triggers = newProcess();
		this.harness = this.start(dying.saved());
	}

	/**
	 * Stopped between two polls, when n8n does not save, and started again: the whole process, or only the workflow, so
	 * that an older state meets what the process remembers.
	 */
	restart(how: 'process' | 'workflow'): void {
		this.restarts += 1;
		if (how === 'process') this.triggers = newProcess();
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
		const items = outputs[0].map((item) => item.json as unknown as CommentItem);
		this.emissions.push(items);
		this.emitted.push(...items);
	}
}

function newProcess(): Triggers {
	return { underWay: new Set(), memories: new Map() };
}
