import { parsePost } from '../../../transport/restli/urns/post';
import { DOCS } from '../../docs';
import { actorOf, checkActor } from '../../fields/actor';
import { locatorValue } from '../../fields/locator';
import { plainTextField } from '../../fields/plainTextField';
import { operation } from '../../operation';
import { targetPostField } from '../../posts/reference';
import { readAll } from '../../values/problems';
import { additionalOf, imageAndMentions, imageOf } from './additional';
import { presentComment } from './entity';
import { allowLookUp, lookUpPlan } from '../person/mentioned';
import { profilesNamed, withMentions, withPeople } from './mentions';
import { actorField, commentTextOf, WRITE_ROLE, WRITE_SCOPES } from './path';
import { sendComment } from './send';

export const create = operation({
	value: 'create',
	name: 'Create',
	action: 'Comment on a post',
	description: 'Comment on a post as yourself or a Company Page',
	builderHint: 'After Post: Create, targetPost is its urn.',
	docs: DOCS.comments,
	access: 'write',
	scopes: WRITE_SCOPES,
	role: WRITE_ROLE,
	routing: { restliMethod: 'CREATE', path: '/rest/socialActions/{entity}/comments' },
	fields: [targetPostField, actorField, plainTextField, imageAndMentions],
	async execute(call) {
		const additional = additionalOf(call);
		const given = additional.mentions;
		const { post, checked, image, profiles } = readAll({
			post: () => parsePost(locatorValue(call, 'targetPost', 'Post', 'post'), 'Post').urn,
			actor: () => checkActor(call, 'actor'),
			checked: () => withMentions(commentTextOf(call.parameter('text', '')), given),
			profiles: () => profilesNamed(given),
			image: () => imageOf(additional.image),
		});
		allowLookUp(call.linkedin, profiles);
		const { lookUps, ...details } = lookUpPlan(profiles);
		const withImage = image === undefined ? '' : ', with an image';
		call.plan(() => ({ steps: [`Comment on ${post}${withImage}`], calls: 1, lookUps, details }));
		const actor = await actorOf(call, 'actor');
		const typed = commentTextOf(call.parameter('text', ''));
		const { text, mentions } = await withPeople(call, checked, { typed, given, actor });
		const written = await sendComment(call.linkedin, { post, actor, text, mentions, image });
		if (!written.ok) throw written.error;
		const { entity, urn, notice, deduplicated } = written.comment;
		const sent = { actor: actor.urn, message: { text }, ...entity };
		const more = { deduplicated, ...(notice !== undefined && { notice }) };
		return [{ ...presentComment(sent, urn, true, post), ...more }];
	},
});
