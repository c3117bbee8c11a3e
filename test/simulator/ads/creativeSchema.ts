import { z } from 'zod';
import { urnOf } from './schema';
import { newPost } from '../routes/postSchema';

const LABELS = [
	'APPLY',
	'DOWNLOAD',
	'VIEW_QUOTE',
	'LEARN_MORE',
	'SIGN_UP',
	'SUBSCRIBE',
	'REGISTER',
	'REQUEST_DEMO',
	'JOIN',
	'ATTEND',
	'UNLOCK_FULL_DOCUMENT',
] as const;

/** The members of inline ads are only confirmed for spotlight, so their contents aren't checked. */
const inlineAd = z.record(z.unknown()).refine((ad) => Object.keys(ad).length > 0);

export const creativeContent = z
	.object({
		reference: urnOf('share', 'ugcPost', 'adInMailContent').optional(),
		textAd: inlineAd.optional(),
		spotlight: inlineAd.optional(),
		follow: inlineAd.optional(),
		jobs: inlineAd.optional(),
		eventAd: inlineAd.optional(),
	})
	.strict()
	.refine((content) => Object.keys(content).length === 1);

const leadgenCallToAction = z.object({ destination: urnOf('adForm'), label: z.enum(LABELS) }).strict();

const members = {
	campaign: urnOf('sponsoredCampaign'),
	intendedStatus: z.enum(['ACTIVE', 'PAUSED', 'DRAFT']),
	name: z.string().min(1).max(255).optional(),
	leadgenCallToAction: leadgenCallToAction.optional(),
};

/** The body of a new creative (docs.creatives). */
export const newCreative = z.object({ ...members, content: creativeContent }).strict();

const { distribution, adContext, reshareContext, ...postMembers } = newPost.shape;

/** A post that isn't in any feed; the combination of its fields is checked as for any post. */
const darkPost = z
	.object({
		...postMembers,
		author: urnOf('organization'),
		adContext: z
			.object({
				dscAdAccount: urnOf('sponsoredAccount'),
				dscStatus: z.enum(['ACTIVE', 'ARCHIVED']),
				dscName: z.string().optional(),
				dscAdType: z.string().optional(),
				objective: z.string().optional(),
			})
			.strict(),
	})
	.strict();
export type DarkPost = z.infer<typeof darkPost>;

/** The parameters of the action createInline. */
export const inlineCreative = z
	.object({
		creative: z.object({ ...members, inlineContent: z.object({ post: darkPost }).strict() }).strict(),
	})
	.strict();

/** What an update may change. */
export const creativeChanges = z
	.object({
		intendedStatus: z
			.enum(['ACTIVE', 'PAUSED', 'DRAFT', 'ARCHIVED', 'CANCELED', 'PENDING_DELETION'])
			.optional(),
		name: members.name,
		leadgenCallToAction: leadgenCallToAction.optional(),
		content: creativeContent.optional(),
	})
	.strict();
