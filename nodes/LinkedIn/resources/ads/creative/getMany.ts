import { InputError } from '../../../transport/errors/inputError';
import { parsePost } from '../../../transport/restli/urns/post';
import { DOCS } from '../../docs';
import { limitOf, listFields } from '../../fields/listFields';
import { operation } from '../../operation';
import { postLocator } from '../../posts/reference';
import { entriesOf } from '../../values/plainText';
import { accountField, campaignField, filterBy, oneOf, refsOf } from '../fields/fields';
import { filtersField, orderFilter, orderOf, statusesFilter, statusesOf } from '../fields/filters';
import { formsLocator } from '../leadForm/owner';
import { LARGEST_PAGE_OF_CREATIVES, searchItems } from '../requests/search';
import { ADS_READ, ANY_ROLE } from '../scopes';
import { collectionOf } from '../values/readParameters';
import { presentCreative } from './entity';

const STATUSES = [
	'ACTIVE',
	'ARCHIVED',
	'CANCELED',
	'DRAFT',
	'PAUSED',
	'PENDING_DELETION',
	'REMOVED',
] as const;

const filters = filtersField([
	filterBy(campaignField, 'campaigns', 'The campaign, or several IDs separated by commas'),
	formsLocator({
		description: 'The form that the buttons open, or several IDs separated by commas',
		isOptional: true,
	}),
	orderFilter,
	postLocator({
		displayName: 'Posts',
		name: 'posts',
		description: 'The post shown, or several URNs or links separated by commas',
		isOptional: true,
	}),
	statusesFilter(STATUSES),
]);

export const getMany = operation({
	value: 'getMany',
	name: 'Get Many',
	action: 'Get many creatives',
	description: 'List the creatives of an ad account, 100 per call',
	docs: DOCS.creatives,
	access: 'read',
	scopes: ADS_READ,
	accountRole: ANY_ROLE,
	whenEmpty: 'The ad account has no creatives, or none match the filters.',
	routing: { restliMethod: 'FINDER', path: '/rest/adAccounts/{account}/creatives' },
	fields: [accountField, ...listFields, filters],
	async execute(call) {
		const account = oneOf(call, 'account').id;
		const limit = limitOf(call);
		const given = collectionOf(call, 'filters', 'Filters');
		const urns = (values: Array<{ urn: string }>) => orNone(values.map(({ urn }) => urn));
		const forms = refsOf('leadForm', given.leadForms, 'Lead Forms');
		const query = {
			q: 'criteria',
			campaigns: urns(refsOf('campaign', given.campaigns, 'Campaigns')),
			contentReferences: orNone(entriesOf(given.posts, 'Posts').map(postUrn)),
			intendedStatuses: orNone(statusesOf(given, STATUSES)),
			leadgenCreativeCallToActionDestinations: orNone(forms.map(({ id }) => `urn:li:adForm:${id}`)),
			sortOrder: orderOf(given),
		};
		return await searchItems(
			call,
			{ ...call.routing, keys: { account }, query },
			limit,
			(creative, id) => presentCreative(creative, account, id, call.simplify),
			LARGEST_PAGE_OF_CREATIVES,
		);
	},
});

function orNone(values: string[]): string[] | undefined {
	return values.length > 0 ? values : undefined;
}

/** LinkedIn compares share and ugcPost URNs; an activity would match nothing. @throws InputError */
function postUrn(given: string): string {
	const post = parsePost(given, 'Posts');
	if (post.type !== 'activity') return post.urn;
	throw new InputError(
		'Posts',
		`${post.urn} is the activity of a post, but creatives need the URN of the post itself`,
		'Enter its share or ugcPost URN, which Post: Create and Get Many return.',
	);
}
