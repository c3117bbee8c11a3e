import type { Locator, Page } from 'playwright-core';

import { until } from './until';

/** A dropdown shows its value a moment after it appears. */
const DRAWN_WITHIN_MS = 10_000;

/** n8n's form of a new credential, filled in as a user does: by clicking and typing. */
export interface CredentialForm {
	modal: Locator;
	/** Types into a text field. */
	type(field: string, text: string): Promise<void>;
	/** Picks options of a dropdown; several if it allows that. */
	choose(field: string, ...options: string[]): Promise<void>;
	/** Turns a switch on or off. */
	toggle(field: string): Promise<void>;
	/** What a dropdown or text field shows. @throws if it stays empty */
	shown(field: string): Promise<string>;
	/** Names of the visible fields and notices, from top to bottom; a notice by its text. */
	layout(): Promise<string[]>;
	/**
	 * Presses Connect and waits until n8n has connected the account, chosen the credential in the node and closed the
	 * form.
	 * @returns the address of LinkedIn's page
	 * @throws with that address if n8n doesn't connect
	 */
	connect(): Promise<URL>;
}

/** Opens the form from the credential field of an open node. */
export async function newCredential(page: Page): Promise<CredentialForm> {
	const [first, list] = ['node-credentials-empty-state', 'node-credentials-select'].map((id) =>
		page.getByTestId(id).first(),
	);
	await first.or(list).waitFor();
	if (await first.isVisible()) await first.getByRole('button').first().click();
	else {
		await list.click();
		await page.getByTestId('node-credentials-select-item-new').click();
	}
	const modal = page.getByTestId('editCredential-modal');
	await modal.getByTestId('credential-edit-dialog').waitFor();
	const field = (name: string) => modal.getByTestId(`parameter-input-${name}`);
	// The last of our own fields that are always visible.
	await field('advanced').waitFor();

	return {
		modal,
		async type(name, text) {
			const input = field(name).locator('input').first();
			await input.click();
			await input.fill(text);
		},
		async choose(name, ...options) {
			await field(name).click();
			for (const option of options) {
				await page
					.locator('.el-select-dropdown__item:visible')
					.filter({ has: page.getByText(option, { exact: true }) })
					.click();
			}
			const takesSeveral = (await field(name).locator('.el-select__tags').count()) > 0;
			// The list stays open then.
			if (takesSeveral) await modal.getByTestId('credential-name').click({ position: { x: 0, y: 0 } });
		},
		async toggle(name) {
			await field(name).locator('[role=switch], .el-switch').first().click();
		},
		async shown(name) {
			const input = field(name).locator('input').first();
			return await until(
				DRAWN_WITHIN_MS,
				`${name} shows nothing`,
				async () => (await input.inputValue()) || undefined,
			);
		},
		async layout() {
			const found = await modal.getByTestId('credential-connection-parameter').evaluateAll((elements) =>
				elements.map((element) => {
					const input = element.querySelector('[data-test-id^=parameter-input-]');
					return input?.getAttribute('data-test-id') ?? element.textContent;
				}),
			);
			return found.map((name) => (name ?? '').replace('parameter-input-', '').trim());
		},
		async connect() {
			const asked = page
				.context()
				.waitForEvent('request', (request) => request.url().includes('/oauth/v2/authorization'));
			const [request] = await Promise.all([
				asked,
				modal.getByRole('button', { name: /^Connect( my account)?$/ }).click(),
			]);
			const address = new URL(request.url());
			try {
				// n8n 2.x closes the form of a credential that was created in a node; 1.x shows a success message in it.
				await Promise.race([
					modal.waitFor({ state: 'hidden' }),
					modal.getByTestId('oauth-connect-success-banner').waitFor(),
				]);
			} catch (cause) {
				throw new Error(`n8n did not connect at ${address.href}`, { cause });
			}
			if (await modal.isVisible()) await modal.locator('.el-dialog__headerbtn').click();
			await modal.waitFor({ state: 'hidden' });
			return address;
		},
	};
}
