import type { Locator, Page } from 'playwright-core';

import type { Editor } from './editor';
import { until } from './until';

const LIST_WITHIN_MS = 30_000;

/** n8n's editor as a user fills in its workflows and nodes: by clicking and typing. */
export interface Panel {
	/** Begins a workflow. */
	newWorkflow(): Promise<void>;
	/**
	 * Adds a node after the last one, or the first one, and waits for its panel.
	 * @param action of a node that has several, as in its list
	 */
	add(node: { search: string; name: string; action?: string }): Promise<void>;
	/** Adds a node that doesn't open a panel. */
	addSilent(node: { search: string; name: string }): Promise<void>;
	/** Closes the panel of a node. */
	leave(): Promise<void>;
	/** Types into a field. */
	type(field: string, text: string): Promise<void>;
	/** Picks an option of a dropdown. */
	choose(field: string, option: string): Promise<void>;
	/**
	 * Opens a From List field and waits for this text, in an entry or in the error instead of the list: the current
	 * choice is visible before the list has loaded.
	 * @returns what it shows then
	 */
	open(field: string, text: string): Promise<string[]>;
	/** Picks the first entry with this text from an open list. */
	pick(text: string): Promise<void>;
	/** What a From List field shows. */
	picked(field: string): Promise<string>;
	/** Executes the node and waits until its output contains this text. @returns its columns */
	execute(text: string): Promise<string[]>;
	field(name: string): Locator;
	output: Locator;
}

/** @param url of n8n */
export function openPanel({ page, search }: Editor, url: string): Panel {
	const field = (name: string) => page.getByTestId(`parameter-input-${name}`);
	const list = (name: string) => page.getByTestId(`resource-locator-${name}`).getByTestId('rlc-input');
	const output = page.getByTestId('output-panel');
	const entry = page.getByTestId('rlc-item');

	const addNode = async ({ search: typed, name }: { search: string; name: string }) => {
		const plus = page.getByTestId('canvas-handle-plus');
		if ((await plus.count()) > 0) await plus.last().click();
		await search(typed);
		await creatorItem(page, name).click();
	};

	return {
		output,
		field,
		async newWorkflow() {
			await page.goto(`${url}/workflow/new`);
			await page.getByTestId('canvas-plus-button').first().waitFor();
		},
		addSilent: addNode,
		async add(node) {
			await addNode(node);
			if (node.action !== undefined) {
				const action = creatorItem(page, node.action);
				const actions = page.getByTestId('node-creator-category-item').filter({ hasText: 'Actions' });
				await action.or(actions).first().waitFor();
				if (!(await action.isVisible())) await actions.click();
				await action.click();
			}
			await page.getByTestId('ndv').waitFor();
		},
		async leave() {
			await page.getByTestId('ndv-close-button').click();
			await page.getByTestId('ndv').waitFor({ state: 'hidden' });
		},
		async type(name, text) {
			const input = field(name).locator('textarea, input').first();
			await input.click();
			await input.fill(text);
		},
		async choose(name, option) {
			await field(name).click();
			await page
				.locator('.el-select-dropdown__item:visible')
				.filter({ has: page.getByText(option, { exact: true }) })
				.click();
		},
		async open(name, text) {
			await list(name).click();
			const shown = entry.or(page.getByTestId('rlc-error-container')).filter({ visible: true });
			const read = async () => {
				const texts = (await shown.allTextContents()).map((words) => words.trim());
				return texts.some((words) => words.includes(text)) ? texts : undefined;
			};
			return await until(LIST_WITHIN_MS, `The list of ${name} doesn't show "${text}"`, read);
		},
		async pick(text) {
			await entry.filter({ hasText: text }).first().click();
		},
		picked: async (name) => await list(name).inputValue(),
		async execute(text) {
			await page.getByTestId('node-execute-button').click();
			await output.getByText(text).first().waitFor();
			return (await output.locator('thead th').allTextContents()).map((name) => name.trim()).filter(Boolean);
		},
	};
}

function creatorItem(page: Page, name: string): Locator {
	return page.getByTestId('node-creator-item-name').getByText(name, { exact: true }).first();
}
