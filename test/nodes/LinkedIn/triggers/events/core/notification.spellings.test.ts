import { notificationFrom } from '../../../../../../nodes/LinkedIn/triggers/events/core/notification';

/** URNs in other forms than those of the samples (docs.notifications). */

test('a reaction may name a comment as its source: it is to the post of it', () => {
	const activity = 'urn:li:activity:7094637247890620418';
	const sourcePost = `urn:li:comment:(${activity},7094977717598625792)`;
	const told = notificationFrom(
		{ action: 'LIKE', lastModifiedAt: Date.UTC(2026, 10, 1), sourcePost },
		Date.UTC(2026, 10, 2),
	);
	expect(told).toMatchObject({ kind: 'reaction', activity });
});

test.each([
	['urn:li:company:2414183', 'urn:li:organization:2414183'],
	['urn:li:organizationBrand:2414183', 'urn:li:organization:2414183'],
	['urn%3Ali%3Aorganization%3A2414183', 'urn:li:organization:2414183'],
	['urn:li:person:a-B_1', 'urn:li:person:a-B_1'],
])('an owner given as %s is %s', (owner, expected) => {
	const body = {
		action: 'SHARE',
		lastModifiedAt: Date.UTC(2026, 10, 1),
		sourcePost: 'urn:li:activity:7094637247890620418',
		decoratedGeneratedActivity: { share: { owner } },
	};
	expect(notificationFrom(body, Date.UTC(2026, 10, 2))).toMatchObject({ owner: expected });
});
