import formbody from '@fastify/formbody';
import { contentHtml, escapeHtml, image } from './feedContent';
import { inspectImage } from './mediaBytes';
import { shownText } from './littleText';
import type { FastifyPluginAsync } from 'fastify';
import type { Comment, Post } from './model';
import type { ReactionType } from './reactions';
import type { State } from './state';

const REFRESH_MS = 3000;
const DEFAULT_COMMENTER = 'cleo';

/**
 * /feed: the simulated LinkedIn as people see it, with forms to comment and reply. Works without JavaScript; with it,
 * new comments appear automatically and text being typed stays.
 */
export function feedPage({ state }: { state: State }): FastifyPluginAsync {
	return async (app) => {
		await app.register(formbody);
		app.get('/feed', async (_request, reply) =>
			reply.type('text/html; charset=utf-8').header('cache-control', 'no-store').send(page(state)),
		);
		app.get('/feed/media/:urn', async (request, reply) => {
			const { urn } = request.params as { urn: string };
			const media = state.media.find(urn);
			const thumbnail = media && state.media.slots(media, 'thumbnail')[0];
			const bytes = media?.kind === 'image' ? media.file?.bytes : thumbnail?.received?.bytes;
			if (!bytes) return reply.code(404).send();
			return reply.type(inspectImage(bytes).contentType ?? 'application/octet-stream').send(bytes);
		});
		app.post('/feed/comments', async (request, reply) => {
			const form = (request.body ?? {}) as Record<string, string | undefined>;
			const post = state.findPost(form.post ?? '');
			const parent = form.parent ? state.findComment(form.parent) : undefined;
			const text = form.text?.trim() ?? '';
			const isRight =
				post && !post.isDeleted && state.members.has(form.actor ?? '') && (!form.parent || parent) && text;
			if (!isRight)
				return reply.code(400).type('text/plain').send('A comment needs a post, a member and a text.');
			const comment = state.addComment({
				post: post.urn,
				actor: form.actor ?? '',
				text,
				...(parent ? { parent: parent.parent ?? parent.urn } : {}),
			});
			return reply.redirect(`/feed#comment-${comment.id}`, 303);
		});
	};
}

function page(state: State): string {
	const posts = state.posts().filter((post) => !post.adContext);
	return `<!DOCTYPE html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>Feed: LinkedIn simulator</title>
<style>${STYLE}</style>
</head>
<body>
<header><h1>Feed</h1><p>A simulated LinkedIn on this machine. <a href="/feed">Refresh</a></p></header>
<main id="posts">
${posts.map((post) => postHtml(state, post)).join('\n') || '<p id="empty">No posts yet. Publish one and it shows here.</p>'}
</main>
<script>${SCRIPT}</script>
</body>
</html>`;
}

function postHtml(state: State, post: Post): string {
	const id = idOf(post.urn);
	const comments = state.comments(post.urn);
	const topLevel = comments.filter((one) => one.parent === undefined);
	return `<article id="post-${id}" aria-labelledby="author-${id}">
<h2 id="author-${id}">${escapeHtml(state.nameOf(post.author))}</h2>
<p class="note">${when(post.createdAt)}${post.isEdited ? ', edited' : ''} · <code>${escapeHtml(post.urn)}</code></p>
<p class="text">${escapeHtml(shownText(post.parts))}</p>
${contentHtml(state, post)}
<section class="thread" aria-label="Comments">
${reactionsLine(state, post)}
<h3>${comments.length === 1 ? '1 comment' : `${comments.length} comments`}</h3>
<ol>${topLevel.map((one) => commentHtml(state, post, one, comments)).join('')}</ol>
</section>
${post.commentsState === 'CLOSED' ? '<p class="note">Comments are closed.</p>' : form(state, post, 'Add a comment')}
</article>`;
}

const REACTION_WORDS: Record<ReactionType, string> = {
	LIKE: 'Like',
	PRAISE: 'Celebrate',
	EMPATHY: 'Love',
	INTEREST: 'Insightful',
	APPRECIATION: 'Support',
	ENTERTAINMENT: 'Funny',
	MAYBE: 'Curious',
};

function reactionsLine(state: State, post: Post): string {
	const counts = Object.entries(state.reactions.counts(post.activity)) as Array<[ReactionType, number]>;
	if (counts.length === 0) return '';
	return `<p class="note">${counts.map(([type, count]) => `${REACTION_WORDS[type]} ${count}`).join(', ')}</p>`;
}

function commentHtml(state: State, post: Post, comment: Comment, all: Comment[]): string {
	const replies = all.filter((one) => one.parent === comment.urn);
	const isAuthor = comment.actor === post.author ? ' <span class="badge">Author</span>' : '';
	const reply = `<details><summary>Reply</summary>${form(state, post, 'Reply', comment)}</details>`;
	return `<li id="comment-${comment.id}">
<p class="who"><strong>${escapeHtml(state.nameOf(comment.actor))}</strong>${isAuthor} <span class="note">${when(comment.createdAt)}</span></p>
<p class="text">${escapeHtml(comment.text)}</p>
${(comment.content ?? []).map((one) => image(state, one.entity.image)).join('')}
${comment.parent === undefined ? `<ol>${replies.map((one) => commentHtml(state, post, one, all)).join('')}</ol>${reply}` : ''}
</li>`;
}

function form(state: State, post: Post, label: string, parent?: Comment): string {
	const id = `${parent ? 'reply' : 'new'}-${parent?.id ?? idOf(post.urn)}`;
	const members = [...state.members.values()].map(
		(member) =>
			`<option value="${escapeHtml(member.key)}"${member.key === DEFAULT_COMMENTER ? ' selected' : ''}>${escapeHtml(
				`${member.firstName} ${member.lastName}`,
			)}</option>`,
	);
	return `<form method="post" action="/feed/comments">
<input type="hidden" name="post" value="${escapeHtml(post.urn)}">
${parent ? `<input type="hidden" name="parent" value="${escapeHtml(parent.urn)}">` : ''}
<label for="${id}-text">${label}</label>
<textarea id="${id}-text" name="text" rows="2" required></textarea>
<div class="row"><label for="${id}-actor">as</label>
<select id="${id}-actor" name="actor">${members.join('')}</select>
<button type="submit">${parent ? 'Reply' : 'Comment'}</button></div>
</form>`;
}

const idOf = (urn: string) => urn.slice(urn.lastIndexOf(':') + 1);

const when = (ms: number) => {
	const iso = new Date(ms).toISOString();
	return `<time datetime="${iso}">${iso.slice(0, 16).replace('T', ' ')} UTC</time>`;
};

const STYLE = `
:root { color-scheme: light dark; --line: #d5d9de; --note: #565f6b; --card: #fff; --page: #f3f4f6; --accent: #0b5cad; --on-accent: #fff }
@media (prefers-color-scheme: dark) { :root { --line: #3b4149; --note: #a9b2bd; --card: #1d2126; --page: #121417; --accent: #8fc2f5; --on-accent: #10263b } }
* { box-sizing: border-box }
body { margin: 0; background: var(--page); font: 16px/1.5 system-ui, sans-serif }
header, main { max-width: 42rem; margin: 0 auto; padding: 1rem }
h1 { font-size: 1.5rem; margin: 0 } h2 { font-size: 1.1rem; margin: 0 } h3 { font-size: .95rem; margin: 1rem 0 .25rem }
header p, .note { color: var(--note); margin: 0; font-size: .85rem }
a, summary { color: var(--accent) }
article { background: var(--card); border: 1px solid var(--line); border-radius: .6rem; padding: 1rem; margin-bottom: 1rem }
.text { white-space: pre-wrap; overflow-wrap: anywhere; margin: .4rem 0 }
code { overflow-wrap: anywhere }
ol { list-style: none; margin: 0; padding: 0 } ol ol { margin-left: 1.25rem; border-left: 2px solid var(--line); padding-left: .75rem }
li { padding: .4rem 0 } .who { margin: 0 }
.images { display: grid; grid-template-columns: repeat(auto-fit, minmax(8rem, 1fr)); gap: .25rem } img { max-width: 100%; min-width: 2rem; display: block; border-radius: .4rem }
.tile { display: block; border: 1px solid var(--line); border-radius: .6rem; padding: .75rem; margin: .5rem 0; color: inherit; text-decoration: none } .tile p { margin: 0 } .tile ul { margin: .25rem 0; padding-left: 1.25rem }
.badge { font-size: .75rem; border: 1px solid currentColor; border-radius: .5rem; padding: 0 .4rem; color: var(--accent) }
form { margin-top: .75rem } label { font-size: .85rem }
textarea, select, button { font: inherit; border: 1px solid var(--line); border-radius: .4rem; padding: .4rem .6rem; background: var(--card); color: inherit }
textarea { display: block; width: 100% }
.row { display: flex; gap: .5rem; align-items: center; margin-top: .4rem }
button { background: var(--accent); color: var(--on-accent); border-color: transparent; cursor: pointer; margin-left: auto }
:focus-visible { outline: 2px solid var(--accent); outline-offset: 2px }
summary { cursor: pointer; font-size: .85rem }
li:target { background: color-mix(in srgb, var(--accent) 14%, transparent); border-radius: .4rem }
`;

/** Adds new posts and updates changed threads, except a thread in which somebody is writing. */
const SCRIPT = `
const isBusy = (part) => part.contains(document.activeElement) && document.activeElement !== document.body
	|| [...part.querySelectorAll('textarea')].some((field) => field.value !== '')
	|| part.querySelector('details[open]') !== null;
const refresh = async () => {
	const reply = await fetch('/feed').catch(() => undefined);
	if (!reply || !reply.ok) return;
	const fresh = new DOMParser().parseFromString(await reply.text(), 'text/html');
	const list = document.getElementById('posts');
	const articles = [...fresh.querySelectorAll('article')];
	if (articles.length > 0) document.getElementById('empty')?.remove();
	for (const old of [...list.querySelectorAll('article')]) {
		if (!articles.some((one) => one.id === old.id) && !isBusy(old)) old.remove();
	}
	for (const article of articles.reverse()) {
		const old = document.getElementById(article.id);
		if (!old) { list.prepend(article); continue; }
		const thread = old.querySelector('.thread');
		const freshThread = article.querySelector('.thread');
		const text = old.querySelector(':scope > .text');
		text.textContent = article.querySelector(':scope > .text').textContent;
		if (thread.innerHTML !== freshThread.innerHTML && !isBusy(thread)) thread.replaceWith(freshThread);
	}
};
setInterval(refresh, ${REFRESH_MS});
`;
