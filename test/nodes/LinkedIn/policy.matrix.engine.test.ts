import type { ICredentialDataDecryptedObject, INodeParameters } from 'n8n-workflow';

import type { OperationCase } from '../../cases';
import type { RunResult } from '../../engine/run';
import { startSimulator } from '../../simulator';
import { caseFiles, readCases, runCase, runOf } from './caseRun';

/**
 * Every operation in every area at every level: it runs where the area that it lies in allows it, typed by hand here, and
 * nothing reaches LinkedIn where not.
 */

const LEVELS = ['off', 'read', 'write', 'full'];
const AREAS = ['posts', 'comments', 'media', 'pages', 'messages', 'ads', 'leads', 'conversions', 'api'];

/** What each takes; with the fields of its first case. */
const NEEDS: Record<string, string> = {
	'ads adAccount:create': 'ads write',
	'ads adAccount:delete': 'ads full',
	'ads adAccount:get': 'ads read',
	'ads adAccount:getMany': 'ads read',
	'ads adAccount:update': 'ads write',
	'ads adAccountUser:add': 'ads full',
	'ads adAccountUser:getMany': 'ads read',
	'ads adAccountUser:remove': 'ads full',
	'ads adAccountUser:update': 'ads full',
	'ads adLibrary:searchAds': 'ads read',
	'ads adLibrary:searchJobs': 'ads read',
	'ads audience:addMembers': 'conversions write',
	'ads audience:create': 'conversions write',
	'ads audience:delete': 'conversions full',
	'ads audience:get': 'conversions read',
	'ads audience:getMany': 'conversions read',
	'ads audience:update': 'conversions write',
	'ads campaign:create': 'ads write',
	'ads campaign:delete': 'ads full',
	'ads campaign:get': 'ads read',
	'ads campaign:getMany': 'ads read',
	'ads campaign:update': 'ads write',
	'ads campaignGroup:create': 'ads write',
	'ads campaignGroup:delete': 'ads full',
	'ads campaignGroup:get': 'ads read',
	'ads campaignGroup:getMany': 'ads read',
	'ads campaignGroup:update': 'ads write',
	'ads conversion:associateCampaign': 'conversions write',
	'ads conversion:create': 'conversions write',
	'ads conversion:get': 'conversions read',
	'ads conversion:getMany': 'conversions read',
	'ads conversion:update': 'conversions write',
	'ads conversionEvent:send': 'conversions write',
	'ads creative:create': 'ads write',
	'ads creative:delete': 'ads full',
	'ads creative:get': 'ads read',
	'ads creative:getMany': 'ads read',
	'ads creative:getPreview': 'ads read',
	// Its first case activates.
	'ads creative:update': 'ads full',
	'ads leadForm:get': 'leads read',
	'ads leadForm:getMany': 'leads read',
	'ads leadResponse:get': 'leads read',
	'ads leadResponse:getMany': 'leads read',
	'ads report:get': 'ads read',
	'ads targeting:getAudienceSize': 'ads read',
	'ads targeting:getBidPricing': 'ads read',
	'ads targeting:getFacets': 'ads read',
	'ads targeting:searchEntities': 'ads read',
	'api:call': 'api read',
	'comment:create': 'comments write',
	'comment:delete': 'comments full',
	'comment:get': 'comments read',
	'comment:getMany': 'comments read',
	'comment:reply': 'comments write',
	'comment:update': 'comments write',
	'analytics:getFollowerStatistics': 'pages read',
	'analytics:getMemberFollowers': 'pages read',
	'analytics:getMemberPostStatistics': 'pages read',
	'analytics:getPageStatistics': 'pages read',
	'analytics:getShareStatistics': 'pages read',
	'analytics:getVideoStatistics': 'pages read',
	'engagement:get': 'comments read',
	'engagement:setCommentsState': 'comments full',
	'legacyPost:get': 'posts read',
	'legacyPost:getMany': 'posts read',
	'media:get': 'media read',
	'media:uploadDocument': 'media write',
	'media:uploadImage': 'media write',
	'media:uploadVideo': 'media write',
	'message:send': 'messages write',
	'organization:get': 'pages read',
	'organization:getAdministrators': 'pages read',
	'organization:getByVanityName': 'pages read',
	'organization:getChildPages': 'pages read',
	'organization:getFollowerCount': 'pages read',
	'organization:getMany': 'pages read',
	'organization:lookUp': 'pages read',
	'person:get': 'pages read',
	'person:getByAddress': 'pages read',
	'post:create': 'posts write',
	'post:delete': 'posts full',
	'post:get': 'posts read',
	'post:getMany': 'posts read',
	'post:update': 'posts write',
	'profile:checkAccess': 'always',
	'profile:findFollowers': 'pages read',
	'profile:get': 'always',
	'profile:getOpenIdConfiguration': 'always',
	'reaction:create': 'comments write',
	'reaction:delete': 'comments full',
	'reaction:get': 'comments read',
	'reaction:getMany': 'comments read',
	'usage:get': 'always',
};
const needOf = (operation: string) => NEEDS[operation] ?? NEEDS[`ads ${operation}`];

interface Row {
	operation: string;
	file: string;
	testCase: OperationCase;
}

/** The first case of each operation that succeeds. */
const rows: Row[] = [];
for (const file of caseFiles) {
	const { operation, cases } = readCases(file);
	const testCase = cases.find(({ error, errorOut, onError }) => !error && !errorOut && !onError);
	const isKnown = rows.some((row) => row.operation === operation);
	if (testCase && !isKnown) rows.push({ operation, file, testCase });
}

/** Own rows, all others at the level that says nothing of them. */
const table = (own: Record<string, string>, others: string) => ({
	rows: AREAS.map((area) => ({ area, access: own[area] ?? others })),
});

async function runUnder(
	{ operation, file, testCase }: Row,
	fields: ICredentialDataDecryptedObject,
	options: INodeParameters = {},
): Promise<{ result: RunResult; sent: number }> {
	const simulator = await startSimulator();
	try {
		const under = { ...testCase, fields: { ...testCase.fields, ...fields } };
		const { result, requestsBefore } = await runCase(simulator, file, operation, under, (variables) => {
			const { parameters } = runOf(simulator, file, operation, under, variables);
			const merged = { ...(parameters.options as INodeParameters), ...options };
			return { parameters: { ...parameters, options: merged } };
		});
		return { result, sent: simulator.requests.length - requestsBefore };
	} finally {
		await simulator.close();
	}
}

test('the table has every operation', () => {
	expect(rows.map(({ operation }) => operation).sort()).toEqual(
		Object.keys(NEEDS)
			.map((key) => key.replace('ads ', ''))
			.sort(),
	);
});

describe.each(rows)('$operation', (row) => {
	const [area, access = 'off'] = needOf(row.operation).split(' ');
	const levels = area === 'always' ? ['off'] : LEVELS;

	test.each(levels)(`with its area at %s and all others full`, async (level) => {
		const fields = { accessPolicy: 'table', accessTable: table({ [area]: level }, 'full') };
		const { result, sent } = await runUnder(row, fields);
		if (LEVELS.indexOf(level) >= LEVELS.indexOf(access)) {
			expect(result.error).toBeUndefined();
			return;
		}
		expect(result.error?.context.details).toMatchObject({ code: 'NOT_ALLOWED', field: 'Access Policy' });
		expect(sent).toBe(0);
	});

	test('in a node that may only read', async () => {
		const { result, sent } = await runUnder(row, {}, { thisNodeMay: 'readOnly' });
		if (area === 'always' || access === 'read') {
			expect(result.error).toBeUndefined();
			return;
		}
		expect(result.error?.context.details).toMatchObject({ code: 'NOT_ALLOWED', field: 'This Node May' });
		expect(sent).toBe(0);
	});

	test('with its own area alone', async () => {
		const fields = { accessPolicy: 'table', accessTable: { rows: [{ area, access }] } };
		if (area === 'always') fields.accessTable = { rows: [] };
		const { result } = await runUnder(row, fields);
		expect(result.error).toBeUndefined();
	});
});
