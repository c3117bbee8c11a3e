import { defineCase } from '../../../../../cases';
import { acme, byVanityName } from './pageItems';

export default defineCase({
	operation: 'organization:getByVanityName',
	cases: [
		{
			name: 'by the name',
			page: 'organizations',
			parameters: { vanityName: 'acme-corp' },
			wire: [byVanityName('acme-corp')],
			out: [acme],
		},
		{
			name: 'by the address',
			page: 'organizations',
			parameters: { vanityName: 'https://de.linkedin.com/company/acme-corp/posts/?feedView=all' },
			wire: [byVanityName('acme-corp')],
			out: [acme],
		},
		...[
			'https%3A%2F%2Fwww.linkedin.com%2Fcompany%2Facme-corp',
			'https%253A%252F%252Fwww.linkedin.com%252Fcompany%252Facme-corp',
			'www.linkedin.com%2Fcompany%2Facme-corp%2F',
			'acme%2Dcorp',
		].map((vanityName) => ({
			name: `by what was encoded into another address: ${vanityName}`,
			page: 'organizations' as const,
			parameters: { vanityName },
			wire: [byVanityName('acme-corp')],
			out: [acme],
		})),
		{
			name: 'Raw gives the element of LinkedIn, with urn and url beside it',
			page: 'organizations',
			parameters: { vanityName: 'acme-corp', output: 'raw' },
			wire: [byVanityName('acme-corp')],
			out: [
				expect.objectContaining({
					id: 2414183,
					localizedName: 'Acme Corp',
					urn: 'urn:li:organization:2414183',
					url: 'https://www.linkedin.com/company/2414183',
				}),
			],
		},
		{
			name: 'of a page that the member does not administer LinkedIn shows the public fields alone',
			page: 'organizations',
			about: 'fields for everybody',
			member: 'bob',
			parameters: { vanityName: 'acme-corp' },
			wire: [byVanityName('acme-corp')],
			out: [acme],
		},
		{
			name: 'a name that nobody has is an error',
			page: 'organizations',
			parameters: { vanityName: 'nobody-here' },
			wire: [byVanityName('nobody-here')],
			error: { message: expect.stringContaining('no page named "nobody-here"') },
		},
		{
			name: 'an address with a number is refused without a call, and the way out named',
			page: 'organizations',
			parameters: { vanityName: 'https://www.linkedin.com/company/2414183' },
			wire: [],
			error: { description: expect.stringContaining('Get Public Details') },
		},
	],
});
