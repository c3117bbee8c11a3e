import { defineCase, type OperationCase } from '../../../../../cases';
import { faults, type Simulator } from '../../../../../simulator';
import {
	batch,
	bob,
	BOB,
	cleo,
	CLEO,
	hidden,
	hide,
	notFound,
	pictures,
	portrait,
	PORTRAIT,
	single,
} from './people';

const both = { parameters: { person: `${CLEO}, Bob-4kd_91x` }, wire: [batch('cLeO55wQz0', 'Bob-4kd_91x')] };
const OF_THE_APP = "A person's ID works only with the app that received it.";

/** The same batch with its keys in another form. */
const keyed = (form: Simulator['state']['peopleKeys']): OperationCase => ({
	name: `a batch whose keys are ${form} is read too`,
	behaviour: 'People',
	given: ({ state }) => {
		state.peopleKeys = form;
		state.member('bob').isHidden = true;
		return {};
	},
	...both,
	out: [cleo, { ...hidden, urn: BOB, id: 'Bob-4kd_91x' }],
});

/** An answer instead of the simulator's own. */
const answering = (body: object) => (simulator: Simulator) => {
	simulator.faults.add({ match: { path: /^\/rest\/people/ }, effect: { status: 200, body } });
	return {};
};

export default defineCase({
	operation: 'person:get',
	cases: [
		{
			name: 'a person by URN',
			page: 'people',
			parameters: { person: CLEO },
			wire: [single('cLeO55wQz0')],
			out: [cleo],
		},
		{
			name: 'a person by the id alone',
			page: 'people',
			parameters: { person: 'cLeO55wQz0' },
			wire: [single('cLeO55wQz0')],
			out: [cleo],
		},
		{
			name: 'the address of the picture is read by its newer URN',
			page: ['people', 'images'],
			behaviour: 'People',
			given: portrait,
			parameters: { person: CLEO },
			wire: [single('cLeO55wQz0'), pictures(PORTRAIT)],
			out: [
				{
					...cleo,
					picture: expect.stringContaining(`/dms/image/${PORTRAIT}`),
					pictureUrn: `urn:li:digitalmediaAsset:${PORTRAIT}`,
				},
			],
		},
		{
			name: 'without a scope to read images the address stays null, without a call',
			page: 'people',
			scopes: ['w_member_social'],
			given: portrait,
			parameters: { person: CLEO },
			wire: [single('cLeO55wQz0')],
			out: [{ ...cleo, pictureUrn: `urn:li:digitalmediaAsset:${PORTRAIT}` }],
		},
		{
			name: 'a picture that cannot be read now costs the address alone, and a notice says so',
			page: 'people',
			given: (simulator) => {
				simulator.faults.add(faults.quotaExceeded({ match: { path: /^\/rest\/images/ } }));
				return portrait(simulator);
			},
			parameters: { person: CLEO },
			wire: [single('cLeO55wQz0'), pictures(PORTRAIT)],
			out: [
				{
					...cleo,
					pictureUrn: `urn:li:digitalmediaAsset:${PORTRAIT}`,
					notice: expect.stringContaining("The addresses of pictures couldn't be read"),
				},
			],
		},
		{
			name: 'several in one call, each once, pictures in another',
			page: ['people', 'images'],
			given: (simulator) => {
				portrait(simulator, 'bob', 'C5603AQBob');
				return portrait(simulator);
			},
			parameters: { person: `${CLEO}, ${BOB}\n${CLEO}` },
			wire: [batch('cLeO55wQz0', 'Bob-4kd_91x'), pictures(PORTRAIT, 'C5603AQBob')],
			out: [CLEO, BOB, CLEO].map((urn) => ({
				...(urn === CLEO ? cleo : bob),
				picture: expect.stringContaining('/dms/image/'),
				pictureUrn: expect.stringContaining('urn:li:digitalmediaAsset:'),
			})),
		},
		keyed('assigned'),
		keyed('bare'),
		keyed('urn'),
		{
			name: 'a list from an expression',
			page: 'people',
			...both,
			items: [{ people: [CLEO, BOB] }],
			parameters: { person: '={{ $json.people }}' },
			out: [cleo, bob],
		},
		{
			name: 'someone who hides is marked, with the URN that was asked for',
			behaviour: 'People',
			given: hide,
			parameters: { person: CLEO },
			wire: [single('cLeO55wQz0')],
			out: [hidden],
		},
		{
			name: 'someone who hides among several, shown without a name',
			behaviour: 'People',
			given: (simulator) => {
				simulator.state.hiddenPeople = 'nameless';
				return hide(simulator);
			},
			...both,
			out: [hidden, bob],
		},
		{
			name: 'an id of another app among several is an item that says so',
			page: 'people',
			about: '404',
			parameters: { person: `${CLEO},another` },
			wire: [batch('cLeO55wQz0', 'another')],
			out: [cleo, notFound('urn:li:person:another', 404, `Could not find entity. ${OF_THE_APP}`)],
		},
		{
			name: 'an id of another app alone is an error that says so',
			page: 'people',
			about: '404',
			parameters: { person: 'another' },
			wire: [single('another')],
			error: {
				httpCode: '404',
				description: expect.stringContaining("a person's ID works only with the app that received it"),
			},
		},
		{
			name: 'on the Development tier each is read alone',
			behaviour: 'Development tier',
			fields: { tier: 'development' },
			...both,
			wire: [single('cLeO55wQz0'), single('Bob-4kd_91x')],
			out: [cleo, bob],
		},
		{
			name: 'what was read before a quota was used up stays',
			behaviour: 'Development tier',
			fields: { tier: 'development' },
			given: (simulator) => {
				simulator.faults.add(faults.quotaExceeded({ match: { path: /Bob/ } }));
				return {};
			},
			...both,
			wire: [single('cLeO55wQz0'), single('Bob-4kd_91x')],
			out: [cleo, notFound(BOB, 429, expect.stringContaining('Not read: ') as never)],
		},
		{
			name: 'a self-serve app is refused, and the error names the product',
			behaviour: 'People',
			app: 'self-serve-app',
			scopes: ['w_member_social'],
			parameters: { person: CLEO },
			wire: [single('cLeO55wQz0')],
			error: {
				httpCode: '403',
				description: expect.stringContaining('Community Management API'),
			},
		},
		{
			name: "a name only in a member's own language is read",
			page: 'people',
			given: answering({
				id: 'cLeO55wQz0',
				firstName: {
					localized: { de_DE: 'Kleo', sv_SE: 'Cleo' },
					preferredLocale: { language: 'sv', country: 'SE' },
				},
				lastName: { localized: { sv_SE: 'Lindqvist' } },
				headline: null,
			}),
			parameters: { person: CLEO },
			wire: [single('cLeO55wQz0')],
			out: [{ ...cleo, url: null, vanityName: null, headline: null }],
		},
		{
			name: 'Raw gives the entity of LinkedIn, with urn and url beside it, and reads no picture',
			page: 'people',
			given: portrait,
			parameters: { person: CLEO, output: 'raw' },
			wire: [single('cLeO55wQz0')],
			out: [
				expect.objectContaining({
					id: 'cLeO55wQz0',
					localizedFirstName: 'Cleo',
					urn: CLEO,
					url: 'https://www.linkedin.com/in/cleo-example',
				}),
			],
		},
		{
			name: 'a profile URL is refused without a call, with the operation that takes it',
			page: 'people',
			parameters: { person: 'https://www.linkedin.com/in/cleo-example' },
			wire: [],
			error: { description: expect.stringContaining('Person: Get by Profile URL') },
		},
		{
			name: "a member's number is refused without a call",
			page: 'people',
			parameters: { person: 'urn:li:member:123' },
			wire: [],
			error: { message: expect.stringContaining('is a URN of the type "member"') },
		},
		{
			name: 'nobody is an error without a call',
			page: 'people',
			parameters: { person: ' , ' },
			wire: [],
			error: { message: expect.stringContaining('Person is empty') },
		},
	],
});
