/** A text that is sent as typed. */
import type { INodeProperties } from 'n8n-workflow';

/** The text of a comment, and of a message. */
export const plainTextField: INodeProperties = {
	displayName: 'Text',
	name: 'text',
	type: 'string',
	typeOptions: { rows: 4 },
	required: true,
	default: '',
	placeholder: 'e.g. Thank you, we will send you the details',
	hint: 'Plain text, sent exactly as typed',
};
