import { elementsOf, enc, totalOf, type List } from '../wire';
import { refusalOf, Unsettled, type LiveAnswer, type Session } from '../session';
import { ROLES } from '../found';
import { orderOf } from './order';
import type { Point } from '../point';

const isGone = ({ status, body }: LiveAnswer) =>
	status === 426 || Object(body).code === 'NONEXISTENT_VERSION';

/** Whether LinkedIn accepts a version. */
async function isAlive(session: Session, version: string): Promise<boolean> {
	const isOwn = version === session.version;
	return !isGone(
		await session.read(isOwn ? ROLES : { ...ROLES, name: `${ROLES.name}, version ${version}`, version }),
	);
}

/** Comments of a post, as many as LinkedIn returns at once. */
const commentsOf = (post: string, what: string) => ({
	name: `comments of a post ${what}`,
	restliMethod: 'GET_ALL' as const,
	path: `/rest/socialActions/${enc(post)}/comments?start=0&count=100`,
});

interface Comment {
	created?: { time?: number };
}

/** Points that a page settles: Community Management. */
export const PAGE_POINTS: Point[] = [
	{
		row: 'versions 202608 and 202609 have no published end date',
		async ask(session) {
			const told = [];
			for (const version of ['202608', '202609']) {
				const end = Date.UTC(Number(version.slice(0, 4)) + 1, Number(version.slice(4)) - 1, 15);
				const lives = await isAlive(session, version);
				told.push({ does: `${version} ${lives ? 'lives' : 'is gone'}`, fits: lives === session.now < end });
			}
			return { does: told.map(({ does }) => does).join(', '), fits: told.every(({ fits }) => fits) };
		},
	},
	{
		row: 'batch answers without `statuses`',
		async ask(_session, found) {
			const { statuses, results } = (await found.counts()).body;
			const told = Object.keys(Object(statuses)).length;
			const does =
				statuses === undefined
					? 'no statuses'
					: `statuses of ${told} of ${Object.keys(Object(results)).length} results`;
			return { does, fits: true };
		},
	},
	{
		row: 'order and maximum page size of comment lists',
		async ask(session, found) {
			const list = await session.readWell<List<Comment>>(
				commentsOf(await found.talkedPost(), 'with comments'),
			);
			const times = elementsOf(list).flatMap(({ created }) => created?.time ?? []);
			const does = `${orderOf(times)}; asked for 100, the count is ${list.paging?.count ?? 'not said'}; ${totalOf(list)}`;
			return { does, fits: true };
		},
	},
	{
		row: '404 for a post without comments',
		async ask(session, found) {
			const answer = await session.read(commentsOf(await found.quietPost(), 'without comments'));
			const does = answer.status === 200 ? '200 with an empty list' : refusalOf(answer);
			return { does, fits: [200, 404].includes(answer.status) };
		},
	},
	{
		row: 'maximum page size of reactions and of ugcPosts',
		async ask(session, found) {
			const reactions = await session.read({
				name: 'reactions to a post',
				restliMethod: 'FINDER',
				path: `/rest/reactions/(entity:${enc(await found.talkedPost())})?q=entity&sort=(value:REVERSE_CHRONOLOGICAL)&start=0&count=100`,
			});
			const posts = await session.read({
				name: 'posts of the page in their older form',
				restliMethod: 'FINDER',
				path: `/v2/ugcPosts?q=authors&authors=List(${enc(await found.page())})&sortBy=CREATED&start=0&count=100`,
			});
			const told = (answer: LiveAnswer) =>
				answer.status === 200
					? `count ${(Object(answer.body) as List).paging?.count ?? 'not said'}`
					: refusalOf(answer);
			const isTaken = [reactions, posts].every(({ status }) => status === 200);
			return { does: `asked for 100: reactions ${told(reactions)}, ugcPosts ${told(posts)}`, fits: isTaken };
		},
	},
	{
		row: 'how many ids a batch accepts',
		async ask(session) {
			const ids = Array.from({ length: 101 }, (_one, at) => at + 1_000);
			const answer = await session.read({
				name: '101 pages at once',
				restliMethod: 'BATCH_GET',
				path: `/rest/organizations?ids=List(${ids.join(',')})`,
			});
			if (answer.status === 403 || answer.status === 404) throw new Unsettled(refusalOf(answer));
			return {
				does: answer.status === 200 ? '101 ids are taken' : `101 ids: ${refusalOf(answer)}`,
				fits: [200, 400, 413, 414].includes(answer.status),
			};
		},
	},
	{
		row: 'how many posts a statistics call accepts',
		async ask(session, found) {
			const posts = (await found.posts()).filter((urn) => urn.startsWith('urn:li:share:'));
			if (posts.length < 2) throw new Unsettled('the page has fewer than two shares');
			const answer = await session.read({
				name: 'statistics of posts',
				restliMethod: 'FINDER',
				path: `/rest/organizationalEntityShareStatistics?q=organizationalEntity&organizationalEntity=${enc(await found.page())}&shares=List(${posts.map(enc).join(',')})`,
			});
			const does = answer.status === 200 ? 'taken' : refusalOf(answer);
			return { does: `${posts.length} posts: ${does}`, fits: [200, 400, 413, 414].includes(answer.status) };
		},
	},
];
