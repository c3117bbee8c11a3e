import { FEWER_BITS, HOUR_MS, KnownLeads } from '../../../../../../nodes/LinkedIn/triggers/leads/core/known';

const AT = Date.UTC(2026, 9, 5, 12);
const ID = '249592fc-d272-44ba-a7db-c2bdce579507-6';

function knownBy(secret: string, ids: string[], everyMs = 0): KnownLeads {
	const known = new KnownLeads(secret);
	for (const [place, id] of ids.entries()) known.add(id, AT + place * everyMs);
	return known;
}

it('what is saved tells nothing to whoever lacks the secret, and holds nothing of the id', () => {
	const saved = knownBy('secret', [ID]).save();
	expect(saved).not.toEqual(knownBy('another', [ID]).save());
	expect(KnownLeads.read('secret', saved).has(ID, AT)).toBe(true);
	expect(KnownLeads.read('another', saved).has(ID, AT)).toBe(false);
	const [, , , coded] = saved[0].split('.');
	expect(Buffer.from(coded, 'base64').toString('latin1')).not.toContain(ID.slice(0, 4));
});

const ALL_BITS = 40;

it.each([ALL_BITS, ...FEWER_BITS])('many are known again, with %s bits of the older ones', (bits) => {
	const ids = Array.from({ length: 3_000 }, (_, place) => `${ID}-${place}`);
	const known = knownBy('secret', ids, HOUR_MS / 60);
	known.shorten(bits);
	const again = KnownLeads.read('secret', known.save());
	expect(ids.filter((id, place) => !again.has(id, AT + (place * HOUR_MS) / 60))).toEqual([]);
	expect(ids.filter((id) => !again.has(id, undefined))).toEqual([]);
	expect(ids.filter((id, place) => again.has(`${id} new`, AT + (place * HOUR_MS) / 60))).toEqual([]);
});
