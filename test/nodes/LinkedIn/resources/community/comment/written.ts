/** The request that creates a comment, and its item. */

export const ACME = { __rl: true, mode: 'id', value: '2414183' };
export const ME = { __rl: true, mode: 'list', value: 'me' };

export const ACME_URN = 'urn:li:organization:2414183';

export const create = {
	method: 'POST' as const,
	url: '/rest/socialActions/${activity}/comments',
	restliMethod: 'CREATE',
	version: '202609',
};

/** The output for a comment that was written. */
export const comment = (author: string, text: string) => ({
	urn: expect.stringMatching(/^urn:li:comment:\(urn:li:activity:\d+,\d+\)$/),
	url: expect.stringMatching(
		/^https:\/\/www\.linkedin\.com\/feed\/update\/urn:li:activity:\d+\?commentUrn=urn%3Ali%3Acomment%3A%28activity%3A\d+%2C\d+%29$/,
	),
	id: expect.stringMatching(/^\d+$/),
	text,
	author,
	post: '${activity}',
	postUrl: 'https://www.linkedin.com/feed/update/${activity}',
	parent: null,
	likes: null,
	replies: null,
	createdAt: expect.stringMatching(/Z$/),
	lastModifiedAt: expect.stringMatching(/Z$/),
	deduplicated: false,
});
