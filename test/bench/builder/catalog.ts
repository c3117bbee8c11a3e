/** The nodes that n8n's AI builder chooses from, and n8n's own code for searching and describing them. */
import type { INodeType, INodeTypeDescription } from 'n8n-workflow';
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';

import manifest from '../../../package.json';
import { loadClasses, packageFolder } from '../../engine/sources';
import type { InstalledHost } from '../../host/install';

const N8N_PACKAGES = ['n8n-nodes-base', '@n8n/n8n-nodes-langchain'];

/** What n8n's MCP server and agents ask for nodes; the engine of Instance AI is the same, with up to 10 results. */
export interface BuilderSearch {
	/** As n8n ranks them. @returns full names, e.g. `n8n-nodes-base.linkedIn` */
	names(query: string): string[];
	/** What the model reads. */
	answer(query: string): string;
}

const MOST_RESULTS = 5;

/** This package's nodes as n8n's loader knows them: the full name, and the words of the codex. */
export function ownNodes(): INodeTypeDescription[] {
	return loadClasses<INodeType>('nodes').map((node) => {
		const codexFile = join(packageFolder, 'nodes/LinkedIn', `${node.constructor.name}.node.json`);
		const codex = JSON.parse(readFileSync(codexFile, 'utf8')) as INodeTypeDescription['codex'];
		return { ...node.description, name: `${manifest.name}.${node.description.name}`, codex };
	});
}

/** n8n's nodes, then this package's, then a tool of each that can be one. */
export function builderSearch(host: InstalledHost): BuilderSearch {
	const load = requireOf(host);
	const known = { nodes: {}, credentials: {} };
	const types = { nodes: [...n8nNodes(host), ...ownNodes()], credentials: [] };
	(load('n8n/dist/tool-generation') as ToolGeneration).createAiTools(types, known);
	const { NodeTypeParser, searchCodeBuilderNodes } = load('@n8n/ai-utilities/node-catalog') as Catalog;
	const parser = new NodeTypeParser(types.nodes);
	return {
		names: (query) => parser.searchNodeTypes(query, MOST_RESULTS).map(({ id }) => id),
		answer: (query) => searchCodeBuilderNodes(parser, [query]).results,
	};
}

/** The search of the nodes panel: what people find when they type. @returns full names, best first */
export function panelSearch(host: InstalledHost): (query: string) => string[] {
	const load = requireOf(host);
	const { sublimeSearch } = load('@n8n/utils/search/sublime-search') as Search;
	// The editor weighs the same two texts, below `properties`.
	const nodes = [...n8nNodes(host), ...ownNodes()].map((properties) => ({ properties }));
	return (query) => sublimeSearch(query, nodes).map(({ item }) => item.properties.name);
}

/** The type definition of a community node, which n8n always hands over whole. */
export function definitionOf(host: InstalledHost, node: INodeTypeDescription): string {
	const { synthesizeNodeTypeDef } = requireOf(host)(
		'n8n/dist/modules/mcp-registry/synthesize-type-def.js',
	) as Definition;
	return synthesizeNodeTypeDef(node);
}

const requireOf = (host: InstalledHost) => createRequire(join(host.folder, 'node_modules/n8n/package.json'));

function n8nNodes(host: InstalledHost): INodeTypeDescription[] {
	return N8N_PACKAGES.flatMap((name) => {
		const file = join(host.folder, 'node_modules', name, 'dist/types/nodes.json');
		const nodes = JSON.parse(readFileSync(file, 'utf8')) as INodeTypeDescription[];
		return nodes.map((node) => ({ ...node, name: `${name}.${node.name}` }));
	});
}

interface ToolGeneration {
	createAiTools(types: { nodes: INodeTypeDescription[] }, known: { nodes: object }): void;
}

interface Parser {
	searchNodeTypes(query: string, limit: number): Array<{ id: string }>;
}

interface Catalog {
	NodeTypeParser: new (nodes: INodeTypeDescription[]) => Parser;
	searchCodeBuilderNodes(parser: Parser, queries: string[]): { results: string };
}

interface Search {
	sublimeSearch<T>(query: string, nodes: T[]): Array<{ item: T; score: number }>;
}

interface Definition {
	synthesizeNodeTypeDef(node: INodeTypeDescription): string;
}
