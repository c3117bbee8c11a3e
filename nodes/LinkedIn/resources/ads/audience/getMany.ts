import { DOCS } from '../../docs';
import { limitOf, listFields } from '../../fields/listFields';
import { listItems } from '../../listItems';
import { operation } from '../../operation';
import { plainText } from '../../values/plainText';
import { accountField, oneOf } from '../fields/fields';
import { filtersField } from '../fields/filters';
import { withId } from '../requests/search';
import { ANY_ROLE } from '../scopes';
import { collectionOf } from '../values/readParameters';
import { AUDIENCE_SCOPES, presentAudience } from './fields';

/** LinkedIn documents no maximum; its other lists accept 100. */
const AUDIENCES_A_PAGE = 100;

export const getMany = operation({
	value: 'getMany',
	name: 'Get Many',
	action: 'Get many audiences',
	description: 'List the audiences of an ad account',
	docs: DOCS.audiences,
	access: 'read',
	scopes: AUDIENCE_SCOPES,
	accountRole: ANY_ROLE,
	whenEmpty: 'The ad account has no audiences, or none match the filters.',
	routing: { restliMethod: 'FINDER', path: '/rest/dmpSegments' },
	fields: [
		accountField,
		...listFields,
		filtersField([
			{
				displayName: 'Source Platform',
				name: 'sourcePlatform',
				type: 'string',
				default: '',
				description: 'Name that LinkedIn gave the app that created it',
			},
			{
				displayName: 'Source Segment ID',
				name: 'sourceSegmentId',
				type: 'string',
				default: '',
				description: 'ID of the segment in your own system',
			},
		]),
	],
	async execute(call) {
		const account = oneOf(call, 'account').urn;
		const limit = limitOf(call);
		const given = collectionOf(call, 'filters', 'Filters');
		const word = (name: string, label: string) => plainText(given[name], label).trim() || undefined;
		const query = {
			q: 'account',
			account,
			sourcePlatform: word('sourcePlatform', 'Source Platform'),
			sourceSegmentId: word('sourceSegmentId', 'Source Segment ID'),
		};
		const paging = { pageSize: AUDIENCES_A_PAGE, limit };
		const pages = call.linkedin.pages<unknown>({ ...call.routing, query }, paging);
		const present = withId(call, (audience, id) => presentAudience(audience, id, call.simplify));
		return await listItems(call.linkedin, pages, present);
	},
});
