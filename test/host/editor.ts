import { existsSync } from 'fs';
import { type Browser, type Page, chromium, selectors } from 'playwright-core';

import type { Rest } from './rest';

const CHROMIUM = ['/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome'];
const SLOW_CANVAS_MS = 90_000;
const SAME_READINGS = 6;
const BETWEEN_READINGS_MS = 300;

/** n8n's editor in Chromium. */
export interface Editor {
	page: Page;
	/** Opens a workflow and waits until its nodes are drawn. */
	openWorkflow(workflowId: string): Promise<void>;
	/** Opens the node creator, searches, and returns the names of the entries it shows. */
	search(text: string): Promise<string[]>;
	close(): Promise<void>;
}

/**
 * Starts Chromium and signs in as the owner.
 *
 * @throws if there is no Chromium, with the command that installs it
 */
export async function openEditor(url: string, owner: Rest['owner']): Promise<Editor> {
	selectors.setTestIdAttribute('data-test-id');
	const browser = await launchBrowser();
	const context = await browser.newContext({ viewport: { width: 1500, height: 950 } });
	const page = await context.newPage();
	page.setDefaultTimeout(SLOW_CANVAS_MS);
	await page.goto(`${url}/signin`);
	await page.fill('input[name=emailOrLdapLoginId], input[type=email]', owner.email);
	await page.fill('input[type=password]', owner.password);
	await page.keyboard.press('Enter');
	await page.waitForURL(/home|workflow/);

	return {
		page,
		async openWorkflow(workflowId) {
			await page.goto(`${url}/workflow/${workflowId}`);
			await page.getByTestId('canvas-node').first().waitFor();
		},
		async search(text) {
			const bar = page.getByTestId('node-creator-search-bar');
			const [plus, onEmptyCanvas] = ['node-creator-plus-button', 'canvas-plus-button'].map((id) =>
				page.getByTestId(id),
			);
			if (!(await bar.isVisible())) await plus.or(onEmptyCanvas).first().click();
			await bar.fill(text);
			return await settled(async () => {
				const names = await page.getByTestId('node-creator-item-name').allTextContents();
				return names.map((name) => name.trim());
			});
		},
		close: async () => await browser.close(),
	};
}

/** The list is filtered a moment after typing, so it's read until it has stayed the same for a while. */
async function settled(read: () => Promise<string[]>): Promise<string[]> {
	let last = await read();
	for (let unchanged = 0; unchanged < SAME_READINGS;) {
		await new Promise((resolve) => setTimeout(resolve, BETWEEN_READINGS_MS));
		const next = await read();
		unchanged = next.join('\n') === last.join('\n') ? unchanged + 1 : 0;
		last = next;
	}
	return last;
}

/** A browser that can only reach 127.0.0.1. @throws if there is no Chromium, with the command that installs it */
export async function launchBrowser(): Promise<Browser> {
	const candidates = process.env.CHROMIUM_PATH ? [process.env.CHROMIUM_PATH] : CHROMIUM;
	const executablePath = candidates.find((path) => existsSync(path));
	if (!executablePath) {
		throw new Error(
			`No Chromium at ${candidates.join(', ')}. Install it with ` +
				'`sudo apt-get update && sudo apt-get install -y chromium`, or name one with CHROMIUM_PATH.',
		);
	}
	return await chromium.launch({
		executablePath,
		args: [
			'--headless',
			'--no-sandbox',
			'--disable-gpu',
			'--disable-quic',
			'--no-first-run',
			'--disable-background-networking',
			'--disable-component-update',
			'--disable-sync',
			// Playwright's routes would do the same but disable the browser's cache, and n8n's editor is large.
			'--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE 127.0.0.1',
		],
	});
}
