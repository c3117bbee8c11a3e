import { ME, PAGE } from './fakeLinkedIn';
import { eventsOf, linkedIn, post, simulateAPage, started } from './pageEvents';

/** Edits of comments on a page. */

simulateAPage();

test('an edit of a reply is left out with Include Replies off', async () => {
	const comment = linkedIn.comment(post);
	const reply = linkedIn.comment(post, { parent: comment.urn });
	const trigger = await started(['commentEdited'], { includeReplies: false });
	linkedIn.tell(post, reply, 'COMMENT_EDIT');
	linkedIn.tell(post, comment, 'COMMENT_EDIT');
	const news = await eventsOf(trigger);
	expect(news).toMatchObject([{ comment: { urn: comment.urn } }]);
});

test('an edit waits for its comment with Include Replies off, and comes when LinkedIn shows it', async () => {
	const comment = linkedIn.comment(post);
	const { commentsById, comment: one } = linkedIn.sources;
	const gone = async () => ({ ok: false as const, fault: { kind: 'gone' as const, message: 'Not found.' } });
	Object.assign(linkedIn.sources, { commentsById: gone, comment: gone });
	const trigger = await started(['commentEdited'], { includeReplies: false });
	linkedIn.tell(post, comment, 'COMMENT_EDIT');
	for (let hour = 0; hour < 8; hour += 1) expect(await eventsOf(trigger, 60)).toEqual([]);
	Object.assign(linkedIn.sources, { commentsById, comment: one });
	expect(await eventsOf(trigger, 60)).toMatchObject([{ comment: { urn: comment.urn } }]);
	expect(await eventsOf(trigger, 60)).toEqual([]);
});

test('an edit by the page, written by the connected member, is both', async () => {
	const comment = linkedIn.comment(post, { actor: PAGE, agent: ME });
	const trigger = await started(['commentEdited'], { includeOwn: true });
	linkedIn.tell(post, comment, 'COMMENT_EDIT');
	expect(await eventsOf(trigger)).toMatchObject([{ actor: { urn: PAGE, isMe: true, isPage: true } }]);
});
