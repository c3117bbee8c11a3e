/** Where this package lives. Every link to its own pages begins with it. */
export const REPOSITORY = 'https://github.com/n8n-nodes-linkedin-suite/n8n-nodes-linkedin-suite';

/**
 * The address of a heading in the README.
 * @param anchor the heading as GitHub spells it in an address, e.g. `which-linkedin-product-do-i-need`
 */
export function readmeAt(anchor: string): string {
	return `${REPOSITORY}/blob/main/README.md#${anchor}`;
}
