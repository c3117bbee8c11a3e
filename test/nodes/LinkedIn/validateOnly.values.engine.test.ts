import { api, connect, CREATE_POST, run, simulateForEachTest, simulator } from './connectedRun';

/** What values of Validate Only send, and that what is shown instead has no secrets. */

simulateForEachTest();

const json = ({ outputs }: Awaited<ReturnType<typeof run>>) => outputs[0].map((item) => item.json);

test.each([true, 'true', 'withoutCalls', 'withReads'])('%p sends nothing', async (validateOnly) => {
	const result = await run({ ...CREATE_POST, options: { validateOnly } }, connect());
	expect(json(result)).toMatchObject([{ valid: true, sent: false }]);
	expect(api()).toEqual([]);
});

test.each(['yes', 'false', 1, null, undefined, {}])(
	'%p is refused, and sends nothing',
	async (validateOnly) => {
		const options = { validateOnly: `={{ ${JSON.stringify(validateOnly) ?? '$json.missing'} }}` };
		const { error } = await run({ ...CREATE_POST, options }, connect());
		expect(error?.context.details).toMatchObject({ code: 'INVALID_INPUT', field: 'Validate Only' });
		expect(simulator.requests).toEqual([]);
	},
);

test('the request is shown without the secrets of the credential', async () => {
	const credential = connect();
	const secret = 'secret-of-the-credential-0123456789';
	credential.data.clientSecret = secret;
	const parameters = {
		resource: 'api',
		operation: 'call',
		method: 'CREATE',
		path: '/rest/posts',
		query: JSON.stringify({ a: secret }),
		body: JSON.stringify({ a: [secret] }),
	};
	const result = await run({ ...parameters, options: { validateOnly: 'withReads' } }, credential);
	expect(json(result)).toMatchObject([
		{
			steps: ['Send CREATE /rest/posts'],
			request: { path: '/rest/posts?a=[secret]', body: { a: ['[secret]'] } },
		},
	]);
});

test.each([false, '', 'off'])('%p sends', async (validateOnly) => {
	const result = await run({ ...CREATE_POST, options: { validateOnly } }, connect());
	expect(json(result)).toEqual([expect.objectContaining({ urn: expect.stringMatching(/^urn:li:share:/) })]);
});
