import {
	parseActor,
	parseOrganization,
	linkedProfile,
	parsePerson,
	parseProfile,
} from '../../../../../../nodes/LinkedIn/transport/restli/urns/actor';
import { refusalOf } from '../refusal';

/** Checked against docs.urns and docs.organizations. */

const byNumber = { urn: 'urn:li:organization:2414183', id: '2414183' };
const web = 'https://www.linkedin.com';

describe('parseOrganization', () => {
	it.each<[string, string, object]>([
		['a number', '2414183', byNumber],
		['a number in space and quotes', ' "2414183" ', byNumber],
		['an organization URN', 'urn:li:organization:2414183', byNumber],
		['the URN of a showcase page', 'urn:li:organizationBrand:2414183', byNumber],
		['the older company URN', 'urn:li:company:2414183', byNumber],
		['an encoded URN', 'urn%3Ali%3Aorganization%3A2414183', byNumber],
		['a company link with a number', `${web}/company/2414183/`, byNumber],
		['a company link with a number and more', `${web}/company/2414183/posts/?feedView=all#top`, byNumber],
		['an admin link', `${web}/company/2414183/admin/dashboard/`, byNumber],
		['a company link', `${web}/company/acme`, { vanityName: 'acme' }],
		['a company link with a slash', `${web}/company/acme/`, { vanityName: 'acme' }],
		['a company link with more', `${web}/company/acme-corp/admin/?x=1`, { vanityName: 'acme-corp' }],
		['a showcase link', `${web}/showcase/acme-labs/about/`, { vanityName: 'acme-labs' }],
		['a showcase link with a number', `${web}/showcase/2414183`, byNumber],
		['a school link', `${web}/school/eth-zürich/`, { vanityName: 'eth-zürich' }],
		['an encoded name', `${web}/school/eth-z%C3%BCrich/`, { vanityName: 'eth-zürich' }],
		['a locale subdomain', 'https://fr.linkedin.com/company/acme?trk=x', { vanityName: 'acme' }],
		['no scheme', 'linkedin.com/company/acme', { vanityName: 'acme' }],
	])('reads %s', (_form, input, page) => {
		expect(parseOrganization(input, 'page')).toEqual(page);
	});

	it.each([
		['nothing', '', 'page is empty'],
		['a name', 'Acme Corp', '"Acme Corp" is not a page'],
		['a person', 'urn:li:person:AbC', 'type "person"'],
		['a URN without a number', 'urn:li:organization:acme', 'type "organization" with the id "acme"'],
		['a profile link', `${web}/in/ada`, 'is a profile link, not the link of a page'],
		['a link without a name', `${web}/company/`, 'not the link of a page'],
		['a short link', 'https://lnkd.in/abc', 'is a short link'],
		['its own website', 'https://acme.example', 'is an address outside linkedin.com'],
	])('refuses %s with an example', (_case, input, problem) => {
		const refusal = refusalOf(() => parseOrganization(input, 'page'));
		expect(refusal.field).toBe('page');
		expect(refusal.message).toContain(problem);
		expect(refusal.advice).toContain('https://www.linkedin.com/company/acme');
		expect(refusal.advice).not.toBe('');
	});
});

describe('parsePerson', () => {
	it.each([
		['a bare id', 'yrZCpj2Z_Q-', { urn: 'urn:li:person:yrZCpj2Z_Q-', id: 'yrZCpj2Z_Q-' }],
		['a URN', 'urn:li:person:yrZCpj2ZYQ', { urn: 'urn:li:person:yrZCpj2ZYQ', id: 'yrZCpj2ZYQ' }],
		['an encoded URN', 'urn%3Ali%3Aperson%3A8675309', { urn: 'urn:li:person:8675309', id: '8675309' }],
	])('reads %s', (_form, input, person) => {
		expect(parsePerson(input, 'author')).toEqual(person);
	});

	it.each([
		['a profile link', `${web}/in/ada/`, 'is a profile link', /Person: Get by Profile URL/],
		['a page', 'urn:li:organization:1', 'type "organization"', /Use one of these for a person/],
		[
			"another app's kind of id",
			'urn:li:fsd_profile:ACoAA',
			'type "fsd_profile"',
			/Use one of these for a person/,
		],
		['a name', 'Ada Lovelace', 'is not a person', /Use one of these for a person/],
		['an e-mail address', 'ada@example.com', 'is not a person', /Use one of these for a person/],
	])('refuses %s with an example', (_case, input, problem, advice) => {
		const refusal = refusalOf(() => parsePerson(input, 'author'));
		expect(refusal.field).toBe('author');
		expect(refusal.message).toContain(problem);
		expect(refusal.advice).toContain('urn:li:person:yrZCpj2ZYQ');
		expect(refusal.advice).toMatch(advice);
	});
});

describe('parseActor', () => {
	it.each([
		['a number as page', '2414183', { urn: byNumber.urn, type: 'organization' }],
		['a page URN', 'urn:li:organizationBrand:2414183', { urn: byNumber.urn, type: 'organization' }],
		['a page link', `${web}/company/2414183/admin/`, { urn: byNumber.urn, type: 'organization' }],
		['a person URN', 'urn:li:person:AbC', { urn: 'urn:li:person:AbC', type: 'person' }],
		['a bare id', 'yrZCpj2ZYQ', { urn: 'urn:li:person:yrZCpj2ZYQ', type: 'person' }],
	])('reads %s', (_form, input, actor) => {
		expect(parseActor(input, 'author')).toEqual(actor);
	});

	it.each([
		[
			'a page link with a name',
			`${web}/company/acme`,
			'with the name "acme" instead of a number',
			/which Company Page: Get by Vanity Name finds/,
		],
		['a profile link', `${web}/in/ada`, 'is a profile link', /Person: Get by Profile URL/],
		['a feed link', `${web}/feed/`, 'is a feed link, not the link of a page', /Use one of these for a page/],
		['a post', 'urn:li:share:1', 'type "share"', /Use one of these for a person or page/],
	])('refuses %s with an example', (_case, input, problem, advice) => {
		const refusal = refusalOf(() => parseActor(input, 'author'));
		expect(refusal.field).toBe('author');
		expect(refusal.message).toContain(problem);
		expect(refusal.advice).toContain('urn:li:organization:2414183');
		expect(refusal.advice).toMatch(advice);
	});
});

describe('parseProfile', () => {
	const ada = { vanityName: 'ada-okafor', url: `${web}/in/ada-okafor` };

	it.each([
		['a link', `${web}/in/ada-okafor/`, ada],
		['a link of another host', 'https://fr.linkedin.com/in/ada-okafor?trk=x', ada],
		['a link of the app', 'linkedin.com/mwlite/in/ada-okafor', ada],
		['a link of an e-mail', `${web}/comm/in/ada-okafor/`, ada],
		['a profile in another language', `${web}/in/ada-okafor/fr/`, ada],
		['a part of the profile', `${web}/in/ada-okafor/details/experience/`, ada],
		['the sign-in page before it', `${web}/login?session_redirect=%2Fin%2Fada-okafor`, ada],
		['only the path', '/in/ada-okafor', ada],
		['the path without its slash', 'in/ada-okafor', ada],
		['only the name', ' ada-okafor ', ada],
		['other letters', `${web}/in/zo%C3%AB`, { vanityName: 'zoë', url: `${web}/in/zo%C3%AB` }],
	])('reads %s', (_form, input, profile) => {
		expect(parseProfile(input, 'Profile URL')).toEqual(profile);
	});

	it.each([
		['a page link', `${web}/company/acme`, 'is a page link'],
		['a link without a name', `${web}/in/`, 'is a profile link'],
		['a link of the older kind', `${web}/pub/ada/1/2/3`, 'is a profile link of the older kind'],
		['an address elsewhere', 'https://example.com/in/ada', 'is an address outside linkedin.com'],
		['a person URN', 'urn:li:person:AbC', 'type "person"'],
		['a name with a space', 'Ada Okafor', 'is not a profile address'],
		['more than any name has', 'a'.repeat(201), 'is not a profile address'],
	])('refuses %s with an example', (_case, input, problem) => {
		const refusal = refusalOf(() => parseProfile(input, 'Profile URL'));
		expect(refusal.message).toContain(problem);
		expect(refusal.advice).toContain(`${web}/in/ada-okafor`);
	});

	it('tells a link from an id', () => {
		expect(linkedProfile(`${web}/in/ada-okafor`, 'Mentions')).toEqual(ada);
		expect(linkedProfile('ada-okafor', 'Mentions')).toBeUndefined();
		expect(linkedProfile(`${web}/company/1`, 'Mentions')).toBeUndefined();
	});
});
