import { NOTIFICATION_FORMS, type NotificationForms } from './notificationForms';
import { REACTION_TYPES } from './reactions';
import { ACME, enc, send, startAtNow, tokenOf } from './wire';
import type { Post, Simulator } from './index';
import type { NotificationAction } from './model';

/** What a page is told of besides new comments (docs.notifications, docs/behaviour.md#notification-feed). */

const MINUTE_MS = 60 * 1000;
const GLOBEX_ID = '5583111';

let simulator: Simulator;
let token: string;
let post: Post;
let cleo: string;
beforeEach(async () => {
	simulator = await startAtNow();
	token = tokenOf(simulator, 'ada');
	post = simulator.state.addPost({ author: ACME, text: 'Ask us' });
	cleo = simulator.state.member('cleo').urn;
});
afterEach(async () => simulator.close());

const PATH = `/rest/organizationalEntityNotifications?q=criteria&organizationalEntity=${enc(ACME)}`;
const ALL = 'LIKE,COMMENT,SHARE,SHARE_MENTION,ADMIN_COMMENT,COMMENT_EDIT,COMMENT_DELETE';

async function told(actions = ALL, rest = ''): Promise<Array<Record<string, unknown>>> {
	const { json } = await send(simulator, { path: `${PATH}&actions=List(${actions})${rest}`, token });
	return json.elements;
}
const actionsTold = async () => (await told()).map(({ action }) => action);

/** Something of each kind, in the order of the actions. */
const HAPPENINGS: Record<Exclude<NotificationAction, 'ADMIN_COMMENT' | 'COMMENT'>, () => Post | void> = {
	LIKE: () => void simulator.state.react({ on: post.urn, actor: 'cleo' }),
	SHARE: () => simulator.state.share({ post: post.urn, author: 'cleo', text: 'Look' }),
	SHARE_MENTION: () => simulator.state.mention({ who: ACME, author: GLOBEX_ID, text: 'Thanks to' }),
	COMMENT_EDIT: () => {
		const { urn } = simulator.state.addComment({ post: post.urn, actor: 'cleo', text: 'Wen?' });
		simulator.state.editComment(urn, 'When?');
	},
	COMMENT_DELETE: () => {
		const { urn } = simulator.state.addComment({ post: post.urn, actor: 'cleo', text: 'Wen?' });
		simulator.state.deleteComment(urn);
	},
};

describe('reactions', () => {
	it.each(REACTION_TYPES)('%s is a LIKE, however it was made', async (type) => {
		simulator.state.react({ on: post.activity, actor: 'cleo', type });
		await send(simulator, {
			method: 'POST',
			path: `/rest/reactions?actor=${enc(simulator.state.member('ada').urn)}`,
			body: { root: post.urn, reactionType: type },
			token,
		});
		expect(await actionsTold()).toEqual(['LIKE', 'LIKE']);
	});

	it.each<[string, () => void, number]>([
		[
			'of one person on two posts',
			() => void reactOn(simulator.state.addPost({ author: ACME, text: 'b' }).urn),
			2,
		],
		['changed', () => void reactOn(post.urn, 'PRAISE'), 1],
		['removed', () => takeBack(), 1],
		['removed and made again', () => [takeBack(), reactOn(post.urn)], 2],
		['to a comment', () => void reactOn(comment()), 1],
		['to a post that is not public', () => void reactOn(hidden()), 1],
		["to a member's post", () => void reactOn(simulator.state.addPost({ author: 'bob', text: 'x' }).urn), 1],
	])('%s', async (_what, then, count) => {
		reactOn(post.urn);
		then();
		expect(await told('LIKE')).toHaveLength(count);
	});

	const reactOn = (on: string, type: 'LIKE' | 'PRAISE' = 'LIKE') =>
		simulator.state.react({ on, actor: 'cleo', type });
	const takeBack = () => simulator.state.reactions.remove({ actor: cleo, entity: post.activity });
	const comment = () => simulator.state.addComment({ post: post.urn, actor: 'bob', text: 'x' }).urn;
	const hidden = () => simulator.state.addPost({ author: ACME, text: 'x', visibility: 'LOGGED_IN' }).urn;
});

it('the feed lags for all of them, and each is once in it', async () => {
	simulator.state.notificationDelayMs = MINUTE_MS;
	Object.values(HAPPENINGS).forEach((happen) => happen());
	expect(await told()).toEqual([]);
	simulator.clock.advance(MINUTE_MS + 1);
	expect((await actionsTold()).sort()).toEqual(['COMMENT', 'COMMENT', ...Object.keys(HAPPENINGS)].sort());
});

const short = ({ activity }: Post) => activity.replace('urn:li:', '');
const shared = { text: 'Look', owner: expect.stringContaining('urn:li:person:'), entity: expect.anything() };

it.each<
	[NotificationAction & keyof typeof HAPPENINGS, Partial<NotificationForms>, (made: Post | void) => object]
>([
	['LIKE', { like: 'reaction' }, () => ({ generatedActivity: `urn:li:reaction:(${cleo},${post.activity})` })],
	['LIKE', { like: 'like' }, () => ({ generatedActivity: `urn:li:like:(${cleo},${post.activity})` })],
	[
		'LIKE',
		{ like: 'shortReaction' },
		() => ({ generatedActivity: `urn:li:reaction:(${cleo},${short(post)})` }),
	],
	['LIKE', { like: 'shortLike' }, () => ({ generatedActivity: `urn:li:like:(${cleo},${short(post)})` })],
	['LIKE', { like: 'post' }, () => ({ generatedActivity: post.activity })],
	[
		'LIKE',
		{ like: 'activity' },
		() => ({ generatedActivity: expect.stringMatching(/^urn:li:activity:7\d{18}$/) }),
	],
	['LIKE', { like: 'none' }, () => ({})],
	['LIKE', { like: 'none', decorated: 'null' }, () => ({ decoratedGeneratedActivity: null })],
	[
		'LIKE',
		{ like: 'none', decoratedLike: 'like' },
		() => ({
			decoratedGeneratedActivity: {
				like: { owner: cleo, entity: `urn:li:like:(${cleo},${post.activity})`, object: post.activity },
			},
		}),
	],
	[
		'LIKE',
		{ like: 'none', decoratedLike: 'reaction' },
		() => ({
			decoratedGeneratedActivity: {
				reaction: {
					owner: cleo,
					entity: `urn:li:reaction:(${cleo},${post.activity})`,
					object: post.activity,
					reactionType: 'LIKE',
				},
			},
		}),
	],
	[
		'SHARE',
		{ share: 'post' },
		(made) => ({
			generatedActivity: made?.urn,
			decoratedGeneratedActivity: { share: { ...shared, entity: made?.urn } },
		}),
	],
	[
		'SHARE',
		{ share: 'activity' },
		(made) => ({ generatedActivity: made?.activity, decoratedGeneratedActivity: { share: shared } }),
	],
	['SHARE', { decorated: 'absent' }, (made) => ({ generatedActivity: made?.urn })],
	[
		'COMMENT_EDIT',
		{ edit: 'whole' },
		() => ({
			decoratedGeneratedActivity: { comment: expect.objectContaining({ text: 'When?', owner: cleo }) },
		}),
	],
	['COMMENT_EDIT', { edit: 'urn' }, () => ({})],
	['COMMENT_EDIT', { decorated: 'absent' }, () => ({})],
	['COMMENT_DELETE', { delete: 'urn' }, () => ({})],
	[
		'COMMENT_DELETE',
		{ delete: 'textless' },
		() => ({
			decoratedGeneratedActivity: {
				comment: {
					owner: cleo,
					object: post.activity,
					entity: expect.stringContaining('urn:li:comment:(urn'),
				},
			},
		}),
	],
])('%s in the form %j', async (action, forms, expected) => {
	Object.assign(simulator.state.notificationForms, forms);
	const made = HAPPENINGS[action]();
	const [element, ...others] = await told(action);
	const { decoratedSourcePost, ...rest } = element;
	expect([rest, others]).toEqual([
		{
			notificationId: expect.any(Number),
			organizationalEntity: ACME,
			action,
			subscriber: simulator.state.member('ada').urn,
			lastModifiedAt: expect.any(Number),
			sourcePost: post.activity,
			...(action.startsWith('COMMENT_')
				? { generatedActivity: expect.stringMatching(/^urn:li:comment:\(activity:\d+,\d+\)$/) }
				: {}),
			...expected(made),
		},
		[],
	]);
	const source = { owner: ACME, entity: post.urn, mediaCategory: 'NONE', text: 'Ask us' };
	expect(decoratedSourcePost).toEqual(
		{ usual: source, null: null, absent: undefined }[forms.decorated ?? 'usual'],
	);
});

it.each<[NotificationForms['mention'], string[]]>([
	['both', ['decoratedGeneratedActivity', 'decoratedSourcePost', 'generatedActivity', 'sourcePost']],
	['generatedActivity', ['decoratedGeneratedActivity', 'generatedActivity']],
	['sourcePost', ['decoratedSourcePost', 'sourcePost']],
])('a mention names the post in %s', async (mention, members) => {
	simulator.state.notificationForms.mention = mention;
	const made = simulator.state.mention({ who: ACME, author: 'cleo', text: 'Thanks to' });
	const [element] = await told('SHARE_MENTION');
	expect(
		Object.keys(element)
			.filter((name) => /source|generated/i.test(name))
			.sort(),
	).toEqual(members);
	expect(element).toMatchObject({
		...(element.sourcePost
			? { sourcePost: made.activity, decoratedSourcePost: { text: 'Thanks to Acme Corp' } }
			: {}),
		...(element.generatedActivity
			? {
					generatedActivity: made.urn,
					decoratedGeneratedActivity: { share: { owner: cleo, entity: made.urn } },
				}
			: {}),
	});
});

it('every form has a default and others', () => {
	const usual = Object.entries(NOTIFICATION_FORMS).map(([form, values]) => [form, values[0]]);
	expect(simulator.state.notificationForms).toEqual(Object.fromEntries(usual));
	expect(Object.values(NOTIFICATION_FORMS).filter((values) => values.length < 2)).toEqual([]);
});

it('thousands of reactions are read page by page, within the same time range', async () => {
	const start = simulator.clock.now();
	for (let at = 0; at < 1_050; at += 1) {
		const actor = `urn:li:person:p${at}`;
		simulator.state.reactions.set({ actor, entity: post.activity, type: 'LIKE', createdAt: start - 50 + at });
	}
	simulator.clock.advance(MINUTE_MS);
	const ids: number[] = [];
	let path: string | undefined = `${PATH}&actions=List(LIKE,COMMENT)&timeRange=(start:${start})&count=100`;
	while (path) {
		const { json }: { json: ReturnType<typeof JSON.parse> } = await send(simulator, { path, token });
		ids.push(...json.elements.map((one: { notificationId: number }) => one.notificationId));
		path = json.paging.links[0]?.href;
	}
	expect([ids.length, new Set(ids).size]).toEqual([1_000, 1_000]);
});

describe('counts', () => {
	const LAG_MS = 10 * MINUTE_MS;
	const counted = async () => {
		const { json: metadata } = await send(simulator, {
			path: `/rest/socialMetadata/${enc(post.urn)}`,
			token,
		});
		const path = '/rest/organizationalEntityShareStatistics?q=organizationalEntity';
		const ask = `${path}&organizationalEntity=${enc(ACME)}&shares=List(${enc(post.urn)})`;
		const { json: statistics } = await send(simulator, { path: ask, token });
		const { likeCount, shareCount, commentCount } = statistics.elements[0]?.totalShareStatistics ?? {};
		return [metadata.reactionSummaries, likeCount, shareCount, commentCount];
	};
	const happen = () => {
		simulator.state.react({ on: post.urn, actor: 'cleo', type: 'PRAISE' });
		simulator.state.react({ on: post.urn, actor: 'bob' });
		const again = simulator.state.share({ post: post.urn, author: 'cleo', text: 'Look' });
		const gone = simulator.state.share({ post: post.activity, author: 'bob', text: 'Look' });
		simulator.state.share({ post: again.urn, author: 'bob', text: 'Look' });
		simulator.state.deletePost(gone.urn);
		simulator.state.addComment({ post: post.urn, actor: 'cleo', text: 'When?' });
	};
	const ONE_EACH = {
		LIKE: { reactionType: 'LIKE', count: 1 },
		PRAISE: { reactionType: 'PRAISE', count: 1 },
	};

	it('of reactions, shares and comments agree with what was done', async () => {
		happen();
		expect(await counted()).toEqual([ONE_EACH, 2, 1, 1]);
		simulator.state.reactions.remove({ actor: cleo, entity: post.activity });
		expect(await counted()).toEqual([{ LIKE: ONE_EACH.LIKE }, 1, 1, 1]);
	});

	it('lag when told to', async () => {
		simulator.state.countLagMs = LAG_MS;
		happen();
		expect(await counted()).toEqual([{}, undefined, undefined, undefined]);
		simulator.clock.advance(LAG_MS);
		expect(await counted()).toEqual([ONE_EACH, 2, 1, 1]);
	});
});
