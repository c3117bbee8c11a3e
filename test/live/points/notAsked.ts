/** Unconfirmed points of docs/behaviour.md that `npm run live` can't settle, and why. */
export const NOT_ASKED: Record<string, string> = {
	'editing and deleting a comment with only `w_member_social`': 'needs a second app, and writing',
	'posts of others with `w_member_social_feed`':
		"needs somebody else's post, and a token that can't read pages",
	'listing and looking up pages with only `r_organization_social`': 'needs a token with only that scope',
	'child pages: whether the member must be an admin of the parent; maximum page size':
		"needs somebody else's page with more than a hundred child pages",
	'notification feed: which parameters prevent a 500; maximum page size, order, delay; form of COMMENT_DELETE and ADMIN_COMMENT':
		'needs a page with such events',
	'notifications of reactions, shares, mentions and edits: which member has the URN, the actor and the type of the reaction':
		'needs someone else who reacts, shares, mentions the page and edits a comment',
	"webhooks: error for an address that LinkedIn doesn't know or hasn't validated":
		'needs an approved app, and writing',
	'webhooks: status of the PUT; how long a subscription lasts, and how to renew it':
		'needs an approved app, and writing',
	"webhooks: form of a delivery that isn't a comment, and of its signature":
		'needs an approved app and a public address',
	'webhooks: characters of a challenge code': 'needs an approved app and a public address',
	'several subscriptions for the leads of an owner and type': 'needs an approved app, and writing',
	'-1 in the analytics of members, reported by one source': 'happens rarely',
	'body of the 429 on the Development tier after about 110 calls': "needs a day's quota of calls",
	'`messageType` of a message': 'needs a message',
	'attachments of a message: `digitalmediaAsset` or `digitalMediaAsset`': 'needs a message',
	"whether the two fields that name a row count towards a report's 20": 'needs an account with figures',
	'how long LinkedIn keeps leads: 365 days or 90': 'needs leads of that age',
	'searching ad accounts with a page token': 'needs more than a hundred accounts',
	"what counts towards a post's 3,000 characters": 'needs a post of that length',
	'the maximum length of a comment': 'needs a comment of that length',
	'a page posting to CONNECTIONS': 'needs a post',
	'largest video: 500 MB or 5 GB; smallest 75 KB': 'needs an upload',
	'captions by POST or PUT, `variant` of the language': 'needs an upload',
	'header of a thumbnail upload': 'needs an upload',
	'a post with content but no text': 'needs a post',
	'pages of a document: largest and smallest size, and how pages of different sizes are shown':
		'needs a post that someone looks at',
	'statistics of single posts by time': 'LinkedIn documents it; the row says what follows',
	'messages: success status, id, and `X-RateLimit-Reset` in seconds or as a time': 'needs a message',
	'where a hashtag ends, and `#` inside addresses': 'needs a post that someone looks at',
	'digit-only hashtags such as #2024': 'needs a post that someone looks at',
	'liking with only `w_member_social`': 'needs a second app, and writing',
	'which products besides Community Management read people': 'needs a token of another app',
	'form of mentions in comments, and unit of their positions': 'needs a comment that someone looks at',
	'where the id of a creative created with its post is returned': 'needs a creative',
	'status after adding a user to an ad account': 'needs another member',
	'automatic bidding for message ads with Website Conversions': 'needs a campaign',
	'rotation of message ads outside Lead Generation, from version 202607 on': 'needs a campaign',
	'cost caps on leads, conversions, reach and qualified leads; objectives that allow enhanced bidding':
		'needs a campaign',
	'error code when an account already has 5,000 campaigns': 'needs 5,000 campaigns',
	'conflicts between included and excluded targeting': 'needs a campaign',
	'metrics of each API version': 'needs one call per metric and version',
	'scope for audiences: `rw_dmp_segments`, or also `rw_ads`': 'needs two tokens',
	'which fields of an audience can be changed; its access policies': 'needs an audience, and writing',
	'batch of members of an audience': 'needs an audience, and writing',
};
