import { readFileSync } from 'node:fs';

import type { ICredentialType, INodeProperties, INodeType } from 'n8n-workflow';

import { adsResources } from '../nodes/LinkedIn/resources/ads';
import { communityResources } from '../nodes/LinkedIn/resources/community';
import { OWN_CODES } from '../nodes/LinkedIn/transport/errors/codes';
import { loadClasses } from './engine/sources';

/** The order of options. Each test collects offenders, as in structure.test.ts. */

const nodes = loadClasses<INodeType>('nodes');
const credentials = loadClasses<ICredentialType>('credentials');

/**
 * Lists with a meaningful order: products, resources and operations by how often users need them, versions by age,
 * tiers from lowest to highest, windows by their days.
 */
const ORDERED_BY_MEANING = [
	'products',
	'resource',
	'operation',
	'version',
	'tier',
	'postClickAttributionWindowSize',
	'viewThroughAttributionWindowSize',
];

function unsortedLists(properties: INodeProperties[], path: string): string[] {
	return properties.flatMap((property) => {
		const here = `${path}.${property.name}`;
		const options = property.options ?? [];
		const nested = options.flatMap((option) =>
			'values' in option ? unsortedLists(option.values, `${here}.${option.name}`) : [],
		);
		if (property.type === 'collection')
			return [...nested, ...unsortedLists(options as INodeProperties[], here)];
		const isList = property.type === 'options' || property.type === 'multiOptions';
		if (!isList || options.length < 5 || ORDERED_BY_MEANING.includes(property.name)) return nested;
		const names = options.map((option) => option.name);
		const sorted = [...names].sort((a, b) => a.localeCompare(b));
		return names.join() === sorted.join() ? nested : [...nested, `${here}: ${names.join(', ')}`];
	});
}

/** Where a tooltip alone would be overlooked. */
const HINTED = ['binaryPropertyName', 'captions', 'media', 'text', 'thumbnail'];
/** The editor cuts longer ones to leave room for its buttons. */
const MOST_LABEL_CHARACTERS = 30;
const MOST_CHARACTERS_OF_A_CHOICE = 105;

/** All properties, with those in collections. */
function everyProperty(properties: INodeProperties[], path: string): Array<[string, INodeProperties]> {
	return properties.flatMap((property) => {
		const here = `${path}.${property.name}`;
		const inner = (property.options ?? []).flatMap((option) =>
			'values' in option ? option.values : 'type' in option ? [option as INodeProperties] : [],
		);
		return [[here, property], ...everyProperty(inner, here)];
	});
}

function withoutHint(properties: INodeProperties[], path: string): string[] {
	return properties.flatMap((property) => {
		const here = `${path}.${property.name}`;
		const nested = property.type === 'collection' ? (property.options as INodeProperties[]) : [];
		const isBare = HINTED.includes(property.name) && !property.hint;
		return [...(isBare ? [here] : []), ...withoutHint(nested, here)];
	});
}

/** What LinkedIn lists for a connection. */
const LISTED =
	/^(account|audience|campaign|campaignGroup|comment|conversion|creative|leadForm|organization|owner|page|post|reshareOf|share|targetPost)s?$/;
/** A member's own posts, which LinkedIn doesn't list. */
const NOT_LISTED = 'analytics:getMemberPostStatistics posts';

function typed(properties: INodeProperties[]): string[] {
	return properties.flatMap(({ name, type, options }) =>
		type === 'collection'
			? typed(options as INodeProperties[])
			: LISTED.test(name) && type === 'string'
				? [name]
				: [],
	);
}

describe('lists', () => {
	test('resources and operations stand in the order of use: what is most needed first, an API call last', () => {
		const optionsOf = (node: string, name: string, resource?: string) =>
			nodes
				.find(({ description }) => description.name === node)
				?.description.properties.find(
					(property) =>
						property.name === name &&
						(!resource || property.displayOptions?.show?.resource?.includes(resource) === true),
				)
				?.options?.map((option) => option.name);
		const community = optionsOf('linkedInCommunity', 'resource');
		const ads = optionsOf('linkedInAds', 'resource');
		expect([community?.slice(0, 2), ads?.slice(0, 2)]).toEqual([
			['Post', 'Comment'],
			['Report', 'Campaign'],
		]);
		expect([community?.at(-1), ads?.at(-1)]).toEqual(['API Call', 'API Call']);
		expect(optionsOf('linkedInCommunity', 'operation', 'post')).toEqual([
			'Create',
			'Get Many',
			'Get',
			'Update',
			'Delete',
		]);
		const offenders = [...communityResources, ...adsResources].flatMap((resource) =>
			resource.operations
				.slice(0, -1)
				.filter(({ value }) => value === 'delete')
				.map(({ value }) => `${resource.value}:${value} is not the last`),
		);
		expect(offenders).toEqual([]);
	});

	test('what few need stands behind what most do', () => {
		expect(communityResources.slice(-3).map(({ value }) => value)).toEqual(['message', 'legacyPost', 'api']);
		const profile = communityResources.find(({ value }) => value === 'profile');
		expect(profile?.operations.at(-1)?.value).toBe('getOpenIdConfiguration');
	});

	test('fields for files and texts carry a line that stands below them', () => {
		const offenders = nodes.flatMap(({ description }) =>
			withoutHint(description.properties, description.name),
		);
		expect(offenders).toEqual([]);
	});

	const every = nodes.flatMap(({ description }) => everyProperty(description.properties, description.name));

	test('no group of fields has a line below it, which the editor would not show', () => {
		const offenders = every.filter(([, { type, hint }]) => /collection$/i.test(type) && hint !== undefined);
		expect(offenders.map(([where]) => where)).toEqual([]);
	});

	test('labels are short enough to be shown whole', () => {
		const offenders = every.filter(
			([, { type, displayName }]) => type !== 'notice' && displayName.length > MOST_LABEL_CHARACTERS,
		);
		expect(offenders.map(([where, { displayName }]) => `${where}: ${displayName}`)).toEqual([]);
	});

	const triggers = nodes.filter(({ description }) => description.name.endsWith('Trigger'));

	test('what starts a workflow is listed by n8n, which takes it from the first field with one of these names', () => {
		const listed = ['event', 'events', 'trigger on'];
		const offenders = triggers.flatMap(({ description: { name, properties } }) => {
			const actionsOf = (property: INodeProperties) =>
				(property.options ?? []).flatMap((option) => ('action' in option ? [option.action] : []));
			const first = properties.find(({ displayName }) => listed.includes(displayName.toLowerCase()));
			const others = properties.filter((property) => property !== first).flatMap(actionsOf);
			return first && actionsOf(first).length > 0 ? others : [name, ...others];
		});
		expect(offenders).toEqual([]);
	});

	test('what is said of a choice in a trigger fits the two lines that the editor shows', () => {
		const offenders = triggers.flatMap(({ description }) =>
			description.properties.flatMap(({ name, options = [] }) =>
				options.flatMap((option) => {
					const said = 'value' in option ? (option.description ?? '') : '';
					return said.length > MOST_CHARACTERS_OF_A_CHOICE ? [`${name}: ${said}`] : [];
				}),
			),
		);
		expect(offenders).toEqual([]);
	});

	test('the options of a kind of post stand below its fields', () => {
		const post = nodes.find(({ description }) => description.name === 'linkedInCommunity');
		const names = (post?.description.properties ?? []).map(({ name }) => name);
		for (const options of ['carouselOptions', 'videoOptions'])
			for (const field of ['media', 'altText', 'mediaTitle'])
				expect(names.indexOf(options)).toBeGreaterThan(names.indexOf(field));
	});

	test('what LinkedIn lists is chosen from a list', () => {
		const offenders = [...communityResources, ...adsResources].flatMap(({ value, operations }) =>
			operations.flatMap((operation) =>
				typed(operation.fields).map((name) => `${value}:${operation.value} ${name}`),
			),
		);
		const ofTriggers = nodes
			.filter(({ description }) => description.name.endsWith('Trigger'))
			.flatMap(({ description }) =>
				typed(description.properties).map((name) => `${description.name} ${name}`),
			);
		expect([...offenders, ...ofTriggers]).toEqual([NOT_LISTED]);
	});

	test('the title that only documents need says so under its field', () => {
		const post = nodes.find(({ description }) => description.name === 'linkedInCommunity');
		const title = post?.description.properties.find(({ name }) => name === 'mediaTitle');
		expect(title?.hint).toMatch(/Required for documents/);
	});

	test('what the lead trigger chooses among says under its field what an empty one means', () => {
		const trigger = nodes.find(({ description }) => description.name === 'linkedInAdsTrigger');
		const choices = trigger?.description.properties.filter(({ name }) => name.startsWith('lead'));
		expect(choices?.map(({ displayName, hint }) => [displayName, hint])).toEqual([
			['Lead Types', expect.stringContaining('if empty')],
			['Lead Forms', expect.stringContaining('if empty')],
		]);
	});

	test('a new credential is an OAuth2 one: n8n 1.x opens the form of the first way to authenticate', () => {
		const offenders = nodes
			.map(({ description: { name, properties } }) => ({
				name,
				first: properties.find((property) => property.name === 'authentication')?.options?.[0].name,
			}))
			// Only an OAuth2 credential has the client secret with which LinkedIn signs.
			.filter(({ name, first }) => first !== 'OAuth2' && name !== 'linkedInPushTrigger');
		expect(offenders).toEqual([]);
	});

	test('option lists of five or more are sorted by name, as n8n asks, where their order means nothing', () => {
		const offenders = [...nodes.map(({ description }) => description), ...credentials].flatMap((owner) =>
			unsortedLists(owner.properties, owner.name),
		);
		expect(offenders).toEqual([]);
	});
});

test('docs/errors.md lists every code of this package with what it says', () => {
	const listed = readFileSync('docs/errors.md', 'utf8');
	const missing = Object.entries(OWN_CODES).filter(
		([code, says]) => !listed.includes(`| \`${code}\` | ${says} |`),
	);
	expect(missing).toEqual([]);
});
