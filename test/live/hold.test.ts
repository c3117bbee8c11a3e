import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { startAtNow } from '../simulator/wire';
import { offences } from './hold';
import { record, RECORDINGS, recordings, type Recorded } from './record';
import { ask } from './run';
import { fillWorld } from './world';
import type { Simulator } from '../simulator';
import type { Session } from './session';

let simulator: Simulator;
let session: Session;
const asked = async () => {
	const world = fillWorld(simulator);
	return (await ask({ ...world.options, version: '202609' }, world.given)).session;
};
beforeEach(async () => {
	simulator = await startAtNow();
});
afterEach(async () => simulator.close());

it("answers as LinkedIn's recorded answers are", async () => {
	expect(offences(recordings(RECORDINGS), await asked())).toEqual([]);
});

it('answers as its own recorded answers, and not as those of another LinkedIn', async () => {
	session = await asked();
	const folder = mkdtempSync(join(tmpdir(), 'recorded-'));
	try {
		expect(record(folder, '202609', session.answers)).toBe(session.answers.size);
		const own = recordings(folder);
		expect(own).toHaveLength(session.answers.size);
		expect(offences(own, session)).toEqual([]);
		simulator.renew();
		simulator.state.targetingFacetKey = '$URN';
		simulator.state.bareCreativeKeys = true;
		expect(offences(own, await asked())).toEqual([
			'a creative by number: 200 in place of 400',
			'targeting facets: elements[].adTargetingFacetUrn is never sent',
		]);
	} finally {
		rmSync(folder, { recursive: true });
	}
});

it.each<[string, Partial<Recorded>, string]>([
	['another status', { status: 404 }, '200 in place of 404'],
	['a field it does not know', { body: { elements: [{ since: 1 }] } }, 'elements[].since is never sent'],
	['another type', { body: { elements: [{ role: 7 }] } }, 'elements[].role is of another type'],
	['a reading that is gone', { call: 'something else' }, 'no point reads it any more'],
])('is told of %s', async (_what, change, offence) => {
	const one = {
		call: 'roles of the member',
		recorded: '2026-09-21',
		version: '202609',
		status: 200,
		body: {},
		...change,
	};
	expect(offences([one], await asked())).toEqual([`${one.call}: ${offence}`]);
});
