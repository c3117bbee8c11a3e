import fc from 'fast-check';
import type { INodeProperties, INodePropertyCollection, INodePropertyOptions } from 'n8n-workflow';

import { json, list, odd, value } from './values';

/** Random values for an operation's fields, based on the node's own description. */

/** What exists, and what looks like it: a pasted ads entity in any form. */
const SPONSORED = fc.oneof(
	fc
		.tuple(
			fc.constantFrom('sponsoredAccount', 'sponsoredCampaignGroup', 'sponsoredCampaign', 'sponsoredCreative'),
			fc.constantFrom('507404993', '1', '0', '99999999999999999999'),
		)
		.map(([type, id]) => `urn:li:${type}:${id}`),
	fc.constantFrom(
		'507404993',
		'510426150',
		'https://www.linkedin.com/campaignmanager/accounts/507404993/campaigns/1/details',
		'urn:lla:llaPartnerConversion:1',
		'urn:li:adTargetingFacet:skills',
		'1, 2,3',
	),
);

const pasted = fc.oneof({ weight: 2, arbitrary: SPONSORED }, { weight: 3, arbitrary: value });
const located = fc.oneof(
	pasted,
	fc.record({
		__rl: fc.constant(true),
		mode: fc.constantFrom('list', 'url', 'id', 'x'),
		value: fc.oneof(pasted, odd),
	}),
	fc.constant({ __rl: true, mode: 'id', value: '507404993' }),
);
const amount = fc.oneof(fc.constantFrom<unknown>(50, '12.5', '1,000', '1e3', -1, 'ten'), odd);
const moment = fc.oneof(
	fc.constantFrom<unknown>(
		'2027-01-01T09:00',
		'2026-11-21',
		'2026-02-30',
		1e20,
		{ toISO: 'x' },
		{ toMillis: 1 },
	),
	value,
);

/** By name, in the order of the form. */
export function valuesOf(fields: INodeProperties[]): Record<string, fc.Arbitrary<unknown>> {
	return Object.fromEntries(
		fields
			.filter(({ type }) => type !== 'notice')
			.map((field) => [field.name, holdsList(field) ? listOf(fields) : anyOf(field)]),
	);
}

/** Instead of the other fields, many entries with the same content. */
function holdsList({ type, displayOptions }: INodeProperties): boolean {
	return type === 'json' && displayOptions?.show?.input !== undefined;
}

function listOf(fields: INodeProperties[]): fc.Arbitrary<unknown> {
	const entry = fc.record(valuesOf(fields.filter((field) => !holdsList(field))), { requiredKeys: [] });
	const entries = fc.array(fc.oneof({ weight: 4, arbitrary: entry }, { weight: 1, arbitrary: odd }), {
		maxLength: 3,
	});
	return fc.oneof({ weight: 3, arbitrary: entries }, { weight: 1, arbitrary: json });
}

function anyOf(field: INodeProperties): fc.Arbitrary<unknown> {
	if (field.name in list) return list[field.name as keyof typeof list];
	const right = rightOf(field);
	return fc.oneof({ weight: 4, arbitrary: right }, { weight: 1, arbitrary: odd });
}

function rightOf(field: INodeProperties): fc.Arbitrary<unknown> {
	const options = (field.options ?? []) as Array<
		INodeProperties | INodePropertyOptions | INodePropertyCollection
	>;
	const values = options.flatMap((option) => ('value' in option ? [option.value] : []));
	switch (field.type) {
		case 'boolean':
			return fc.boolean();
		case 'options':
			return values.length > 0 ? fc.constantFrom(...values) : pasted;
		case 'multiOptions':
			return values.length > 0 ? fc.array(fc.constantFrom(...values), { maxLength: 3 }) : fc.array(pasted);
		case 'number':
			return amount;
		case 'dateTime':
			return moment;
		case 'json':
			return json;
		case 'resourceLocator':
			return located;
		case 'collection':
			return fc.record(valuesOf(options as INodeProperties[]), { requiredKeys: [] });
		case 'fixedCollection':
			return fc.record(
				Object.fromEntries(
					(options as INodePropertyCollection[]).map(({ name, values: inner }) => {
						const one = fc.record(valuesOf(inner), { requiredKeys: [] });
						const several = fc.array(one, { maxLength: 2 });
						return [name, fc.oneof(field.typeOptions?.multipleValues ? several : one, odd)];
					}),
				),
				{ requiredKeys: [] },
			);
		default:
			return fc.oneof(pasted, amount, moment);
	}
}
