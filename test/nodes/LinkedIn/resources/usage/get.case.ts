import { defineCase } from '../../../../cases';

const time = expect.stringMatching(/^\d{4}-\d\d-\d\dT[\d:.]+Z$/);
const SCOPE = 'Only the calls of this n8n process. Other processes, workers and programs are not counted.';

export default defineCase({
	operation: 'usage:get',
	cases: [
		{
			name: 'what a connection that has called nothing used of its limits',
			page: 'rateLimits',
			parameters: {},
			fields: {
				advanced: true,
				knownLimits: { rows: [{ endpoint: '/rest/posts', memberLimit: 25, applicationLimit: 0 }] },
			},
			wire: [],
			out: [
				{
					day: expect.stringMatching(/^\d{4}-\d\d-\d\d$/),
					resetAt: expect.stringMatching(/T00:00:00\.000Z$/),
					countedSince: time,
					memberCalls: 0,
					memberForecast: 0,
					applicationCalls: expect.any(Number),
					applicationForecast: expect.any(Number),
					limits: [
						{
							endpoint: '/rest/posts',
							counter: 'member',
							used: 0,
							limit: 25,
							left: 25,
							percent: 0,
							forecast: 0,
							from: 'Known Limits',
						},
					],
					endpoints: [],
					byHour: Array(24).fill(0),
					scope: SCOPE,
				},
			],
		},
		{
			name: 'no rows before the first call',
			page: 'rateLimits',
			parameters: { usageView: 'byAction' },
			wire: [],
			out: [],
		},
		{
			name: 'no lines before the first call',
			page: 'rateLimits',
			parameters: { usageView: 'calls', returnAll: true },
			wire: [],
			out: [],
		},
		{
			name: 'refuses another view',
			page: 'rateLimits',
			parameters: { usageView: 'everything' },
			wire: [],
			error: {
				message: '"everything" is not an option of Show',
				description: 'Use one of summary, byAction, calls.',
			},
		},
	],
});
