import type { INodeProperties, INodeType } from 'n8n-workflow';

import { adsResources } from '../nodes/LinkedIn/resources/ads';
import { communityResources } from '../nodes/LinkedIn/resources/community';
import manifest from '../package.json';
import { loadClasses } from './engine/sources';

const nodes = loadClasses<INodeType>('nodes').map(({ description }) => description);
const fullName = (name: string) => `${manifest.name}.${name}`;
const MOST_CHARACTERS = 240;

interface Hint {
	where: string;
	text: string;
}

/** Of a property, its options, and everything in them. */
function hintsIn(property: object, path: string): Hint[] {
	const { name, builderHint, options, values } = property as Partial<INodeProperties> & { values?: object[] };
	const where = `${path}.${name}`;
	return [
		...(builderHint ? [{ where, text: builderHint.propertyHint }] : []),
		...[...(options ?? []), ...(values ?? [])].flatMap((inner) => hintsIn(inner, where)),
	];
}

/** Everything that n8n's AI builder is told beside the descriptions. */
const hints: Hint[] = nodes.flatMap(({ name, builderHint, properties }) => [
	{ where: `${name}.searchHint`, text: builderHint?.searchHint ?? '' },
	...(builderHint?.relatedNodes ?? []).map(({ nodeType, relationHint }) => ({
		where: `${name} → ${nodeType}`,
		text: relationHint,
	})),
	...(builderHint?.extraTypeDefContent ?? []).map(({ content }) => ({
		where: `${name}.types`,
		text: content,
	})),
	...properties.flatMap((property) => hintsIn(property, name)),
]);

describe('hints for the AI builder', () => {
	test('each node says what it is for and which nodes of this package go with it', () => {
		const names = nodes.map(({ name }) => fullName(name));
		const offenders = nodes.flatMap(({ name, builderHint }) => {
			const related = (builderHint?.relatedNodes ?? []).map(({ nodeType }) => nodeType);
			return [
				...(builderHint?.searchHint ? [] : [`${name} has no searchHint`]),
				...(related.length > 0 ? [] : [`${name} has no related nodes`]),
				...related
					.filter((one) => !names.includes(one) || one === fullName(name))
					.map((one) => `${name} → ${one}`),
			];
		});
		expect(offenders).toEqual([]);
	});

	test("each is short, and has neither an expression nor n8n's names of connections, as n8n's lint asks", () => {
		const offenders = hints.filter(
			({ text }) =>
				text.length === 0 ||
				text.length > MOST_CHARACTERS ||
				text.includes('={{') ||
				/\bai_[a-z]/i.test(text),
		);
		expect(offenders).toEqual([]);
	});

	test('the nodes that a hint names exist', () => {
		const known = [...nodes.map(({ name }) => fullName(name)), 'n8n-nodes-base.linkedIn'];
		const offenders = hints.flatMap(({ where, text }) =>
			(text.match(/n8n-nodes-[\w-]+\.\w+/g) ?? [])
				.filter((name) => !known.includes(name))
				.map((name) => `${where}: ${name}`),
		);
		expect(offenders).toEqual([]);
	});

	test('a hint of a resource or an operation is on its option', () => {
		const given = [...communityResources, ...adsResources].flatMap((resource) => [
			resource.builderHint,
			...resource.operations.map(({ builderHint }) => builderHint),
		]);
		const shown = hints.map(({ text }) => text);
		const missing = given.filter((hint) => hint !== undefined && !shown.includes(hint));
		expect([missing, given.some((hint) => hint !== undefined)]).toEqual([[], true]);
	});
});
