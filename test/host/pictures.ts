import { mkdirSync, statSync } from 'fs';
import { join } from 'path';
import type { Page } from 'playwright-core';

import { openEditor } from './editor';
import type { WorkflowFile } from './rest';
import { startWorld } from './world';

/** `npm run pictures`: the examples on the canvas of a real n8n, for docs/pictures. */

const ROOT = join(__dirname, '..', '..');
const FOLDER = join(ROOT, 'docs', 'pictures');
const EXAMPLES = ['publish-a-post-as-my-page', 'answer-comments-on-my-page', 'new-lead-to-a-list'];
const CHOSEN = 'urn:li:organization:2414183';
const VIEWPORT = { width: 1100, height: 860 };
const MARGIN = 24;
/** The name of a node and what it does stand below its box. */
const BELOW = 72;
/** What n8n lays over its canvas. */
const OVERLAID = '[data-test-id="execute-workflow-button"], [data-test-id="canvas-controls"]';
const SETTLED_MS = 1_500;

async function main(): Promise<void> {
	mkdirSync(FOLDER, { recursive: true });
	const world = await startWorld({ say: (line) => console.log(line) });
	try {
		const editor = await openEditor(world.n8n.url, world.rest.owner);
		try {
			await editor.page.setViewportSize(VIEWPORT);
			for (const name of EXAMPLES) {
				const file = join(ROOT, 'examples', `${name}.json`);
				await editor.openWorkflow(await world.importWorkflow(file, chooseAll));
				const path = join(FOLDER, `${name}.png`);
				await takePicture(editor.page, path);
				console.log(`${path}: ${Math.round(statSync(path).size / 1024)} KB`);
			}
		} finally {
			await editor.close();
		}
	} finally {
		await world.close();
	}
}

/** What an example leaves to be chosen would show as a problem. */
function chooseAll({ nodes }: WorkflowFile): void {
	for (const { parameters } of nodes) {
		for (const [name, value] of Object.entries(parameters)) {
			if (name === 'pages') parameters[name] = [CHOSEN];
			if (isEmptyLocator(value)) parameters[name] = { ...value, value: CHOSEN };
		}
	}
}

function isEmptyLocator(value: unknown): value is { value: '' } {
	return (
		typeof value === 'object' && value !== null && '__rl' in value && 'value' in value && value.value === ''
	);
}

/** Of the nodes and notes alone. */
async function takePicture(page: Page, path: string): Promise<void> {
	// n8n moves the nodes into sight after it has drawn them.
	await page.waitForTimeout(SETTLED_MS);
	const boxes = await Promise.all(
		(await page.locator('.vue-flow__node').all()).map(async (node) => await node.boundingBox()),
	);
	const seen = boxes.filter((box) => box !== null);
	const left = Math.min(...seen.map(({ x }) => x)) - MARGIN;
	const top = Math.min(...seen.map(({ y }) => y)) - MARGIN;
	const right = Math.max(...seen.map(({ x, width }) => x + width)) + MARGIN;
	const bottom = Math.max(...seen.map(({ y, height }) => y + height)) + BELOW;
	await page.addStyleTag({ content: `${OVERLAID} { visibility: hidden; }` });
	await page.screenshot({
		path,
		animations: 'disabled',
		clip: { x: left, y: top, width: right - left, height: bottom - top },
	});
}

main().catch((error: Error) => {
	console.error(`npm run pictures failed: ${error.message}`);
	process.exit(1);
});
