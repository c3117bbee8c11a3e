import { z } from 'zod';
import { urn } from '../body';

const CALLS_TO_ACTION = [
	'APPLY',
	'DOWNLOAD',
	'VIEW_QUOTE',
	'LEARN_MORE',
	'SIGN_UP',
	'SUBSCRIBE',
	'REGISTER',
	'JOIN',
	'ATTEND',
	'REQUEST_DEMO',
	'SEE_MORE',
	'BUY_NOW',
	'SHOP_NOW',
] as const;

/** docs.posts has the first two; the others are forms that are only read. */
export const AD_TYPES = ['STANDARD', 'VIDEO', 'CAROUSEL', 'EVENT', 'NATIVE_DOCUMENT'] as const;

const urns = (type: string) => z.array(urn(type)).optional();
const image = z.object({ id: urn('image'), altText: z.string().max(4086).optional() }).strict();

const content = z
	.object({
		media: z
			.object({
				id: urn('image', 'video', 'document'),
				title: z.string().optional(),
				altText: z.string().max(4086).optional(),
			})
			.strict()
			.optional(),
		article: z
			.object({
				source: z.string().regex(/^https?:\/\/\S+$/),
				title: z.string().min(1).max(399),
				description: z.string().max(4085).optional(),
				thumbnail: urn('image').optional(),
				thumbnailAltText: z.string().optional(),
			})
			.strict()
			.optional(),
		multiImage: z
			.object({ images: z.array(image).min(2).max(20), altText: z.string().optional() })
			.strict()
			.optional(),
		poll: z
			.object({
				question: z.string().min(1).max(140),
				options: z
					.array(z.object({ text: z.string().min(1).max(30) }).strict())
					.min(2)
					.max(4),
				settings: z
					.object({
						duration: z.enum(['ONE_DAY', 'THREE_DAYS', 'SEVEN_DAYS', 'FOURTEEN_DAYS']),
						voteSelectionType: z.enum(['SINGLE_VOTE']).optional(),
						isVoterVisibleToAuthor: z.literal(true).optional(),
					})
					.strict(),
			})
			.strict()
			.optional(),
	})
	.strict();

const targeting = z
	.object({
		geoLocations: urns('geo'),
		industries: urns('industry'),
		jobFunctions: urns('function'),
		seniorities: urns('seniority'),
		staffCountRanges: z.array(z.string().regex(/^SIZE_/)).optional(),
		interfaceLocales: z.array(z.object({ language: z.string(), country: z.string() }).strict()).optional(),
		degrees: urns('degree'),
		fieldsOfStudy: urns('fieldOfStudy'),
		organizations: urns('organization'),
	})
	.strict();

/** The body of a new post (docs.posts). */
export const newPost = z
	.object({
		author: urn('person', 'organization'),
		commentary: z.string(),
		visibility: z.enum(['PUBLIC', 'CONNECTIONS', 'LOGGED_IN', 'CONTAINER']),
		distribution: z
			.object({
				feedDistribution: z.enum(['MAIN_FEED', 'NONE']),
				targetEntities: z.array(targeting).optional(),
				thirdPartyDistributionChannels: z.array(z.string()).optional(),
			})
			.strict(),
		lifecycleState: z.enum(['PUBLISHED']),
		isReshareDisabledByAuthor: z.boolean().optional(),
		content: content.optional(),
		reshareContext: z
			.object({ parent: urn('share', 'ugcPost') })
			.strict()
			.optional(),
		contentCallToActionLabel: z.enum(CALLS_TO_ACTION).optional(),
		contentLandingPage: z.string().min(1).optional(),
		adContext: z
			.object({
				dscAdAccount: urn('sponsoredAccount'),
				dscStatus: z.enum(['ACTIVE', 'ARCHIVED']),
				dscName: z.string().optional(),
				dscAdType: z.enum(AD_TYPES),
				objective: z.string().optional(),
			})
			.strict()
			.optional(),
	})
	.strict();
export type NewPost = z.infer<typeof newPost>;

/** What an update may change. */
export const postChanges = z
	.object({
		commentary: z.string().optional(),
		contentCallToActionLabel: z.enum(CALLS_TO_ACTION).optional(),
		contentLandingPage: z.string().min(1).optional(),
		lifecycleState: z.enum(['PUBLISHED']).optional(),
	})
	.strict();
