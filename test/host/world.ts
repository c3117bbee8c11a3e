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

/** A simulated LinkedIn and a fresh n8n with the packed package, whose owner is signed in and has nothing yet. */
export interface FreshWorld {
	simulator: Simulator;
	n8n: N8n;
	rest: Rest;
	close(): Promise<void>;
}

/** The two connected to each other over OAuth. */
export interface World extends FreshWorld {
	/** The connected credential of member ada. */
	credential: { id: string; name: string; type: string };
	/**
	 * Imports a workflow file as a person would, and chooses the connected credential in our nodes that name none.
	 *
	 * @param change edits the workflow before it is saved
	 * @returns the workflow's id
	 */
	importWorkflow(file: string, change?: (workflow: WorkflowFile) => void): Promise<string>;
}

/** Acme's, which the examples leave to be chosen. */
const WATCHED_PAGE = 'urn:li:organization:2414183';

/**
 * Chooses the page that the triggers of a workflow watch, and makes them as hard to satisfy as they can be. They ask
 * LinkedIn at every poll of n8n, at any hour (the calls of a day are released evenly from 00:00 UTC, so with fewer a run
 * just after midnight would wait), and they see replies, so that a workflow that answers meets its own answers.
 */
export function watchClosely({ nodes }: WorkflowFile): void {
	for (const { type, parameters } of nodes) {
		if (type !== `${OUR_NODES}linkedInCommunityTrigger`) continue;
		parameters.pages = [WATCHED_PAGE];
		parameters.maxCallsADay = 100_000;
		parameters.includeReplies = true;
	}
}

/** What the credential form would hold for the simulator's app. */
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

/** The n8n of the end-to-end project that runs; the newer one outside of tests. */
export function hostLine(): Line {
	return (globalThis as { hostLine?: Line }).hostLine ?? 2;
}

/**
 * Starts both, in a home folder that is removed at the end.
 *
 * @param tarball packed before; built and packed here without it
 * @param line which n8n; without it the one that the test project names, else the newer
 * @param say gets progress, one line at a time
 * @throws when a part does not start; what had started is ended
 */
export async function startFreshWorld(options: {
	tarball?: string;
	line?: Line;
	say: (line: string) => void;
}): Promise<FreshWorld> {
	const { say, line = hostLine() } = options;
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
		const n8n = await startN8n({ installed, home, tarball });
		ends.push(async () => await n8n.stop());
		return { simulator, n8n, rest: await signIn(n8n), close };
	} catch (error) {
		await close();
		throw error;
	}
}

/** As startFreshWorld, with the credential made and connected over n8n's own interface. */
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
