import type { INodeTypeDescription } from 'n8n-workflow';

import { definitionOf, ownNodes } from '../builder/catalog';
import type { Row } from '../row';

/** Characters of the description for each operation. */
const MOST: Record<string, number> = { linkedInCommunity: 949, linkedInAds: 1554 };

export const builderSize: Row = {
	name: 'builder-size',
	what: "What n8n's AI builder is handed of the two action nodes",
	budget: `${Object.values(MOST).map(thousands).join(' and ')} characters of description an operation`,
	isCount: false,
	async run({ host }) {
		const sizes = ownNodes()
			.map((node) => ({ name: node.name.replace(/^.*\./, ''), node }))
			.filter(({ name }) => name in MOST)
			.sort((a, b) => b.name.localeCompare(a.name))
			.map(({ name, node }) => {
				const operations = operationsOf(node);
				// The codex isn't part of what is handed over.
				const { codex: _codex, ...description } = node;
				const [characters, typed] = [JSON.stringify(description).length, definitionOf(host, node).length];
				console.log(
					`  ${name}: ${operations} operations, ${thousands(characters)} characters of description, ${thousands(typed)} as types`,
				);
				return { name, each: Math.round(characters / operations), typed: Math.round(typed / operations) };
			});
		return {
			figure: sizes.map(({ each }) => thousands(each)).join(' and '),
			beside: `as types, which is how n8n hands them over: ${sizes.map(({ typed }) => thousands(typed)).join(' and ')}`,
			isMet: sizes.every(({ name, each }) => each <= MOST[name]),
		};
	},
};

function operationsOf({ properties }: INodeTypeDescription): number {
	return properties
		.filter(({ name }) => name === 'operation')
		.reduce((sum, { options = [] }) => sum + options.length, 0);
}

function thousands(count: number): string {
	return count.toLocaleString('en-US');
}
