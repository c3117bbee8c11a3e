import { wrong, type InputFault } from './errors';
import { requireRole } from '../access';
import { checkCommentary, isUgcPost } from '../routes/posts';
import { checkNewPost } from '../routes/newPost';
import { AD_TYPES, type NewPost } from '../routes/postSchema';
import type { AdAccount } from './accountStore';
import type { Call } from '../resource';
import type { DarkPost } from './creativeSchema';
import type { Post } from '../model';

const PATH = '/creative/inlineContent/post/adContext';

/** A dark post belongs to the ad account whose creative shows it. */
export function darkPostFaults(account: AdAccount, { adContext }: DarkPost): InputFault[] {
	const { dscAdAccount, dscAdType } = adContext;
	return [
		...(dscAdAccount === `urn:li:sponsoredAccount:${account.id}`
			? []
			: [wrong(`${PATH}/dscAdAccount`, dscAdAccount)]),
		...(dscAdType === undefined || (AD_TYPES as readonly string[]).includes(dscAdType)
			? []
			: [wrong(`${PATH}/dscAdType`, dscAdType)]),
	];
}

/**
 * Checks the post of createInline like one that isn't in any feed. The scope is that of ads; the page requires a
 * posting role and its own files (docs.creatives).
 * @returns creates the post
 * @throws ApiError 400, 403
 */
export function readDarkPost(call: Call, dark: DarkPost): () => Post {
	const dscAdType = dark.adContext.dscAdType ?? typeOf(dark);
	const post = {
		...dark,
		adContext: { ...dark.adContext, dscAdType },
		distribution: { feedDistribution: 'NONE' },
	} as NewPost;
	requireRole(call, post.author, 'post');
	checkNewPost(call, post);
	checkCommentary(post.commentary);
	const { author, commentary, visibility, lifecycleState, distribution, ...details } = post;
	return () =>
		call.state.savePost({
			author,
			visibility,
			parts: call.state.understand(commentary),
			type: isUgcPost(post) ? 'ugcPost' : 'share',
			details: {
				...details,
				adContext: { dscAdAccount: dark.adContext.dscAdAccount, dscAdType },
				isReshareDisabledByAuthor: post.isReshareDisabledByAuthor ?? false,
				distribution: { ...distribution, thirdPartyDistributionChannels: [] },
			} as Partial<Post>,
		});
}

function typeOf({ content }: DarkPost): string {
	const media = content?.media?.id ?? '';
	if (media.startsWith('urn:li:video:')) return 'VIDEO';
	return media.startsWith('urn:li:document:') ? 'NATIVE_DOCUMENT' : 'STANDARD';
}
