import { Unreadable } from '../../../../../../nodes/LinkedIn/transport/answers/elements';
import { notificationFrom } from '../../../../../../nodes/LinkedIn/triggers/events/core/notification';
import { PAGE, SHARE, AT, NOW, comment, like, share, mention } from './notifications';

/** What is left out, and what can't be read. */

const onlyNamed = (generatedActivity: string) => ({
	generatedActivity,
	decoratedGeneratedActivity: { comment: { entity: generatedActivity } },
});

test.each([
	['a member', 'urn:li:comment:(urn:li:groupPost:123-7094637247890620417,7094977717598625792)'],
	['an article', 'urn:li:comment:(urn:li:article:12,7094977717598625792)'],
])('a comment on the post of %s is left out', (_what, generatedActivity) => {
	const found = notificationFrom({ ...comment, ...onlyNamed(generatedActivity) }, NOW);
	expect(found === undefined || found instanceof Unreadable).toBe(true);
});

test.each(['FOLLOW', 'LIKE_DELETE', '', 'constructor', '__proto__'])(
	'the unknown action %j is nothing',
	(action) => {
		expect(notificationFrom({ ...comment, action }, NOW)).toBeUndefined();
	},
);

test('a comment that is about something else is nothing', () => {
	expect(notificationFrom({ ...comment, ...onlyNamed(SHARE) }, NOW)).toBeUndefined();
});

test.each<[string, unknown]>([
	['null', null],
	['a list', [comment]],
	['text', 'COMMENT'],
	['no action', { ...comment, action: undefined }],
	['an action that is a number', { ...comment, action: 5 }],
	['a comment without its URN', { ...comment, generatedActivity: null, decoratedGeneratedActivity: null }],
	[
		'a comment without any time',
		{ ...comment, lastModifiedAt: null, generatedActivity: 'urn:li:comment:(activity:1,2)' },
	],
	['a comment on what is no post', { ...comment, decoratedSourcePost: { entity: 'urn:li:article:1' } }],
	[
		'a share of what is no post',
		{ ...share, sourcePost: 'urn:li:article:1', decoratedSourcePost: { entity: 'urn:li:article:1' } },
	],
	['a like of nothing', { action: 'LIKE', organizationalEntity: PAGE, lastModifiedAt: AT }],
	['a like without a time', { ...like, lastModifiedAt: null }],
	['a share of nothing', { action: 'SHARE', organizationalEntity: PAGE, lastModifiedAt: AT }],
])('%s can not be read', (_what, body) => {
	expect(notificationFrom(body, NOW)).toBeInstanceOf(Unreadable);
});

const STRANGE = [
	null,
	5,
	-1,
	1e300,
	'',
	'x',
	true,
	[],
	{},
	[null],
	{ entity: null },
	{ comment: null, share: 7 },
];
const FORMS = { comment, like, share, mention };

test.each(Object.entries(FORMS))('any strange member of a %s is read or left out', (_name, whole) => {
	for (const member of [...Object.keys(whole), 'notificationId']) {
		for (const strange of STRANGE) {
			expect(() => notificationFrom({ ...whole, [member]: strange }, NOW)).not.toThrow();
		}
	}
});
