import type { BrowserContext } from 'playwright-core';

/** The clicks of a person in all tabs of a browser: what a script presses by other means does not count. */
export interface Clicks {
	/** How many there were since it was last asked. */
	taken(): number;
}

/** Counts from the next page on that is loaded. */
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
