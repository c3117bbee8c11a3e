import { isJson, ofCalls, ofElements, type Asked, type Rewrite } from './quirk';

/** Undocumented contents of elements and lists. */

/** Members that LinkedIn may leave out, by the path of the resource; a dot leads into a member that exists. */
const OPTIONAL: Array<[path: RegExp, members: string[]]> = [
	[/\/comments$/, ['parentComment', 'content', 'likesSummary', 'lastModified', 'message.attributes']],
	[/^\/rest\/posts$/, ['content', 'reshareContext', 'contentLandingPage', 'adContext', 'lifecycleStateInfo']],
	[
		/^\/rest\/organizationalEntityNotifications$/,
		[
			'subscriber',
			'decoratedSourcePost.title',
			'decoratedSourcePost.text',
			'decoratedSourcePost.mediaCategory',
		],
	],
	[
		/^\/rest\/leadFormResponses$/,
		['associatedEntity', 'associatedEntityInfo', 'leadMetadataInfo', 'ownerInfo'],
	],
	[/^\/rest\/socialMetadata$/, ['reactionSummaries', 'commentsState']],
	[/^\/rest\/organizations(Lookup)?$/, ['localizedWebsite', 'logoV2', 'coverPhotoV2', 'tags']],
];

const optionalOf = ({ endpoint }: Asked) => {
	const path = endpoint.split(' ')[1];
	return OPTIONAL.find(([pattern]) => pattern.test(path))?.[1];
};
const isRead = ({ restliMethod }: Asked) => /^(GET|GET_ALL|BATCH_GET|FINDER)$/.test(restliMethod);

function withNull(entity: unknown, member: string): unknown {
	if (!isJson(entity)) return entity;
	const [name, ...inner] = member.split('.');
	if (inner.length === 0) return { ...entity, [name]: null };
	return isJson(entity[name]) ? { ...entity, [name]: withNull(entity[name], inner.join('.')) } : entity;
}

/** Of a list, a batch, or the entity itself. */
const ofEntities =
	(rewrite: (entity: unknown) => unknown): Rewrite =>
	(own) => {
		if (!isJson(own)) return own;
		if (Array.isArray(own.elements)) return { ...own, elements: own.elements.map(rewrite) };
		if (!isJson(own.results)) return rewrite(own);
		const results = Object.entries(own.results).map(([key, entity]) => [key, rewrite(entity)]);
		return { ...own, results: Object.fromEntries(results) };
	};

export const startNullFields = ofCalls(
	(asked) => isRead(asked) && optionalOf(asked) !== undefined,
	(asked, { random }) => {
		const members = optionalOf(asked) as string[];
		return {
			body: ofEntities((entity) =>
				members.filter(() => random.chance(1 / 2)).reduce(withNull, withNull(entity, random.of(members))),
			),
		};
	},
);

/** Names of counts of members, by their resource. */
const MEMBER_COUNTS: Record<string, string> = {
	'FINDER /rest/memberCreatorPostAnalytics': 'count',
	'FINDER /rest/memberCreatorVideoAnalytics': 'count',
	'FINDER /rest/memberFollowersCount': 'memberFollowersCount',
};

export const startMinusOnes = ofCalls(
	({ endpoint }) => Object.hasOwn(MEMBER_COUNTS, endpoint),
	({ endpoint }) => ({
		body: ofElements((elements) =>
			elements.map((element) => (isJson(element) ? { ...element, [MEMBER_COUNTS[endpoint]]: -1 } : element)),
		),
	}),
);

const FEED = 'FINDER /rest/organizationalEntityNotifications';
export const isFeed = ({ endpoint }: Asked) => endpoint === FEED;

/** Both were reported by users of n8n. */
const FOREIGN = [
	{
		generatedActivity: 'urn:li:comment:(urn:li:groupPost:123-7094637247890620417,7532699063003643904)',
		decoratedSourcePost: { entity: 'urn:li:share:7094637247487995904', text: 'x' },
	},
	{
		generatedActivity: 'urn:li:comment:(urn:li:activity:7094637247890620418,7532699063003643904)',
		decoratedSourcePost: { entity: 'urn:li:linkedInArticle:7094637247890620417', text: 'x' },
	},
];

/** As recent as the page's newest one, so that it's in a realistic position. */
export const startForeignThreads = ofCalls(isFeed, ({ params, clock }, { random }) => ({
	body: ofElements((elements) => {
		const room = Number(typeof params.count === 'string' ? params.count : 10) - elements.length;
		if (room <= 0) return elements;
		const [youngest] = elements as Array<{ lastModifiedAt?: number }>;
		const foreign = {
			action: 'COMMENT',
			lastModifiedAt: youngest?.lastModifiedAt ?? clock.now(),
			...random.of(FOREIGN),
			decoratedGeneratedActivity: { comment: { owner: 'urn:li:person:a3', text: 'hello' } },
		};
		return [foreign, ...elements];
	}),
}));
