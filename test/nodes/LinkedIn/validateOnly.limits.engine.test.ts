import type { IDataObject, INodeParameters } from 'n8n-workflow';

import type { ConnectionOptions } from '../../engine/connection';
import { inMemory } from '../../engine/files';
import { faults } from '../../simulator';
import { sampleMp4, samplePng } from '../../simulator/sampleMedia';
import { ACME, connect, CREATE_POST, run, simulateForEachTest, simulator } from './connectedRun';
import { midnight, ownApp } from './countedCalls';

/** What Validate Only says of limits, and that the calls it counts are those that are made. */

simulateForEachTest();

const validateOnly = 'withoutCalls';
const itemOf = ({ outputs }: Awaited<ReturnType<typeof run>>): IDataObject => outputs[0][0].json;
const withComment = { additionalFields: { firstComment: 'First' } };
let apps = 0;

describe('a limit', () => {
	test.each<[string, ConnectionOptions['fields'], INodeParameters, string]>([
		[
			'of the credential is used up',
			{ maxCallsADay: 1 },
			{},
			'The one call that Max Calls a Day of the credential allows is used up until ',
		],
		[
			'of the credential leaves too few calls',
			{ maxCallsADay: 2 },
			withComment,
			'This takes 2 calls, but only 1 of the 2 that Max Calls a Day of the credential allows is left until ',
		],
		[
			'of the endpoint is used up',
			{ knownLimits: { rows: [{ endpoint: '/rest/posts', memberLimit: 1, applicationLimit: 0 }] } },
			{},
			'The one call of the member for /rest/posts that Known Limits of the credential allows is used up until ',
		],
	])('%s: the item says so, with retryAt', async (_what, fields, more, notice) => {
		const credential = connect({ ...ownApp(`app-validated-${(apps += 1)}`), fields });
		await run(CREATE_POST, credential);
		const before = simulator.requests.length;
		const item = itemOf(await run({ ...CREATE_POST, ...more, options: { validateOnly } }, credential));
		expect(item).toMatchObject({ valid: true, sent: false, retryAt: midnight() });
		expect(item.notice).toContain(`${notice}${midnight()}.`);
		expect(simulator.requests).toHaveLength(before);
	});

	test('that leaves enough calls is not spoken of', async () => {
		const credential = connect({ ...ownApp('app-validated-enough'), fields: { maxCallsADay: 3 } });
		await run(CREATE_POST, credential);
		const parameters = { ...CREATE_POST, ...withComment, options: { validateOnly } };
		const item = itemOf(await run(parameters, credential));
		expect(item).toMatchObject({ calls: 2 });
		expect(item).not.toHaveProperty('retryAt');
	});

	test('of LinkedIn that a refusal taught: the item says so, with retryAt', async () => {
		const credential = connect(ownApp('app-validated-quota'));
		simulator.faults.add(faults.dailyLimit({ match: { method: 'POST', path: /^\/rest\/posts/ } }));
		await run(CREATE_POST, credential);
		const item = itemOf(await run({ ...CREATE_POST, options: { validateOnly } }, credential));
		expect(item).toMatchObject({ valid: true, retryAt: midnight() });
		expect(item.notice).toContain(`LinkedIn's daily quota for this is used up until ${midnight()}.`);
	});
});

describe('uploads', () => {
	const PNG = samplePng(300, 200);
	const files = { one: { bytes: PNG }, other: { bytes: samplePng(200, 300) } };
	const upload = (operation: string, uploadOptions = {}) => ({
		resource: 'media',
		operation,
		owner: ACME,
		uploadOptions,
	});
	const items = (binary: Parameters<typeof inMemory>[0]) => [{ json: {}, binary: inMemory(binary) }];

	test.each<[string, INodeParameters, Parameters<typeof inMemory>[0], number, string[]]>([
		[
			'an image',
			upload('uploadImage'),
			{ one: files.one },
			3,
			[
				"Upload 1 image (1 call, and 1 request to LinkedIn's upload host)",
				'Wait until LinkedIn has processed it (at least 1 call)',
			],
		],
		['two images', upload('uploadImage'), files, 6, [expect.any(String), expect.any(String)] as never],
		[
			'an image without waiting',
			upload('uploadImage', { waitUntilReady: false }),
			{ one: files.one },
			2,
			["Upload 1 image (1 call, and 1 request to LinkedIn's upload host)"],
		],
		[
			'a video in three parts',
			upload('uploadVideo'),
			{ one: { bytes: sampleMp4(2 * 4_194_304 + 1000) } },
			6,
			[
				"Upload 1 video (2 calls, and 3 requests to LinkedIn's upload host)",
				'Wait until LinkedIn has processed it (at least 1 call)',
			],
		],
	])('of %s: all its calls are counted', async (_what, parameters, binary, calls, steps) => {
		const credential = connect();
		const more = { items: items(binary) };
		const item = itemOf(await run({ ...parameters, options: { validateOnly } }, credential, more));
		expect(item).toMatchObject({ steps, calls });
		expect([...simulator.requests, ...simulator.uploads]).toEqual([]);
		const { error } = await run(parameters, credential, more);
		expect(error).toBeUndefined();
		expect(simulator.requests.length + simulator.uploads.length).toBeGreaterThanOrEqual(calls);
	});

	test('count for limits without the requests to the upload host', async () => {
		const more = { items: items({ one: files.one }) };
		const parameters = { ...upload('uploadImage'), options: { validateOnly } };
		const asked = async (maxCallsADay: number) => {
			const credential = connect({ ...ownApp(`app-upload-${maxCallsADay}`), fields: { maxCallsADay } });
			return itemOf(await run(parameters, credential, more));
		};
		expect(await asked(2)).not.toHaveProperty('retryAt');
		expect(await asked(1)).toHaveProperty('retryAt', midnight());
	});
});
