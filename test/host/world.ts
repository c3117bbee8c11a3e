import { mkdirSync, mkdtempSync, readFileSync, rmSync } from 'fs';
import { tmpdir } from 'os';
import { join } from 'path';

import { type Simulator, startSimulator } from '../simulator';
import { installHost, type Line } from './install';
import { type N8n, startN8n } from './n8n';
import { packPackage } from './pack';
import { type Rest, type WorkflowFile, signIn } from './rest';

export const OAUTH_CREDENTIAL = 'linkedInSuiteOAuth2Api';
const OUR_NODES = 'n8n-nodes-linkedin-suite.';

/**
 * A simulated LinkedIn and a new n8n with the packed package, whose owner is signed in and has no workflows or
 * credentials yet.
 */
export interface FreshWorld {
	simulator: Simulator;
	n8n: N8n;
	rest: Rest;
	close(): Promise<void>;
}

/** The two connected with OAuth. */
export interface World extends FreshWorld {
	/** The connected credential of member ada. */
	credential: { id: string; name: string; type: string };
	/**
	 * Imports a workflow file like a user, and chooses the connected credential in our nodes that don't have one.
	 *
	 * @param change edits the workflow before it's saved
	 * @returns the workflow's id
	 */
	importWorkflow(file: string, change?: (workflow: WorkflowFile) => void): Promise<string>;
}

/** Acme's, which has to be chosen in the examples. */
const WATCHED_PAGE = 'urn:li:organization:2414183';

/**
 * Chooses the page that the triggers of a workflow watch, and gives them the most demanding settings. They call
 * LinkedIn at every poll of n8n, at any hour (daily calls are released evenly from 00:00 UTC, so with fewer a run just
 * after midnight would wait), and they include replies, so that a workflow that answers finds its own answers.
 */
export function watchClosely({ nodes }: WorkflowFile): void {
	for (const { type, parameters } of nodes) {
		if (type !== `${OUR_NODES}linkedInCommunityTrigger`) continue;
		parameters.pages = [WATCHED_PAGE];
		parameters.maxCallsADay = 100_000;
		parameters.includeReplies = true;
	}
}

/** What the credential form would contain for the simulator's app. */
export function credentialData(simulatorUrl: string): Record<string, unknown> {
	return {
		clientId: 'suite-app',
		clientSecret: 'suite-secret',
		appHas: 'communityManagement',
		tier: 'standard',
		advanced: true,
		environment: 'custom',
		apiHost: simulatorUrl,
		oauthHost: simulatorUrl,
	};
}

/** The n8n of the running end-to-end project; the newer one outside of tests. */
export function hostLine(): Line {
	return (globalThis as { hostLine?: Line }).hostLine ?? 2;
}

/**
 * Starts both, in a home folder that is removed at the end.
 *
 * @param tarball already packed; by default built and packed here
 * @param line which n8n; by default that of the test project, otherwise the newer one
 * @param variables of n8n's environment, besides those it always has here
 * @param say gets progress, one line at a time
 * @throws if a part doesn't start; parts that had started are ended
 */
export async function startFreshWorld(options: {
	tarball?: string;
	line?: Line;
	variables?: Record<string, string>;
	say: (line: string) => void;
}): Promise<FreshWorld> {
	const { say, line = hostLine(), variables } = options;
	const home = mkdtempSync(join(tmpdir(), 'n8n-nodes-linkedin-suite-'));
	const ends: Array<() => Promise<void> | void> = [() => rmSync(home, { recursive: true, force: true })];
	const removeHome = () => rmSync(home, { recursive: true, force: true, maxRetries: 3 });
	process.once('exit', removeHome);
	const close = async () => {
		for (const end of ends.splice(0).reverse()) await end();
		process.off('exit', removeHome);
	};

	try {
		const installed = await installHost(say, line);
		let { tarball } = options;
		if (!tarball) {
			say('Building and packing the package …');
			const folder = join(home, 'tarball');
			mkdirSync(folder);
			tarball = packPackage(folder);
		}

		const simulator = await startSimulator();
		ends.push(async () => await simulator.close());
		say(`The simulated LinkedIn is up at ${simulator.url}.`);

		say('Starting n8n …');
		const n8n = await startN8n({ installed, home, tarball, variables });
		ends.push(async () => await n8n.stop());
		return { simulator, n8n, rest: await signIn(n8n), close };
	} catch (error) {
		await close();
		throw error;
	}
}

/** As startFreshWorld, with the credential created and connected with n8n's own API. */
export async function startWorld(options: Parameters<typeof startFreshWorld>[0]): Promise<World> {
	const fresh = await startFreshWorld(options);
	const { rest, simulator } = fresh;
	try {
		const credential = await rest.createCredential(
			OAUTH_CREDENTIAL,
			'LinkedIn of Ada',
			credentialData(simulator.url),
		);
		await rest.connect(credential.id);
		options.say('The credential is connected over OAuth.');
		return {
			...fresh,
			credential,
			async importWorkflow(file, change) {
				const workflow = JSON.parse(readFileSync(file, 'utf8')) as WorkflowFile;
				for (const node of workflow.nodes) {
					if (node.type.startsWith(OUR_NODES)) {
						node.credentials = { [credential.type]: { id: credential.id, name: credential.name } };
					}
				}
				change?.(workflow);
				return await rest.createWorkflow(workflow);
			},
		};
	} catch (error) {
		await fresh.close();
		throw error;
	}
}
