/** The button of an ad that opens a lead form. */
import type { IDataObject, INodeProperties } from 'n8n-workflow';

import { InputError } from '../../../transport/errors/inputError';
import { refsOf } from '../fields/fields';
import { formsLocator } from '../leadForm/owner';
import { choiceOf } from '../values/readParameters';

const LABELS = {
	APPLY: 'Apply',
	ATTEND: 'Attend',
	DOWNLOAD: 'Download',
	JOIN: 'Join',
	LEARN_MORE: 'Learn More',
	REGISTER: 'Register',
	REQUEST_DEMO: 'Request Demo',
	SIGN_UP: 'Sign Up',
	SUBSCRIBE: 'Subscribe',
	UNLOCK_FULL_DOCUMENT: 'Unlock Full Document',
	VIEW_QUOTE: 'View Quote',
} as const;
type Label = keyof typeof LABELS;

/** Options of a collection. */
export const leadFormFields: INodeProperties[] = [
	formsLocator({
		displayName: 'Lead Form',
		name: 'leadgenCallToAction',
		description:
			'The form that the button opens. Required for lead generation. Can be changed only while the creative is a draft.',
		isOptional: true,
	}),
	{
		displayName: 'Lead Form Button',
		name: 'leadFormLabel',
		type: 'options',
		default: 'LEARN_MORE',
		description: 'Text of the button',
		options: Object.entries(LABELS).map(([value, name]) => ({ name, value })),
	},
];

/**
 * @returns the member of a creative; undefined if no form is given
 * @throws InputError for a button without a form, and for an invalid form
 */
export function leadFormOf(given: Record<string, unknown>): IDataObject | undefined {
	const [form, ...others] = refsOf('leadForm', given.leadgenCallToAction, 'Lead Form');
	const label = choiceOf(given.leadFormLabel, 'Lead Form Button', Object.keys(LABELS) as Label[]);
	if (others.length > 0) {
		throw new InputError(
			'Lead Form',
			'Lead Form has several forms',
			'Enter only the one that the button opens.',
		);
	}
	if (form) return { destination: `urn:li:adForm:${form.id}`, label: label ?? 'LEARN_MORE' };
	if (label === undefined) return undefined;
	throw new InputError('Lead Form', 'A Lead Form Button needs a Lead Form', 'Add the form that it opens.');
}
