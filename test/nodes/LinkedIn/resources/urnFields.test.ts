import { searchAds } from '../../../../nodes/LinkedIn/resources/ads/adLibrary/searchAds';
import { audienceOf } from '../../../../nodes/LinkedIn/resources/ads/audience/fields';
import { memberOf } from '../../../../nodes/LinkedIn/resources/ads/audience/member';
import { eventOf } from '../../../../nodes/LinkedIn/resources/ads/conversionEvent/event';
import { readContent } from '../../../../nodes/LinkedIn/resources/ads/creative/content';
import { get as getLead } from '../../../../nodes/LinkedIn/resources/ads/leadResponse/get';
import { parseEntity, parseFacet } from '../../../../nodes/LinkedIn/resources/ads/targeting/facets';
import { imageOf } from '../../../../nodes/LinkedIn/resources/community/comment/additional';
import { withMentions } from '../../../../nodes/LinkedIn/resources/community/comment/mentions';
import { parseMediaUrn } from '../../../../nodes/LinkedIn/resources/community/media/entity';
import { targetEntitiesOf } from '../../../../nodes/LinkedIn/resources/community/post/targeting';
import type { Call, Operation } from '../../../../nodes/LinkedIn/resources/operation';
import {
	parseActor,
	parseOrganization,
	parsePerson,
} from '../../../../nodes/LinkedIn/transport/restli/urns/actor';
import { parseComment } from '../../../../nodes/LinkedIn/transport/restli/urns/comment';
import { parsePostOrComment } from '../../../../nodes/LinkedIn/transport/restli/urns/entity';
import { parsePost } from '../../../../nodes/LinkedIn/transport/restli/urns/post';
import { parseSponsored } from '../../../../nodes/LinkedIn/transport/restli/urns/sponsored';

/** Every URN field also accepts a URN that is percent-encoded as a whole, once or twice, as other nodes return it. */

const callWith = (parameters: Record<string, unknown>, more: object = {}) =>
	({ parameter: (name: string, fallback?: unknown) => parameters[name] ?? fallback, ...more }) as Call;

/** The first request of an operation, which isn't answered. */
async function asked(operation: Operation, parameters: Record<string, unknown>): Promise<unknown> {
	const requests: unknown[] = [];
	const ask = (request: unknown) => {
		requests.push(request);
		throw new Error('Enough');
	};
	const linkedin = { request: ask, attempt: ask, pages: ask, elements: {}, may: () => true };
	const call = callWith(parameters, { linkedin, routing: operation.routing, simplify: true });
	await expect(operation.execute(call)).rejects.toThrow('Enough');
	return requests[0];
}

async function adOf(media: string): Promise<unknown> {
	const author = { mode: 'id', value: 'urn:li:organization:2414183' };
	const call = callWith({ author, text: 'Hi', postFields: { media, mediaTitle: 'A title' } });
	return await readContent(call, 'newPost')('urn:li:sponsoredAccount:507404993');
}

const ACTIVITY = 'urn:li:activity:7094637247890620418';
const COMMENT = `urn:li:comment:(${ACTIVITY},7094977717598625792)`;
const ORGANIZATION = 'urn:li:organization:2414183';
const PERSON = 'urn:li:person:yrZCpj2ZYQ';
const IMAGE = 'urn:li:image:C4E10AQFoyyAjHPMQuQ';
const LEAD = 'urn:li:leadGenFormResponse:249592fc-d272-44ba-a7db-c2bdce579507-6';
const frame = {
	rule: 'urn:lla:llaPartnerConversion:1',
	timezone: 'UTC',
	nowMs: Date.now(),
	version: '202609',
};

const FIELDS: Array<[field: string, urn: string, read: (urn: string) => unknown]> = [
	['a post', 'urn:li:share:7094637247487995904', (urn) => parsePost(urn, 'Post')],
	['a comment', COMMENT, (urn) => parseComment(urn, 'Comment')],
	['a post or comment', COMMENT, (urn) => parsePostOrComment(urn, 'Entity')],
	['who acts', ORGANIZATION, (urn) => parseActor(urn, 'Author')],
	['a person', PERSON, (urn) => parsePerson(urn, 'Person')],
	['a page', ORGANIZATION, (urn) => parseOrganization(urn, 'Page')],
	['an ad account', 'urn:li:sponsoredAccount:507404993', (urn) => parseSponsored('account', urn, 'Account')],
	['a rule of conversions', frame.rule, (urn) => parseSponsored('conversion', urn, 'Conversion')],
	['a mention', PERSON, (who) => withMentions('Hi Ada', { mention: [{ name: 'Ada', who }] })],
	['the image of a comment', IMAGE, (urn) => imageOf(urn)],
	['the media of an ad', IMAGE, async (media) => await adOf(media)],
	['uploaded media', IMAGE, (urn) => parseMediaUrn(urn, 'Media', ['image'])],
	[
		'who a post is for',
		'urn:li:industry:4',
		(values) => targetEntitiesOf({ facet: [{ name: 'industries', values }] } as never),
	],
	['a facet', 'urn:li:adTargetingFacet:skills', (urn) => parseFacet(urn, 'Facet')],
	['a facet of the future', 'urn:li:adTargetingFacet:moods', (urn) => parseFacet(urn, 'Facet')],
	[
		'a value of a facet',
		'urn:li:skill:17',
		(urn) => parseEntity(parseFacet('skills', 'Facet'), urn, 'Values'),
	],
	['an audience', 'urn:li:dmpSegment:10604023', (audience) => audienceOf(callWith({ audience }))],
	[
		'the page of a company',
		ORGANIZATION,
		(organizationUrn) => memberOf('COMPANY', { company: { organizationUrn } }),
	],
	[
		'the lead of an event',
		LEAD,
		(lead) => eventOf({ user: { lead }, conversionHappenedAt: Date.now() }, { ...frame }).user,
	],
	['leads', LEAD, async (leads) => await asked(getLead, { leads })],
	[
		'countries of the Ad Library',
		'urn:li:country:de',
		async (countries) => await asked(searchAds, { keyword: 'shoes', filters: { countries } }),
	],
];

test.each(FIELDS)('%s', async (_field, urn, read) => {
	const plain = await read(urn);
	const once = encodeURIComponent(urn);
	for (const encoded of [once, once.toLowerCase(), encodeURIComponent(once), ` ${once}\n`]) {
		if (encoded === once.toLowerCase() && /[A-Z]/.test(urn)) continue;
		expect(await read(encoded)).toEqual(plain);
	}
});
