import { defineCase } from '../../../../../cases';
import { answer, page } from './replies';

const ORGANIZATION = 'urn:li:organization:2414183';
const PATH = /^\/rest\/organizationalEntityShareStatistics/;
const READ = 'urn:li:share:7045020441609936898';
const LEFT_OUT = 'urn:li:share:7045020441609936899';
const OTHER_CALL = 'urn:li:ugcPost:7044807025298026496';
const enc = (urn: string) => urn.replace(/:/g, '%3A');
const ask = (more: string) => ({
	method: 'GET' as const,
	url: `/rest/organizationalEntityShareStatistics?q=organizationalEntity&organizationalEntity=${enc(ORGANIZATION)}${more}`,
	restliMethod: 'FINDER',
	version: '202609',
});

export default defineCase({
	operation: 'analytics:getShareStatistics',
	cases: [
		{
			name: 'beside an element that could not be read, a post left out is not known to have zeros',
			contract: '§9.7 per share',
			given: (simulator) => {
				const totalShareStatistics = { clickCount: 10, likeCount: '3', shareCount: null };
				answer(
					simulator,
					PATH,
					page([
						{ share: READ, totalShareStatistics },
						{ share: 5, totalShareStatistics },
					]),
				);
				return {};
			},
			parameters: {
				organization: { __rl: true, mode: 'id', value: '2414183' },
				posts: [READ, LEFT_OUT, OTHER_CALL].join(),
			},
			wire: [ask(`&shares=List(${enc(READ)},${enc(LEFT_OUT)})`), ask(`&ugcPosts=List(${enc(OTHER_CALL)})`)],
			out: [
				expect.objectContaining({ urn: READ, clicks: 10, likes: null, comments: null, shares: null }),
				expect.objectContaining({ urn: LEFT_OUT, impressions: null, clicks: null, likes: null }),
				expect.objectContaining({ urn: OTHER_CALL, impressions: 0, clicks: 0, likes: 0 }),
			],
		},
	],
});
