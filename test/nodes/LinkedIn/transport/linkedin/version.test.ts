import {
	daysLeft,
	DEFAULT_VERSION,
	endNotice,
	versionEnd,
	isVersion,
	KNOWN_VERSIONS,
	MAX_VERSION_CALLS,
	successors,
} from '../../../../../nodes/LinkedIn/transport/linkedin/version';

const at = (iso: string) => Date.parse(iso);
const none: ReadonlySet<string> = new Set();

describe('the known versions', () => {
	it('have the end days of docs.migrations, and an estimate where it has none', () => {
		expect(Object.fromEntries(KNOWN_VERSIONS.map(({ version, endsOn }) => [version, endsOn]))).toEqual({
			202609: '2027-09-15',
			202608: '2027-08-15',
			202607: '2027-07-15',
			202606: '2027-06-15',
			202605: '2027-05-15',
			202604: '2027-04-15',
			202603: '2027-03-16',
			202602: '2027-02-15',
			202601: '2027-01-15',
			202511: '2026-11-16',
		});
		const estimated = KNOWN_VERSIONS.filter((known) => known.estimated).map(({ version }) => version);
		expect(estimated).toEqual(['202609', '202608']);
	});

	it('stand newest first', () => {
		const versions = KNOWN_VERSIONS.map(({ version }) => version);
		expect(versions).toEqual([...versions].sort().reverse());
	});

	it('hold the default, and never 202512, which LinkedIn left out', () => {
		const versions = KNOWN_VERSIONS.map(({ version }) => version);
		expect(DEFAULT_VERSION).toBe('202609');
		expect(versions).toContain(DEFAULT_VERSION);
		expect(versions).not.toContain('202512');
	});
});

describe('isVersion', () => {
	it.each([
		['202609', true],
		['202601', true],
		['202612', true],
		['202609.01', true],
		['202600', false],
		['202613', false],
		['2026-09', false],
		['2026', false],
		['20260901', false],
		['202609.1', false],
		['v202609', false],
		['', false],
		['202609\n', false],
		[' 202609', false],
	])('of %j is %s', (text, expected) => {
		expect(isVersion(text)).toBe(expected);
	});
});

describe('the end of a version', () => {
	it.each([
		['202603', '2027-03-16', undefined],
		['202609', '2027-09-15', true],
		['202610', '2027-10-15', true],
		['202701', '2028-01-15', true],
		['202610.01', '2027-10-15', true],
	])('%s is on %s', (version, endsOn, estimated) => {
		expect(versionEnd(version)).toMatchObject({ endsOn });
		expect(versionEnd(version).estimated).toBe(estimated);
	});

	it.each([
		['2027-01-14T00:00:00Z', 1],
		['2027-01-13T23:59:59Z', 1],
		['2027-01-15T00:00:00Z', 0],
		['2027-01-16T00:00:00Z', -1],
		['2026-11-16T00:00:00Z', 60],
	])('202601 on %s is %d days away', (today, days) => {
		expect(daysLeft('202601', at(today))).toBe(days);
	});
});

describe('the notice', () => {
	it.each([
		['60 days before', '202601', '2026-11-16T00:00:00Z', undefined],
		['under 60 days before', '202601', '2026-11-16T00:00:01Z', /202601 ends on 2027-01-15, in 59 days/],
		['on the eve', '202601', '2027-01-14T00:00:00Z', /202601 ends on 2027-01-15, in 1 day\./],
		['on the day', '202601', '2027-01-15T00:00:00Z', /202601 ends on 2027-01-15, today\./],
		['after the end', '202601', '2027-02-01T00:00:00Z', /202601 was due to end on 2027-01-15/],
		['of an estimated day', '202609', '2027-08-01T00:00:00Z', /ends on about 2027-09-15/],
		['of an unknown version', '202610', '2027-09-15T00:00:00Z', /202610 ends on about 2027-10-15/],
		['long before', '202609', '2026-09-20T00:00:00Z', undefined],
	])('%s', (_when, version, today, expected) => {
		const notice = endNotice(version, at(today));
		if (expected === undefined) expect(notice).toBeUndefined();
		else expect(notice).toMatch(expected);
	});

	it.each(['2027-01-01T00:00:00Z', '2027-03-01T00:00:00Z'])('says what to do (%s)', (today) => {
		expect(endNotice('202601', at(today))).toMatch(/Choose a newer API Version in the credential/);
	});
});

describe('the successors of a refused version', () => {
	it.each<[pinned: string, today: string, refused: string[], expected: string[]]>([
		// The default if it's newer than the pinned version, then the months after it up to today, newest first.
		['202511', '2026-09-20', [], ['202609']],
		['202511', '2026-11-22', [], ['202609', '202611', '202610']],
		['202601', '2027-02-01', [], ['202609', '202702', '202701']],
		// A default that was refused before is skipped for the lifetime of the process.
		['202601', '2027-10-01', ['202609'], ['202710', '202709', '202708']],
		['202601', '2027-10-01', ['202609', '202710'], ['202709', '202708', '202707']],
		// The default itself has ended.
		['202609', '2027-10-01', [], ['202710', '202709', '202708']],
		['202609', '2026-11-22', [], ['202611', '202610']],
		['202609', '2026-11-22', ['202611'], ['202610']],
		['202609', '2026-11-22', ['202611', '202610'], []],
		['202609', '2026-09-30', [], []],
		// Across the turn of the year.
		['202609', '2027-01-15', [], ['202701', '202612', '202611']],
		// A pinned version newer than the default never moves back.
		['202610', '2026-12-01', [], ['202612', '202611']],
		['202612', '2026-12-01', [], []],
		// A pinned version in the future, e.g. a typing error, has nothing newer.
		['209901', '2026-11-22', [], []],
		// With a clock before the default, the default is still known.
		['202601', '2026-03-01', [], ['202609']],
	])('%s on %s, refused %j, are %j', (pinned, today, refused, expected) => {
		expect(successors(pinned, new Set(refused), at(`${today}T12:00:00Z`))).toEqual(expected);
	});

	it('are never more than three, never the pin, and never a refused one', () => {
		for (const { version } of KNOWN_VERSIONS) {
			for (let month = 0; month < 36; month += 1) {
				const nowMs = Date.UTC(2026, 8 + month, 28);
				const found = successors(version, new Set(['202701']), nowMs);
				expect(found.length).toBeLessThanOrEqual(MAX_VERSION_CALLS);
				expect(found).not.toContain(version);
				expect(found).not.toContain('202701');
			}
		}
		expect(MAX_VERSION_CALLS).toBe(3);
	});

	it('count months in UTC', () => {
		expect(successors('202609', none, at('2026-10-31T23:59:59Z'))).toEqual(['202610']);
		expect(successors('202609', none, at('2026-11-01T00:00:00Z'))).toEqual(['202611', '202610']);
	});
});
