import type { BrowserContext } from 'playwright-core';

/** Counts a user's clicks in all tabs of a browser; what a script presses by other means doesn't count. */
export interface Clicks {
	/** How many there were since the last call. */
	taken(): number;
}

/** Counts from the next page load on. */
export async function countClicks(context: BrowserContext): Promise<Clicks> {
	let count = 0;
	await context.exposeFunction('clickedByAPerson', () => {
		count += 1;
	});
	await context.addInitScript(
		"addEventListener('pointerdown', (event) => event.isTrusted && clickedByAPerson(), true);",
	);
	return {
		taken() {
			const since = count;
			count = 0;
			return since;
		},
	};
}
