import { execFileSync } from 'child_process';
import { mkdtempSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'fs';
import { tmpdir } from 'os';
import { dirname, join } from 'path';

import { installHost } from '../host/install';
import { type N8n, startN8n } from '../host/n8n';
import { type Rest, signIn } from '../host/rest';
import { OAUTH_CREDENTIAL, credentialData, hostLine } from '../host/world';
import { type Simulator, startSimulator } from '../simulator';

/** Installs the package with the README's commands, exactly as written. */

const README = readFileSync(join(__dirname, '../../README.md'), 'utf8');
const PLACEHOLDER = '/path/to/';

jest.setTimeout(300_000);

let home: string;
let simulator: Simulator;
let n8n: N8n;
let rest: Rest;

beforeAll(async () => {
	const installed = await installHost((line) => console.log(line), hostLine());
	home = mkdtempSync(join(tmpdir(), 'n8n-nodes-linkedin-suite-'));
	const blocks = [...README.matchAll(/^```bash\n([^]*?)^```$/gm)].map(([, lines]) => lines);
	const lines = blocks
		.find((block) => block.includes(PLACEHOLDER))!
		.replace(PLACEHOLDER, `${dirname(process.env.SUITE_TARBALL!)}/`);
	// npm takes the nearest package.json above for the place to install into, and a home may well have one.
	writeFileSync(join(home, 'package.json'), '{}');
	execFileSync('sh', ['-ec', lines], { env: { PATH: process.env.PATH, HOME: home }, stdio: 'pipe' });
	simulator = await startSimulator();
	n8n = await startN8n({ installed, home });
	rest = await signIn(n8n);
});
afterAll(async () => {
	await n8n?.stop();
	await simulator?.close();
	rmSync(home, { recursive: true, force: true, maxRetries: 3 });
});

test('brings the package alone, without a second n8n-workflow', () => {
	const folders = readdirSync(join(home, '.n8n/nodes/node_modules')).filter((name) => !name.startsWith('.'));
	expect(folders).toEqual(['n8n-nodes-linkedin-suite']);
});

test('n8n knows the nodes, and an error of LinkedIn keeps its status and its advice', async () => {
	const credential = await rest.createCredential(OAUTH_CREDENTIAL, 'LinkedIn', credentialData(simulator.url));
	await rest.connect(credential.id);
	const id = await rest.createWorkflow({
		name: 'Reads a post that is not there',
		nodes: [
			{
				name: 'Manual',
				type: 'n8n-nodes-base.manualTrigger',
				typeVersion: 1,
				position: [0, 0],
				parameters: {},
			},
			{
				name: 'LinkedIn',
				type: 'n8n-nodes-linkedin-suite.linkedInCommunity',
				typeVersion: 1,
				position: [200, 0],
				parameters: {
					authentication: 'oAuth2',
					resource: 'post',
					operation: 'get',
					post: 'urn:li:share:7000000000000000009',
				},
				credentials: { [OAUTH_CREDENTIAL]: { id: credential.id, name: credential.name } },
			},
		],
		connections: { Manual: { main: [[{ node: 'LinkedIn', type: 'main', index: 0 }]] } },
		settings: {},
	});
	const { error } = await rest.run(id, 'Manual');
	expect(error).toMatchObject({ name: 'NodeApiError', httpCode: '404' });
	expect(error?.description).toMatch(/URN/);
});
