import { elementsOf, enc, fieldsOf, totalOf, valuesOf, type List } from '../wire';
import { refusalOf, Unsettled, type LiveAnswer, type Session } from '../session';
import { ROLES } from '../found';
import { orderOf } from './order';
import type { Point } from '../point';

const DAY_MS = 86_400_000;

const isGone = ({ status, body }: LiveAnswer) =>
	status === 426 || Object(body).code === 'NONEXISTENT_VERSION';

/** Whether LinkedIn takes a call of a version. */
async function isAlive(session: Session, version: string): Promise<boolean> {
	const isOwn = version === session.version;
	return !isGone(
		await session.read(isOwn ? ROLES : { ...ROLES, name: `${ROLES.name}, version ${version}`, version }),
	);
}

/** Comments of a post, as many as LinkedIn gives at once. */
const commentsOf = (post: string, what: string) => ({
	name: `comments of a post ${what}`,
	restliMethod: 'GET_ALL' as const,
	path: `/rest/socialActions/${enc(post)}/comments?start=0&count=100`,
});

interface Comment {
	created?: { time?: number };
}

/** Points that a page tells: Community Management. */
export const PAGE_POINTS: Point[] = [
	{
		row: 'versions 202608 and 202609 have no published end',
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
		row: 'status of NONEXISTENT_VERSION',
		async ask(session) {
			const answer = await session.read({
				...ROLES,
				name: 'roles of the member, a version that is gone',
				version: '202301',
			});
			const { code } = Object(answer.body) as { code?: string };
			return {
				does: refusalOf(answer),
				fits: code === 'NONEXISTENT_VERSION' && [426, 400].includes(answer.status),
			};
		},
	},
	{
		row: 'page named `organization`, `organizationTarget` or `organizationalTarget` in access controls',
		async ask(_session, found) {
			const names = fieldsOf(await found.roles()).filter((name) => name.startsWith('organization'));
			if (names.length === 0) throw new Unsettled('the member has no role on a page');
			const known = ['organization', 'organizationTarget', 'organizationalTarget'];
			return { does: names.join(', '), fits: names.some((name) => known.includes(name)) };
		},
	},
	{
		row: 'content administrator written CONTENT_ADMIN or CONTENT_ADMINISTRATOR',
		async ask(_session, found) {
			const roles = valuesOf(await found.roles(), 'role').filter((role) => role.startsWith('CONTENT_ADMIN'));
			if (roles.length === 0) throw new Unsettled('the member is content administrator of no page');
			const known = ['CONTENT_ADMIN', 'CONTENT_ADMINISTRATOR'];
			return { does: roles.join(', '), fits: roles.every((role) => known.includes(role)) };
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
		row: 'order and largest page of comment lists',
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
		row: 'largest page of reactions and of ugcPosts',
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
		row: 'how many ids a batch takes',
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
		row: 'fields of the typeahead of followers',
		async ask(session, found) {
			const list = await session.readWell<List<object>>({
				name: 'followers by name',
				restliMethod: 'FINDER',
				path: `/rest/peopleTypeahead?q=organizationFollowers&keywords=ann&organization=${enc(await found.page())}`,
			});
			const people = elementsOf(list);
			if (people.length === 0) throw new Unsettled('the page has no follower called Ann…');
			const names = fieldsOf(people);
			return {
				does: names.join(', '),
				fits: ['member', 'person', 'entity', 'id'].some((name) => names.includes(name)),
			};
		},
	},
	{
		row: 'last day of follower statistics',
		async ask(session, found) {
			const page = enc(await found.page());
			const today = Math.floor(session.now / DAY_MS) * DAY_MS;
			const answer = await session.read({
				name: 'followers gained by day, yesterday too',
				restliMethod: 'FINDER',
				path: `/rest/organizationalEntityFollowerStatistics?q=organizationalEntity&organizationalEntity=${page}&timeIntervals=(timeRange:(start:${today - 7 * DAY_MS},end:${today}),timeGranularityType:DAY)`,
			});
			if (answer.status === 403 || answer.status === 404) throw new Unsettled(refusalOf(answer));
			if (answer.status !== 200) return { does: `yesterday: ${refusalOf(answer)}`, fits: true };
			const starts = elementsOf(answer.body as List<{ timeRange?: { start?: number } }>).flatMap(
				({ timeRange }) => timeRange?.start ?? [],
			);
			if (starts.length === 0) throw new Unsettled('no day of the last week is told');
			const age = Math.round((today - Math.max(...starts)) / DAY_MS);
			return { does: `the last day told is ${age} ${age === 1 ? 'day' : 'days'} ago`, fits: age >= 2 };
		},
	},
	{
		row: 'how many posts a statistics call takes',
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
