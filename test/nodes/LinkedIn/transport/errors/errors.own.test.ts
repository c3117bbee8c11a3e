import { LinkedInError, noAnswer } from '../../../../../nodes/LinkedIn/transport/errors/errors';
import { outcomeUnknown } from '../../../../../nodes/LinkedIn/transport/errors/fate';

describe('the errors without an answer of LinkedIn', () => {
	it.each([
		['ECONNREFUSED', ': nothing listens there'],
		['ENOTFOUND', ': no such host'],
		['ECONNRESET', ': the connection broke'],
		['ECONNABORTED', ': it took too long'],
		['EODD', ''],
		['', ''],
	])(
		'no answer (%s) names the host and the fault in words, as n8n replaces texts with a code',
		(cause, fault) => {
			const error = noAnswer(cause, 'https://api.linkedin.com');
			expect(error.message).toBe(`No answer came from https://api.linkedin.com${fault}`);
			expect(error.details).toMatchObject({ status: null, code: 'NO_ANSWER', field: 'API Host' });
		},
	);

	it('an unknown outcome says to look before running again, and keeps the trace id', () => {
		const error = outcomeUnknown('CREATE /rest/posts', 'uuid-2');
		expect(error.message).toMatch(/may or may not/);
		expect(error.message).toContain('CREATE /rest/posts');
		expect(error.details).toMatchObject({ code: 'OUTCOME_UNKNOWN', requestId: 'uuid-2', status: null });
		expect(error.details.advice).toMatch(/Check LinkedIn before/);
	});

	it('have all keys of details, so that a workflow can rely on them', () => {
		const error = new LinkedInError('No', { advice: 'Do.' });
		expect(Object.keys(error.details).sort()).toEqual([
			'advice',
			'code',
			'field',
			'requestId',
			'retryAt',
			'serviceErrorCode',
			'status',
		]);
	});
});
