import { faults } from '../faults';
import type { Spoiled } from '../spoil';
import { isJson, ofCalls, type Asked, type Rewrite } from './quirk';

/** How an answer is changed on its way. */

const spoils = (fault: { spoils?: Spoiled }): Spoiled => fault.spoils ?? {};

const UNREADABLE: Spoiled[] = [
	spoils(faults.pageInstead()),
	spoils(faults.truncatedJson()),
	spoils(faults.brokenGzip()),
	spoils(faults.withoutId({}, 200)),
	{ body: () => '7', headers: { 'content-type': 'application/json' } },
];

export const startUnreadable2xx = ofCalls(
	() => true,
	(_asked, { random }) => ({ spoils: random.of(UNREADABLE) }),
);

const LONGEST_PART_BYTES = 40;

export const startCutBodies = ofCalls(
	() => true,
	(_asked, { random }) => ({
		spoils: {
			...spoils(faults.cutBody({}, random.between(0, LONGEST_PART_BYTES))),
			...(random.chance(1 / 2) && { cutBy: 'reset' }),
		},
	}),
);

export const startDripping = ofCalls(
	() => true,
	(_asked, { dripMs }) => ({ spoils: { dripMs } }),
);

/** Not for calls that only prepare an upload: nothing can continue then, and that is another fault. */
const makesSomething = ({ restliMethod, params }: Asked) =>
	/CREATE$/.test(restliMethod) || params.action === 'createInline';
const NAMES = ['id', 'commentUrn', '$URN', 'value'];

const withoutNames: Rewrite = (own) => {
	if (!isJson(own)) return own;
	const rest = Object.entries(own).filter(([name]) => !NAMES.includes(name));
	const elements = Array.isArray(own.elements) && own.elements.map(withoutNames);
	return { ...Object.fromEntries(rest), ...(elements && { elements }) };
};

export const startMissingIds = ofCalls(makesSomething, () => ({
	spoils: { ...spoils(faults.withoutId()), body: withoutNames },
}));
