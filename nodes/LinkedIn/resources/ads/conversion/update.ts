import { InputError } from '../../../transport/errors/inputError';
import { patch } from '../../../transport/restli/patch';
import { DOCS } from '../../docs';
import { operation } from '../../operation';
import { locatorContent } from '../../values/plainText';
import { accountField, campaignField, filterBy, oneOf, refsOf, sponsoredIdentity } from '../fields/fields';
import { checkChange, newNameIn, updateFieldsField, updatesIn } from '../fields/updateFields';
import { CREATIVE_MANAGER } from '../scopes';
import { moneyOf } from '../values/money';
import { flagOf } from '../values/readParameters';
import { conversionsField, ruleFields, ruleMembers, VALUE } from './fields';

const CAMPAIGNS = 'campaigns';

export const update = operation({
	value: 'update',
	name: 'Update',
	action: 'Update a conversion',
	description:
		'Change the name, windows, value or campaigns of a conversion rule, or turn it on or off. Campaigns replaces the whole list and Remove All Campaigns empties it; to add to it, use Associate Campaign.',
	docs: DOCS.conversions,
	access: 'write',
	scopes: { any: ['rw_ads', 'rw_conversions'] },
	accountRole: CREATIVE_MANAGER,
	routing: { restliMethod: 'PARTIAL_UPDATE', path: '/rest/conversions/{id}' },
	fields: [
		accountField,
		conversionsField,
		updateFieldsField([
			...ruleFields,
			filterBy(
				campaignField,
				CAMPAIGNS,
				'The campaign that the rule counts for, or several IDs separated by commas. Campaigns left out are removed; an empty list from an expression removes all.',
			),
			{
				displayName: 'Remove All Campaigns',
				name: 'removeCampaigns',
				type: 'boolean',
				default: true,
				description: 'Whether to remove the rule from all its campaigns',
			},
			{
				displayName: 'Name',
				name: 'name',
				type: 'string',
				default: '',
				description: 'The name in Campaign Manager',
			},
		]),
	],
	async execute(call) {
		const account = oneOf(call, 'account');
		const { id } = oneOf(call, 'conversion');
		const given = updatesIn(call);
		const { members, amount } = ruleMembers(given);
		const campaigns = campaignsOf(given);
		const name = newNameIn(given);
		const value = await moneyOf(call.linkedin, amount, VALUE, account.id);
		const change = patch({
			name,
			...members,
			value,
			campaigns,
		});
		checkChange(change);
		await call.linkedin.request<unknown>({
			...call.routing,
			keys: { id },
			query: { account: account.urn },
			body: { ...change },
		});
		return [{ ...sponsoredIdentity('conversion', id, account.id), updated: true }];
	},
});

/**
 * The campaigns that the rule should have; undefined if they stay.
 * @throws InputError if campaigns are given together with removing all, and for an empty entry, such as from an
 * expression that found nothing: leaving it out would remove a campaign by mistake
 */
function campaignsOf(given: Record<string, unknown>): string[] | undefined {
	const campaigns = refsOf('campaign', given[CAMPAIGNS], 'Campaigns').map(({ urn }) => urn);
	const blank = placesOf(given[CAMPAIGNS]).findIndex((entry) => String(entry ?? '').trim() === '');
	if (blank >= 0) {
		throw new InputError(
			'Campaigns',
			`Entry ${blank + 1} of Campaigns is empty, but campaigns left out are removed`,
			'Fill in each entry. To remove all campaigns, pass an empty list or turn on Remove All Campaigns.',
		);
	}
	const removesAll = flagOf(given.removeCampaigns, 'Remove All Campaigns') === true;
	if (removesAll && campaigns.length > 0) {
		throw new InputError(
			'Remove All Campaigns',
			`Remove All Campaigns is on, but Campaigns isn't empty`,
			'Leave out one of the two: Campaigns replaces the whole list.',
		);
	}
	const isEmptyList = Array.isArray(locatorContent(given[CAMPAIGNS])) && campaigns.length === 0;
	return removesAll || isEmptyList || campaigns.length > 0 ? campaigns : undefined;
}

/** The entries as given, including empty ones; none if the field is empty. */
function placesOf(given: unknown): unknown[] {
	const value = locatorContent(given);
	if (Array.isArray(value)) return value;
	return typeof value === 'string' && value.trim() !== '' ? value.split(',') : [];
}
