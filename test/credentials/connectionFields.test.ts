import type { INodeProperties, INodePropertyOptions } from 'n8n-workflow';

import { environmentFields } from '../../credentials/connectionFields';
import { KNOWN_VERSIONS } from '../../nodes/LinkedIn/transport/linkedin/version';

const TODAY = Date.parse('2026-11-22T12:00:00Z');

/** Labels are created when n8n loads the file, so the clock must be set before. */
function versionFieldsAt(nowMs: number, show = {}): INodeProperties[] {
	const clock = jest.spyOn(Date, 'now').mockReturnValue(nowMs);
	let fields: INodeProperties[] = [];
	jest.isolateModules(() => {
		const loaded: typeof import('../../credentials/connectionFields') = jest.requireActual(
			'../../credentials/connectionFields',
		);
		fields = loaded.versionFields(show);
	});
	clock.mockRestore();
	return fields;
}

const field = (fields: INodeProperties[], name: string): INodeProperties => {
	const found = fields.find((candidate) => candidate.name === name);
	if (!found) throw new Error(`no field ${name}`);
	return found;
};
const options = (property: INodeProperties) => (property.options ?? []) as INodePropertyOptions[];

/** On TODAY. */
const ENDED = '202511';

describe('API Version', () => {
	const version = field(versionFieldsAt(TODAY), 'version');

	it('offers every living version and a typed one, and defaults to 202609', () => {
		expect(options(version).map(({ value }) => value)).toEqual([
			...KNOWN_VERSIONS.map((known) => known.version).filter((known) => known !== ENDED),
			'custom',
		]);
		expect(version.default).toBe('202609');
	});

	it.each([
		['202607', '202607 (Until 2027-07-15)'],
		['202609', '202609 (Until about 2027-09-15)'],
	])('shows when %s ends', (value, name) => {
		expect(options(version).find((option) => option.value === value)?.name).toBe(name);
	});

	it('shows the typed one only where it was chosen', () => {
		const show = { advanced: [true] };
		expect(field(versionFieldsAt(TODAY, show), 'customVersion').displayOptions).toEqual({
			show: { ...show, version: ['custom'] },
		});
	});
});

describe('the other fields', () => {
	it.each([
		['whenVersionEnds', 'moveOn', ['moveOn', 'fail'], ['Switch to a Newer Version', 'Stop With an Error']],
		['tier', 'unknown', ['unknown', 'development', 'standard'], ['Unknown', 'Development', 'Standard']],
	])('%s begins with %s', (name, initial, values, names) => {
		const property = field(versionFieldsAt(TODAY), name);
		expect(property.default).toBe(initial);
		expect(options(property).map(({ value }) => value)).toEqual(values);
		expect(options(property).map((option) => option.name)).toEqual(names);
	});

	it.each<[what: string, show: Record<string, boolean[]>]>([
		['always', {}],
		['behind Advanced', { advanced: [true] }],
	])('the environment is shown %s, and the host only for one of one’s own', (_what, show) => {
		const [environment, apiHost] = environmentFields(show);
		expect(environment).toMatchObject({ name: 'environment', default: 'linkedIn', displayOptions: { show } });
		expect(apiHost).toMatchObject({
			name: 'apiHost',
			displayOptions: { show: { ...show, environment: ['custom'] } },
		});
	});
});
