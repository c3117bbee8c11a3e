/** The tables of docs/operations.md, generated from the nodes so that the two can't differ. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';

import { markdownTable } from 'markdown-table';

import { adsResources } from '../../nodes/LinkedIn/resources/ads';
import { communityResources } from '../../nodes/LinkedIn/resources/community';
import type { Operation, Resource } from '../../nodes/LinkedIn/resources/operation';
import { PRODUCTS, productsWith } from '../../nodes/LinkedIn/transport/linkedin/products';

export const PAGE = join(__dirname, '../../docs/operations.md');

const START = '<!-- operations: made by npm run readme -->';
const END = '<!-- /operations -->';

/** Scopes of which one is enough, by kind of author. */
function scopes({ scopes: { any, member, page } }: Operation): string {
	const list = (names: readonly string[] = []) => names.map((name) => `\`${name}\``).join(' or ');
	if (any) return any.length === 0 ? 'none' : list(any);
	return [member && `as me: ${list(member)}`, page && `as a page: ${list(page)}`]
		.filter(Boolean)
		.join('<br>');
}

function products({ product, scopes: { any = [], member = [], page = [] } }: Operation): string {
	if (product) return product;
	const keys = new Set([...any, ...member, ...page].flatMap(productsWith));
	return [...keys].map((key) => PRODUCTS[key].name).join(', ') || 'any';
}

function role({ role: page, accountRole }: Operation): string {
	return [page && (accountRole ? `page: ${page}` : page), accountRole].filter(Boolean).join('<br>');
}

/** Markdown, one table per node and one row per operation, in the node's order. */
export function operationsTables(): string {
	return [
		'### LinkedIn Posts and Pages',
		tableOf(communityResources, 'Role on the page'),
		'### LinkedIn Ads',
		tableOf(adsResources, 'Role on the ad account'),
	].join('\n\n');
}

function tableOf(resources: Resource[], roleTitle: string): string {
	const rows = resources.flatMap((resource) =>
		resource.operations.map((operation) => [
			resource.name,
			`[${operation.name}](${operation.docs})`,
			operation.description.replace(/\|/g, '\\|'),
			scopes(operation),
			products(operation),
			role(operation),
		]),
	);
	const head = [
		'Resource',
		'Operation',
		'What it does',
		'Scope',
		'LinkedIn product that gives it',
		roleTitle,
	];
	return markdownTable([head, ...rows], { alignDelimiters: false });
}

/** The page as it should be. */
export function pageWithTables(): string {
	const text = readFileSync(PAGE, 'utf8');
	const [before, rest] = text.split(START);
	const after = rest?.split(END)[1];
	if (after === undefined) throw new Error(`docs/operations.md lacks the lines ${START} and ${END}`);
	return `${before}${START}\n\n${operationsTables()}\n\n${END}${after}`;
}
