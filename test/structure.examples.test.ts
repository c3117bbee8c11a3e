import { NodeHelpers, type INodeParameters, type INodeType } from 'n8n-workflow';

import { loadClasses } from './engine/sources';
import { filesUnder, read } from './packageFiles';

/** The workflows to import: each says what to do with it, and n8n itself marks what must be filled in. */

interface ExampleNode {
	name: string;
	type: string;
	parameters: INodeParameters;
}

const OURS = 'n8n-nodes-linkedin-suite.';
const types = new Map(
	loadClasses<INodeType>('nodes').map(({ description }) => [`${OURS}${description.name}`, description]),
);
const examples = filesUnder('examples', '.json').map((file) => ({
	file,
	text: read(file),
	...(JSON.parse(read(file)) as { nodes: ExampleNode[]; connections: Record<string, unknown> }),
}));

test('there are sixteen', () => {
	expect(examples.map(({ file }) => file)).toEqual([
		'examples/a-week-before-the-connection-ends.json',
		'examples/an-agent-that-reads-and-replies.json',
		'examples/answer-comments-after-approval.json',
		'examples/answer-comments-on-my-page.json',
		'examples/carousel-from-images.json',
		'examples/conversions-from-a-table.json',
		'examples/linkedin-as-an-mcp-server.json',
		'examples/new-lead-to-a-crm.json',
		'examples/new-lead-to-a-list.json',
		'examples/page-statistics-to-a-table.json',
		'examples/posts-from-a-feed.json',
		'examples/posts-from-a-table.json',
		'examples/publish-a-post-as-my-page.json',
		'examples/report-on-my-ads-every-week.json',
		'examples/usage-to-a-table.json',
		'examples/wait-for-quota-and-resume.json',
	]);
});

/**
 * What the node itself reports, before any call: a report may use campaigns instead of an account, and events of a list
 * may have their own conversions.
 */
const NOT_MARKED = ['Last week by campaign: account', 'Send: conversion'];

/** Where only credentials and addresses are to be filled in. */
const NOTHING_TO_CHOOSE = ['examples/a-week-before-the-connection-ends.json'];

/** The empty From List fields, by node. */
function emptyLists({ name, parameters }: ExampleNode): string[] {
	return Object.entries(parameters)
		.filter(([field, value]) => {
			const { mode, value: chosen } = Object(value) as { mode?: unknown; value?: unknown };
			return (
				(mode === 'list' && chosen === '') || (field === 'pages' && Array.isArray(value) && !value.length)
			);
		})
		.map(([field]) => `${name}: ${field}`);
}

describe.each(examples)('$file', ({ file, text, nodes }) => {
	test('has one note that says what it does, what it needs and three things to change', () => {
		const notes = nodes.filter(({ type }) => type === 'n8n-nodes-base.stickyNote');
		expect(notes).toHaveLength(1);
		const content = String(notes[0].parameters.content);
		expect(content).toMatch(/^## .+\n\n\S.+\n\n\*\*It needs\*\* .+\n\n\*\*Change three things:\*\*\n/);
		expect(content.match(/^\d\. \*\*/gm)).toEqual(['1. **', '2. **', '3. **']);
	});

	test('each node that the note or an expression names is there', () => {
		const note = nodes.find(({ type }) => type === 'n8n-nodes-base.stickyNote');
		const named = [
			...String(note?.parameters.content).matchAll(/^\d\. \*\*([^*→]{1,60}) →/gm),
			...text.matchAll(/\$\('([^']{1,60})'\)/g),
		];
		const names = nodes.map(({ name }) => name);
		expect(named.map((match) => match[1]).filter((name) => !names.includes(name))).toEqual([]);
	});

	test('names nobody’s page, account or table', () => {
		expect(text).not.toMatch(/urn:li:\w+:\d|"value": "\d+"/);
	});

	test('leaves fields to choose from a list, which n8n marks', () => {
		const empty = nodes.flatMap(emptyLists);
		expect(empty.length > 0).toBe(!NOTHING_TO_CHOOSE.includes(file));
		const marked = nodes.flatMap((node) => {
			// n8n makes a tool of each node that may be one.
			const description = types.get(node.type.replace(/Tool$/, ''));
			// n8n's own node, whose table is required.
			if (!description) return emptyLists(node);
			const whole = { ...node, id: node.name, typeVersion: 1, position: [0, 0] as [number, number] };
			const issues = NodeHelpers.getNodeParametersIssues(description.properties, whole, description);
			return Object.keys(issues?.parameters ?? {}).map((field) => `${node.name}: ${field}`);
		});
		expect(marked).toEqual(empty.filter((field) => !NOT_MARKED.includes(field)));
	});
});
