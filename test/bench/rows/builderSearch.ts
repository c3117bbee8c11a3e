import { builderSearch, panelSearch } from '../builder/catalog';
import manifest from '../../../package.json';
import type { Row } from '../row';

const SEARCHES = [
	'linkedin',
	'linkedin post',
	'linkedin comment',
	'company page',
	'linkedin carousel',
	'linkedin poll',
	'linkedin image',
	'linkedin video',
	'linkedin document',
	'linkedin statistics',
	'linkedin followers',
	'linkedin ads',
	'linkedin report',
	'linkedin leads',
	'linkedin conversions',
	'linkedin audience',
];
const FIRST = 12;

const isOwn = (name: string | undefined) => name?.startsWith(`${manifest.name}.`) === true;

export const builderNames: Row = {
	name: 'builder-search',
	what: `${SEARCHES.length} searches of n8n's AI builder`,
	budget: `this package first in ${FIRST}, both action nodes in each answer`,
	// n8n puts a node first whose name is a word of the search, which its own node LinkedIn has; hints don't count.
	isCount: false,
	async run({ host }) {
		const search = builderSearch(host);
		const answers = SEARCHES.map((query) => ({
			query,
			names: search.names(query),
			text: search.answer(query),
		}));
		for (const { query, names } of answers) console.log(`  ${query}: ${names.join(', ')}`);
		const first = answers.filter(({ names }) => isOwn(names[0])).length;
		const both = answers.filter(({ text }) =>
			['linkedInCommunity', 'linkedInAds'].every((node) => text.includes(`${manifest.name}.${node}`)),
		).length;
		return {
			figure: `first in ${first}; both nodes named in ${both}`,
			beside: `n8n's own LinkedIn node: first in ${answers.filter(({ names }) => names[0] === 'n8n-nodes-base.linkedIn').length}`,
			isMet: first >= FIRST && both === SEARCHES.length,
		};
	},
};

export const panelNames: Row = {
	name: 'panel-search',
	what: `The same ${SEARCHES.length} searches in n8n's nodes panel`,
	budget: `this package first in all but "linkedin"`,
	isCount: true,
	async run({ host }) {
		const search = panelSearch(host);
		const others = SEARCHES.filter((query) => !isOwn(search(query)[0]));
		return {
			figure: `first in ${SEARCHES.length - others.length}`,
			beside: `another node first: ${others.join(', ') || 'none'}`,
			isMet: others.every((query) => query === 'linkedin'),
		};
	},
};
