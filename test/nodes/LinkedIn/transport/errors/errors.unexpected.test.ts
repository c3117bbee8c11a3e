import { runInNewContext } from 'node:vm';

import { unexpected } from '../../../../../nodes/LinkedIn/transport/errors/errors';
import { faultOf } from '../../../../../nodes/LinkedIn/triggers/polling/core/faultOf';

/** JavaScript's own messages about a bug don't help users. */

const GENERAL = 'Something unexpected happened in this node';

const OF_CODE: Array<[what: string, failure: unknown]> = [
	['a TypeError', new TypeError("Cannot read properties of undefined (reading 'elements')")],
	['a RangeError', new RangeError('Invalid time value')],
	['a SyntaxError', new SyntaxError('Unexpected token < in JSON')],
	['a TypeError of another realm', runInNewContext('new TypeError("x is not a function")')],
	['an error without words', new Error('')],
	['undefined', undefined],
	['a text', 'boom'],
	['an object', { status: 7 }],
];

test.each(OF_CODE)('%s becomes an error without its words', (_what, failure) => {
	const { message, details } = unexpected(failure);
	expect(message).toBe(GENERAL);
	expect(details).toMatchObject({
		code: 'UNEXPECTED',
		advice: expect.stringMatching(/^Check the fields of this node/),
	});
});

test('the words of any other error are kept', () => {
	const failure = Object.assign(new Error('The file is gone'), { description: 'Run it again' });
	expect(unexpected(failure)).toMatchObject({
		message: `${GENERAL}: The file is gone`,
		details: { code: 'UNEXPECTED', advice: 'Run it again' },
	});
});

test.each(OF_CODE)('a trigger waits after %s, and says nothing of it', (_what, failure) => {
	expect(faultOf(failure)).toEqual({ kind: 'later', message: `${GENERAL}.`, cause: failure });
});
