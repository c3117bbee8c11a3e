import { defineCase } from '../../../../../cases';
import { adsApp } from '../connection';
import { ADA_HASH } from '../conversionEvent/events';
import { twoAudiences } from './audiences';

const send = (path: string, elements: object[]) => ({
	method: 'POST' as const,
	url: `/rest/dmpSegments/${path}`,
	restliMethod: 'BATCH_CREATE',
	body: { elements },
});
const sent = (audience: string, action = 'ADD') => ({ audience, sent: true, action });
const ada = { action: 'ADD', userIds: [{ idType: 'SHA256_EMAIL', idValue: ADA_HASH }] };

export default defineCase({
	operation: 'audience:addMembers',
	cases: [
		{
			...adsApp,
			name: 'the contacts of all items in one call, addresses hashed',
			page: 'audienceUsers',
			given: twoAudiences,
			parameters: {
				audience: '9001',
				email: '={{ $json.email }}',
				contact: { firstName: '={{ $json.first }}', lastName: '={{ $json.last }}' },
			},
			items: [{ json: { email: ' Ada@Example.com ' } }, { json: { first: 'Bob', last: 'Marsh' } }],
			wire: [send('9001/users', [ada, { action: 'ADD', userIds: [], firstName: 'Bob', lastName: 'Marsh' }])],
			out: [sent('9001'), sent('9001')],
		},
		{
			...adsApp,
			name: 'a list in one item, each with an action of its own or the one of the form',
			page: 'audienceUsers',
			given: twoAudiences,
			parameters: {
				audience: '9001',
				input: 'list',
				members: [
					{ Email: 'ada@example.com', action: 'remove' },
					{ 'First Name': 'Bob', 'Last Name': 'Marsh' },
					{ firstName: 'Cleo' },
				],
			},
			wire: [
				send('9001/users', [
					{ ...ada, action: 'REMOVE' },
					{ action: 'ADD', userIds: [], firstName: 'Bob', lastName: 'Marsh' },
				]),
			],
			out: [
				{ ...sent('9001', 'REMOVE'), index: 0 },
				{ ...sent('9001'), index: 1 },
				{
					...sent('9001'),
					action: null,
					index: 2,
					sent: false,
					status: null,
					reason: "The entry doesn't identify a contact",
					advice: 'Enter an Email, or under Contact an ID, or First Name and Last Name.',
				},
			],
		},
		{
			...adsApp,
			name: 'a company, removed',
			page: 'audienceUsers',
			about: 'companies',
			given: twoAudiences,
			parameters: {
				audience: '9002',
				memberType: 'COMPANY',
				action: 'REMOVE',
				company: { companyName: 'Acme', companyWebsiteDomain: 'acme.example' },
			},
			wire: [
				send('9002/companies', [
					{ action: 'REMOVE', companyName: 'Acme', companyWebsiteDomain: 'acme.example' },
				]),
			],
			out: [sent('9002', 'REMOVE')],
		},
		{
			...adsApp,
			name: 'an audience that LinkedIn does not show yet is waited for',
			page: 'audiences',
			behaviour: 'Audiences',
			given: (simulator) => {
				simulator.state.segmentDelayMs = 1_500;
				return twoAudiences(simulator);
			},
			parameters: { audience: '9001', email: 'ada@example.com' },
			wire: [send('9001/users', [ada]), send('9001/users', [ada])],
			out: [sent('9001')],
		},
		{
			...adsApp,
			name: 'the scope of ads alone adds no members',
			page: ['audienceUsers', 'audiences'],
			about: 'scopes',
			scopes: ['rw_ads', 'r_ads'],
			given: twoAudiences,
			parameters: { audience: '9001', email: 'ada@example.com' },
			wire: [],
			error: {
				message: 'This connection lacks the scope rw_dmp_segments',
				description: expect.stringMatching(/Matched Audiences API/),
			},
		},
		{
			...adsApp,
			name: 'nobody is refused before any call',
			page: 'audienceUsers',
			parameters: { audience: '9001', contact: { firstName: 'Ada' } },
			wire: [],
			error: { message: "The entry doesn't identify a contact" },
		},
	],
});
