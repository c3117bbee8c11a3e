import type { INodeParameters } from 'n8n-workflow';

import type { ConnectionOptions } from '../../engine/connection';
import type { Simulator } from '../../simulator';
import { ACCOUNT, adsApp, byId } from './resources/ads/connection';

/** One operation for each way in which LinkedIn's lists show that there is more, and how to fill its list. */
export interface Kind {
	/** How LinkedIn shows it. */
	tells: string;
	/** Path of the list. */
	path: RegExp;
	node: 'linkedInCommunity' | 'linkedInAds';
	connection: ConnectionOptions;
	/** Puts this many elements into the list. @returns the parameters that request it */
	fill: (simulator: Simulator, elements: number) => INodeParameters;
	pageSize: number;
	by: 'offset' | 'token';
	/** Ends on an empty page only. */
	isHiding?: true;
}

const times = (count: number, make: (index: number) => void) => {
	for (let index = 0; index < count; index += 1) make(index);
};
const OWNER = { sponsoredAccount: 'urn:li:sponsoredAccount:507404993' };

export const KINDS: Kind[] = [
	{
		tells: 'by total: comments',
		path: /^\/rest\/socialActions\/.*\/comments/,
		node: 'linkedInCommunity',
		connection: {},
		fill: ({ state }, elements) => {
			const post = state.addPost({ author: '2414183', text: 'Ask us' }).urn;
			times(elements, (index) => state.addComment({ post, actor: 'cleo', text: `Comment ${index}` }));
			return { resource: 'comment', operation: 'getMany', entity: post };
		},
		pageSize: 100,
		by: 'offset',
	},
	{
		tells: 'by total and next link: posts',
		path: /^\/rest\/posts\?q=author/,
		node: 'linkedInCommunity',
		connection: {},
		fill: ({ state }, elements) => {
			for (const post of state.posts('2414183')) post.isDeleted = true;
			times(elements, (index) => state.addPost({ author: '2414183', text: `Post ${index}` }));
			return { resource: 'post', operation: 'getMany', author: byId('2414183') };
		},
		pageSize: 100,
		by: 'offset',
	},
	{
		tells: 'by next link: conversions',
		path: /^\/rest\/conversions/,
		node: 'linkedInAds',
		connection: adsApp,
		fill: ({ state }, elements) => {
			const account = OWNER.sponsoredAccount;
			times(elements, (index) => state.ads.conversions.add({ account, name: `Rule ${index}` }));
			return { resource: 'conversion', operation: 'getMany', account: ACCOUNT };
		},
		pageSize: 100,
		by: 'offset',
	},
	{
		tells: 'by an empty page: lead forms',
		path: /^\/rest\/leadForms\?/,
		node: 'linkedInAds',
		connection: adsApp,
		fill: ({ state }, elements) => {
			times(elements, (index) => state.ads.leads.addForm({ owner: OWNER, name: `Form ${index}` }));
			return { resource: 'leadForm', operation: 'getMany', owner: byId('507404993') };
		},
		pageSize: 100,
		by: 'offset',
		isHiding: true,
	},
	{
		tells: 'by an empty page: leads',
		path: /^\/rest\/leadFormResponses\?/,
		node: 'linkedInAds',
		connection: adsApp,
		fill: ({ state }, elements) => {
			const form = state.ads.leads.addForm({ owner: OWNER, name: 'Newsletter' });
			times(elements, () => state.ads.leads.submit({ form, at: Date.now() - 3_600_000 }));
			return { resource: 'leadResponse', operation: 'getMany', owner: byId('507404993') };
		},
		pageSize: 100,
		by: 'offset',
		isHiding: true,
	},
	{
		tells: 'by token: creatives',
		path: /^\/rest\/adAccounts\/507404993\/creatives/,
		node: 'linkedInAds',
		connection: adsApp,
		fill: ({ state }, elements) => {
			const campaign = `urn:li:sponsoredCampaign:${state.ads.addCampaign('507404993').id}`;
			times(elements, () => state.ads.addCreative('507404993', { campaign }));
			return { resource: 'creative', operation: 'getMany', account: ACCOUNT };
		},
		pageSize: 100,
		by: 'token',
	},
];
